import { exportList } from '#platform/exported-lists.ts';
import { cashierRoutes } from '../contract.ts';
import { cashierWords } from '../locales/words.ts';

/** 应收账款账龄: who owes how much for how long, for who keeps the books. */
exportList({
  route: cashierRoutes.listOwed,
  title: 'owed',
  words: cashierWords,
  columns: [
    { key: 'customer', word: 'customer', width: 24, of: (row) => row.customerName },
    { key: 'limit', word: 'limit', kind: 'money', of: (row) => row.limitFen },
    { key: 'days', word: 'days', kind: 'number', of: (row) => row.days },
    { key: 'owed', word: 'owedSum', kind: 'money', of: (row) => row.owedFen },
    { key: 'upTo30', word: 'upTo30', kind: 'money', of: (row) => row.upTo30Fen },
    { key: 'upTo60', word: 'upTo60', kind: 'money', of: (row) => row.upTo60Fen },
    { key: 'upTo90', word: 'upTo90', kind: 'money', of: (row) => row.upTo90Fen },
    { key: 'over90', word: 'over90', kind: 'money', of: (row) => row.over90Fen },
    { key: 'overdue', word: 'overdue', kind: 'money', of: (row) => row.overdueFen },
  ],
});

/** 日结: a line for each close, for who keeps the books. */
exportList({
  route: cashierRoutes.listCloses,
  title: 'closes',
  words: cashierWords,
  columns: [
    { key: 'number', word: 'closeNumber', width: 18, of: (row) => row.number },
    { key: 'day', word: 'day', kind: 'date', width: 14, of: (row) => row.dayOn },
    { key: 'cashier', word: 'cashierName', width: 16, of: (row) => row.cashierName },
    { key: 'total', word: 'net', kind: 'money', of: (row) => row.totalFen },
    { key: 'float', word: 'float', kind: 'money', of: (row) => row.floatFen },
    { key: 'expected', word: 'expected', kind: 'money', of: (row) => row.expectedFen },
    { key: 'counted', word: 'countedCash', kind: 'money', of: (row) => row.countedFen },
    { key: 'difference', word: 'difference', kind: 'money', of: (row) => row.differenceFen },
    { key: 'reason', word: 'reason', width: 32, of: (row) => row.reason },
    { key: 'closedAt', word: 'closedAt', kind: 'instant', width: 18, of: (row) => row.at },
  ],
});

/** 发票资料: what is to be issued in the tax office's program, and what was. */
exportList({
  route: cashierRoutes.listInvoices,
  title: 'invoices',
  words: cashierWords,
  columns: [
    {
      key: 'state',
      word: 'invoiceState',
      width: 12,
      of: (row, say) => say(`invoice_${row.state}`),
    },
    { key: 'title', word: 'invoiceTitle', width: 32, of: (row) => row.title },
    { key: 'taxNumber', word: 'taxNumber', width: 22, of: (row) => row.taxNumber },
    { key: 'address', word: 'invoiceAddress', width: 32, of: (row) => row.address },
    { key: 'phone', word: 'invoicePhone', width: 16, of: (row) => row.phone },
    { key: 'bank', word: 'invoiceBank', width: 24, of: (row) => row.bank },
    { key: 'account', word: 'invoiceAccount', width: 24, of: (row) => row.account },
    { key: 'email', word: 'invoiceMail', width: 24, of: (row) => row.email },
    { key: 'order', word: 'invoiceOrder', width: 18, of: (row) => row.orderNumber },
    { key: 'settled', word: 'settle', kind: 'money', of: (row) => row.settledFen },
    { key: 'amount', word: 'invoiceAmount', kind: 'money', of: (row) => row.amountFen },
    { key: 'number', word: 'invoiceNumber', width: 24, of: (row) => row.number },
    { key: 'on', word: 'invoiceOn', kind: 'date', width: 14, of: (row) => row.issuedOn },
  ],
});
