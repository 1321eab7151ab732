/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { repeats: '返修', figures: '返修率与一次修复率' },
  en: { repeats: 'Repeat repairs', figures: 'Repeat and first-time-fix rates' },
};
