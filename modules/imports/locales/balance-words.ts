const zh = {
  memberNo: '会员号 / 卡号',
  tier: '会员等级',
  points: '积分',
  pointsUntil: '积分到期日',
  principalFen: '本金',
  giftFen: '赠金',
  packageName: '套餐名称',
  packageUses: '剩余次数',
  packageUntil: '套餐到期日',
  packageUnitFen: '单次价格',
  listOn: '统计日期',
};
/** Fields of members' balances. */
export const balanceFieldWords = {
  'zh-CN': zh,
  en: {
    memberNo: 'Member or card number',
    tier: 'Tier',
    points: 'Points',
    pointsUntil: 'Points until',
    principalFen: 'Principal',
    giftFen: 'Gift',
    packageName: 'Package',
    packageUses: 'Uses left',
    packageUntil: 'Package until',
    packageUnitFen: 'Price of one use',
    listOn: 'Day of the list',
  } satisfies Record<keyof typeof zh, string>,
};

const zhReasons = {
  amount_text: '金额看不懂',
  amount_negative: '金额是负数',
  amount_too_large: '金额超过 100 万元',
  count_text: '不是整数',
  count_negative: '是负数',
  count_too_large: '数大得不合理',
  day_over: '到期日已过',
  list_day_future: '统计日期晚于今天',
  holder_unnamed: '认不出是哪位客户',
  holder_unknown: '档案里没有找到这位客户',
  holder_ambiguous: '档案里有几位客户都对得上',
  holder_other_name: '找到了客户，姓名不同',
  balance_taken_over: '这位客户的余额已经转入过',
  member_elsewhere: '这位客户是别的门店的会员',
  tier_unknown: '没有这个会员等级',
  package_unnamed: '有次数，没有套餐名称',
  package_name_long: '套餐名称太长',
  package_uses_missing: '没有剩余次数',
  package_until_missing: '没有套餐到期日',

  balance_nothing: '没有余额，只办理会员',
  member_already: '已是会员，余额会加上去',
  tier_kept: '已是会员，等级不变',
  package_unpriced: '套餐没有单次价格',
  balance_spent: '储值已用过，没有撤销',
  balance_points_used: '积分已用过或已到期，没有撤销',
  balance_package_used: '套餐已用过，没有撤销',
  balance_refunded: '已申请或办理退款，没有撤销',
  balance_merged: '会员已合并到别人名下，没有撤销',

  amount_tidied: '金额里的符号已去掉',
  holder_by_plate: '按车牌号找到客户',
  holder_by_number: '按会员号找到客户',

  balance_twice: '与第 {row} 行是同一位客户',
  balance_twice_archive: '与档案中是同一位客户',
};
export const balanceReasonWords = {
  'zh-CN': zhReasons,
  en: {
    amount_text: 'The amount cannot be read',
    amount_negative: 'The amount is negative',
    amount_too_large: 'The amount is above 1,000,000 yuan',
    count_text: 'Not a whole number',
    count_negative: 'Negative',
    count_too_large: 'Too large to be true',
    day_over: 'The last day has passed',
    list_day_future: 'The day of the list lies after today',
    holder_unnamed: 'Nothing tells whose it is',
    holder_unknown: 'No such customer on file',
    holder_ambiguous: 'Several customers on file fit',
    holder_other_name: 'Found on file, under another name',
    balance_taken_over: 'The balance of this customer was taken over before',
    member_elsewhere: 'The customer is a member of another shop',
    tier_unknown: 'No such tier',
    package_unnamed: 'Uses, but no name of a package',
    package_name_long: 'The name of the package is too long',
    package_uses_missing: 'No uses left are told',
    package_until_missing: 'The package has no last day',

    balance_nothing: 'Nothing left: becomes a member only',
    member_already: 'A member already: it is added to what he has',
    tier_kept: 'A member already: the tier stays',
    package_unpriced: 'The package has no price of one use',
    balance_spent: 'Money of it was used, it stays',
    balance_points_used: 'Points were used or have expired, it stays',
    balance_package_used: 'The package was used, it stays',
    balance_refunded: 'A refund was asked for or paid, it stays',
    balance_merged: 'The member was brought together with another, it stays',

    amount_tidied: 'Signs removed from the amount',
    holder_by_plate: 'The customer was found by the plate',
    holder_by_number: 'The customer was found by the member number',

    balance_twice: 'The same customer as row {row}',
    balance_twice_archive: 'The same customer as on file',
  } satisfies Record<keyof typeof zhReasons, string>,
};

export const balanceRelationWords = {
  'zh-CN': { balance_twice: '同一位客户有两行' },
  en: { balance_twice: 'Two rows of one customer' },
};

const zhAdvice = {
  amount_negative: '欠款不能作为储值转入，请核对后改正。',
  amount_too_large: '核对是否填到了别的列，或多了几个零。',
  count_text: '只填整数。',
  count_negative: '核对后改为 0 或更大的整数。',
  count_too_large: '核对是否填到了别的列。',
  day_over: '已到期的不能转入：清空这一项，或改成答应客户的日期。',
  list_day_future: '改为原系统导出余额的那一天。',
  holder_unnamed: '填写电话和姓名，或车牌号，或会员号。',
  holder_unknown: '先把客户建档或导入，再核对电话、姓名和车牌号。',
  holder_ambiguous: '填写车牌号或会员号，或先把重复的档案合并。',
  holder_other_name: '核对姓名或电话，改正写错的一处。',
  balance_taken_over: '同一位客户只转入一次。要更正，请先撤销那一次导入。',
  member_elsewhere: '由那家门店或上级单位导入，这样欠客户的钱记在收钱的店。',
  tier_unknown: '写成系统里的会员等级名称，或清空后按规则定级。',
  package_unnamed: '填写套餐或次卡的名称。',
  package_name_long: '最多 60 个字。',
  package_uses_missing: '填写还剩几次；用完了填 0。',
  package_until_missing: '填写到期日；长期有效的，填答应客户的最后一天。',

  package_unpriced: '没有价格，用一次不能抵工单的钱，退款也要另行核算；原系统里有就补上。',
  balance_twice: '两张卡就都转入；若是余额在每一行重复列出，清空这一行的金额和积分。',
};
export const balanceAdviceWords = {
  'zh-CN': zhAdvice,
  en: {
    amount_negative: 'A debt cannot come in as a prepayment: check and correct it.',
    amount_too_large: 'Did it slip into another column, or are there zeros too many?',
    count_text: 'Whole numbers only.',
    count_negative: 'Check it: 0 or more.',
    count_too_large: 'Did it slip into another column?',
    day_over:
      'What is over cannot come in: clear it, or write the day that the customer was promised.',
    list_day_future: 'The day on which the old program told these balances.',
    holder_unnamed: 'Write telephone and name, or the plate, or the member number.',
    holder_unknown: 'Put the customer on file first, then check telephone, name and plate.',
    holder_ambiguous: 'Add the plate or the member number, or make one of the files on file twice.',
    holder_other_name: 'Check name and telephone and correct what is wrong.',
    balance_taken_over: 'A customer is taken over once. To correct it, undo that import first.',
    member_elsewhere:
      'That shop, or the unit above both, imports it: what is owed stands where it was paid.',
    tier_unknown: 'Write the name of a tier of the house, or clear it: the rule decides then.',
    package_unnamed: 'Write the name of the package.',
    package_name_long: 'At most 60 characters.',
    package_uses_missing: 'Write how many uses are left; 0 where none.',
    package_until_missing: 'Write the last day that the customer was promised.',

    package_unpriced:
      'Without it a use pays nothing of an order, and a refund is worked out elsewhere: add it where the old program tells it.',
    balance_twice:
      'Two cards: take both in. If the balance only stands again in each row, clear it here.',
  } satisfies Record<keyof typeof zhAdvice, string>,
};

/** On the screens. */
export const balanceScreenWords = {
  'zh-CN': {
    kind_balances: '会员余额',
    kind_balances_note: '原系统的积分、储值本金和赠金、套餐剩余次数；先核对合计',
  },
  en: {
    kind_balances: 'Members’ balances',
    kind_balances_note: 'Points, prepaid money and package uses of another program; sums first',
  },
};
