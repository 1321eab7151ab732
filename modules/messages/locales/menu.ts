/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { emailSettings: '邮件设置', smsSettings: '短信设置', wecomSettings: '企业微信设置' },
  en: { emailSettings: 'E-mail settings', smsSettings: 'Text messages', wecomSettings: 'WeCom' },
};
