/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    liability: '预收负债',
    members: '会员',
    rules: '会员设置',
  },
  en: {
    liability: 'Owed to members',
    members: 'Members',
    rules: 'Membership settings',
  },
};
