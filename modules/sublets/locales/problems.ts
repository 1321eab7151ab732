const zhProblems = {
  sublet_partner_twice: { title: '已有同名单位', detail: '这个名称的外协单位已经在册。' },
  sublet_partner_unknown: { title: '不能交给这个单位', detail: '请从在用的外协单位里选。' },
  sublet_partner_unqualified: {
    title: '资质已过期',
    detail: '这个单位的资质到 {until}，更新资质后才能交活。',
  },
  sublet_booked: {
    title: '成本已经入账',
    detail: '一项外协只入账一次；入错了请先冲销，再重新入账。',
  },
  sublet_not_booked: { title: '没有可冲销的成本', detail: '这项外协还没有入账。' },
  sublet_cost_reason: {
    title: '与约定成本不同',
    detail: '约定 {agreed} 元；金额不同请写明原因。',
  },
};

export const subletProblems = {
  'zh-CN': zhProblems,
  en: {
    sublet_partner_twice: {
      title: 'A firm of that name is on file',
      detail: 'Choose another name, or change the one on file.',
    },
    sublet_partner_unknown: {
      title: 'Not a firm that jobs are given to',
      detail: 'Choose one of the firms in use.',
    },
    sublet_partner_unqualified: {
      title: 'Its paper has ended',
      detail: 'The firm’s paper ended on {until}: renew it before giving it a job.',
    },
    sublet_booked: {
      title: 'The cost is booked',
      detail: 'It is booked once: take a wrong booking back first, then book it anew.',
    },
    sublet_not_booked: { title: 'Nothing to take back', detail: 'No cost is booked for it.' },
    sublet_cost_reason: {
      title: 'Another cost than agreed',
      detail: '{agreed} was agreed: say why it is another.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
