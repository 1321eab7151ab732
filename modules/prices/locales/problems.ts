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
