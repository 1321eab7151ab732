import {
  cancelPromise,
  defineRule,
  handOver,
  keep,
  promise,
} from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import type { TermColumn } from '../contract-terms.ts';
import type { ComplaintState } from '../lifecycle.ts';
import type { ComplaintRow } from './queries.ts';
import { ladderOf, type Terms, termsOf } from './terms.ts';

const hourInMs = 3_600_000;

/** As shipped: the supervisor hears of a broken term at once, the shop's owner four hours later. */
const ladder = [
  { afterMinutes: 0, permission: 'complaints.supervise' },
  { afterMinutes: 240, permission: 'organisation.manage' },
] as const;
const clock = (key: string, source: string, warnBeforeMinutes: number) =>
  defineRule({
    ...{ key, source, warnBeforeMinutes, term: { kind: 'until' } },
    ...{ ladder: [...ladder], namesPerson: true },
  });

/** Beside the clock of the state, until the complainant knows that it was received. */
export const receiptClock = 'complaints.receipt';
clock(receiptClock, '建议值，可按店设置：告知投诉人已受理（GB/T 19012-2019、ISO 10002 7.4）', 10);
clock('complaints.answer', '《修理厂客户关系管理规定》：24 小时内响应投诉', 240);
clock('complaints.solve', '建议值，可按店设置：给出解决方案的时限', 480);
clock('complaints.tell', '《客服部规章制度》：有了解决办法，当天答复客户', 120);
clock('complaints.close', '建议值，可按店设置：答复后 7 天内询问满意度并结案', 1440);

const referenceClock = 'complaints.reference';
clock(referenceClock, '转办平台或部门（如 12315）要求的答复期限', 1440);

/** Which clock runs while a complaint stands in a state; closed ones have none. */
const clockOf: Partial<Record<ComplaintState, string>> = {
  received: 'complaints.answer',
  acknowledged: 'complaints.solve',
  investigating: 'complaints.solve',
  resolving: 'complaints.tell',
  feedback: 'complaints.close',
};

const after = (from: Date, hours: number) => new Date(from.getTime() + hours * hourInMs);

/** By when a complaint has to be answered as it comes in (CMP-03). */
export const answerDue = (terms: Terms, receivedAt: Date): Date =>
  after(receivedAt, terms.answer.unassessed);

/** The assessment may shorten the time to answer, counted from now; it never lengthens it (CMP-04). */
export function answerDueAssessed(terms: Terms, row: ComplaintRow, now: Date): Date {
  const severity = row.severity as TermColumn;
  const hours = terms.answer[severity];
  const asked = row.urgency === 'urgent' ? Math.min(hours, terms.urgentAnswer[severity]) : hours;
  const due = after(now, asked);
  return due < row.answerDueAt ? due : row.answerDueAt;
}

/** When what the state asks for is due, counted from now; `null` once nothing is. */
export function dueIn(terms: Terms, row: ComplaintRow, now: Date): Date | null {
  switch (clockOf[row.state as ComplaintState]) {
    case 'complaints.answer':
      return row.answerDueAt;
    case 'complaints.solve':
      return after(now, terms.solve[row.severity as TermColumn]);
    case 'complaints.tell':
      return instantAt(zoneOfTenant, addDays(dateIn(zoneOfTenant, now), 1), '00:00');
    case 'complaints.close':
      return after(now, terms.close[row.severity as TermColumn]);
    default:
      return null;
  }
}

export const hasOtherClock = (before: string, next: string): boolean =>
  clockOf[before as ComplaintState] !== clockOf[next as ComplaintState];

export const about = (row: ComplaintRow) => ({ type: 'complaint', id: row.id });

export const ladderAt = async (work: Work, row: ComplaintRow) =>
  ladderOf(await termsOf(work, row.orgPath), row.severity as TermColumn);

/** Starts the clock of the complaint's state, or moves it, due as its row says and owned by its handler. */
export async function startClock(work: Work, row: ComplaintRow, from: Date): Promise<void> {
  const rule = clockOf[row.state as ComplaintState];
  if (rule === undefined || row.dueAt === null) return;
  const minutes = Math.max(0, Math.round((row.dueAt.getTime() - from.getTime()) / 60_000));
  const span = { from: from.toISOString(), to: row.dueAt.toISOString(), minutes };
  await promise(work, {
    rule,
    about: about(row),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId: row.handlerId ?? row.createdBy,
    from,
    dueAt: row.dueAt,
    ladder: await ladderAt(work, row),
    sum: [{ kind: 'counted', ...span, note: '' }],
    subject: `${row.number} ${row.complainantName}`,
  });
}

/** Who passed it on wants the answer by a day: a clock beside that of the state, until the result is told. */
export async function startReferenceClock(work: Work, row: ComplaintRow): Promise<void> {
  if (row.referenceDueOn === null) return;
  const dueAt = instantAt(zoneOfTenant, addDays(row.referenceDueOn, 1), '00:00');
  const from = row.receivedAt;
  const minutes = Math.max(0, Math.round((dueAt.getTime() - from.getTime()) / 60_000));
  await promise(work, {
    ...{ rule: referenceClock, about: about(row), from, dueAt },
    ladder: await ladderAt(work, row),
    ...{ orgUnitId: row.orgUnitId, orgPath: row.orgPath, ownerId: row.handlerId ?? row.createdBy },
    sum: [
      { kind: 'counted', from: from.toISOString(), to: dueAt.toISOString(), minutes, note: '' },
    ],
    subject: `${row.number} ${row.complainantName}`,
  });
}
export const answerReference = (work: Work, row: ComplaintRow, isTold: boolean) =>
  isTold ? keep(work, referenceClock, about(row)) : cancelPromise(work, referenceClock, about(row));

/** The clocks go on for another handler. */
export async function handClockOver(work: Work, row: ComplaintRow): Promise<void> {
  const rule = clockOf[row.state as ComplaintState];
  if (rule !== undefined) await handOver(work, rule, about(row), row.handlerId);
  await handOver(work, referenceClock, about(row), row.handlerId);
  await handOver(work, receiptClock, about(row), row.handlerId);
}

export async function endClock(work: Work, row: ComplaintRow, isDone: boolean): Promise<void> {
  const rule = clockOf[row.state as ComplaintState];
  if (rule === undefined) return;
  await (isDone ? keep : cancelPromise)(work, rule, about(row));
}
