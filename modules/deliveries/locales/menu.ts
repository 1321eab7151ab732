/** What the shell says before a page of the module is fetched. */
export const menuWords = {
  'zh-CN': { rules: '交车核对' },
  en: { rules: 'Delivery checks' },
};
