/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { holds: '证据保全' },
  en: { holds: 'Document holds' },
};
