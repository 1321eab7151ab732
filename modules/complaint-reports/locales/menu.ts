/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { reports: '投诉定期报告', settings: '投诉定期报告' },
  en: { reports: 'Complaint reports', settings: 'Complaint reports' },
};
