/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { levels: '投诉上报', terms: '投诉层级时限' },
  en: { levels: 'Complaints passed up', terms: 'Terms of levels' },
};
