import { calendarOf, cancelPromise, keep, promise } from '#modules/commitments/server/index.ts';
import { inScope } from '#platform/actor.ts';
import type { Call } from '#platform/http.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { matterRoutes, NewMatter } from '../contract.ts';
import { matterEvents } from '../events.ts';
import { type MatterStep, matterLifecycle } from '../lifecycle.ts';
import { callingHoursOf } from './calling-hours.ts';
import { aboutMatter, matterRule, tellRule } from './deadlines.ts';
import { type CallRow, type MatterRow, partnerOf } from './queries.ts';
import { insertMatter, lockMatter, updateMatter } from './queries-matters.ts';
import { endOfTellingDay } from './windows.ts';

const eventOf = {
  escalate: matterEvents.escalated,
  solve: matterEvents.solved,
  tell: matterEvents.told,
  drop: matterEvents.dropped,
} as const;

/** What a matter is about and who is to solve it. */
type Received = Pick<
  MatterRow,
  | 'orgUnitId'
  | 'orgPath'
  | 'customerId'
  | 'vehicleId'
  | 'orderId'
  | 'callId'
  | 'content'
  | 'ownerId'
> &
  Pick<NewMatter, 'kind' | 'solution'>;

/**
 * What the customer asked for becomes a thing to be tracked (FUP-04). Answered in the same talk it is closed at
 * once; else two working days begin (FUP-05).
 */
export async function openMatter(work: Work, call: CallRow, input: NewMatter): Promise<MatterRow> {
  const { orgUnitId, orgPath, customerId, vehicleId, orderId } = call;
  const { kind, content, solution } = input;
  const place = { orgUnitId, orgPath, customerId, vehicleId, orderId, callId: call.id };
  return receiveMatter(work, { ...place, kind, content, ownerId: call.byId, solution });
}

/** A matter from wherever it came, with its clock of two working days unless it is answered already (FUP-05). */
export async function receiveMatter(
  work: Work,
  { solution, ...received }: Received,
): Promise<MatterRow> {
  const answered = solution !== undefined && {
    state: 'told' as const,
    solution,
    solvedAt: work.now,
    toldAt: work.now,
    toldHow: 'call' as const,
  };
  const row = await insertMatter(work, { ...received, ...answered });
  const { customerId } = row;
  await work.emit(matterEvents.received, { matterId: row.id, customerId }, aboutMatter(row));
  if (!answered) await promiseFor(work, matterRule, row, {});
  return row;
}

/** A solution is found: the day's clock for telling the customer begins (FUP-05). */
export async function solveMatter(
  work: Work,
  matterId: string,
  { solution }: BodyOf<typeof matterRoutes.solve>,
  call: Call,
): Promise<void> {
  const row = await matterForStep(work, matterId, call);
  const after = await moved(work, row, 'solve', { solution, solvedAt: work.now });
  await keep(work, matterRule, { type: 'matter', id: matterId });
  const business = await calendarOf(work, after.orgPath);
  const calling = await callingHoursOf(work, after.orgPath, business);
  const { dueAt, spans } = endOfTellingDay(business, calling, work.now);
  await promiseFor(work, tellRule, after, { dueAt, sum: spans });
}

export async function tellMatter(
  work: Work,
  matterId: string,
  { how }: BodyOf<typeof matterRoutes.tell>,
  call: Call,
): Promise<void> {
  const row = await matterForStep(work, matterId, call);
  await moved(work, row, 'tell', { toldAt: work.now, toldHow: how });
  await keep(work, tellRule, { type: 'matter', id: matterId });
}

export async function dropMatter(
  work: Work,
  matterId: string,
  { reason }: BodyOf<typeof matterRoutes.drop>,
  call: Call,
): Promise<void> {
  const row = await matterForStep(work, matterId, call);
  await moved(work, row, 'drop', { dropReason: reason });
  for (const rule of [matterRule, tellRule]) {
    await cancelPromise(work, rule, { type: 'matter', id: matterId });
  }
}

/** Unsolved when its two days are over: it lies with the supervisor. A second telling changes nothing. */
export async function escalateMatter(work: Work, matterId: string): Promise<void> {
  const row = await lockMatter(work, matterId);
  if (row?.state === 'open') await moved(work, row, 'escalate', {});
}

async function matterForStep(work: Work, matterId: string, call: Call): Promise<MatterRow> {
  const row = await lockMatter(work, matterId);
  if (!row || !inScope(work.actor, row.orgPath)) throw notFound();
  if (call.expectedVersion !== undefined && call.expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

async function moved(
  work: Work,
  row: MatterRow,
  step: MatterStep,
  change: Parameters<typeof updateMatter>[2],
): Promise<MatterRow> {
  const state = matterLifecycle.next(step, row.state);
  const after = await updateMatter(work, row.id, { ...change, state });
  const { customerId } = after;
  await work.emit(eventOf[step], { matterId: row.id, customerId }, aboutMatter(after));
  return after;
}

async function promiseFor(
  work: Work,
  rule: typeof matterRule,
  row: MatterRow,
  term: { dueAt?: Date; sum?: readonly object[] },
): Promise<void> {
  const { orgUnitId, orgPath, ownerId } = row;
  const subject = `${(await partnerOf(work, row.customerId))?.name ?? ''}：${row.content}`;
  const about = { type: 'matter', id: row.id };
  const owner = { orgUnitId, orgPath, ownerId };
  await promise(work, { rule, about, ...owner, subject: subject.slice(0, 200), ...term });
}
