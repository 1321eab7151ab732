import { exportList } from '#platform/exported-lists.ts';
import { memberRoutes } from '../contract.ts';
import { memberWords } from '../locales/words.ts';

/** 会员名单: who has what with the shop. */
exportList({
  route: memberRoutes.list,
  title: 'members',
  words: memberWords,
  columns: [
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'number', word: 'number', width: 16, of: (row) => row.number },
    { key: 'tier', word: 'tier', width: 12, of: (row) => row.tierName },
    { key: 'balance', word: 'balance', kind: 'money', of: (row) => row.principalFen },
    { key: 'gift', word: 'gift', kind: 'money', of: (row) => row.giftFen },
    { key: 'points', word: 'points', kind: 'number', of: (row) => row.points },
    {
      key: 'nextExpiry',
      word: 'nextExpiry',
      kind: 'date',
      width: 14,
      of: (row) => row.expiresNextOn,
    },
    { key: 'joinedOn', word: 'joinedOn', kind: 'date', width: 14, of: (row) => row.joinedOn },
  ],
});

/** 会员负债: what is owed by shop and by how long ago it was paid, for who keeps the books. */
exportList({
  route: memberRoutes.listLiability,
  title: 'liability',
  words: memberWords,
  columns: [
    { key: 'shop', word: 'shop', width: 24, of: (row) => row.shop },
    { key: 'age', word: 'byAge', width: 18, of: (row, say) => say(`age_${row.age}`) },
    { key: 'principal', word: 'principal', kind: 'money', of: (row) => row.principalFen },
    { key: 'gift', word: 'gift', kind: 'money', of: (row) => row.giftFen },
    { key: 'packages', word: 'packagesWorth', kind: 'money', of: (row) => row.packagesFen },
    { key: 'opening', word: 'openingOwed', kind: 'money', of: (row) => row.openingFen },
  ],
});
