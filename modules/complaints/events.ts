import { type EventKind, events } from '#shared/events.ts';
import { date, id, line, nullable, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import type { ComplaintStep } from './lifecycle.ts';

const concerned = { complaintId: id, customerId: nullable(id) };
const told = shape(concerned);
const solution = shape({ ...concerned, solutionId: id });

export const complaintEvents = events('complaint', {
  received: shape({ ...concerned, vehicleId: nullable(id), orderId: nullable(id) }),
  /** The same car, the same kind, complained of not long ago (CMP-10). */
  recurred: shape({ ...concerned, earlierId: id }),
  assessed: shape({ ...concerned, severity: oneOf(['ordinary', 'raised', 'major']) }),
  receiptTold: shape({ ...concerned, how: line(20) }),
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
  evidenceAdded: shape({ ...concerned, fileId: id }),
  pointAdded: shape({ ...concerned, pointId: id }),
  pointClassified: shape({ ...concerned, pointId: id }),
  pointJudged: shape({ ...concerned, pointId: id, outcome: line(20) }),
  taskGiven: shape({ ...concerned, taskId: id, ownerId: id }),
  taskEnded: shape({ ...concerned, taskId: id, outcome: line(20) }),
  solutionDrafted: solution,
  solutionApproved: solution,
  solutionNotApproved: solution,
  solutionAnswered: shape({ ...concerned, solutionId: id, answer: line(20) }),
});

/** Nothing in it speaks of a customer: what a role may offer is the house's own word. */
export const remedyLimitEvents = events(
  'remedyLimit',
  { set: shape({ orgUnitId: id }) },
  { subject: null },
);

/** What a house calls its classes and causes, and by when it answers, speaks of no customer either. */
export const complaintRuleEvents = events(
  'complaintRule',
  {
    nodeAdded: shape({ key: line(40) }),
    nodeRetired: shape({ key: line(40) }),
    nodeOffered: shape({ key: line(40) }),
    termsSet: shape({ orgUnitId: id }),
  },
  { subject: null },
);

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
