import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { id, line, nullable, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = { messageId: id, customerId: nullable(id), channel: line(20) };

export const messageEvents = events('message', {
  queued: shape(which),
  held: shape({ ...which, reason: line(40) }),
  released: shape(which),
  sent: shape(which),
  failed: shape({ ...which, error: text(500) }),
  retried: shape(which),
});

export const channelEvents = events('messageChannel', {
  setUp: shape({ channel: line(20), orgPath: text(400) }),
  tried: shape({ channel: line(20), accepted: Type.Boolean() }),
});
