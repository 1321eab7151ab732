const zh = { toCheckIn: '接车单' };

export const findWords = {
  'zh-CN': zh,
  en: { toCheckIn: 'How it was received' } satisfies Record<keyof typeof zh, string>,
};
