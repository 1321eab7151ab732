import { lockOrder } from '#modules/service-orders/server/index.ts';
import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { PartCharge, partChargeRoutes } from '../contract.ts';
import { partChargeEvents } from '../events.ts';
import { me } from './issuing.ts';
import {
  type ChargeRow,
  chargeById,
  insertCharge,
  isColleague,
  reversalOf,
} from './queries-charges.ts';

const decides = 'parts.decide';

export function presentCharge(
  { actor }: Work,
  { orgPath, employeeId: _, ...row }: ChargeRow,
): PartCharge {
  const mayReverse = !row.isReversed && can(actor, decides, orgPath);
  return placed({ ...row, at: wire(row).at, mayReverse }, orgPath);
}

/** 丧失、故意损坏照价赔偿 (S2): who, what, how much, why. @throws Problem 404, 403, 422 `part_employee_unknown` */
export async function charge(
  work: Work,
  orderId: string,
  body: BodyOf<typeof partChargeRoutes.charge>,
): Promise<PartCharge> {
  const order = await held(work, orderId);
  const { orgUnitId, orgPath } = order;
  if (!(await isColleague(work, body.employeeId)))
    throw ruleBroken('/employeeId', 'part_employee_unknown');
  const row = await insertCharge(work, {
    ...{ orgUnitId, orgPath, orderId, kind: 'charged' },
    ...{ employeeId: body.employeeId, cause: body.cause, amountFen: body.amountFen },
    name: body.name.trim(),
    reason: body.reason.trim(),
    chargedBy: me(work),
    at: work.now,
  });
  await tell(work, 'charged', row.id, order);
  return shown(work, row.id);
}

/** Taken back whole, by an entry of its own. @throws Problem 404, 403, 409 `part_charge_reversed` */
export async function reverse(
  work: Work,
  chargeId: string,
  { reason }: BodyOf<typeof partChargeRoutes.reverse>,
): Promise<PartCharge> {
  const before = await chargeById(work, chargeId);
  if (!before) throw notFound();
  const order = await held(work, before.orderId);
  if (await reversalOf(work, chargeId)) throw new Problem(409, 'part_charge_reversed');
  const { orgUnitId, orgPath, id: orderId } = order;
  await insertCharge(work, {
    ...{ orgUnitId, orgPath, orderId, kind: 'reversed', reversesId: chargeId },
    ...{ cause: before.cause, name: before.name, amountFen: before.amountFen },
    employeeId: before.employeeId,
    reason: reason.trim(),
    chargedBy: me(work),
    at: work.now,
  });
  await tell(work, 'reversed', chargeId, order);
  return shown(work, chargeId);
}

async function held(work: Work, orderId: string) {
  const order = await lockOrder(work, orderId);
  if (!order) throw notFound();
  if (!can(work.actor, decides, order.orgPath)) throw forbidden(decides);
  return order;
}

async function shown(work: Work, chargeId: string): Promise<PartCharge> {
  return presentCharge(work, (await chargeById(work, chargeId))!);
}

const tell = (
  work: Work,
  what: keyof typeof partChargeEvents,
  partChargeId: string,
  { id: orderId, orgPath }: { id: string; orgPath: string },
) =>
  work.emit(
    partChargeEvents[what],
    { orderId, partChargeId },
    { type: 'partCharge', id: partChargeId, orgPath },
  );
