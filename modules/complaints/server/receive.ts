import { notify } from '#modules/commitments/server/index.ts';
import { atOpenUnit, nextNumber, unitById } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { readPhone } from '#shared/phones.ts';
import type { NewComplaint } from '../contract.ts';
import { complaintEvents } from '../events.ts';
import { type ReceiptWay, watchDays } from '../lifecycle.ts';
import { answerDue, startClock, startReferenceClock } from './deadlines.ts';
import { beginWithPoint, refuseUnknownClass } from './points.ts';
import {
  type ComplaintRow,
  customerWithPhone,
  insertComplaint,
  insertEntry,
  isSourceSeen,
  type Place,
  placeByCustomer,
  placeByOrder,
  placeByVehicle,
  sameComplaintBefore,
} from './queries.ts';
import { receiptAtFirst, startReceiptClock } from './receipt.ts';
import { termsOf } from './terms.ts';

/** As the contract has it, and how else the product itself tells that it is received. */
export type Receiving = Omit<NewComplaint, 'receiptTold'> & {
  receiptTold?: ReceiptWay | 'notYet';
};

const dayInMs = 86_400_000;

/**
 * Puts a complaint on the register from any channel (CMP-01). Order, car and customer lead to each other; the same
 * fault of the same car within 90 days is linked (CMP-10); the clock of 24 hours starts (CMP-03).
 * Throws 422 for a record that the caller cannot see and for a time to come.
 */
export async function receiveComplaint(work: Work, input: Receiving): Promise<ComplaintRow> {
  const receivedAt = input.receivedAt ? new Date(input.receivedAt) : work.now;
  if (receivedAt > work.now) throw ruleBroken('/receivedAt', 'in_future');
  const phone = tidyPhone(input.complainantPhone ?? '');
  if (input.isAnonymous && (phone !== '' || input.customerId)) {
    throw ruleBroken('/isAnonymous', 'anonymous_known');
  }
  const place = await placeOf(work, input, phone);
  await refuseUnknownClass(work, place.orgPath, input);
  const earlier = await recurrenceOf(work, input.kind, place.vehicleId, receivedAt);
  const terms = await termsOf(work, place.orgPath);
  const dueAt = answerDue(terms, receivedAt);
  const receipt = await receiptAtFirst(work, terms, place.orgPath, { ...input, receivedAt });
  const row = await insertComplaint(work, {
    ...place,
    number: await nextNumber(work, place.orgUnitId, 'complaint', 'TS'),
    channel: input.channel,
    complainantName: input.complainantName.trim(),
    complainantPhone: phone,
    kind: input.kind,
    aboutWhom: input.aboutWhom ?? '',
    content: input.content.trim(),
    replyBy: input.replyBy ?? 'phone',
    ...(await sourceOf(work, input)),
    ...referenceOf(input),
    repeatOfId: earlier?.id ?? null,
    receivedAt,
    ...receipt.row,
    answerDueAt: dueAt,
    dueAt,
  });
  await beginWithPoint(work, row, input.classKey);
  await startClock(work, row, receivedAt);
  await startReferenceClock(work, row);
  await startReceiptClock(work, row, receipt.sum);
  await putOnRecord(work, row);
  if (earlier) await proposeReopening(work, row, earlier);
  return row;
}

async function putOnRecord(work: Work, row: ComplaintRow): Promise<void> {
  const byId = work.actor.kind === 'user' ? work.actor.id : null;
  const facts = {
    channel: row.channel,
    ...(row.repeatOfId && { repeatOfId: row.repeatOfId }),
    ...(row.receiptToldHow && { receiptHow: row.receiptToldHow }),
  };
  await insertEntry(work, {
    complaintId: row.id,
    position: 0,
    step: 'receive',
    words: '',
    facts,
    byId,
    at: work.now,
  });
  const { customerId, vehicleId, orderId, orgPath } = row;
  const about = { type: 'complaint', id: row.id, orgPath };
  const concerned = { complaintId: row.id, customerId };
  await work.emit(complaintEvents.received, { ...concerned, vehicleId, orderId }, about);
  if (row.repeatOfId === null) return;
  await work.emit(complaintEvents.recurred, { ...concerned, earlierId: row.repeatOfId }, about);
}

/** As stored, or as typed where it is no number that we know: a complaint is never turned away for it. */
function tidyPhone(typed: string): string {
  const read = readPhone(typed);
  return read.kind === 'phone' ? read.phone : typed.trim();
}

/** Each record that is named must be one that the caller sees; what is not named follows from those that are. */
async function placeOf(work: Work, input: Receiving, phone: string): Promise<Place> {
  const order = await seenOrThrow(work, placeByOrder, input, 'order');
  const customer = await seenOrThrow(work, placeByCustomer, input, 'customer');
  const vehicle = await seenOrThrow(work, placeByVehicle, input, 'vehicle');
  const found = order ?? vehicle ?? customer ?? (await placeOfCaller(work, phone));
  const known = {
    orderId: (order ?? found)?.orderId ?? null,
    vehicleId: (vehicle ?? found)?.vehicleId ?? null,
    customerId: (customer ?? found)?.customerId ?? null,
  };
  // The car tells whose it is; who complained of it stays unknown.
  if (input.isAnonymous) known.customerId = null;
  if (found) {
    return atOpenUnit(work, { ...known, orgUnitId: found.orgUnitId, orgPath: found.orgPath });
  }
  const unit = await unitById(work, work.actor.unitId);
  return { ...known, orgUnitId: work.actor.unitId, orgPath: unit?.path ?? work.actor.unitPath };
}

async function seenOrThrow(
  work: Work,
  lookUp: typeof placeByOrder,
  input: Receiving,
  kind: 'order' | 'vehicle' | 'customer',
): Promise<Place | undefined> {
  const id = input[`${kind}Id`];
  if (!id) return undefined;
  const place = await lookUp(work, id);
  if (!place) throw ruleBroken(`/${kind}Id`, `${kind}_unknown`);
  return place;
}

async function placeOfCaller(work: Work, phone: string): Promise<Place | undefined> {
  const caller = await customerWithPhone(work, phone);
  return caller === undefined ? undefined : placeByCustomer(work, caller);
}

/** The call or the order that it came from is one that the caller sees. */
async function sourceOf(work: Work, input: Receiving) {
  const { sourceType = null, sourceId = null } = input;
  const isSeen = sourceType && sourceId && (await isSourceSeen(work, sourceType, sourceId));
  if ((sourceType ?? sourceId) !== null && !isSeen) throw ruleBroken('/sourceId', 'source_unknown');
  return { sourceType, sourceId };
}

/** Only who passed a complaint on has a number for it and asks for an answer by a day. */
function referenceOf({ channel, referenceNumber = '', referenceDueOn }: Receiving) {
  const isPassedOn = channel === 'authority' || channel === 'social';
  if (!isPassedOn && (referenceNumber !== '' || referenceDueOn !== undefined)) {
    throw ruleBroken('/referenceNumber', 'reference_of_nobody');
  }
  return { referenceNumber, referenceDueOn: referenceDueOn ?? null };
}

async function recurrenceOf(work: Work, kind: string, vehicleId: string | null, until: Date) {
  if (vehicleId === null) return undefined;
  const since = new Date(until.getTime() - watchDays * dayInMs);
  return sameComplaintBefore(work, { vehicleId, kind, since, until });
}

/** While it is watched, the same fault on the same car asks whoever handled it to open it again (CMP-10). */
async function proposeReopening(
  work: Work,
  row: ComplaintRow,
  earlier: NonNullable<Awaited<ReturnType<typeof sameComplaintBefore>>>,
): Promise<void> {
  // What another shop watched is its own: its people hear of it by their figures, not of this customer.
  if (earlier.state !== 'monitoring' || earlier.orgPath !== row.orgPath) return;
  await notify(work, [earlier.handlerId], {
    kind: 'complaints.cameBack',
    about: { type: 'complaint', id: earlier.id },
    facts: { number: earlier.number, again: row.number },
    key: `complaints.cameBack.${row.id}`,
  });
}
