const zh = {
  opening: '正在打开…',
  away: '暂时连不上',
  awayDetail: '请检查网络，稍后再试。',
  again: '再试一次',
};
export type HolderWord = keyof typeof zh;

/** For the customer's own page, which loads nothing of the house's screens. */
export const holderWords = {
  'zh-CN': zh,
  en: {
    opening: 'Opening…',
    away: 'Nothing can be reached',
    awayDetail: 'Check the connection and try again.',
    again: 'Try again',
  } satisfies Record<HolderWord, string>,
};
