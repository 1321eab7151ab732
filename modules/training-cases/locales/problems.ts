const zh = {
  complaint_open: { title: '投诉还没有结案', detail: '结案以后才能做成培训案例。' },
  case_exists: { title: '已经做过案例', detail: '请打开那一份；不用了的先撤下。' },
  own_case: { title: '不能发布自己写的案例', detail: '请另一位主管看过后发布。' },
  marks_stand: { title: '还有像个人信息的内容', detail: '请把标出来的地方改掉再发布。' },
  case_empty: { title: '案例还不完整', detail: '“客户说了什么”和“经验教训”都要写。' },
  people_only: { title: '要由人来做', detail: '程序不能代替人发布或阅读案例。' },
};

export const trainingCaseProblems = {
  'zh-CN': zh,
  en: {
    complaint_open: {
      title: 'Not closed yet',
      detail: 'A training case is made of a closed complaint.',
    },
    case_exists: {
      title: 'There is a case already',
      detail: 'Open that one, or withdraw it first.',
    },
    own_case: {
      title: 'You wrote it yourself',
      detail: 'Ask another supervisor to look at it and publish it.',
    },
    marks_stand: {
      title: 'Something looks personal',
      detail: 'Change what is marked, then publish.',
    },
    case_empty: {
      title: 'Not complete',
      detail: 'What the customer said and the lesson have to be written.',
    },
    people_only: {
      title: 'For people',
      detail: 'A program neither publishes nor reads a case for somebody.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
