import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const complaintsAt = statement<{ held: number }, { orgPath: string }>(
  'complaints.complaintsAt',
  `select count(*) as held from complaints
    where tenant_id = :tenant and org_path ^@ :orgPath and state not in ('closed', 'monitoring')`,
);
defineCountedAt({
  kind: 'complaints',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(complaintsAt, { orgPath }))!.held,
});
