/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { cashier: '收银', owed: '应收账款', invoices: '发票' },
  en: { cashier: 'Cashier', owed: 'Receivables', invoices: 'Invoices' },
};
