import { exportList } from '#platform/exported-lists.ts';
import { loanRoutes, tripRoutes } from '../contract.ts';
import { mobilityWords } from '../locales/words.ts';

/** 外出登记: who went to whom, and how it ended. */
exportList({
  route: tripRoutes.list,
  title: 'trips',
  words: mobilityWords,
  columns: [
    { key: 'arriveBy', word: 'arriveBy', kind: 'instant', width: 18, of: (row) => row.arriveBy },
    { key: 'kind', word: 'kind', of: (row, say) => say(`kind_${row.kind}`) },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'address', word: 'address', width: 40, of: (row) => row.address },
    { key: 'driver', word: 'driver', of: (row) => row.driverName },
    { key: 'arrivedAt', word: 'arrivedAt', kind: 'instant', width: 18, of: (row) => row.arrivedAt },
    { key: 'endReason', word: 'endReason', width: 30, of: (row) => row.endReason },
  ],
});

/** 代步车借用登记. */
exportList({
  route: loanRoutes.list,
  title: 'loans',
  words: mobilityWords,
  columns: [
    { key: 'lentAt', word: 'lentAt', kind: 'instant', width: 18, of: (row) => row.lentAt },
    { key: 'car', word: 'loanCar', width: 14, of: (row) => row.carPlate },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'borrower', word: 'borrower', width: 16, of: (row) => row.borrowerName },
    { key: 'order', word: 'order', width: 20, of: (row) => row.orderNumber },
    { key: 'ground', word: 'ground', of: (row, say) => say(`ground_${row.ground}`) },
    { key: 'dueAt', word: 'dueAt', kind: 'instant', width: 18, of: (row) => row.dueAt },
    {
      key: 'returnedAt',
      word: 'returnedAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.returnedAt,
    },
    { key: 'costFen', word: 'cost', kind: 'money', of: (row) => row.costFen },
  ],
});
