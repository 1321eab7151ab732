import { exportList } from '#platform/exported-lists.ts';
import { serviceOrderRoutes } from '../contract.ts';
import { serviceOrderWords } from '../locales/words.ts';

exportList({
  route: serviceOrderRoutes.list,
  title: 'orders',
  words: serviceOrderWords,
  columns: [
    { key: 'number', word: 'number', width: 18, of: (row) => row.number },
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'model', word: 'model', width: 24, of: (row) => row.model },
    { key: 'kind', word: 'kind', of: (row, say) => say(`kind_${row.kind}`) },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
    { key: 'advisor', word: 'advisor', of: (row) => row.advisorName },
    {
      key: 'receivedAt',
      word: 'receivedAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.receivedAt,
    },
    {
      key: 'promisedAt',
      word: 'promisedAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.promisedAt,
    },
    { key: 'words', word: 'words', width: 48, of: (row) => row.customerWords },
    { key: 'technician', word: 'technician', of: (row) => row.technicianName },
    { key: 'bay', word: 'bay', of: (row) => row.bay },
  ],
});
