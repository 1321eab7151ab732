export const auditProblems = {
  'zh-CN': {
    nothing_sealed: { title: '还没有封存的记录', detail: '链上还没有记录，请稍后再下载。' },
  },
  en: {
    nothing_sealed: {
      title: 'Nothing is sealed yet',
      detail: 'The chain has no entries yet. Try again in a moment.',
    },
  },
};
