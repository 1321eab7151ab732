import { exportList } from '#platform/exported-lists.ts';
import { genuineRoutes } from '../contract.ts';
import { genuineWords } from '../locales/words.ts';

const words = genuineWords;

exportList({
  route: genuineRoutes.listBatches,
  title: 'batches',
  words,
  columns: [
    { key: 'number', word: 'batch', width: 18, of: (row) => row.number },
    { key: 'product', word: 'product', width: 32, of: (row) => row.product },
    { key: 'partNumber', word: 'partNumber', width: 20, of: (row) => row.partNumber },
    { key: 'codes', word: 'codes', kind: 'number', of: (row) => row.codes },
    { key: 'checked', word: 'checked', kind: 'number', of: (row) => row.codesChecked },
    { key: 'warned', word: 'warned', kind: 'number', of: (row) => row.codesWarned },
    { key: 'at', word: 'issuedAt', kind: 'instant', width: 18, of: (row) => row.createdAt },
  ],
});

/** Where codes were seen; never the codes. */
exportList({
  route: genuineRoutes.listCodes,
  title: 'codeList',
  words,
  columns: [
    { key: 'product', word: 'product', width: 32, of: (row) => row.product },
    { key: 'ending', word: 'ending', of: (row) => row.ending },
    { key: 'batch', word: 'batch', width: 18, of: (row) => row.batchNumber },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    { key: 'checks', word: 'checks', kind: 'number', of: (row) => row.checks },
    { key: 'last', word: 'lastAt', kind: 'instant', width: 18, of: (row) => row.lastCheckedAt },
    {
      key: 'places',
      word: 'places',
      width: 32,
      of: (row) => row.latest.map(({ place }) => place || '—').join('、'),
    },
  ],
});
