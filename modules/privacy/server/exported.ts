import { exportList } from '#platform/exported-lists.ts';
import { rightsRoutes } from '../contract-requests.ts';
import { rightsWords } from '../locales/words-requests.ts';

/** The register of requests, as who audits the house asks to see it. */
exportList({
  route: rightsRoutes.list,
  title: 'requests',
  words: rightsWords,
  columns: [
    { key: 'number', word: 'number', width: 18, of: (row) => row.number },
    { key: 'customer', word: 'customer', width: 18, of: (row) => row.customerName },
    { key: 'kind', word: 'kind', of: (row, say) => say(row.kind) },
    { key: 'wish', word: 'wish', width: 40, of: (row) => row.wish },
    { key: 'channel', word: 'channel', of: (row, say) => say(row.channel) },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
    { key: 'owner', word: 'owner', of: (row) => row.ownerName },
    {
      key: 'receivedAt',
      word: 'receivedAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.receivedAt,
    },
    { key: 'due', word: 'dueAt', kind: 'instant', width: 18, of: (row) => row.dueAt },
    { key: 'decidedAt', word: 'decidedAt', kind: 'instant', width: 18, of: (row) => row.decidedAt },
  ],
});
