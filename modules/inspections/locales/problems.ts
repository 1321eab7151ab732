const zh = {
  inspection_signed: {
    title: '检验单已签字',
    detail: '签字后的检验单是原始记录，不能再改；要补充请在工单上另记。',
  },
  inspection_incomplete: {
    title: '还不能签字',
    detail: '还有 {count} 处没做完，请按标出的位置补齐。',
  },
  inspection_lacks_light: '这一项还没有判定。',
  inspection_lacks_reading: '这一项要填读数。',
  inspection_lacks_note: '黄、红要写明看到什么。',
  inspection_lacks_answer: '前台还没有答复这个疑问。',
  inspection_item_unknown: {
    title: '检验单上没有这一项',
    detail: '模板或工单项目可能已变，请刷新后再填。',
  },
  inspection_item_green: {
    title: '这一项没有问题',
    detail: '黄或红的项目才报给前台；请先改判定。',
  },
  inspection_offered: { title: '已经报过前台', detail: '这一项已在工单上，请前台在工单里处理。' },
  inspection_photos_enough: { title: '照片已满', detail: '一张检验单最多 200 张照片。' },
  inspection_questions_enough: {
    title: '疑问已满',
    detail: '一张检验单最多 100 个疑问，请当面问前台。',
  },
  inspection_question_answered: {
    title: '已经答复过了',
    detail: '同事刚答复了这个疑问，请刷新查看。',
  },
  inspection_sheets_enough: { title: '检验单太多', detail: '一张工单最多 50 张检验单。' },
  inspection_is_red: {
    title: '有不合格项',
    detail: '有红色项目不能判合格：请退回返工，或复检后改判。',
  },
  inspection_no_red: {
    title: '没有不合格项',
    detail: '退回返工要有原因：请把不合格的项目判红并写明。',
  },
  inspector_certificate_over: {
    title: '检验员证书已过期',
    detail: '请先在“人员资质”里续证，或请另一位证书有效的检验员签字。',
  },
  inspection_template_published: {
    title: '这一版已发布',
    detail: '发布后的模板不能改；请“起草新版”，发布后替代它。',
  },
  inspection_key_twice: { title: '检验项编号重复', detail: '同一模板里每一项的编号须不同。' },
  inspection_limits_crossed: { title: '限值上下颠倒', detail: '下限不能大于上限，请核对。' },
  inspection_draft_begun: {
    title: '已有草稿',
    detail: '这一类模板已有一份没发布的草稿，请在那份上继续。',
  },
  inspection_templates_full: { title: '模板太多', detail: '最多 200 版检验模板。' },
};

export const inspectionProblems = {
  'zh-CN': zh,
  en: {
    inspection_signed: {
      title: 'The sheet is signed',
      detail:
        'A signed sheet is an original record and does not change; write on the order instead.',
    },
    inspection_incomplete: {
      title: 'It cannot be signed yet',
      detail: '{count} places are not done; they are marked.',
    },
    inspection_lacks_light: 'This item has no light yet.',
    inspection_lacks_reading: 'This item asks for a reading.',
    inspection_lacks_note: 'Yellow and red say what was seen.',
    inspection_lacks_answer: 'The desk has not answered this question yet.',
    inspection_item_unknown: {
      title: 'No such item on the sheet',
      detail: 'The template or the jobs may have changed; load it again.',
    },
    inspection_item_green: {
      title: 'Nothing is wrong with it',
      detail: 'Only yellow and red items go to the desk; change its light first.',
    },
    inspection_offered: {
      title: 'Already before the desk',
      detail: 'It stands on the order; the desk goes on there.',
    },
    inspection_photos_enough: { title: 'Enough photos', detail: 'A sheet has at most 200 photos.' },
    inspection_questions_enough: {
      title: 'Enough questions',
      detail: 'A sheet has at most 100 questions; ask the desk in person.',
    },
    inspection_question_answered: {
      title: 'Already answered',
      detail: 'A colleague has just answered it; load it again.',
    },
    inspection_sheets_enough: {
      title: 'Too many sheets',
      detail: 'An order has at most 50 inspection sheets.',
    },
    inspection_is_red: {
      title: 'Something is red',
      detail: 'With a red item nothing passes: send it back, or look again.',
    },
    inspection_no_red: {
      title: 'Nothing is red',
      detail: 'Sending back needs a reason: make the failed item red and say why.',
    },
    inspector_certificate_over: {
      title: 'Your certificate has run out',
      detail: 'Have it renewed on your staff file, or let an inspector with a valid one sign.',
    },
    inspection_template_published: {
      title: 'This edition is published',
      detail: 'It does not change; draft a new edition, which replaces it.',
    },
    inspection_key_twice: { title: 'A key twice', detail: 'Each item of a template has its own.' },
    inspection_limits_crossed: {
      title: 'Limits crossed',
      detail: 'The low limit is above the high one.',
    },
    inspection_draft_begun: {
      title: 'There is a draft',
      detail: 'Go on with the draft of this kind that is not published yet.',
    },
    inspection_templates_full: { title: 'Too many templates', detail: 'At most 200 editions.' },
  } satisfies Record<keyof typeof zh, string | { title: string; detail: string }>,
};
