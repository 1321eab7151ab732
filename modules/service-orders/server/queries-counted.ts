import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const ordersAt = statement<{ held: number }, { orgPath: string }>(
  'serviceOrders.ordersAt',
  `select count(*) as held from service_orders
    where tenant_id = :tenant and org_path ^@ :orgPath
      and state not in ('delivered', 'leftUnrepaired', 'cancelled')`,
);
defineCountedAt({
  kind: 'serviceOrders',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(ordersAt, { orgPath }))!.held,
});
