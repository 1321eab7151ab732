import { calendarOf } from '#modules/commitments/server/index.ts';
import { atOpenUnits, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { WhyWindow } from '../contract.ts';
import { followUpEvents } from '../events.ts';
import { callingHoursOf } from './calling-hours.ts';
import { insertFollowUps, lapseBefore, lapsedAtOnce } from './queries-reach.ts';
import { ruleFor } from './rules-service.ts';
import { lapseTask } from './tasks.ts';
import { planWindow } from './windows.ts';

/** Customers to be called for a reason of their own, chosen by who plans. */
export interface ManyCalls {
  rule: 'reminder' | 'segment';
  /** In whose name; each call lies where its customer is at home, or above it where that unit is closed. */
  unit: { id: string; path: string };
  planId?: string;
  calls: readonly {
    customerId: string;
    vehicleId: string | null;
    orgUnitId: string;
    orgPath: string;
    reasons: NonNullable<WhyWindow['reasons']>;
  }[];
}

/**
 * Plans a call to each of these customers, on everyone's list, from today on (ARC-04). Whether they may be called is
 * the planner's to ask: `whyNotCalled`. No promise stands behind such a call; undone, it lapses. None while the rule is off.
 */
export async function planCalls(work: Work, many: ManyCalls): Promise<number> {
  const { rule: key, unit, planId = null, calls } = many;
  if (calls.length === 0) return 0;
  const rule = await ruleFor(work, key, unit.path);
  if (!rule.isOn) return 0;
  const business = await calendarOf(work, unit.path);
  const calling = await callingHoursOf(work, unit.path, business);
  const anchorOn = dateIn(zoneOfTenant, work.now);
  const anchor = key === 'reminder' ? 'dueList' : 'segment';
  const planned = planWindow(rule, { anchor, anchorOn }, business, calling);
  const { earliestOn, latestOn, why } = planned;
  const rows = (await atOpenUnits(work, calls)).map(({ reasons, ...place }) => {
    const sum = { ...why, reasons };
    const { editionId } = rule;
    return { ...place, rule: key, editionId, agentId: null, planId, earliestOn, latestOn, sum };
  });
  await insertFollowUps(work, rows);
  const about = { type: 'orgUnit', id: unit.id, orgPath: unit.path };
  await work.emit(followUpEvents.listPlanned, { rule: key, count: rows.length, planId }, about);
  return rows.length;
}

/** Ends what nobody called in time, each night: so many, and the others after them. */
export async function lapseCalls(work: Work): Promise<void> {
  const today = dateIn(zoneOfTenant, work.now);
  const count = await lapseBefore(work, today);
  if (count === 0) return;
  if (count === lapsedAtOnce) await work.later(lapseTask, {}, work.now);
  const about = { type: 'tenant', id: work.actor.tenantId, orgPath: '1.' };
  await work.emit(followUpEvents.listLapsed, { count }, about);
}
