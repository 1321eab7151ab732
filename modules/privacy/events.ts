import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = shape({ customerId: id });

export const privacyEvents = events('privacy', {
  copyAsked: which,
  copyFetched: which,
  erasureAsked: which,
  erasureHeld: which,
  erased: shape({ customerId: id, isOver: Type.Boolean() }),
});

const request = shape({ rightsRequestId: id, customerId: id, kind: line(20) });

export const rightsEvents = events('rightsRequest', {
  received: request,
  extended: request,
  assigned: request,
  held: request,
  answered: request,
  refused: request,
});
