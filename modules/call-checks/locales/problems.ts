const zhProblems = {
  check_form_changed: {
    title: '评分表刚改过',
    detail: '请刷新页面，按新的评分表打分；您写的评语还在。',
  },
  check_keys_twice: { title: '评分项重复', detail: '两个评分项的代号一样，请改掉一个。' },
  check_marks: {
    title: '分数没有打全',
    detail: '每一项都要打分或选“不适用”，分数不能超过该项满分。',
  },
  check_coaching_needed: {
    title: '请写辅导意见',
    detail: '不及格或没有得分的，要写明怎样改进。',
  },
  check_agreed_day: {
    title: '约定要有日期',
    detail: '约定的事和复看日期要一起填，日期在明天以后、一年以内。',
  },
  check_nothing_agreed: { title: '没有要复看的约定', detail: '没有约定，或已经复看过了。' },
  check_people_only: { title: '只能由人评分', detail: '请用员工账号登录后评分。' },
};

export const checkProblems = {
  'zh-CN': zhProblems,
  en: {
    check_form_changed: {
      title: 'The form was changed',
      detail: 'Reload and judge by the new form; your words are kept.',
    },
    check_keys_twice: { title: 'A criterion twice', detail: 'Two criteria have the same key.' },
    check_marks: {
      title: 'Marks are missing',
      detail: 'Each criterion needs points within its limit, or “not applicable”.',
    },
    check_coaching_needed: {
      title: 'Coaching is needed',
      detail: 'Below the pass mark, write what is to become better.',
    },
    check_agreed_day: {
      title: 'An agreement has a day',
      detail: 'Give words and day together; the day lies ahead, within a year.',
    },
    check_nothing_agreed: {
      title: 'Nothing to look at',
      detail: 'Nothing was agreed on, or it was looked at already.',
    },
    check_people_only: {
      title: 'Judged by people only',
      detail: 'Use an employee’s own account.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
