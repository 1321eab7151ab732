/** What stands over every page while a telephone rings: fetched with it, and no more. */
const zh = {
  withheld: '号码未显示',
  unknown: '不在档',
  inShop: '在店',
  ringingNow: '来电',
  talkingNow: '通话中',
  manyMatches: '可能是 {count} 位客户',
  openCall: '看来电人',
  hide: '收起',
  ringsAtYours: '正在接通您的分机…',
};
export const ringingWords = {
  'zh-CN': zh,
  en: {
    withheld: 'Number withheld',
    unknown: 'Not on file',
    inShop: 'In the shop',
    ringingNow: 'Ringing',
    talkingNow: 'Speaking',
    manyMatches: 'One of {count} customers',
    openCall: 'Show the caller',
    hide: 'Hide',
    ringsAtYours: 'Your own telephone rings first …',
  } satisfies Record<keyof typeof zh, string>,
};
