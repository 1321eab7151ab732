import { exportList } from '#platform/exported-lists.ts';
import { resultRoutes } from '../contract.ts';
import { resultWords } from '../locales/words-result.ts';

/** The list behind a figure of a campaign (FUP-12). */
exportList({
  route: resultRoutes.list,
  title: 'resultRecords',
  words: resultWords,
  columns: [
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'side', word: 'side', width: 14, of: (row, say) => say(`side_${row.side}`) },
    { key: 'figure', word: 'figure', width: 14, of: (row, say) => say(`figure_${row.figure}`) },
    { key: 'number', word: 'number', width: 20, of: (row) => row.number },
    { key: 'fen', word: 'amount', kind: 'money', of: (row) => row.fen },
    { key: 'at', word: 'at', kind: 'instant', width: 18, of: (row) => row.at },
  ],
});
