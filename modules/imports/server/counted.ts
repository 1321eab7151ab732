import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'imports',
  isOpen: true,
  table: 'import_batches',
  where: "state in ('reading', 'judging', 'judged', 'importing', 'undoing')",
});
