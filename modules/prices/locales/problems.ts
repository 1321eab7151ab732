const zh = {
  price_day: {
    title: '生效日期不对',
    detail: '价格从今天或以后的某一天起生效，最多提前五年。过去的价格不能再改。',
  },
  price_hours_missing: { title: '没有填工时定额', detail: '请填写标准工时，如 1.5。' },
  price_source_missing: {
    title: '没有选定额来源',
    detail: '请选择工时定额来自生产厂家、行业标准还是企业备案，价目表上要公示。',
  },
  price_amount_missing: { title: '没有填单价', detail: '请填写配件单价。' },
  price_origin_missing: {
    title: '没有选配件类别',
    detail: '请选择原厂、同质还是修复配件，法规要求分别标明。',
  },
  price_not_of_kind: {
    title: '这一项不适用',
    detail: '工时项目没有配件类别和单位，配件没有工时、车型和维修类别。请清空这一项。',
  },
  price_code_taken: {
    title: '编号已经在价目表上',
    detail: '请换一个编号，或者打开这个项目改价。',
  },
  package_until: {
    title: '截止日期不对',
    detail: '截止日期不能早于生效日期，最多提前五年。',
  },
  package_line_unknown: {
    title: '套餐里有价目表上没有价格的项目',
    detail: '请换成这个单位当天价目表上有价格的项目，或先给它定价。',
  },
  package_line_twice: {
    title: '套餐里的项目重复',
    detail: '每个项目只写一次，工时项目的数量是 1；配件要多个就改数量。',
  },
  package_dearer: {
    title: '套餐价高于单项合计',
    detail: '套餐价不能高于各项价格之和。请改低套餐价，或留空按合计。',
  },
  package_not_exact: {
    title: '套餐价分不到每一项',
    detail: '数量大于 1 的配件，单价要是整分。请在套餐里加一项工时，或把套餐价改动几分钱。',
  },
  price_not_offered: { title: '这个项目那天不在价目表上', detail: '不用再停用。' },
  price_not_own: {
    title: '不能恢复为上级的价格',
    detail: '这个单位没有自己的价格，或者上级没有这个项目。',
  },
  price_list_too_long: {
    title: '价目表太长，打不下',
    detail: '打印最多 {limit} 行。请导出表格，或让客户扫码看网页。',
  },
};
export const priceProblems = {
  'zh-CN': zh,
  en: {
    price_day: {
      title: 'The day is not right',
      detail:
        'A price holds from today or a later day on, at most five years ahead. Past prices stay.',
    },
    price_hours_missing: { title: 'No standard hours', detail: 'Enter the hours, such as 1.5.' },
    price_source_missing: {
      title: 'No source of the hours',
      detail:
        'Say whether they are the maker’s, the industry’s or filed by the shop: it is published.',
    },
    price_amount_missing: { title: 'No price', detail: 'Enter the price of the part.' },
    price_origin_missing: {
      title: 'No kind of part',
      detail: 'Original, equivalent or repaired: the law has them marked apart.',
    },
    price_not_of_kind: {
      title: 'This does not apply',
      detail:
        'A job has no kind of part and no unit; a part has no hours, model or grade. Clear it.',
    },
    price_code_taken: {
      title: 'The code is on the list already',
      detail: 'Take another code, or open that item and change its price.',
    },
    package_until: {
      title: 'Wrong last day',
      detail: 'The last day is not before the first, and at most five years ahead.',
    },
    package_line_unknown: {
      title: 'An item of the package has no price',
      detail:
        'Choose items that have a price on the list of this unit on that day, or price them first.',
    },
    package_line_twice: {
      title: 'An item stands twice',
      detail: 'Each item stands once, a job with quantity 1; of a part change the quantity.',
    },
    package_dearer: {
      title: 'The package is dearer than its items',
      detail:
        'A package price is not above the sum of the items. Lower it, or leave it empty for the sum.',
    },
    package_not_exact: {
      title: 'The price cannot be split',
      detail:
        'Of a part that stands several times the unit price is in whole fen. Add a job, or change the price by some fen.',
    },
    price_not_offered: {
      title: 'It is not on the list on that day',
      detail: 'There is nothing to end.',
    },
    price_not_own: {
      title: 'It cannot go back to the unit above',
      detail: 'This unit has no price of its own, or the unit above does not have the item.',
    },
    price_list_too_long: {
      title: 'The list is too long for paper',
      detail: 'At most {limit} lines are printed. Take it out as a workbook, or show the page.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
