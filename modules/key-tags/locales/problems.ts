const zh = {
  key_tag_not_now: { title: '车已离店，不用再打钥匙标签', detail: '只有在店的工单能打印。' },
  key_tag_none: { title: '还没有钥匙标签', detail: '请先在工单页生成。' },
};
export const keyTagProblems = {
  'zh-CN': zh,
  en: {
    key_tag_not_now: {
      title: 'The car has left: its key needs no tag',
      detail: 'Only cars that are here have one.',
    },
    key_tag_none: { title: 'There is no key tag', detail: 'Make one on the page of the order.' },
  },
} satisfies Record<string, typeof zh>;
