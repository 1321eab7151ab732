const zh = {
  guarantees: '质量保证期',
  note: '公示并写在结算清单、交车单上。可以比法规长，不能短；今天起签发的合格证按新承诺。',
  source: '法规下限（小型汽车）出自{source}。',
  from: '本店承诺自 {from} 起。',
  others: '摩托车 {motorcycle}；其他机动车 {other}',
  save: '公布承诺',
  saved: '已公布，今天起生效',
};

/** How long a repair is guaranteed: they come with their screen. */
export const guaranteeWords = {
  'zh-CN': zh,
  en: {
    guarantees: 'Repair guarantee',
    note: 'It stands on settlement lists and delivery sheets. Longer than the law is fine, shorter is not; certificates issued from today on have the new terms.',
    source: 'The least terms (cars) are those of {source}.',
    from: 'The house has promised since {from}.',
    others: 'motorcycles {motorcycle}; others {other}',
    save: 'Promise',
    saved: 'Promised from today on',
  } satisfies Record<keyof typeof zh, string>,
};
