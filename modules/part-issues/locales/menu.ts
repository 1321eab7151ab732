/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    counter: '配件柜台',
    mine: '我的领料',
    register: '领料登记',
    rules: '领料规则',
  },
  en: {
    counter: 'Parts counter',
    mine: 'My parts',
    register: 'Register of parts issued',
    rules: 'Rules of issuing parts',
  },
};
