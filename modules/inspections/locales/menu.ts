/** What the shell says before a page of the module is fetched. */
export const menuWords = {
  'zh-CN': { templates: '检验模板' },
  en: { templates: 'Inspection templates' },
};
