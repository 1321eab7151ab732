/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { records: '电子健康档案', platform: '健康档案平台' },
  en: { records: 'Health archive', platform: 'Health archive platform' },
};
