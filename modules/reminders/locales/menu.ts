/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    offers: '服务活动',
    reminders: '到期提醒',
  },
  en: {
    offers: 'Offers and events',
    reminders: 'Due services',
  },
};
