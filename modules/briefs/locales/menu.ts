/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { indicators: '回访指标', briefs: '回访月报' },
  en: { indicators: 'Indicators', briefs: 'Briefs' },
};
