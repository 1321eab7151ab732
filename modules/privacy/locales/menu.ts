/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { requests: '个人信息请求' },
  en: { requests: 'Data requests' },
};
