import { exportList } from '#platform/exported-lists.ts';
import { birthdayInWords } from '#shared/birthdays.ts';
import { customerRoutes } from '../contract.ts';
import { customersWords } from '../locales/words.ts';
import { phonesOf } from './queries.ts';

/** How customers stand in a workbook: the headings are those that an import knows again (ARC-09). */
exportList({
  route: customerRoutes.list,
  title: 'customer',
  words: customersWords,
  columns: [
    { key: 'name', word: 'name', width: 20, of: (row) => row.name },
    { key: 'phone', word: 'phone', width: 16, isPhone: true, of: (row) => row.phone },
    { key: 'kind', word: 'kind', of: (row, say) => say(row.kind) },
    { key: 'address', word: 'address', width: 36, of: (row) => row.address },
    {
      key: 'birthday',
      word: 'birthday',
      width: 18,
      of: (row) => birthdayInWords(row.birthday, 'zh-CN'),
    },
    { key: 'source', word: 'source', of: (row, say) => say(`source${row.source}`) },
    {
      key: 'firstSeen',
      word: 'firstSeenOn',
      kind: 'date',
      width: 12,
      of: (row) => row.firstSeenOn,
    },
    {
      key: 'lastVisit',
      word: 'lastVisitOn',
      kind: 'date',
      width: 12,
      of: (row) => row.lastVisitOn,
    },
  ],
  whole: { permission: 'customers.reveal', of: phonesOf },
});
