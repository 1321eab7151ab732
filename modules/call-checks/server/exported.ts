import { exportList } from '#platform/exported-lists.ts';
import { callCheckRoutes } from '../contract.ts';
import { checkWords } from '../locales/words.ts';

/** 回访抽查登记: whose talk, when, what it came to, what was agreed on. */
exportList({
  route: callCheckRoutes.list,
  title: 'register',
  words: checkWords,
  columns: [
    { key: 'week', word: 'week', width: 14, of: (row) => row.weekOn },
    { key: 'agent', word: 'agent', width: 14, of: (row) => row.agentName },
    { key: 'at', word: 'talkAt', kind: 'instant', width: 18, of: (row) => row.at },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    { key: 'score', word: 'score', kind: 'number', of: (row) => row.score },
    { key: 'failed', word: 'failed', of: (row, say) => (row.isFailed ? say('yes') : '') },
    { key: 'by', word: 'checkedBy', width: 14, of: (row) => row.checkedByName },
    {
      key: 'checkedAt',
      word: 'checkedAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.checkedAt,
    },
    { key: 'due', word: 'due', kind: 'instant', width: 18, of: (row) => row.dueAt },
    { key: 'agreed', word: 'agreed', width: 40, of: (row) => row.agreed },
    { key: 'agreedOn', word: 'agreedOn', width: 14, of: (row) => row.agreedOn },
    {
      key: 'kept',
      word: 'wasKept',
      of: (row, say) => (row.wasKept === null ? '' : say(row.wasKept ? 'kept' : 'notKept')),
    },
  ],
});
