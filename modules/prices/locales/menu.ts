/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { prices: '价目表' },
  en: { prices: 'Price list' },
};
