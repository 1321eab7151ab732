/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { sublets: '外协', partners: '外协单位', figures: '外协毛利' },
  en: { sublets: 'Sublet work', partners: 'Sublet partners', figures: 'Margin of sublet work' },
};
