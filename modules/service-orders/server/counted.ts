import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'serviceOrders',
  isOpen: true,
  table: 'service_orders',
  where: "state not in ('delivered', 'leftUnrepaired', 'cancelled')",
});
