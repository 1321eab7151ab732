import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'vehicles',
  isOpen: false,
  table: 'vehicles',
  where: 'merged_into_id is null',
});
