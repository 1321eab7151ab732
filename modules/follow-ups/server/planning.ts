import { calendarOf, cancelPromise, promise } from '#modules/commitments/server/index.ts';
import { mayNotBeContacted } from '#modules/customers/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { followUpEvents } from '../events.ts';
import { followUpLifecycle } from '../lifecycle.ts';
import type { FollowUpRuleKey } from '../locales/vocabulary.ts';
import { callersFor } from './callers.ts';
import { callingHoursOf } from './calling-hours.ts';
import { aboutFollowUp, contactRule } from './deadlines.ts';
import {
  type FollowUpRow,
  followUpsOfOrder,
  insertFollowUp,
  lockFollowUp,
  partnerOf,
  secondAfter,
  updateFollowUp,
} from './queries.ts';
import type { FollowUpRule } from './rules.ts';
import { ruleFor, ruleOf, ruleTaking } from './rules-service.ts';
import { expireTask } from './tasks.ts';
import { type Anchor, type Planned, planWindow } from './windows.ts';

/** Whom a call is about, and where it lies. */
export interface Concerned {
  orderId: string | null;
  customerId: string;
  vehicleId: string | null;
  orgUnitId: string;
  orgPath: string;
}
export interface Visit extends Concerned {
  orderId: string;
  vehicleId: string;
  advisorId: string;
}

/**
 * Plans both calls after a visit by the rules that hold there (FUP-01, FUP-02). The second is reckoned from the last day
 * of the first, and anew when the first is done; without a first there is none. Told twice of the same visit, it plans
 * nothing more; and nothing for a customer whose processing is restricted (PIPL art. 44).
 */
export async function planAfterVisit(work: Work, visit: Visit, anchor: Anchor): Promise<void> {
  if ((await followUpsOfOrder(work, visit.orderId)).length > 0) return;
  if (await mayNotBeContacted(work, visit.customerId)) return;
  const occasion = anchor.anchor === 'leftUnrepaired' ? 'question' : 'first';
  const rule = await ruleTaking(work, occasion, { ...visit, anchorOn: anchor.anchorOn });
  if (!rule) return;
  const { advisorId, ...concerned } = visit;
  const [agent] = await callersFor(work, rule, visit.orgPath, advisorId);
  const planned = await windowBy(work, rule, visit.orgPath, anchor);
  const first = await plan(work, 'first', rule, concerned, agent?.id ?? null, planned);
  await promiseContact(work, first, planned);
  const second = await ruleFor(work, 'second', visit.orgPath);
  if (!second.isOn) return;
  const [other] = namesNobody(second)
    ? [agent]
    : await callersFor(work, second, visit.orgPath, advisorId);
  const due: Anchor = { anchor: 'firstDue', anchorOn: planned.latestOn };
  const next = await windowBy(work, second, visit.orgPath, due);
  await plan(work, 'second', second, concerned, other?.id ?? null, next, first.id);
}

const namesNobody = ({ agentId, postKey }: FollowUpRule) => agentId === null && postKey === null;

/** Plans one call by a rule and says so; when it lapses is settled with it. */
export async function plan(
  work: Work,
  key: FollowUpRuleKey,
  rule: FollowUpRule,
  concerned: Concerned,
  agentId: string | null,
  { earliestOn, latestOn, why: sum }: Planned,
  firstId: string | null = null,
): Promise<FollowUpRow> {
  const { editionId } = rule;
  const { orderId, customerId, vehicleId, orgUnitId, orgPath } = concerned;
  const of = { orderId, customerId, vehicleId, orgUnitId, orgPath };
  const row = await insertFollowUp(work, {
    ...{ ...of, rule: key, editionId, agentId, earliestOn, latestOn, sum, firstId },
  });
  await expireLater(work, row, rule);
  const told = { followUpId: row.id, customerId, rule: key };
  await work.emit(followUpEvents.planned, told, aboutFollowUp(row));
  return row;
}

/**
 * The first is settled: the second's days and its clock begin - from the talk itself, or, where none came about,
 * from the day by which it should have (FUP-02). It keeps the edition that it was planned by.
 */
export async function planSecond(work: Work, first: FollowUpRow): Promise<void> {
  const second = await secondAfter(work, first.id);
  if (!second) return;
  const calendar = await calendarOf(work, first.orgPath);
  const anchor: Anchor =
    first.state === 'done' && first.doneAt
      ? { anchor: 'firstDone', anchorOn: dateIn(calendar.zone, first.doneAt) }
      : { anchor: 'firstDue', anchorOn: first.latestOn };
  const rule = await ruleOf(work, second);
  const planned = await windowBy(work, rule, second.orgPath, anchor);
  const { earliestOn, latestOn, why } = planned;
  const after = await updateFollowUp(work, second.id, { earliestOn, latestOn, sum: why });
  await promiseContact(work, after, planned);
  await expireLater(work, after, rule);
}

/** Past its window and, by its rule, two weeks more: a late call helps nobody, and a flood of them hides the others. */
export async function expire(work: Work, followUpId: string): Promise<void> {
  const row = await lockFollowUp(work, followUpId);
  if (row?.state !== 'planned') return;
  if (work.now < expiresAt(row, await ruleOf(work, row))) return;
  const state = followUpLifecycle.next('expire', row.state);
  const after = await updateFollowUp(work, row.id, { state, lockedBy: null, lockedUntil: null });
  await cancelPromise(work, contactRule, aboutFollowUp(after));
  const { customerId, rule } = after;
  await work.emit(followUpEvents.expired, { followUpId, customerId, rule }, aboutFollowUp(after));
  await planSecond(work, after);
}

/** The days of a call by its rule, at a place. */
export async function windowBy(work: Work, rule: FollowUpRule, orgPath: string, anchor: Anchor) {
  const business = await calendarOf(work, orgPath);
  const calling = await callingHoursOf(work, orgPath, business);
  return planWindow(rule, anchor, business, calling);
}

/** The supervisor hears of it when nobody called in time. */
export async function promiseContact(work: Work, row: FollowUpRow, { dueAt, spans }: Planned) {
  const { orgUnitId, orgPath, agentId } = row;
  const about = { type: 'followUp', id: row.id };
  const subject = (await partnerOf(work, row.customerId))?.name ?? '';
  const owner = { orgUnitId, orgPath, ownerId: agentId, subject };
  await promise(work, { rule: contactRule, about, ...owner, dueAt, sum: spans });
}

const expiresAt = ({ latestOn }: FollowUpRow, { expiresDays }: FollowUpRule) =>
  instantAt(zoneOfTenant, addDays(latestOn, expiresDays + 1), '00:00');

const expireLater = (work: Work, row: FollowUpRow, rule: FollowUpRule) =>
  work.later(expireTask, { followUpId: row.id }, expiresAt(row, rule), row.id);
