import { exportList } from '#platform/exported-lists.ts';
import { holdRoutes } from '../contract.ts';
import { holdWords } from '../locales/words.ts';

/** 证据保全登记: what is held since when, for what, until when, and what waits behind it. */
exportList({
  route: holdRoutes.list,
  title: 'register',
  words: holdWords,
  columns: [
    { key: 'on', word: 'on', of: (row, say) => say(`on_${row.on}`) },
    { key: 'complaint', word: 'complaint', width: 18, of: (row) => row.complaintNumber },
    { key: 'order', word: 'order', width: 18, of: (row) => row.orderNumber },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'reason', word: 'reason', width: 40, of: (row) => row.reason },
    { key: 'legal', word: 'legal', of: (row, say) => (row.isLegal ? say('yes') : '') },
    { key: 'file', word: 'authorityFile', width: 20, of: (row) => row.authorityFile },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    { key: 'placedAt', word: 'placedAt', kind: 'instant', width: 18, of: (row) => row.placedAt },
    { key: 'placedBy', word: 'placedBy', width: 14, of: (row) => row.placedByName },
    { key: 'until', word: 'until', kind: 'instant', width: 18, of: (row) => row.untilAt },
    { key: 'rule', word: 'rule', width: 40, of: (row) => row.ruleSource },
    { key: 'waiting', word: 'waiting', kind: 'instant', width: 18, of: (row) => row.waitingSince },
    { key: 'liftedAt', word: 'liftedAt', kind: 'instant', width: 18, of: (row) => row.liftedAt },
    { key: 'liftedBy', word: 'liftedBy', width: 14, of: (row) => row.liftedByName },
    { key: 'liftReason', word: 'liftReason', width: 40, of: (row) => row.liftReason },
  ],
});
