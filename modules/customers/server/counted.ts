import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'customers',
  isOpen: false,
  table: 'customers',
  where: 'merged_into_id is null',
});
