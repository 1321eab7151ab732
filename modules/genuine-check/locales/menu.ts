/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    genuine: '防伪查询',
  },
  en: {
    genuine: 'Genuine check',
  },
};
