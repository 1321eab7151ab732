import { exportList } from '#platform/exported-lists.ts';
import { peopleRoutes } from '../contract.ts';
import { peopleWords } from '../locales/words.ts';

exportList({
  route: peopleRoutes.listEmployees,
  title: 'people',
  words: peopleWords,
  columns: [
    { key: 'name', word: 'name', width: 16, of: (row) => row.name },
    { key: 'roles', word: 'role', width: 24, of: (row) => row.roleKeys.join('、') },
    { key: 'post', word: 'post', width: 16, of: (row) => row.post },
    { key: 'phone', word: 'phone', width: 16, isPhone: true, of: (row) => row.phone },
    { key: 'username', word: 'username', width: 20, of: (row) => row.username },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
  ],
  whole: { permission: 'people.manage', of: async (_, items) => items },
});
