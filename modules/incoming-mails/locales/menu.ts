/** What stands in the menu before anything of the module is fetched. */
export const menuWords = {
  'zh-CN': { incomingMails: '来信', mailbox: '收信邮箱' },
  en: { incomingMails: 'Incoming mail', mailbox: 'Mailbox' },
};
