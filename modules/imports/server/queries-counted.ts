import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const importsAt = statement<{ held: number }, { orgPath: string }>(
  'imports.importsAt',
  `select count(*) as held from import_batches
    where tenant_id = :tenant and org_path ^@ :orgPath
      and state in ('reading', 'judging', 'judged', 'importing', 'undoing')`,
);
defineCountedAt({
  kind: 'imports',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(importsAt, { orgPath }))!.held,
});
