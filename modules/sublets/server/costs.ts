import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { priceOfLine } from '#modules/service-orders/server/index.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { formatFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { subletRoutes } from '../contract.ts';
import { endedStates, subletLife } from '../lifecycle.ts';
import type { SubletRow } from './queries.ts';
import { insertCost, latestCostOf } from './queries-costs.ts';
import { type AskedSublet, me, take, tell } from './steps.ts';

const till = 'serviceOrders.settle';

/**
 * What the firm is paid, once, beside what the house asks for the job; of what was not passed nothing is asked (WSH-15).
 * @throws Problem 409 `step_not_allowed` while it is not over, `sublet_booked`; 422 `sublet_cost_reason`
 */
export async function bookCost(
  work: Work,
  asked: AskedSublet,
  body: BodyOf<typeof subletRoutes.bookCost>,
): Promise<void> {
  const row = await take(work, asked, till);
  if (!endedStates.includes(row.state)) {
    const allowedSteps = subletLife.allowed(row.state);
    throw new Problem(409, 'step_not_allowed', {
      step: 'bookCost',
      state: row.state,
      allowedSteps,
    });
  }
  const before = await latestCostOf(work, row.id);
  if (before?.kind === 'booked') throw new Problem(409, 'sublet_booked');
  const reason = (body.reason ?? '').trim();
  if (body.costFen !== row.agreedFen && reason === '') {
    const agreed = formatFen(row.agreedFen);
    throw ruleBroken('/reason', 'sublet_cost_reason', { agreed });
  }
  const isPassed = row.state === 'passed';
  await insertCost(work, {
    ...placeOf(work, row),
    entry: (before?.entry ?? 0) + 1,
    kind: 'booked',
    costFen: body.costFen,
    priceFen: isPassed ? await priceOfLine(work, row.orderId, row.lineId) : 0,
    reference: (body.reference ?? '').trim(),
    reason,
  });
  await tell(work, 'costBooked', row);
}

/** A wrong booking is taken back whole, by a contrary entry of today. @throws Problem 409 `sublet_not_booked` */
export async function reverseCost(
  work: Work,
  asked: AskedSublet,
  { reason }: BodyOf<typeof subletRoutes.reverseCost>,
): Promise<void> {
  const row = await take(work, asked, till);
  const before = await latestCostOf(work, row.id);
  if (before?.kind !== 'booked') throw new Problem(409, 'sublet_not_booked');
  await insertCost(work, {
    ...placeOf(work, row),
    entry: before.entry + 1,
    kind: 'reversed',
    costFen: 0 - before.costFen,
    priceFen: 0 - before.priceFen,
    reference: before.reference,
    reason: reason.trim(),
  });
  await tell(work, 'costReversed', row);
}

const placeOf = (work: Work, row: SubletRow) => ({
  orgUnitId: row.orgUnitId,
  orgPath: row.orgPath,
  subletId: row.id,
  partnerId: row.partnerId,
  bookedOn: dateIn(zoneOfTenant, work.now),
  bookedBy: me(work),
  at: work.now,
});
