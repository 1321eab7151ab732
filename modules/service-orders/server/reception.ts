import { appointmentBecame } from '#modules/appointments/server/index.ts';
import { customerById, noteVisit } from '#modules/customers/server/index.ts';
import { readyFileOf } from '#modules/files/server/index.ts';
import { nextNumber, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { noteVehicleVisit, recordMileage, vehicleById } from '#modules/vehicles/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { serviceOrderRoutes } from '../contract.ts';
import { serviceOrderEvents } from '../events.ts';
import { orderLifecycle } from '../lifecycle.ts';
import { promiseOrder } from './deadlines.ts';
import {
  addPaperRow,
  insertOrder,
  insertStep,
  lockOrder,
  openOrderOf,
  orderById,
} from './queries.ts';
import { countVisit } from './queries-visit-counts.ts';
import {
  type Asked,
  aboutOrder,
  beginChange,
  finishChange,
  personOf,
  refuseUnless,
} from './taking.ts';

type Body<Name extends keyof typeof serviceOrderRoutes> = BodyOf<(typeof serviceOrderRoutes)[Name]>;

/** A vehicle comes in: the customer's own words, the mileage beside the last one, a promise (WSH-01). */
export async function receive(work: Work, body: Body<'receive'>): Promise<string> {
  const vehicle = await vehicleById(work, body.vehicleId);
  if (!vehicle) throw notFound();
  const namedId = body.customerId ?? vehicle.ownerId;
  const customer = namedId === null ? undefined : await customerById(work, namedId);
  // An owner who is on file at a sister shop only is as unknown here as none.
  if (!customer && body.customerId === undefined) throw ruleBroken('/customerId', 'owner_unknown');
  if (!customer) throw notFound();
  const customerId = customer.id;
  await refuseTwice(work, vehicle.id);
  await refuseWrongEarlierOrder(work, body);
  const promisedAt = body.promisedAt === undefined ? null : futureOf(work, body.promisedAt);
  const orderId = newId(work.now);
  const today = dateIn(zoneOfTenant, work.now);
  await recordMileage(work, vehicle.id, {
    mileageKm: body.mileageKm,
    readOn: today,
    source: 'visit',
    sourceId: orderId,
    reason: body.mileageReason,
  });
  await noteVisit(work, customerId, today);
  await noteVehicleVisit(work, vehicle.id, today);
  const place = { orgUnitId: work.actor.unitId, orgPath: work.actor.unitPath };
  const advisorId = personOf(work.actor);
  if (advisorId === null) throw new Problem(403, 'advisor_needed');
  if (promisedAt)
    await promiseOrder(work, { id: orderId, ...place, advisorId }, promisedAt, vehicle.plate);
  const order = await insertOrder(work, {
    id: orderId,
    ...place,
    ...written(body),
    vehicleId: vehicle.id,
    customerId,
    customerWords: body.customerWords,
    mileageKm: body.mileageKm,
    advisorId,
    promisedAt,
    earlierOrderId: body.earlierOrderId,
    stateSince: work.now,
    receivedAt: work.now,
    number: await nextNumber(work, place.orgUnitId, 'serviceOrder', 'GD'),
  });
  await countVisit(work, order);
  await insertStep(work, {
    orderId,
    orderVersion: order.version,
    step: 'receive',
    fromState: '',
    toState: orderLifecycle.initial,
    takenBy: advisorId,
    at: work.now,
  });
  if (body.appointmentId) {
    const { id: vehicleId, plate } = vehicle;
    const order = { orderId, vehicleId, plate, customerId };
    await appointmentBecame(work, body.appointmentId, order);
  }
  await work.emit(serviceOrderEvents.received, { orderId }, aboutOrder(order));
  return orderId;
}

const written = (body: Body<'change'>) => {
  const { kind, senderName, senderPhone, fuelEighths, valuables } = body;
  return { kind, senderName, senderPhone, fuelEighths, valuables };
};

/** One vehicle stands in one place: the open order is shown instead of a second one. */
export async function refuseTwice(work: Work, vehicleId: string): Promise<void> {
  const open = await openOrderOf(work, vehicleId);
  if (open) {
    const { id: orderId, number, state } = open;
    // Of a sister shop's order the number is told, so that one can ask there, and nothing else.
    const facts = inScope(work.actor, open.orgPath) ? { orderId, number, state } : { number };
    throw new Problem(409, 'vehicle_here_already', facts);
  }
}

/** A repeat repair names the order that it repeats (WSH-10, WSH-14), and that was of the same vehicle. */
async function refuseWrongEarlierOrder(work: Work, body: Body<'receive'>): Promise<void> {
  if (body.kind === 'repeatRepair' && body.earlierOrderId === undefined) {
    throw ruleBroken('/earlierOrderId', 'earlier_order_needed');
  }
  if (body.earlierOrderId === undefined) return;
  const earlier = await orderById(work, body.earlierOrderId);
  if (earlier?.vehicleId !== body.vehicleId) {
    throw ruleBroken('/earlierOrderId', 'earlier_order_unknown');
  }
}

function futureOf(work: Work, promisedAt: string): Date {
  const due = new Date(promisedAt);
  if (due <= work.now) throw ruleBroken('/promisedAt', 'promise_past');
  return due;
}

/** Corrects what was written down at reception; two who do it at once do not lose a word (412). */
export async function change(work: Work, asked: Asked, body: Body<'change'>): Promise<void> {
  const order = await beginChange(work, asked);
  const { customerWords } = body;
  await finishChange(work, order, 'change', { ...written(body), customerWords });
}

/** Says what the vehicle waits for; the promise to the customer stands all the same. */
export async function wait(work: Work, asked: Asked, { waitingFor }: Body<'wait'>): Promise<void> {
  const order = await beginChange(work, asked, 'serviceOrders.receive', 'serviceOrders.work');
  if (order.waitingFor === waitingFor) return;
  await finishChange(work, order, 'wait', { waitingFor }, waitingFor);
}

/** Promises another time; the old one stays on record with the reason. */
export async function promiseTime(work: Work, asked: Asked, body: Body<'promise'>): Promise<void> {
  const order = await beginChange(work, asked);
  const promisedAt = futureOf(work, body.promisedAt);
  const vehicle = await vehicleById(work, order.vehicleId);
  await promiseOrder(work, order, promisedAt, vehicle?.plate ?? order.number);
  const before = order.promisedAt === null ? '' : `${clock(order.promisedAt)} → `;
  const note = `${before}${clock(promisedAt)} ${body.reason}`;
  await finishChange(work, order, 'promise', { promisedAt }, note);
}

const clock = (at: Date) => `${dateIn(zoneOfTenant, at)} ${timeIn(zoneOfTenant, at)}`;

/** A photo, a signature or a document; also when the vehicle has left already. */
export async function addPaper(work: Work, asked: Asked, body: Body<'addPaper'>): Promise<void> {
  const order = await lockOrder(work, asked.orderId);
  if (!order) throw notFound();
  refuseUnless(work, order, 'serviceOrders.receive', 'serviceOrders.work', 'serviceOrders.settle');
  if (!(await readyFileOf(work, body.fileId))) throw notFound();
  const { fileId, kind, caption = '' } = body;
  const by = personOf(work.actor) ?? order.advisorId;
  const isNew = await addPaperRow(work, { orderId: order.id, fileId, kind, caption, by });
  if (isNew) await finishChange(work, order, 'paper', {}, caption);
}
