import { exportList } from '#platform/exported-lists.ts';
import { phoneCallRoutes } from '../contract.ts';
import { phoneCallWords } from '../locales/words.ts';

/** 来电登记: what came in and what was called back (FUP-06). */
exportList({
  route: phoneCallRoutes.list,
  title: 'register',
  words: phoneCallWords,
  columns: [
    { key: 'startedAt', word: 'startedAt', kind: 'instant', width: 18, of: (row) => row.startedAt },
    { key: 'direction', word: 'direction', of: (row, say) => say(row.direction) },
    { key: 'number', word: 'number', width: 18, isPhone: true, of: (row) => row.number },
    {
      key: 'customer',
      word: 'caller',
      width: 20,
      of: (row) => row.customerName ?? row.callerName,
    },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    {
      key: 'answeredAt',
      word: 'answeredAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.answeredAt,
    },
    { key: 'endedAt', word: 'endedAt', kind: 'instant', width: 18, of: (row) => row.endedAt },
    { key: 'owner', word: 'owner', width: 14, of: (row) => row.ownerName },
    {
      key: 'result',
      word: 'result',
      of: (row, say) => (row.result === '' ? '' : say(`result_${row.result}`)),
    },
    { key: 'note', word: 'note', width: 40, of: (row) => row.note },
  ],
});
