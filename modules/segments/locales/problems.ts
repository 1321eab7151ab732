const zh = {
  lost_before_sleeping: { title: '数字有误', detail: '“流失”的界限必须大于“沉睡”的界限。' },
  not_your_segment: { title: '不是您的分组', detail: '只有建立者或客服主管可以修改这个分组。' },
  round_ends_before: { title: '日期有误', detail: '结束日期不能早于开始日期。' },
  round_not_over: { title: '评比期未结束', detail: '评比期到 {untilOn} 止，次日起才能确定结果。' },
};
export const segmentProblems = {
  'zh-CN': zh,
  en: {
    lost_before_sleeping: {
      title: 'Figures',
      detail: 'The limit of “lost” must be above that of “asleep”.',
    },
    not_your_segment: {
      title: 'Not your segment',
      detail: 'Only its owner or a supervisor may change this segment.',
    },
    round_ends_before: { title: 'Dates', detail: 'It cannot end before it begins.' },
    round_not_over: {
      title: 'Not over',
      detail: 'The period lasts until {untilOn}; it can be frozen from the day after.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
