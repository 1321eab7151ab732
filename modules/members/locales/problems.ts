const zh = {
  person_needed: { title: '须由本人办理', detail: '退款须由登录的员工申请和支付，程序不能代办。' },
  customer_unknown: { title: '找不到客户', detail: '没有这位客户，或者您看不到。' },
  prepayment_stopped: {
    title: '已停止收取预付款',
    detail: '有重大经营风险，暂不能充值和售卖套餐；原因见会员卡。',
  },
  terms_outdated: {
    title: '请用现行的预付条款',
    detail: '条款还没有写，或已有新版本。请刷新后让客户签现行版本。',
  },
  file_unknown: { title: '找不到签字文件', detail: '请重新上传客户签字的文件。' },
  package_unknown: { title: '套餐不再出售', detail: '请选一个在售的套餐。' },
  package_dearer: {
    title: '套餐比单买还贵',
    detail: '各项单次价合计只有 {worth} 元，请核对价格和次数。',
  },
  package_over: { title: '套餐已用完或已过期', detail: '这一项没有剩余次数。' },
  package_item_unknown: { title: '找不到套餐项目', detail: '请从会员的套餐里选一项。' },
  package_above_price: { title: '超过单次价', detail: '一次最多抵 {most} 元。' },
  balance_short: { title: '储值余额不足', detail: '余额 {balance} 元，需要 {needed} 元。' },
  points_short: { title: '积分不足', detail: '只有 {balance} 分，需要 {needed} 分。' },
  no_points: { title: '请填写分数', detail: '加分填正数，减分填负数。' },
  list_below_price: { title: '原价低于实收', detail: '优惠前的价格不能低于支付的金额。' },
  order_of_another: { title: '不是这位会员的工单', detail: '只能用本人的储值支付本人的工单。' },
  nothing_of_a_member: {
    title: '没有用到储值',
    detail: '请填储值、积分或套餐，否则在工单上结算。',
  },
  not_reversible: { title: '这一笔不能撤回', detail: '只能撤回消费、积分抵扣和套餐使用。' },
  reversed_already: { title: '已经撤回过', detail: '每一笔只能撤回一次。' },
  movement_of_another: {
    title: '这笔预付款已属于另一位会员',
    detail: '档案合并或撤销合并后，它在另一张会员卡上。请用调整补记。',
  },
  refunded_already: { title: '已经退款', detail: '这一笔预付款已经退给客户。' },
  refund_asked_already: { title: '已有退款申请', detail: '这一笔预付款的退款正在等人复核。' },
  refund_of_what: { title: '请选退哪一笔', detail: '一次退一笔充值或一个套餐。' },
  refund_changed: { title: '金额变了', detail: '申请之后又有消费，请驳回后重新申请。' },
  same_person: { title: '须由另一人复核', detail: '申请人不能自己付款或驳回，请换一位同事。' },
  seven_days_over: { title: '已过七日', detail: '{paidOn} 付款，已超过 {days} 日，请选其他依据。' },
  opening_paid_elsewhere: {
    title: '不适用七日退款',
    detail:
      '这笔是从原系统转入的，付款在转入之前。请按本店原因或客户原因办理，未用的本金全额退还。',
  },
  paper_there: { title: '已有合同', detail: '这笔预付款的合同已在系统里，不用再附。' },
  opening_unpriced: {
    title: '这个套餐没有金额',
    detail: '从原系统转入时没有单次价格，系统算不出应退多少。请按原合同与客户商定。',
  },
  same_service_had: {
    title: '以前接受过相同服务',
    detail: '此前已从本店接受过相同的服务，不适用七日退款。',
  },
  tier_unknown: { title: '没有这个等级', detail: '请从设置的等级里选。' },
  date_past: { title: '日期已过', detail: '请填今天或以后的日期。' },
  tiers_unsound: {
    title: '等级设置不对',
    detail: '要有一级从 0 元起，各级的代号和起点不能重复。',
  },
  rates_unsound: {
    title: '利率设置不对',
    detail: '两种利率都要有，同一天同一种只能有一条。',
  },
};

export const memberProblems = {
  'zh-CN': zh,
  en: {
    person_needed: {
      title: 'A person does this',
      detail: 'A refund is asked for and paid by people who signed in, not by a program.',
    },
    customer_unknown: { title: 'No such customer', detail: 'Unknown, or not yours to see.' },
    prepayment_stopped: {
      title: 'Prepayment is stopped',
      detail:
        'For a major risk nothing is taken in advance; the reason stands on the member’s card.',
    },
    terms_outdated: {
      title: 'Use the terms that hold now',
      detail: 'There are none yet, or a newer edition. Read again and have that one signed.',
    },
    file_unknown: { title: 'The signed paper is missing', detail: 'Store it again.' },
    package_unknown: { title: 'Not sold any more', detail: 'Choose a package that is offered.' },
    package_dearer: {
      title: 'Dearer than one by one',
      detail: 'Its services one by one come to {worth} yuan only; check prices and uses.',
    },
    package_over: { title: 'Used up or expired', detail: 'Nothing is left of this service.' },
    package_item_unknown: { title: 'No such service', detail: 'Choose one of the member’s.' },
    package_above_price: {
      title: 'Above its single price',
      detail: 'One use pays at most {most} yuan.',
    },
    balance_short: {
      title: 'The balance is too small',
      detail: 'There are {balance} yuan, {needed} are needed.',
    },
    points_short: {
      title: 'Not enough points',
      detail: 'There are {balance}, {needed} are needed.',
    },
    no_points: { title: 'How many points?', detail: 'Above 0 gives, below 0 takes.' },
    list_below_price: {
      title: 'List price below the amount',
      detail: 'The price before discounts cannot be lower than what is paid.',
    },
    order_of_another: {
      title: 'An order of somebody else',
      detail: 'A member pays his own orders from his own balance.',
    },
    nothing_of_a_member: {
      title: 'Nothing of a member used',
      detail: 'Enter balance, points or a package, or settle on the order itself.',
    },
    not_reversible: {
      title: 'Cannot be taken back',
      detail: 'Only payments by balance or points and uses of packages can.',
    },
    reversed_already: { title: 'Taken back already', detail: 'Each can be taken back once.' },
    movement_of_another: {
      title: 'What was paid before is another member’s by now',
      detail: 'A merge, or its undoing, brought it to another card. Put it right by a correction.',
    },
    refunded_already: { title: 'Paid back already', detail: 'The customer has it back.' },
    refund_asked_already: {
      title: 'A refund is waiting',
      detail: 'Another person has to pay or decline it first.',
    },
    refund_of_what: { title: 'A refund of what?', detail: 'One prepayment or one package.' },
    refund_changed: {
      title: 'It comes to another amount now',
      detail: 'Something was used since. Decline it and ask again.',
    },
    same_person: {
      title: 'It takes a second person',
      detail: 'Who asked neither pays nor declines it.',
    },
    seven_days_over: {
      title: 'The seven days are over',
      detail: 'Paid on {paidOn}, more than {days} days ago; choose another ground.',
    },
    opening_paid_elsewhere: {
      title: 'Not within seven days',
      detail:
        'It was taken over from another program and paid before. Choose another ground: principal that was not used goes back in full.',
    },
    paper_there: { title: 'The paper is there', detail: 'It has its contract already.' },
    opening_unpriced: {
      title: 'The package has no price',
      detail: 'It was taken over without one: agree on the refund by the contract of that time.',
    },
    same_service_had: {
      title: 'The same service was had before',
      detail: 'Then the seven days do not apply.',
    },
    tier_unknown: { title: 'No such tier', detail: 'Choose one of the settings.' },
    date_past: { title: 'The day has passed', detail: 'Enter today or a later day.' },
    tiers_unsound: {
      title: 'The tiers do not fit',
      detail: 'One begins at 0; keys and thresholds differ.',
    },
    rates_unsound: {
      title: 'The rates do not fit',
      detail: 'Both kinds are needed, each once a day.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
