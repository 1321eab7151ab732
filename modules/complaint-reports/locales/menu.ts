/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { reports: '投诉上报', settings: '投诉上报规则' },
  en: { reports: 'Complaint reports', settings: 'Complaint reports' },
};
