import { exportList } from '#platform/exported-lists.ts';
import { partIssueRoutes } from '../contract.ts';
import { partWords } from '../locales/words.ts';

/** 领料登记: which part went to whom for which order, what came back, against which old part. */
exportList({
  route: partIssueRoutes.list,
  title: 'register',
  words: partWords,
  columns: [
    { key: 'at', word: 'at', kind: 'instant', width: 18, of: (row) => row.at },
    { key: 'kind', word: 'kind', of: (row, say) => say(`kind_${row.kind}`) },
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'order', word: 'order', width: 20, of: (row) => row.orderNumber },
    { key: 'number', word: 'number', width: 18, of: (row) => row.number },
    { key: 'name', word: 'part', width: 30, of: (row) => row.name },
    {
      key: 'quantity',
      word: 'quantity',
      kind: 'number',
      of: (row) => row.quantityThousandths / 1000,
    },
    { key: 'unit', word: 'unit', of: (row) => row.unit },
    { key: 'technician', word: 'technician', width: 14, of: (row) => row.technicianName },
    { key: 'by', word: 'by', width: 14, of: (row) => row.byName },
    { key: 'oldPart', word: 'oldPart', of: (row, say) => say(`old_${row.oldPart}`) },
    { key: 'tag', word: 'tag', width: 18, of: (row) => row.oldPartTag },
    { key: 'reason', word: 'reason', width: 40, of: (row) => row.reason },
    {
      key: 'said',
      word: 'said',
      of: (row, say) => say(row.said === '' ? 'said_' : `said_${row.said}`),
    },
    { key: 'saidWords', word: 'saidWords', width: 40, of: (row) => row.saidWords },
  ],
});
