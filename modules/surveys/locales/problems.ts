const zh = {
  survey_over: { title: '这份问卷已经结束', detail: '已过期或不再需要回答，谢谢您。' },
  survey_answered: { title: '已经回答过了', detail: '每份邀请只收一次回答，先到的一份算数。' },
  survey_not_yet: {
    title: '还没到抽定的时间',
    detail: '发送时间由系统抽定，到时间后才能生成链接，以免挑时候问。',
  },
  question_unknown: { title: '问卷里没有这个问题', detail: '请刷新页面，按当前问卷回答。' },
  answer_needed: { title: '还有必答题没有回答', detail: '请回答标了“必答”的问题。' },
  answer_not_fitting: { title: '回答不符合题型', detail: '请按题目的分值或选项回答。' },
  advisor_served: {
    title: '接待过的顾问不能代问',
    detail: '请换一位同事致电，客户才好说真话。',
  },
  people_only: { title: '只能由人登记', detail: '请用员工账号登记通话的回答。' },
  edition_stale: { title: '已有更新的版本', detail: '同事刚发布了新版，请刷新后再改。' },
  question_key_twice: { title: '题目代号重复', detail: '每道题的代号在一份问卷里只能用一次。' },
  choice_needs_options: { title: '选项不对', detail: '选择题至少要两个选项，其他题型没有选项。' },
  overall_not_one: { title: '总体满意度应有一题', detail: '请把一道打分题设为总体满意度。' },
  recommend_twice: { title: '推荐题只能有一道', detail: '净推荐值按一道 0–10 分的题计算。' },
  low_not_fitting: { title: '低分线不对', detail: '低分线要低于题目的最高分，只用于打分题。' },
  span_wrong: { title: '日期范围不对', detail: '结束日期不能早于开始日期，最长两年。' },
  nothing_to_draw: { title: '这段时间没有回答', detail: '请换一段有回答的日期再抽。' },
};

/** What the interface says of a refusal, by its code. */
export const surveyProblems = {
  'zh-CN': zh,
  en: {
    survey_over: { title: 'This survey is over', detail: 'It has ended or is no longer needed.' },
    survey_answered: {
      title: 'Answered already',
      detail: 'An invitation takes one answer; the first one counts.',
    },
    survey_not_yet: {
      title: 'Its drawn hour has not come',
      detail: 'The hour is drawn by the system. A link can be made once it has come.',
    },
    question_unknown: { title: 'No such question', detail: 'Reload the page and answer anew.' },
    answer_needed: {
      title: 'An answer is missing',
      detail: 'Answer the questions that are marked as needed.',
    },
    answer_not_fitting: {
      title: 'This answer does not fit',
      detail: 'Answer within the scale or the choices of the question.',
    },
    advisor_served: {
      title: 'Not by the advisor who served',
      detail: 'Let a colleague call, so that the customer speaks freely.',
    },
    people_only: { title: 'Recorded by people only', detail: 'Use an employee’s own account.' },
    edition_stale: {
      title: 'There is a newer edition',
      detail: 'A colleague has just published one: reload first.',
    },
    question_key_twice: { title: 'Two questions with one key', detail: 'Each key is used once.' },
    choice_needs_options: {
      title: 'The options do not fit',
      detail: 'A choice has two options or more; other questions have none.',
    },
    overall_not_one: {
      title: 'One question is the overall one',
      detail: 'Mark one scale as overall satisfaction.',
    },
    recommend_twice: {
      title: 'One question on recommending',
      detail: 'The net promoter score is counted by one question from 0 to 10.',
    },
    low_not_fitting: {
      title: 'The low mark does not fit',
      detail: 'It lies below the top of a scale, and only a scale has one.',
    },
    span_wrong: {
      title: 'These days do not fit',
      detail: 'The last day is not before the first; two years at most.',
    },
    nothing_to_draw: {
      title: 'Nobody answered in these days',
      detail: 'Choose days in which somebody did.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
