import { defineReady } from '#modules/message-templates/server/index.ts';
import { defineDeparture } from '#modules/service-orders/server/index.ts';
import { packOf } from './queries.ts';
import { rulesAt } from './rules.ts';

/** A car leaves with its delivery sheet signed where the shop asks for it, or where it was begun. */
defineDeparture(async (work, { id, orgPath }) => {
  const pack = await packOf(work, id);
  if (pack) return pack.state === 'signed' ? undefined : 'delivery_unsigned';
  return (await rulesAt(work, orgPath)).isRequired ? 'delivery_unsigned' : undefined;
});

/** Outside and belongings are checked before the customer is told that his car is ready, by whatever template (WSH-08). */
defineReady(async (work, orderId) => {
  const pack = await packOf(work, orderId);
  return pack === undefined || pack.state === 'open' ? 'delivery_not_checked' : undefined;
});
