import { calendarOf, cancelPromise, promise } from '#modules/commitments/server/index.ts';
import { mayNotBeContacted } from '#modules/customers/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { followUpEvents } from '../events.ts';
import { followUpLifecycle } from '../lifecycle.ts';
import type { FollowUpRuleKey } from '../locales/vocabulary.ts';
import { callingHoursOf } from './calling-hours.ts';
import { aboutFollowUp, contactRule } from './deadlines.ts';
import {
  type FollowUpRow,
  followUpsOfOrder,
  insertFollowUp,
  lockFollowUp,
  openLoads,
  partnerOf,
  secondAfter,
  updateFollowUp,
} from './queries.ts';
import { expiresAfterDays, ruleFor } from './rules.ts';
import { expireTask } from './tasks.ts';
import { type Anchor, type Planned, planWindow } from './windows.ts';

export interface Visit {
  orderId: string;
  customerId: string;
  vehicleId: string;
  advisorId: string;
  orgUnitId: string;
  orgPath: string;
}

/**
 * Plans both calls after a visit (FUP-01, FUP-02). The second is reckoned from the last day of the first, and anew
 * when the first is done. Told twice of the same visit, it plans nothing more;
 * and nothing for a customer whose processing is restricted (PIPL art. 44).
 */
export async function planAfterVisit(work: Work, visit: Visit, anchor: Anchor): Promise<void> {
  if ((await followUpsOfOrder(work, visit.orderId)).length > 0) return;
  if (await mayNotBeContacted(work, visit.customerId)) return;
  const agentId = await chosenAgent(work, visit.orgPath, visit.advisorId);
  const planned = await windowFor(work, 'first', visit.orgPath, anchor);
  const first = await insertFollowUp(work, newRow('first', visit, agentId, planned));
  await promiseContact(work, first, planned);
  const due: Anchor = { anchor: 'firstDue', anchorOn: planned.latestOn };
  const next = await windowFor(work, 'second', visit.orgPath, due);
  const second = await insertFollowUp(work, {
    ...newRow('second', visit, agentId, next),
    firstId: first.id,
  });
  for (const row of [first, second]) {
    await expireLater(work, row);
    const { id: followUpId, customerId, rule } = row;
    await work.emit(followUpEvents.planned, { followUpId, customerId, rule }, aboutFollowUp(row));
  }
}

function newRow(rule: FollowUpRuleKey, visit: Visit, agentId: string | null, planned: Planned) {
  const { advisorId: _advisor, ...place } = visit;
  const { earliestOn, latestOn, why } = planned;
  return { ...place, rule, agentId, earliestOn, latestOn, sum: why };
}

/**
 * The first is settled: the second's days and its clock begin - from the talk itself, or, where none came about,
 * from the day by which it should have (FUP-02).
 */
export async function planSecond(work: Work, first: FollowUpRow): Promise<void> {
  const second = await secondAfter(work, first.id);
  if (!second) return;
  const calendar = await calendarOf(work, first.orgPath);
  const anchor: Anchor =
    first.state === 'done' && first.doneAt
      ? { anchor: 'firstDone', anchorOn: dateIn(calendar.zone, first.doneAt) }
      : { anchor: 'firstDue', anchorOn: first.latestOn };
  const planned = await windowFor(work, 'second', second.orgPath, anchor);
  const { earliestOn, latestOn, why } = planned;
  const after = await updateFollowUp(work, second.id, { earliestOn, latestOn, sum: why });
  await promiseContact(work, after, planned);
  await expireLater(work, after);
}

/** Past its window and two weeks more: a late call helps nobody, and a flood of them hides the others. */
export async function expire(work: Work, followUpId: string): Promise<void> {
  const row = await lockFollowUp(work, followUpId);
  if (row?.state !== 'planned') return;
  const until = instantAt(zoneOfTenant, addDays(row.latestOn, expiresAfterDays + 1), '00:00');
  if (work.now < until) return;
  const state = followUpLifecycle.next('expire', row.state);
  const after = await updateFollowUp(work, row.id, { state, lockedBy: null, lockedUntil: null });
  await cancelPromise(work, contactRule, aboutFollowUp(after));
  const { customerId, rule } = after;
  await work.emit(followUpEvents.expired, { followUpId, customerId, rule }, aboutFollowUp(after));
  await planSecond(work, after);
}

async function windowFor(work: Work, key: FollowUpRuleKey, orgPath: string, anchor: Anchor) {
  const business = await calendarOf(work, orgPath);
  const calling = await callingHoursOf(work, orgPath, business);
  return planWindow(await ruleFor(work, key, orgPath), anchor, business, calling);
}

async function promiseContact(work: Work, row: FollowUpRow, { dueAt, spans }: Planned) {
  const { orgUnitId, orgPath, agentId } = row;
  const about = { type: 'followUp', id: row.id };
  const subject = (await partnerOf(work, row.customerId))?.name ?? '';
  const owner = { orgUnitId, orgPath, ownerId: agentId, subject };
  await promise(work, { rule: contactRule, about, ...owner, dueAt, sum: spans });
}

const expireLater = (work: Work, row: FollowUpRow) =>
  work.later(
    expireTask,
    { followUpId: row.id },
    instantAt(zoneOfTenant, addDays(row.latestOn, expiresAfterDays + 1), '00:00'),
    row.id,
  );

/**
 * Who calls: of those who may, the one with the fewest open calls; a supervisor only where there is no other; never
 * the advisor who served (the customer is to speak freely). Nobody left: it stands on everyone's list.
 */
async function chosenAgent(work: Work, orgPath: string, advisorId: string): Promise<string | null> {
  const others = (await employeesWith(work, 'followUps.call', orgPath)).filter(
    ({ id }) => id !== advisorId,
  );
  const supervisors = new Set(
    (await employeesWith(work, 'followUps.supervise', orgPath)).map(({ id }) => id),
  );
  const callers = others.filter(({ id }) => !supervisors.has(id));
  const candidates = callers.length > 0 ? callers : others;
  const open = await openLoads(
    work,
    candidates.map(({ id }) => id),
  );
  const byLoad = candidates.toSorted(
    (one, other) => (open.get(one.id) ?? 0) - (open.get(other.id) ?? 0),
  );
  return byLoad[0]?.id ?? null;
}
