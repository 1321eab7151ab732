import { exportList } from '#platform/exported-lists.ts';
import { letterRoutes } from '../contract.ts';
import { letterWords } from '../locales/words.ts';

/** 追踪服务信函登记表 (FUP-13). */
exportList({
  route: letterRoutes.list,
  title: 'register',
  words: letterWords,
  columns: [
    { key: 'number', word: 'number', width: 14, of: (row) => row.number },
    { key: 'registeredOn', word: 'registeredOn', width: 12, of: (row) => row.registeredOn },
    { key: 'kind', word: 'kind', of: (row, say) => say(row.kind) },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'recipient', word: 'recipient', width: 20, of: (row) => row.recipient },
    { key: 'address', word: 'address', width: 40, of: (row) => row.address },
    { key: 'subject', word: 'subject', width: 40, of: (row) => row.subject },
    { key: 'way', word: 'way', of: (row, say) => say(row.way) },
    { key: 'sentOn', word: 'sentOn', width: 12, of: (row) => row.sentOn },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
    { key: 'returnedOn', word: 'returnedOn', width: 12, of: (row) => row.returnedOn },
    { key: 'reason', word: 'reason', width: 30, of: (row) => row.reason },
    { key: 'by', word: 'writtenBy', width: 14, of: (row) => row.writtenByName },
    { key: 'unit', word: 'unit', width: 20, of: (row) => row.orgUnitName },
  ],
});
