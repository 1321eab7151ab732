import { exportList } from '#platform/exported-lists.ts';
import { callRoutes, followUpRoutes, matterRoutes } from '../contract.ts';
import { followUpWords } from '../locales/words.ts';

const words = followUpWords;

/** 追踪服务登记表 (FUP-13): the calls that were made or came in. */
exportList({
  route: callRoutes.list,
  title: 'registerCalls',
  words,
  columns: [
    { key: 'at', word: 'at', kind: 'instant', width: 18, of: (row) => row.at },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customerName },
    { key: 'car', word: 'car', width: 14, of: (row) => row.plate },
    {
      key: 'result',
      word: 'result',
      width: 18,
      of: (row, say) => `${say(row.direction)} · ${say(row.reason || row.result)}`,
    },
    { key: 'points', word: 'mainPoints', width: 48, of: (row) => row.mainPoints },
    {
      key: 'topics',
      word: 'topics',
      width: 24,
      of: (row, say) => row.topics.map((topic) => say(topic)).join('、'),
    },
    { key: 'satisfaction', word: 'satisfaction', kind: 'number', of: (row) => row.satisfaction },
    { key: 'by', word: 'by', width: 14, of: (row) => row.byName },
  ],
});

/** The plan: who is to be called in which days, and what came of it. */
exportList({
  route: followUpRoutes.list,
  title: 'registerPlan',
  words,
  columns: [
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customer.name },
    {
      key: 'phone',
      shownAs: 'customer',
      word: 'phone',
      width: 16,
      isPhone: true,
      of: (row) => row.customer.phone,
    },
    { key: 'car', word: 'car', width: 14, of: (row) => row.vehicle?.plate },
    { key: 'rule', word: 'rule', of: (row, say) => say(row.rule) },
    { key: 'dueOn', word: 'dueOn', width: 26, of: (row) => `${row.earliestOn} 〜 ${row.latestOn}` },
    { key: 'tries', word: 'tries', kind: 'number', of: (row) => row.tries },
    { key: 'agent', word: 'agent', of: (row) => row.agentName },
    { key: 'done', word: 'doneAt', kind: 'instant', width: 18, of: (row) => row.doneAt },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
  ],
  whole: { permission: 'customers.reveal', of: async (_, items) => items },
});

exportList({
  route: matterRoutes.list,
  title: 'matters',
  words,
  columns: [
    { key: 'content', word: 'content', width: 48, of: (row) => row.content },
    { key: 'kind', word: 'kind', of: (row, say) => say(row.kind) },
    { key: 'customer', word: 'customer', width: 20, of: (row) => row.customer.name },
    { key: 'car', word: 'car', width: 14, of: (row) => row.vehicle?.plate },
    { key: 'owner', word: 'owner', of: (row) => row.ownerName },
    { key: 'state', word: 'state', of: (row, say) => say(row.state) },
    { key: 'received', word: 'received', kind: 'instant', width: 18, of: (row) => row.createdAt },
    {
      key: 'deadline',
      word: 'deadline',
      kind: 'instant',
      width: 18,
      of: (row) => row.deadline?.dueAt,
    },
  ],
});
