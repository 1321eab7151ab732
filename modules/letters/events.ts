import { events } from '#shared/events.ts';
import { id, line, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = { letterId: id, customerId: id };
const numbered = { ...which, number: line(20) };

export const letterEvents = events('letter', {
  written: shape(which),
  changed: shape(which),
  asked: shape(which),
  registered: shape(numbered),
  refused: shape({ ...which, reason: text(200) }),
  printed: shape(numbered),
  sent: shape({ ...numbered, way: line(10) }),
  returned: shape({ ...numbered, reason: text(200) }),
  withdrawn: shape({ ...which, reason: text(200) }),
});
