import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, id, instant, line, nullable, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = { messageId: id, customerId: nullable(id), channel: line(20) };

export const messageEvents = events('message', {
  queued: shape(which),
  held: shape({ ...which, reason: line(40), until: nullable(instant) }),
  released: shape(which),
  sent: shape(which),
  failed: shape({ ...which, error: text(500) }),
  lostSightOf: shape({ ...which, error: text(500) }),
  retried: shape(which),
  received: shape(which),
  reported: shape({ ...which, delivery: line(20) }),
});

export const channelEvents = events('messageChannel', {
  setUp: shape({ channel: line(20), orgPath: text(400) }),
  capSet: shape({ most: count, days: count, orgPath: text(400) }),
  tried: shape({ channel: line(20), accepted: Type.Boolean() }),
});

/** Who a customer is at WeCom is known now, by a link of his own. */
export const wecomEvents = events('wecom', { bound: shape({ customerId: id }) });
