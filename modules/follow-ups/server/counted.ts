import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'followUps',
  isOpen: true,
  table: 'follow_ups',
  where: "state = 'planned'",
});
defineCountedAt({
  kind: 'matters',
  isOpen: true,
  table: 'matters',
  where: "state in ('open', 'escalated', 'solved')",
});
