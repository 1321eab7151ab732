import { calendarOf, cancelPromise, keep, promise } from '#modules/commitments/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingMinutes, type Due } from '#shared/business-calendar.ts';
import type { BodyOf } from '#shared/route.ts';
import type { complaintRoutes, NewComplaint } from '../contract.ts';
import type { TermColumn } from '../contract-terms.ts';
import { complaintEvents } from '../events.ts';
import { openStates, type ReceiptWay, spokenChannels } from '../lifecycle.ts';
import { about, ladderAt, receiptClock } from './deadlines.ts';
import { type ComplaintRow, lockComplaint } from './queries.ts';
import { isReceiptDue as isDue } from './receipt-state.ts';
import { aboutComplaint, concerned, noted, type Taken, taken } from './taking.ts';
import type { Terms } from './terms.ts';

/** The term in minutes of business of the place, with the sum behind it. */
async function receiptDue(work: Work, orgPath: string, from: Date, minutes: number): Promise<Due> {
  const due = addWorkingMinutes(await calendarOf(work, orgPath), from, minutes, []);
  if (due.kind !== 'due') throw new Error('a term without pauses has an end');
  return due;
}

/** What a complaint that comes in holds of it: whom one speaks with hears it at once, unless it is said that he did not. */
export async function receiptAtFirst(
  work: Work,
  terms: Terms,
  orgPath: string,
  given: Pick<NewComplaint, 'channel' | 'isAnonymous'> & {
    receiptTold?: ReceiptWay | 'notYet' | undefined;
    receivedAt: Date;
  },
) {
  const { channel, isAnonymous = false, receivedAt } = given;
  if (isAnonymous) return { row: { isAnonymous }, sum: [] };
  const { dueAt, spans } = await receiptDue(work, orgPath, receivedAt, terms.receipt.unassessed);
  const spoken = channel === 'desk' ? 'desk' : 'phone';
  const usual = spokenChannels.includes(channel) ? spoken : 'notYet';
  const { receiptTold = usual } = given;
  const told =
    receiptTold === 'notYet' ? {} : { receiptToldAt: receivedAt, receiptToldHow: receiptTold };
  return { row: { isAnonymous, receiptDueAt: dueAt, ...told }, sum: spans };
}

/** Its clock runs only while somebody waits to be told. */
export async function startReceiptClock(
  work: Work,
  row: ComplaintRow,
  sum: readonly object[],
): Promise<void> {
  if (!isDue(row)) return;
  await promise(work, {
    ...{ rule: receiptClock, about: about(row), from: row.receivedAt, dueAt: row.receiptDueAt! },
    ...{ orgUnitId: row.orgUnitId, orgPath: row.orgPath, ownerId: row.handlerId ?? row.createdBy },
    ladder: await ladderAt(work, row),
    sum,
    subject: `${row.number} ${row.complainantName}`,
  });
}

/** The assessment may shorten it, counted from now; it never lengthens it (CMP-04). */
export async function receiptAssessed(work: Work, terms: Terms, row: ComplaintRow) {
  if (!isDue(row)) return undefined;
  const minutes = terms.receipt[row.severity as TermColumn];
  const { dueAt, spans } = await receiptDue(work, row.orgPath, work.now, minutes);
  return dueAt < row.receiptDueAt! ? { dueAt, sum: spans } : undefined;
}

/** Who is answered knows that it was received. */
export const toldByAnswer = (work: Work, row: ComplaintRow) =>
  isDue(row) ? { receiptToldAt: work.now, receiptToldHow: 'answer' as const } : {};

export const endReceiptClock = (work: Work, row: ComplaintRow, isTold: boolean) =>
  isTold ? keep(work, receiptClock, about(row)) : cancelPromise(work, receiptClock, about(row));

/**
 * A person says how and when the complainant was told that it is received.
 * @throws Problem 409 `receipt_settled`, 422 `in_future`, `told_before_received`
 */
export async function tellReceived(
  work: Work,
  which: Taken,
  { how, toldAt, words = '' }: BodyOf<typeof complaintRoutes.tellReceived>,
): Promise<void> {
  const before = await taken(work, which, 'tellReceived');
  if (!isDue(before)) throw new Problem(409, 'receipt_settled');
  const at = toldAt ? new Date(toldAt) : work.now;
  if (at > work.now) throw ruleBroken('/toldAt', 'in_future');
  if (at < before.receivedAt) throw ruleBroken('/toldAt', 'told_before_received');
  await putTold(work, before, { how, at, words });
}

/** What the product sent told it: a letter of acknowledgement, the link to the page of his complaint. */
export async function receiptWasSent(
  work: Work,
  complaintId: string,
  how: ReceiptWay,
): Promise<void> {
  const row = await lockComplaint(work, complaintId);
  if (!row) throw notFound();
  const isOpen = (openStates as readonly string[]).includes(row.state);
  if (isOpen && isDue(row)) await putTold(work, row, { how, at: work.now, words: '' });
}

async function putTold(
  work: Work,
  before: ComplaintRow,
  { how, at, words }: { how: ReceiptWay; at: Date; words: string },
): Promise<void> {
  const after = await noted(work, before, 'tellReceived', {
    change: { receiptToldAt: at, receiptToldHow: how },
    entry: { words, facts: { receiptHow: how, toldAt: at.toISOString() } },
  });
  await endReceiptClock(work, after, true);
  await work.emit(complaintEvents.receiptTold, { ...concerned(after), how }, aboutComplaint(after));
}
