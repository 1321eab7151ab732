import { phonesOf } from '#modules/customers/server/index.ts';
import { exportList } from '#platform/exported-lists.ts';
import { birthdayInWords } from '#shared/birthdays.ts';
import { type ArchiveItem, archiveRoutes } from '../contract.ts';
import { archiveWords } from '../locales/words.ts';

type Car = ArchiveItem['vehicles'][number];

/** A line a car, its customer before each, as an import reads it again (ARC-09); one without cars has a line of his own. */
const carsOf = (customer: ArchiveItem): { customer: ArchiveItem; car?: Car }[] =>
  customer.vehicles.length === 0
    ? [{ customer }]
    : customer.vehicles.map((car) => ({ customer, car }));

exportList({
  route: archiveRoutes.list,
  title: 'customers',
  words: archiveWords,
  lines: carsOf,
  columns: [
    { key: 'name', word: 'name', width: 20, of: ({ customer }) => customer.name },
    {
      key: 'plate',
      shownAs: 'vehicles',
      word: 'fieldplate',
      width: 14,
      of: ({ car }) => car?.plate,
    },
    {
      key: 'model',
      shownAs: 'vehicles',
      word: 'fieldmodel',
      width: 24,
      of: ({ car }) => car?.model,
    },
    { key: 'phone', word: 'phone', width: 16, isPhone: true, of: ({ customer }) => customer.phone },
    { key: 'address', word: 'address', width: 36, of: ({ customer }) => customer.address },
    {
      key: 'birthday',
      word: 'birthday',
      width: 18,
      of: ({ customer }) => birthdayInWords(customer.birthday, 'zh-CN'),
    },
    {
      key: 'lastVisit',
      word: 'lastVisit',
      kind: 'date',
      width: 12,
      of: ({ customer }) => customer.lastVisitOn,
    },
    {
      key: 'firstSeen',
      word: 'firstSeen',
      kind: 'date',
      width: 12,
      of: ({ customer }) => customer.firstSeenOn,
    },
  ],
  whole: { permission: 'customers.reveal', of: phonesOf },
});

exportList({
  route: archiveRoutes.listIncomplete,
  title: 'incomplete',
  words: archiveWords,
  columns: [
    { key: 'name', word: 'name', width: 20, of: (row) => row.name },
    {
      key: 'vehicles',
      word: 'vehicles',
      width: 24,
      of: (row) => row.vehicles.map(({ plate }) => plate).join('、'),
    },
    {
      key: 'missing',
      word: 'stillMissing',
      width: 48,
      of: (row, say) =>
        row.completeness.missing
          .map(({ field, plate }) => `${plate ? `${plate} ` : ''}${say(`field${field}`)}`)
          .join('、'),
    },
    { key: 'owner', word: 'whoOwes', of: (row) => row.ownerName },
    { key: 'due', word: 'by', kind: 'instant', width: 18, of: (row) => row.dueAt },
  ],
});
