const zhProblems = {
  quote_changed: {
    title: '报价刚刚有变动',
    detail: '您看到的报价已经作废，没有按它施工。下面是最新的报价，请重新确认。',
  },
  nothing_asked: {
    title: '已经答复过了',
    detail: '这份报价已有答复，或门店已撤回。下面是现在的结果，有疑问请致电门店。',
  },
  questions_enough: {
    title: '问题太多了',
    detail: '还有问题没有得到答复，请等门店答复，或直接致电门店。',
  },
  question_answered: {
    title: '已经答复过了',
    detail: '同事刚刚答复了这个问题，请刷新后查看。',
  },
};
export const portalProblems = {
  'zh-CN': zhProblems,
  en: {
    quote_changed: {
      title: 'The quotation has just changed',
      detail:
        'What you saw is void; nothing is done by it. The new quotation stands below: please answer that.',
    },
    nothing_asked: {
      title: 'This was answered already',
      detail: 'Somebody answered, or the shop took it back. What holds now stands below.',
    },
    questions_enough: {
      title: 'Too many questions',
      detail: 'Some are not answered yet: wait for the shop, or call it.',
    },
    question_answered: {
      title: 'This was answered already',
      detail: 'A colleague has just answered it: read the page again.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
