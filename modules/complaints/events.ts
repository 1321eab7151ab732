import { type EventKind, events } from '#shared/events.ts';
import { date, id, line, nullable, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import type { ComplaintStep } from './lifecycle.ts';

const concerned = { complaintId: id, customerId: nullable(id) };
const told = shape(concerned);

export const complaintEvents = events('complaint', {
  received: shape({ ...concerned, vehicleId: nullable(id), orderId: nullable(id) }),
  /** The same car, the same kind, complained of not long ago (CMP-10). */
  recurred: shape({ ...concerned, earlierId: id }),
  assessed: shape({ ...concerned, severity: oneOf(['ordinary', 'raised', 'major']) }),
  acknowledged: shape({ ...concerned, handlerId: id }),
  assigned: shape({ ...concerned, handlerId: id }),
  investigated: told,
  proposed: told,
  reportedBack: told,
  satisfactionAsked: shape({ ...concerned, satisfaction: line(20) }),
  lessonNoted: told,
  closed: shape({ ...concerned, byException: nullable(line(1000)) }),
  watched: shape({ ...concerned, until: date }),
  reopened: told,
  noted: told,
});

export interface Concerned {
  complaintId: string;
  customerId: string | null;
}

/** The steps whose event says no more than whom it concerns. */
export const plainEvents = {
  investigate: complaintEvents.investigated,
  propose: complaintEvents.proposed,
  reportBack: complaintEvents.reportedBack,
  noteLesson: complaintEvents.lessonNoted,
  reopen: complaintEvents.reopened,
  note: complaintEvents.noted,
} satisfies Partial<Record<ComplaintStep, EventKind<Concerned>>>;
