const zh = {
  card: '客户页面',
  link: '发链接',
  linkLead:
    '客户在手机上打开，不用登录；核对手机尾号后看进度、补充情况、答复方案，只能看这一件投诉。',
  notOpened: '客户还没有打开过',
  notLinked: '还没有发链接。发了以后客户自己能看进度、补充照片、答复方案。',
  opened: '客户最近查看：{at}',
  customer: '客户',
  picture: '客户发来的照片',
  reply: '写给客户',
  replyHint: '客户在手机上看得到，请写清楚已经做了什么、接下来什么时候',
  send: '发送',
};
export type ComplaintPageWord = keyof typeof zh;

/** The house's side of a customer's page of his complaint. */
export const complaintPageWords = {
  'zh-CN': zh,
  en: {
    card: 'Customer’s page',
    link: 'Make a link',
    linkLead:
      'Opens on the customer’s phone without a login: progress, photos of his, answers to an offer, after the last digits of his number; this complaint only.',
    notOpened: 'The customer has not opened it yet',
    notLinked:
      'No link was sent. With one the customer follows it, adds photos and answers an offer himself.',
    opened: 'The customer last looked: {at}',
    customer: 'Customer',
    picture: 'A photo from the customer',
    reply: 'Write to the customer',
    replyHint: 'He reads it on his phone: say what was done, and what comes when',
    send: 'Send',
  } satisfies Record<ComplaintPageWord, string>,
};
