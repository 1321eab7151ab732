const zhProblems = {
  at_level_above: { title: '已在上级处理', detail: '这件投诉现在由上级处理，请等上级交回。' },
  complaint_closed: { title: '投诉已答复或结案', detail: '已经答复客户的投诉不再上报或交办。' },
  nobody_above: { title: '上面没有层级', detail: '您这里已是最高一级，请直接处理。' },
  not_below: { title: '不能交给这里', detail: '只能交回给受理单位，或您与它之间的层级。' },
  levels_too_long: {
    title: '时限太长',
    detail: '各级合计不能超过 10 个工作日：无正当理由拖过 15 天算故意拖延。',
  },
};

export const levelProblems = {
  'zh-CN': zhProblems,
  en: {
    at_level_above: {
      title: 'With a level above',
      detail: 'A level above works on this complaint; wait until it is handed back.',
    },
    complaint_closed: {
      title: 'Answered or closed',
      detail: 'A complaint that has been answered is neither passed up nor handed down.',
    },
    nobody_above: { title: 'No level above', detail: 'This is the top: settle it here.' },
    not_below: {
      title: 'Cannot go there',
      detail: 'Hand it to who received it, or to a level between.',
    },
    levels_too_long: {
      title: 'Too long',
      detail:
        'All levels together have at most 10 working days: more than 15 days without good reason is deliberate delay.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
