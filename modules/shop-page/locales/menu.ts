/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { shopPage: '门店主页' },
  en: { shopPage: 'Public page' },
};
