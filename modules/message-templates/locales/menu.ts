/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { templates: '消息模板' },
  en: { templates: 'Message templates' },
};
