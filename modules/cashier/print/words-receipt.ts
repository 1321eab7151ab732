import type { PrintLocale } from '#platform/print/form.ts';
import { settlementWords } from './words-settlement.ts';

const zh = {
  titles: { deposit: '定金收据', collection: '收款收据' },
  notes: { deposit: '请妥善保管，结算时出示', collection: '请妥善保管' },
  customer: '付款人',
  plate: '车牌号',
  order: '工单',
  reasons: { deposit: '维修定金', collection: '归还挂账' },
  reason: '收款事由',
  method: '收款方式',
  takenAt: '收款时间',
  takenBy: '收款人',
  amount: '金额',
  inWords: '大写',
  paidFor: '抵付工单',
  yuan: '金额单位：元',
  remark: '备注',
  notInvoice: '本收据不是发票。',
  ways: settlementWords['zh-CN'].ways,
  customerSigns: '付款人签字',
  shopSigns: '收款单位盖章',
  signedOn: '日期',
};
export type ReceiptWords = typeof zh;

export const receiptWords: Record<PrintLocale, ReceiptWords> = {
  'zh-CN': zh,
  en: {
    titles: { deposit: 'Deposit receipt', collection: 'Receipt' },
    notes: { deposit: 'please keep it for the settlement', collection: 'please keep it' },
    customer: 'Received from',
    plate: 'Plate',
    order: 'Order',
    reasons: { deposit: 'Deposit for repair', collection: 'Payment on account' },
    reason: 'For',
    method: 'Way',
    takenAt: 'Taken',
    takenBy: 'Taken by',
    amount: 'Amount',
    inWords: 'In capitals',
    paidFor: 'Set off against',
    yuan: 'amounts in yuan',
    remark: 'Note',
    notInvoice: 'This is no invoice.',
    ways: settlementWords.en.ways,
    customerSigns: 'Customer',
    shopSigns: 'For the shop',
    signedOn: 'Date',
  },
};
