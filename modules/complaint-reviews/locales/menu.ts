/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    analysis: '投诉分析',
    reviews: '总结会议',
    measures: '改进与预防',
  },
  en: {
    analysis: 'Complaint analysis',
    reviews: 'Summary meetings',
    measures: 'Measures',
  },
};
