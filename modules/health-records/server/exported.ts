import { exportList } from '#platform/exported-lists.ts';
import { healthRecordRoutes } from '../contract.ts';
import { healthWords } from '../locales/words.ts';

/** 电子健康档案上传登记: which visits the archive knows, and what the others lack. */
exportList({
  route: healthRecordRoutes.list,
  title: 'records',
  words: healthWords,
  columns: [
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'order', word: 'order', width: 20, of: (row) => row.orderNumber },
    { key: 'settledAt', word: 'settledAt', kind: 'instant', width: 18, of: (row) => row.settledAt },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    {
      key: 'missing',
      word: 'missing',
      width: 30,
      of: (row, say) => row.missing.map((lack) => say(`lack_${lack}`)).join('、'),
    },
    { key: 'attempts', word: 'attempts', kind: 'number', of: (row) => row.attempts },
    { key: 'said', word: 'said', width: 40, of: (row) => row.said },
    {
      key: 'acceptedAt',
      word: 'acceptedAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.acceptedAt,
    },
  ],
});
