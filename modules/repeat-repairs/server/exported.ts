import { exportList } from '#platform/exported-lists.ts';
import { repeatRepairRoutes } from '../contract.ts';
import { repeatWords } from '../locales/words.ts';

/** 返修登记: what came back, what it repeated, whose work it was, and why. */
exportList({
  route: repeatRepairRoutes.list,
  title: 'repeats',
  words: repeatWords,
  columns: [
    {
      key: 'recognisedAt',
      word: 'recognisedAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.recognisedAt,
    },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'order', word: 'order', width: 20, of: (row) => row.orderNumber },
    { key: 'earlier', word: 'earlier', width: 20, of: (row) => row.earlierNumber },
    { key: 'deliveredOn', word: 'deliveredOn', width: 14, of: (row) => row.deliveredOn },
    { key: 'days', word: 'days', kind: 'number', of: (row) => row.days },
    { key: 'km', word: 'kmSince', kind: 'number', of: (row) => row.km },
    { key: 'attempt', word: 'attempt', kind: 'number', of: (row) => row.attempt },
    { key: 'job', word: 'job', width: 30, of: (row) => row.job },
    { key: 'technician', word: 'technician', width: 14, of: (row) => row.technicianName },
    { key: 'partner', word: 'partner', width: 20, of: (row) => row.partnerName },
    { key: 'symptom', word: 'symptom', width: 40, of: (row) => row.symptom },
    {
      key: 'causeKind',
      word: 'causeKind',
      width: 16,
      of: (row, say) => (row.causeKind ? say(`cause_${row.causeKind}`) : ''),
    },
    { key: 'cause', word: 'cause', width: 40, of: (row) => row.cause },
    { key: 'reason', word: 'reason', width: 40, of: (row) => row.reason },
  ],
});
