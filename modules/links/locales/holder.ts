const zh = {
  opening: '正在打开…',
  away: '暂时连不上',
  awayDetail: '请检查网络，稍后再试。',
  again: '再试一次',
  others: '我的其他页面',
  page: '打开',
  ways: '门店服务',
  bookAt: '预约到店',
  shopAt: '门店主页',
  genuineAt: '配件防伪查询',
  messageCode: '短信验证码',
  messageLead: '为确认是您本人，验证码发到门店登记的手机。',
  sendCode: '发送验证码',
  sendAnother: '重新发送',
  nextIn: '{seconds} 秒后可重新发送',
  sentTo: '已发到 {sentTo}，{minutes} 分钟内有效。',
  needCode: '请先发送验证码，再输入收到的六位数字',
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
    others: 'My other pages',
    page: 'Open',
    ways: 'At the shop',
    bookAt: 'Make an appointment',
    shopAt: 'The shop’s page',
    genuineAt: 'Genuine check of parts',
    messageCode: 'Code by text message',
    messageLead: 'To know that it is you: a code goes to the telephone that the shop has on file.',
    sendCode: 'Send the code',
    sendAnother: 'Send another',
    nextIn: 'Another in {seconds} s',
    sentTo: 'Sent to {sentTo}, good for {minutes} minutes.',
    needCode: 'Send the code first, then enter its six digits',
  } satisfies Record<HolderWord, string>,
};
