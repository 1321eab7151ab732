import { exportList } from '#platform/exported-lists.ts';
import { subletRoutes } from '../contract.ts';
import { subletWords } from '../locales/words.ts';

/** 外协登记: which job went where, until when, and what came back. What it costs is in the books, not in this list. */
exportList({
  route: subletRoutes.list,
  title: 'sublets',
  words: subletWords,
  columns: [
    { key: 'givenAt', word: 'givenAt', kind: 'instant', width: 18, of: (row) => row.givenAt },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'order', word: 'order', width: 20, of: (row) => row.orderNumber },
    { key: 'job', word: 'job', width: 30, of: (row) => row.job },
    { key: 'partner', word: 'partner', width: 24, of: (row) => row.partnerName },
    { key: 'attempt', word: 'attempt', kind: 'number', of: (row) => row.attempt },
    { key: 'asked', word: 'asked', width: 40, of: (row) => row.asked },
    { key: 'dueAt', word: 'dueAt', kind: 'instant', width: 18, of: (row) => row.dueAt },
    { key: 'backAt', word: 'backAt', kind: 'instant', width: 18, of: (row) => row.backAt ?? '' },
    { key: 'checkedBy', word: 'checkedBy', width: 14, of: (row) => row.checkedByName },
    { key: 'finding', word: 'finding', width: 40, of: (row) => row.finding },
    { key: 'reason', word: 'reason', width: 40, of: (row) => row.reason },
  ],
});
