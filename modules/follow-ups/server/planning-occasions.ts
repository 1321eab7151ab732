import { atOpenUnit } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { callersFor } from './callers.ts';
import { type Concerned, plan, promiseContact, type Visit, windowBy } from './planning.ts';
import { followUpsOfOrder } from './queries.ts';
import { isSpared } from './queries-conditions.ts';
import {
  closedComplaint,
  type Found,
  hasRefusedWork,
  missedAppointment,
} from './queries-occasions.ts';
import { ruleTaking } from './rules-service.ts';
import type { Anchor } from './windows.ts';

type Single = 'refusedWork' | 'missed' | 'complaintClosed';

/**
 * Plans one call for an occasion of its own, where the rule for it is on and takes the customer in; none when he wishes
 * none or another call falls into the same days.
 */
async function planOne(
  work: Work,
  occasion: Single,
  given: Concerned,
  anchor: Anchor,
  advisorId: string | null,
): Promise<void> {
  const concerned = { ...given, ...(await atOpenUnit(work, given)) };
  const rule = await ruleTaking(work, occasion, { ...concerned, anchorOn: anchor.anchorOn });
  if (!rule) return;
  const planned = await windowBy(work, rule, concerned.orgPath, anchor);
  const { earliestOn, latestOn } = planned;
  if (await isSpared(work, { customerId: given.customerId, earliestOn, latestOn })) return;
  const [agent] = await callersFor(work, rule, concerned.orgPath, advisorId);
  const row = await plan(work, occasion, rule, concerned, agent?.id ?? null, planned);
  await promiseContact(work, row, planned);
}

/** He fetched the car without work that was advised: after a while he is asked again. */
export async function planAfterRefusal(work: Work, visit: Visit, anchorOn: string): Promise<void> {
  if (!(await hasRefusedWork(work, visit.orderId))) return;
  const planned = await followUpsOfOrder(work, visit.orderId);
  if (planned.some(({ rule }) => rule === 'refusedWork')) return;
  await planOne(work, 'refusedWork', visit, { anchor: 'delivered', anchorOn }, visit.advisorId);
}

/** He did not come. Told twice, the second call falls into the days of the first. */
export async function planAfterMissing(work: Work, appointmentId: string): Promise<void> {
  await planFound(work, 'missed', await missedAppointment(work, appointmentId));
}

/** His complaint is closed: whether it stays well is asked. */
export async function planAfterComplaint(work: Work, complaintId: string): Promise<void> {
  await planFound(work, 'complaintClosed', await closedComplaint(work, complaintId));
}

/** The order itself may have had such a call before: this one is about the customer and his car. */
async function planFound(work: Work, occasion: 'missed' | 'complaintClosed', found?: Found) {
  if (!found?.customerId) return;
  const { customerId, anchorOn, advisorId, vehicleId, orgUnitId, orgPath } = found;
  const concerned = { orderId: null, customerId, vehicleId, orgUnitId, orgPath };
  await planOne(work, occasion, concerned, { anchor: occasion, anchorOn }, advisorId);
}
