/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { cases: '培训案例' },
  en: { cases: 'Training cases' },
};
