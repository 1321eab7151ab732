/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { campaigns: '客户活动', newCampaign: '新建客户活动', standing: '常设问候与提示' },
  en: { campaigns: 'Campaigns', newCampaign: 'A new campaign', standing: 'Standing greetings' },
};
