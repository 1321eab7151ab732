import { cancelPromise } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { recordMileage } from '#modules/vehicles/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { formatFen, sumFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { serviceOrderRoutes } from '../contract.ts';
import type { PaidBy } from '../contract-vocabulary.ts';
import { serviceOrderEvents } from '../events.ts';
import { promisedRule } from './deadlines.ts';
import { discountAtSettlement } from './discounts.ts';
import { refuseToLeave, refuseToSettle } from './leaving.ts';
import { leaveOnAccount } from './on-account.ts';
import { refuseOutside } from './outside.ts';
import { certificateOf, insertPayments, lockOrder, type OrderRow } from './queries.ts';
import { linesOf } from './queries-lines.ts';
import { type Asked, aboutOrder, begin, finish, personOf } from './taking.ts';

type Body<Name extends keyof typeof serviceOrderRoutes> = BodyOf<(typeof serviceOrderRoutes)[Name]>;

/** As the desk says it; the members module may also pay out of what was paid before. */
export type Settlement = Omit<Body<'settle'>, 'payments'> & {
  payments: readonly { method: PaidBy; amountFen: number; note?: string }[];
};

/** Lines of warranty, insurance and the house are not the customer's to pay; his own never exceed his word (WSH-12). */
export async function settle(work: Work, asked: Asked, body: Settlement): Promise<void> {
  const order = await begin(work, asked, 'settle');
  await refuseToSettle(work, order);
  await discountAtSettlement(work, order, body);
  const paidFen = sumFen(body.payments.map(({ amountFen }) => amountFen));
  if (paidFen !== body.totalFen) {
    const facts = { paid: formatFen(paidFen), total: formatFen(body.totalFen) };
    throw ruleBroken('/payments', 'payments_do_not_add_up', facts);
  }
  await finish(
    work,
    order,
    'settle',
    { settledFen: body.totalFen, oldParts: body.oldParts },
    body.note,
  );
  const takenBy = personOf(work.actor) ?? order.advisorId;
  if (body.payments.length > 0) {
    await insertPayments(
      work,
      body.payments.map(({ method, amountFen, note = '' }) => ({
        orderId: order.id,
        method,
        amountFen,
        note,
        takenBy,
        at: work.now,
      })),
    );
  }
  const later = body.payments.filter(({ method }) => method === 'onAccount');
  const amountFen = sumFen(later.map((payment) => payment.amountFen));
  const { orderId, customerId, orgUnitId, orgPath } = departureOf(order);
  await leaveOnAccount(work, { orderId, customerId, orgUnitId, orgPath, amountFen });
}

/** A payment that is taken back: the order is settled as before, and what it paid stands on account again. */
export async function takeBackPayment(
  work: Work,
  orderId: string,
  { method, amountFen, note }: { method: PaidBy; amountFen: number; note: string },
): Promise<void> {
  const order = await lockOrder(work, orderId);
  if (!order) throw notFound();
  const common = { orderId, note, takenBy: personOf(work.actor) ?? order.advisorId, at: work.now };
  await insertPayments(work, [
    { ...common, method, amountFen: -amountFen },
    { ...common, method: 'onAccount', amountFen },
  ]);
  const told = { orderId, what: 'payment' };
  await work.emit(serviceOrderEvents.changed, told, aboutOrder(order));
}

/** Walked through with the customer, who accepts it; without a certificate no vehicle leaves (art. 32). */
export async function deliver(work: Work, asked: Asked, body: Body<'deliver'>): Promise<void> {
  const order = await begin(work, asked, 'deliver');
  if (!(await certificateOf(work, order.id))) throw new Problem(409, 'certificate_missing');
  refuseOutside(await linesOf(work, order.id), order);
  await refuseToLeave(work, order);
  const mileageKm = body.mileageKm ?? order.mileageKm;
  const deliveredOn = dateIn(zoneOfTenant, work.now);
  if (mileageKm < order.mileageKm) {
    const facts = { lastKm: order.mileageKm, lastOn: dateIn(zoneOfTenant, order.receivedAt) };
    throw ruleBroken('/mileageKm', 'mileage_lower', facts);
  }
  if (mileageKm > order.mileageKm) {
    const reading = {
      mileageKm,
      readOn: deliveredOn,
      source: 'visit',
      sourceId: order.id,
    } as const;
    await recordMileage(work, order.vehicleId, reading);
  }
  await finish(
    work,
    order,
    'deliver',
    { deliveredAt: work.now, deliveryMileageKm: mileageKm, acceptedBy: body.acceptedBy },
    body.note,
  );
  const told = { ...departureOf(order), deliveredOn };
  await work.emit(serviceOrderEvents.delivered, told, aboutOrder(order));
}

const departureOf = ({ id, customerId, vehicleId, advisorId, orgUnitId, orgPath }: OrderRow) => ({
  orderId: id,
  customerId,
  vehicleId,
  advisorId,
  orgUnitId,
  orgPath,
});

export async function leaveUnrepaired(
  work: Work,
  asked: Asked,
  body: Body<'leaveUnrepaired'>,
): Promise<void> {
  const order = await begin(work, asked, 'leaveUnrepaired');
  await cancelPromise(work, promisedRule.key, aboutOrder(order));
  const note = body.diagnosis;
  await finish(work, order, 'leaveUnrepaired', { closingNote: note }, note);
  const told = { ...departureOf(order), leftOn: dateIn(zoneOfTenant, work.now) };
  await work.emit(serviceOrderEvents.leftUnrepaired, told, aboutOrder(order));
}

export async function cancel(work: Work, asked: Asked, body: Body<'cancel'>): Promise<void> {
  const order = await begin(work, asked, 'cancel');
  await cancelPromise(work, promisedRule.key, aboutOrder(order));
  await finish(work, order, 'cancel', { closingNote: body.reason }, body.reason);
}
