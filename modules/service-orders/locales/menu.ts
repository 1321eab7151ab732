/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    board: '车间看板',
    orders: '工单',
    workshop: '车间工单',
    discountLimits: '优惠权限',
    guarantee: '质量保证期',
  },
  en: {
    board: 'Workshop',
    orders: 'Orders',
    workshop: 'Workshop orders',
    discountLimits: 'Discount limits',
    guarantee: 'Guarantee',
  },
};
