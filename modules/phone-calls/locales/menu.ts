/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { phoneCalls: '来电', newCall: '登记来电', telephony: '电话系统' },
  en: { phoneCalls: 'Calls in', newCall: 'Somebody calls', telephony: 'Telephone system' },
};
