import { exportList } from '#platform/exported-lists.ts';
import { invitationRoutes } from '../contract.ts';
import { surveyWords } from '../locales/words.ts';

/** 满意度调查登记: who was asked and what he answered, as far as it is unsealed. */
exportList({
  route: invitationRoutes.list,
  title: 'register',
  words: surveyWords,
  columns: [
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    {
      key: 'phone',
      shownAs: 'customer',
      word: 'phone',
      width: 16,
      isPhone: true,
      of: (row) => row.customerPhone,
    },
    { key: 'plate', word: 'car', width: 14, of: (row) => row.plate },
    { key: 'occasion', word: 'occasion', of: (row, say) => say(row.occasion) },
    { key: 'shop', word: 'shop', width: 20, of: (row) => row.shopName },
    { key: 'advisor', word: 'advisor', of: (row) => row.advisorName },
    { key: 'sentAt', word: 'sentAt', kind: 'instant', width: 18, of: (row) => row.sentAt },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
    {
      key: 'score',
      word: 'score',
      of: (row) => (row.overall === null ? null : `${row.overall}/${row.overallOf}`),
    },
    { key: 'recommend', word: 'recommend', kind: 'number', of: (row) => row.recommend },
    {
      key: 'answered',
      word: 'answeredAt',
      kind: 'instant',
      width: 18,
      of: (row) => row.answeredAt,
    },
  ],
  whole: { permission: 'customers.reveal', of: async (_, items) => items },
});
