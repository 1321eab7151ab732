const zh = {
  template_variable_unknown: {
    title: '没有“{word}”这个变量',
    detail: '请从变量列表里选，写在花括号里。',
  },
  template_no_subject: { title: '邮件要有标题', detail: '请填标题。' },
  template_no_way_out: {
    title: '营销短信要写明怎么拒收',
    detail: '请在末尾加上“拒收请回复R”之类的话（消费者权益保护法实施条例第24条）。',
  },
  template_forbidden_words: {
    title: '广告不能用“国家级、最高级、最佳”',
    detail: '请换一种说法（广告法第9条）。',
  },
  template_person: { title: '要由员工本人办理', detail: '接口密钥不能送审或审批模板。' },
  template_own: { title: '自己写的模板要由别人审批', detail: '请另一位主管或负责人审批。' },
  template_edition_open: { title: '已有一个新版本还没有审批完', detail: '请先处理那个版本。' },
  template_not_revisable: { title: '还不能改版', detail: '在用或停用的模板才能出新版本。' },
  template_not_approved: {
    title: '这个模板现在不能用',
    detail: '它还没有审批，或已经停用。请另选一个。',
  },
  template_variable_empty: {
    title: '模板里有空着的内容：{words}',
    detail: '请先在档案里补全，或另选一个模板。',
  },
};
export const templateProblems = {
  'zh-CN': zh,
  en: {
    template_variable_unknown: {
      title: 'There is no variable “{word}”',
      detail: 'Choose one from the list and write it between braces.',
    },
    template_no_subject: { title: 'An e-mail needs a subject', detail: 'Enter one.' },
    template_no_way_out: {
      title: 'A marketing text says how to refuse it',
      detail: 'Add at its end what to reply (implementing rules of the consumer law, art. 24).',
    },
    template_forbidden_words: {
      title: 'Advertising may not use 国家级, 最高级, 最佳',
      detail: 'Say it otherwise (advertising law, art. 9).',
    },
    template_person: { title: 'A person has to do this', detail: 'A key cannot ask or approve.' },
    template_own: {
      title: 'Another person approves what you wrote',
      detail: 'Ask another supervisor or the owner.',
    },
    template_edition_open: {
      title: 'A new edition is not decided yet',
      detail: 'Finish that one first.',
    },
    template_not_revisable: {
      title: 'No new edition yet',
      detail: 'Only what is or was in use gets another edition.',
    },
    template_not_approved: {
      title: 'This template cannot be used now',
      detail: 'It is not approved, or out of use. Choose another one.',
    },
    template_variable_empty: {
      title: 'The template has gaps: {words}',
      detail: 'Complete the file first, or choose another template.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
