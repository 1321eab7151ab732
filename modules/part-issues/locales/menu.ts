/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    counter: '配件柜台',
    mine: '我的领料',
    register: '领料登记',
    charges: '配件赔偿',
    rules: '领料规则',
    barcodes: '配件条码',
  },
  en: {
    counter: 'Parts counter',
    mine: 'My parts',
    register: 'Register of parts issued',
    charges: 'Charged parts',
    rules: 'Rules of issuing parts',
    barcodes: 'Barcodes of parts',
  },
};
