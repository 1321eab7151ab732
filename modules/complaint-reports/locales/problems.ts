const zhProblems = {
  report_drafted: { title: '还没有上报', detail: '上报之前直接改说明就行。' },
  report_sent: { title: '已上报', detail: '上报后不再修改；数字有错请更正，会另出一版。' },
  report_superseded: { title: '已有更正版', detail: '请打开最新一版再更正。' },
  report_unchanged: { title: '重新统计后没有变化', detail: '现在的数字和上报的一样，不需要更正。' },
  report_not_yours: { title: '不是本单位的报告', detail: '只有本单位的主管能写说明、上报和更正。' },
  report_names_person: {
    title: '里面像是有个人信息',
    detail: '上报的文字不写姓名、电话、车牌和地址，请改用“客户”“技师”这样的说法。',
  },
  rule_of_the_top: { title: '由总部设置', detail: '整个体系用一个规则，请联系最上级的主管。' },
  words_after_due: { title: '写说明的时间太长', detail: '写说明的工作日要少于上报期限。' },
};

export const reportProblems = {
  'zh-CN': zhProblems,
  en: {
    report_drafted: { title: 'Not sent yet', detail: 'Before it goes just change its words.' },
    report_sent: {
      title: 'It has gone',
      detail: 'A sent report is not changed; correct it, and a new edition goes up.',
    },
    report_superseded: {
      title: 'There is a newer edition',
      detail: 'Open the last edition to correct it.',
    },
    report_unchanged: {
      title: 'Nothing changed',
      detail: 'Counted again the figures are those that were sent.',
    },
    report_not_yours: {
      title: 'The report of another unit',
      detail: 'Words, sending and corrections are for the supervisors of the unit itself.',
    },
    report_names_person: {
      title: 'This looks like somebody’s data',
      detail: 'No names, phones, plates or addresses go up: say “the customer”, “the technician”.',
    },
    rule_of_the_top: {
      title: 'Set by headquarters',
      detail: 'One rule holds for the whole tree; ask the supervisors at its top.',
    },
    words_after_due: {
      title: 'Too long a time for words',
      detail: 'The working days for words must be fewer than those until the report is due.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
