import type { CommitmentShown } from '#modules/commitments/contract.ts';
import type { Actor } from '#platform/actor.ts';
import { phoneFor } from '#platform/privacy.ts';
import { wire } from '#platform/wire.ts';
import type { Complaint, ComplaintMatch, ListedComplaint } from '../contract.ts';
import type { pointsOfIt } from '../contract-points.ts';
import type { workOnIt } from '../contract-work-record.ts';
import { type ComplaintKind, classOfS1 } from '../lifecycle.ts';
import { gateOf, stepsFor } from './policy.ts';
import type { EarlierRow, SeenRow } from './queries.ts';
import type { ListedRow, MatchRow } from './queries-lists.ts';
import { receiptStateOf } from './receipt-state.ts';
import { isWalled, maskedPerson } from './wall.ts';

/** Instants out of JSON carry an offset; on the wire they are UTC like all others. */
const utc = (instant: string) => new Date(instant).toISOString();

/** What list and record have in common. */
function common(actor: Actor, row: ListedRow) {
  const { id, number, vehicleId, orderId, plate, handlerId, handlerName } = row;
  const { repeatOfId, timesReopened, version } = row;
  const known = { name: row.complainantName, phone: row.complainantPhone };
  const walled = isWalled(actor, row);
  const { name: complainantName, phone } = walled ? maskedPerson(known) : known;
  const { receivedAt, answerDueAt, dueAt, acknowledgedAt, closedAt } = wire(row);
  return {
    ...{ id, number, vehicleId, orderId, plate, handlerId, handlerName },
    ...{ complainantName, repeatOfId, timesReopened, version },
    ...{ receivedAt, answerDueAt, dueAt, acknowledgedAt, closedAt },
    isWalled: walled,
    // His file is one press further.
    customerId: walled ? null : row.customerId,
    complainantPhone: phoneFor(actor, phone, row.orgPath),
    channel: row.channel as Complaint['channel'],
    kind: row.kind as Complaint['kind'],
    classOfS1: classOfS1(row.kind as ComplaintKind),
    severity: row.severity as Complaint['severity'],
    urgency: row.urgency as Complaint['urgency'],
    state: row.state as Complaint['state'],
  };
}

const isRunning = (each: CommitmentShown) => each.settledAt === null && each.state !== 'cancelled';

/** Their subject names the complainant. */
const promisesFor = (actor: Actor, row: ListedRow, commitments: readonly CommitmentShown[]) =>
  isWalled(actor, row)
    ? commitments.map((each) => ({ ...each, subject: row.number }))
    : [...commitments];

export const shownInList = (
  actor: Actor,
  row: ListedRow,
  commitments: readonly CommitmentShown[] = [],
): ListedComplaint => ({
  ...common(actor, row),
  beginning: row.content.slice(0, 80),
  clock: promisesFor(actor, row, commitments).find(isRunning) ?? null,
});

export function shownComplaint(
  actor: Actor,
  row: SeenRow,
  commitments: readonly CommitmentShown[] = [],
): Omit<Complaint, keyof typeof workOnIt | keyof typeof pointsOfIt> {
  const { content, aboutWhom, sourceId, cause, responsibility, solution, measure, costFen } = row;
  const { lesson, watchUntil, vehicle, referenceNumber, referenceDueOn } = row;
  const { toldAt, askedAt } = wire(row);
  return {
    ...common(actor, row),
    ...{ content, aboutWhom, sourceId, cause, responsibility, solution, measure, costFen },
    ...{ lesson, watchUntil, vehicle, toldAt, askedAt, referenceNumber, referenceDueOn },
    replyBy: row.replyBy as Complaint['replyBy'],
    sourceType: row.sourceType as Complaint['sourceType'],
    causeKind: row.causeKind as Complaint['causeKind'],
    customerAnswer: row.customerAnswer as Complaint['customerAnswer'],
    isAnonymous: row.isAnonymous,
    receipt: {
      state: receiptStateOf(row),
      dueAt: row.receiptDueAt?.toISOString() ?? null,
      toldAt: row.receiptToldAt?.toISOString() ?? null,
      toldHow: row.receiptToldHow as Complaint['receipt']['toldHow'],
    },
    toldHow: row.toldHow as Complaint['toldHow'],
    satisfaction: row.satisfaction as Complaint['satisfaction'],
    exception:
      row.exceptionReason === ''
        ? null
        : { reason: row.exceptionReason, byName: row.exceptionByName },
    customer: customerFor(actor, row),
    order: row.order && { ...row.order, receivedAt: utc(row.order.receivedAt) },
    earlier: row.earlier.map(shownEarlier),
    entries: row.entries.map(({ position: _, ...entry }) => ({ ...entry, at: utc(entry.at) })),
    commitments: promisesFor(actor, row, commitments),
    gate: gateOf(row),
    steps: stepsFor(actor, row),
  };
}

function customerFor(actor: Actor, row: SeenRow): Complaint['customer'] {
  const { customer } = row;
  if (customer === null || isWalled(actor, row)) return null;
  return { ...customer, phone: phoneFor(actor, customer.phone, row.orgPath) };
}

export const shownMatch = (actor: Actor, row: MatchRow): ComplaintMatch => ({
  ...row,
  phone: phoneFor(actor, row.phone),
  order: row.order && { ...row.order, receivedAt: utc(row.order.receivedAt) },
  earlier: row.earlier.map(shownEarlier),
});

const shownEarlier = (row: EarlierRow) => ({
  ...row,
  kind: row.kind as Complaint['kind'],
  state: row.state as Complaint['state'],
  receivedAt: utc(row.receivedAt),
});
