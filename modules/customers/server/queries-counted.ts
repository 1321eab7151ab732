import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const customersAt = statement<{ held: number }, { orgPath: string }>(
  'customers.customersAt',
  `select count(*) as held from customers
    where tenant_id = :tenant and org_path ^@ :orgPath and merged_into_id is null`,
);
defineCountedAt({
  kind: 'customers',
  isOpen: false,
  count: async (work, orgPath) => (await work.first(customersAt, { orgPath }))!.held,
});
