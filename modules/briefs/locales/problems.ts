const zhProblems = {
  brief_ahead: { title: '还没到这个时段', detail: '请选已经开始的月或年。' },
  brief_exists: { title: '这一期已有月报', detail: '请打开已有的那一份，可以重新统计。' },
  brief_empty: { title: '还没有小结', detail: '请先写本期小结，再签发。' },
  brief_signed: { title: '已签发', detail: '签发后的月报不再修改。' },
};

export const briefProblems = {
  'zh-CN': zhProblems,
  en: {
    brief_ahead: { title: 'Not begun yet', detail: 'Choose a month or a year that has begun.' },
    brief_exists: {
      title: 'There is one already',
      detail: 'Open the brief of this period; its figures can be counted anew.',
    },
    brief_empty: { title: 'No summary yet', detail: 'Write the summary before you sign.' },
    brief_signed: { title: 'Signed off', detail: 'A signed brief is not changed any more.' },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
