/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    duplicates: '查重合并',
  },
  en: {
    duplicates: 'Duplicates',
  },
};
