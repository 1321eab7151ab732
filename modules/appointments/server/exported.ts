import { exportList } from '#platform/exported-lists.ts';
import { appointmentRoutes } from '../contract.ts';
import { appointmentWords } from '../locales/words.ts';

/** 预约: who comes when and for what. */
exportList({
  route: appointmentRoutes.list,
  title: 'appointments',
  words: appointmentWords,
  columns: [
    { key: 'startsAt', word: 'startsAt', kind: 'instant', width: 18, of: (row) => row.startsAt },
    { key: 'name', word: 'name', width: 20, of: (row) => row.name },
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'kind', word: 'kind', of: (row, say) => say(`kind_${row.kind}`) },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    { key: 'bay', word: 'bay', of: (row) => row.bayName },
    { key: 'advisor', word: 'advisor', of: (row) => row.advisorName },
    { key: 'way', word: 'way', of: (row, say) => say(`way_${row.way}`) },
    { key: 'wish', word: 'wish', width: 48, of: (row) => row.wish },
  ],
});
