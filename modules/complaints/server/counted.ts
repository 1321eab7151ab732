import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'complaints',
  isOpen: true,
  table: 'complaints',
  where: "state not in ('closed', 'monitoring')",
});
