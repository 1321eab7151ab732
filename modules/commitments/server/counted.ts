import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'commitments',
  isOpen: true,
  table: 'commitments',
  where: "state in ('open', 'paused')",
});
