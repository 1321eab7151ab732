const zhProblems = {
  spans_unsound: {
    title: '时段写得不对',
    detail: '每段要先开始后结束，各段按先后排列，不能相接或重叠。',
  },
  never_open: {
    title: '一周里没有营业时间',
    detail: '至少留一天有营业时间，否则期限无法计算。',
  },
};

export const commitmentProblems = {
  'zh-CN': zhProblems,
  en: {
    spans_unsound: {
      title: 'The hours do not fit',
      detail: 'Each span begins before it ends; they stand in order and do not touch.',
    },
    never_open: {
      title: 'The week has no hours',
      detail: 'Leave at least one day open, or no deadline can be reckoned.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
