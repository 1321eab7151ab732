import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const promisesAt = statement<{ held: number }, { orgPath: string }>(
  'commitments.promisesAt',
  `select count(*) as held from commitments
    where tenant_id = :tenant and org_path ^@ :orgPath and state in ('open', 'paused')`,
);
defineCountedAt({
  kind: 'commitments',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(promisesAt, { orgPath }))!.held,
});
