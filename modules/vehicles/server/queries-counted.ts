import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const vehiclesAt = statement<{ held: number }, { orgPath: string }>(
  'vehicles.vehiclesAt',
  `select count(*) as held from vehicles
    where tenant_id = :tenant and org_path ^@ :orgPath and merged_into_id is null`,
);
defineCountedAt({
  kind: 'vehicles',
  isOpen: false,
  count: async (work, orgPath) => (await work.first(vehiclesAt, { orgPath }))!.held,
});
