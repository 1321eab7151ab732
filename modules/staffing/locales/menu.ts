/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    certificates: '资质证书',
    posts: '岗位',
    staffing: '人员配置',
  },
  en: {
    certificates: 'Certificates',
    posts: 'Posts',
    staffing: 'Staffing',
  },
};
