import { seenAppointment } from '#modules/appointments/server/index.ts';
import { notify } from '#modules/commitments/server/index.ts';
import { customerById, dialable } from '#modules/customers/server/index.ts';
import { vehicleById } from '#modules/vehicles/server/index.ts';
import { withoutMasked } from '#platform/privacy.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { tripRoutes } from '../contract.ts';
import { tripEvents } from '../events.ts';
import { changeableStates, tripLife } from '../lifecycle.ts';
import { aboutTrip, promiseArrival } from './deadlines.ts';
import {
  drivesThere,
  insertTrip,
  lockTrip,
  orderFactsOf,
  type TripRow,
  updateTrip,
} from './queries-trips.ts';

type Body<Name extends 'ask' | 'change' | 'assign'> = BodyOf<(typeof tripRoutes)[Name]>;

export interface AskedTrip {
  tripId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

export const concernedBy = ({ id, customerId, vehicleId }: TripRow) => ({
  tripId: id,
  customerId,
  vehicleId,
});

/** Locks it: it exists here (404), it is as seen (412). */
export async function takeTrip(work: Work, asked: AskedTrip): Promise<TripRow> {
  const row = await lockTrip(work, asked.tripId);
  if (!row) throw notFound();
  if (asked.expectedVersion !== undefined && row.version !== asked.expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

/** Somebody asks for it at the desk (WSH-13): for a car, an appointment or an order; with its driver, if he is known. */
export async function ask(work: Work, body: Body<'ask'>): Promise<string> {
  const { actor } = work;
  const arriveBy = timeAhead(work, body.arriveBy);
  const subject = await subjectOf(work, body);
  const driverId = body.driverId ?? null;
  if (driverId) await refuseStrangeDriver(work, driverId, actor.unitPath);
  const row = await insertTrip(work, {
    orgUnitId: actor.unitId,
    orgPath: actor.unitPath,
    kind: body.kind,
    state: driverId ? tripLife.next('assign', 'asked') : 'asked',
    customerId: subject.customerId,
    vehicleId: subject.vehicleId,
    orderId: body.orderId ?? null,
    appointmentId: body.appointmentId ?? null,
    contactName: (body.contactName ?? '').trim(),
    contactPhone: dialable(body.contactPhone, '/contactPhone') ?? '',
    address: body.address.trim(),
    wish: (body.wish ?? '').trim(),
    arriveBy,
    driverId,
  });
  const told = { ...concernedBy(row), kind: row.kind, arriveBy: row.arriveBy.toISOString() };
  await work.emit(tripEvents.asked, told, aboutTrip(row));
  await promiseArrival(work, row, subject.plate);
  if (driverId) await tellDriver(work, row, subject.plate);
  return row.id;
}

/** Of which car and whose: said, or known by the order or appointment that it belongs to. */
async function subjectOf(work: Work, body: Body<'ask'>) {
  const order = body.orderId ? await orderFactsOf(work, body.orderId) : undefined;
  if (body.orderId && !order) throw notFound();
  const booked = body.appointmentId ? await seenAppointment(work, body.appointmentId) : undefined;
  if (body.appointmentId && !booked) throw notFound();
  const cars = [body.vehicleId, order?.vehicleId, booked?.vehicleId].filter((one) => one != null);
  const [vehicleId] = cars;
  if (!vehicleId) throw ruleBroken('/vehicleId', 'trip_car_needed');
  if (cars.some((one) => one !== vehicleId)) throw ruleBroken('/vehicleId', 'trip_of_other_car');
  const vehicle = await vehicleById(work, vehicleId);
  if (!vehicle) throw notFound();
  const namedId = body.customerId ?? order?.customerId ?? booked?.customerId ?? vehicle.ownerId;
  if (!namedId) throw ruleBroken('/customerId', 'owner_unknown');
  if (!(await customerById(work, namedId))) throw notFound();
  return { vehicleId, customerId: namedId, plate: vehicle.plate };
}

/** Until he sets out: where, whom, what for. */
export async function change(work: Work, asked: AskedTrip, body: Body<'change'>): Promise<void> {
  const row = await takeTrip(work, asked);
  if (!changeableStates.includes(row.state)) {
    throw new Problem(409, 'step_not_allowed', { step: 'change', state: row.state });
  }
  // What was shown masked and came back is no change.
  const said = withoutMasked(work.actor, body, row, {
    address: 'address',
    contactPhone: 'phone',
    contactName: 'name',
    wish: 'words',
  });
  const { contactPhone, ...rest } = said;
  const after = (await updateTrip(work, row.id, {
    ...rest,
    ...(contactPhone !== undefined && { contactPhone: dialable(contactPhone, '/contactPhone') }),
  }))!;
  await work.emit(tripEvents.changed, concernedBy(after), aboutTrip(after));
}

/** Given to a driver, who hears of it; the promised time may be another one now. */
export async function assign(work: Work, asked: AskedTrip, body: Body<'assign'>): Promise<void> {
  const row = await takeTrip(work, asked);
  const state = tripLife.next('assign', row.state);
  await refuseStrangeDriver(work, body.driverId, row.orgPath);
  const isAgain = row.state === 'failed';
  const arriveBy =
    body.arriveBy === undefined && !isAgain
      ? row.arriveBy
      : timeAhead(work, body.arriveBy ?? row.arriveBy.toISOString());
  const after = (await updateTrip(work, row.id, {
    ...{ state, arriveBy, driverId: body.driverId },
    ...(isAgain && { setOutAt: null, arrivedAt: null, endedAt: null, endReason: '' }),
  }))!;
  const told = { driverId: body.driverId, arriveBy: after.arriveBy.toISOString() };
  await work.emit(tripEvents.assigned, { ...concernedBy(after), ...told }, aboutTrip(after));
  const plate = (await vehicleById(work, after.vehicleId))?.plate ?? '';
  await promiseArrival(work, after, plate);
  await tellDriver(work, after, plate);
}

async function tellDriver(work: Work, row: TripRow, plate: string): Promise<void> {
  if (row.driverId === work.actor.id) return;
  await notify(work, [row.driverId], {
    kind: `mobility.assigned.${row.kind}`,
    about: { type: 'trip', id: row.id },
    facts: { plate, due: row.arriveBy.toISOString(), by: work.actor.name },
    key: `trip:${row.id}:${row.version}`,
  });
}

function timeAhead(work: Work, instant: string): Date {
  const at = new Date(instant);
  if (at <= work.now) throw ruleBroken('/arriveBy', 'trip_time_past');
  return at;
}

async function refuseStrangeDriver(work: Work, driverId: string, orgPath: string): Promise<void> {
  if (!(await drivesThere(work, driverId, orgPath))) {
    throw ruleBroken('/driverId', 'driver_unknown');
  }
}
