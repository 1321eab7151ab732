import { exportList } from '#platform/exported-lists.ts';
import { complaintRoutes } from '../contract.ts';
import { complaintWords } from '../locales/words.ts';

/** 投诉登记: the register as GB/T 27922 asks to see it. */
exportList({
  route: complaintRoutes.list,
  title: 'register',
  words: complaintWords,
  columns: [
    { key: 'number', word: 'number', width: 18, of: (row) => row.number },
    { key: 'complainant', word: 'complainant', width: 16, of: (row) => row.complainantName },
    { key: 'phone', word: 'phone', width: 16, isPhone: true, of: (row) => row.complainantPhone },
    { key: 'plate', word: 'car', width: 14, of: (row) => row.plate },
    { key: 'content', word: 'content', width: 48, of: (row) => row.beginning },
    { key: 'kind', word: 'kind', of: (row, say) => say(row.kind) },
    { key: 'severity', word: 'severity', of: (row, say) => say(row.severity) },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
    { key: 'handler', word: 'handler', of: (row) => row.handlerName },
    { key: 'clock', word: 'clock', kind: 'instant', width: 18, of: (row) => row.clock?.dueAt },
    {
      key: 'receivedAt',
      word: 'receivedAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.receivedAt,
    },
  ],
  whole: { permission: 'customers.reveal', of: async (_, items) => items },
});
