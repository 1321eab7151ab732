/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    exports: '导出记录',
  },
  en: {
    exports: 'Exports',
  },
};
