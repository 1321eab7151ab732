/** What is money in hand or in the bank; the other ways to pay an order stand in the books alone. */
export const moneyMethods = ['cash', 'card', 'wechat', 'alipay', 'transfer'] as const;
export type MoneyMethod = (typeof moneyMethods)[number];

/** Notes and coins that are counted, in fen (人民币管理条例: in circulation since the fifth series, and the 1 角 coin). */
export const faces = [100_00, 50_00, 20_00, 10_00, 5_00, 1_00, 50, 10] as const;

/** What stands on account by how long: the last day of each span, in days. */
export const ages = ['upTo30', 'upTo60', 'upTo90', 'over90'] as const;
export type Age = (typeof ages)[number];
