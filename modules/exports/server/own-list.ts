import { exportList } from '#platform/exported-lists.ts';
import { exportRoutes } from '../contract.ts';
import { listNames } from '../locales/lists.ts';
import { exportWords } from '../locales/words.ts';

/** Who took what out can itself be taken out: for whoever examines the house. */
exportList({
  route: exportRoutes.list,
  title: 'exports',
  words: {
    'zh-CN': { ...listNames['zh-CN'], ...exportWords['zh-CN'] },
    en: { ...listNames.en, ...exportWords.en },
  },
  columns: [
    { key: 'number', word: 'number', width: 18, of: (row) => row.number },
    { key: 'at', word: 'at', kind: 'instant', width: 18, of: (row) => row.createdAt },
    { key: 'who', word: 'who', of: (row) => row.employeeName },
    { key: 'what', word: 'what', of: (row, say) => say(row.list) },
    {
      key: 'count',
      word: 'count',
      kind: 'number',
      of: (row) => row.rowsWritten ?? row.rowsPlanned,
    },
    { key: 'filter', word: 'filter', width: 30, of: (row) => row.filter },
    {
      key: 'phones',
      word: 'phones',
      of: (row, say) => say(row.isWhole ? 'phonesWhole' : 'phonesMasked'),
    },
    { key: 'reason', word: 'reason', width: 30, of: (row) => row.reason },
    {
      key: 'state',
      word: 'state',
      of: (row, say) => say(row.state === 'done' ? 'finished' : row.state),
    },
  ],
});
