/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    groups: '客户分组',
    ratings: '客户评比',
    saved: '保存的分组',
  },
  en: {
    groups: 'Customer groups',
    ratings: 'Customer rating',
    saved: 'Saved segments',
  },
};
