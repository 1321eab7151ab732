import { exportList } from '#platform/exported-lists.ts';
import { importRoutes } from '../contract.ts';
import { importScreenWords } from '../locales/screen-words.ts';

exportList({
  route: importRoutes.list,
  title: 'imports',
  words: importScreenWords,
  columns: [
    { key: 'file', word: 'file', width: 32, of: (row) => row.fileName },
    { key: 'kind', word: 'kind', of: (row, say) => say(`kind_${row.kind}`) },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
    { key: 'rows', word: 'rows', kind: 'number', of: (row) => row.counts.rows },
    { key: 'by', word: 'by', of: (row) => row.createdByName },
    { key: 'at', word: 'at', kind: 'instant', width: 18, of: (row) => row.createdAt },
  ],
});
