import { Type } from 'typebox';
import { events, personal } from '#shared/events.ts';
import { date, id, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = shape({ customerId: id });

export const customerEvents = events('customer', {
  added: which,
  changed: which,
  visited: shape({ customerId: id, onDate: date }),
  consentRecorded: shape({
    customerId: id,
    purpose: line(20),
    channel: line(20),
    given: Type.Boolean(),
  }),
  /** He wants to be reminded of something no more, or again; by which link, where he said so himself. */
  reminderChosen: shape({
    customerId: id,
    kind: line(20),
    isOn: Type.Boolean(),
    linkId: nullable(id),
  }),
  /** Personal data was shown in full (ARC-10): who asked is the entry's actor. */
  revealed: shape({
    customerId: id,
    what: line(20),
    reason: line(20),
    note: Type.Optional(personal(line(200))),
  }),
  printed: shape({ customerId: id }),
  paperFiled: shape({ customerId: id, paperId: id, kind: line(20) }),
  paperWithdrawn: shape({ customerId: id, paperId: id }),
  archiveOwed: shape({ customerId: id, missing: Type.Array(line(40), { maxItems: 40 }) }),
  archiveComplete: which,
  restricted: which,
  restrictionLifted: which,
});
