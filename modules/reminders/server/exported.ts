import { exportList } from '#platform/exported-lists.ts';
import { proposalRoutes } from '../contract.ts';
import { reminderWords } from '../locales/words.ts';

/** 到期提醒: what each car needs next. */
exportList({
  route: proposalRoutes.list,
  title: 'reminders',
  words: reminderWords,
  columns: [
    { key: 'kind', word: 'kind', width: 14, of: (row, say) => say(row.kind) },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customer.name },
    { key: 'car', word: 'car', width: 14, of: (row) => row.vehicle.plate },
    { key: 'dueOn', word: 'dueOn', kind: 'date', width: 14, of: (row) => row.dueOn },
    {
      key: 'state',
      word: 'state',
      width: 24,
      of: (row, say) => say(row.held ? `held_${row.held}` : 'mayCall'),
    },
  ],
});
