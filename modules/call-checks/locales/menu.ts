/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { checks: '回访抽查', mine: '我的抽查', settings: '回访抽查' },
  en: { checks: 'Call checks', mine: 'My checks', settings: 'Call checks' },
};
