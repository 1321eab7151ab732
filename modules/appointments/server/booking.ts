import { customerById, dialable } from '#modules/customers/server/index.ts';
import { type VehicleRow, vehicleById } from '#modules/vehicles/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { normalisePlate } from '#shared/plates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { appointmentRoutes } from '../contract.ts';
import { appointmentEvents } from '../events.ts';
import { teamFor } from '../lifecycle.ts';
import { takeSlot } from './capacity.ts';
import { watch } from './deadlines.ts';
import { type AppointmentRow, insertAppointment, receivesThere } from './queries.ts';
import { aboutAppointment, concernedBy, note } from './taking.ts';

type Body<Name extends 'book' | 'walkIn'> = BodyOf<(typeof appointmentRoutes)[Name]>;

/** Books a time that the workshop can keep (WSH-02). */
export async function book(work: Work, body: Body<'book'>): Promise<string> {
  const place = placeOf(work);
  const who = await whoComes(work, body);
  await refuseStrangeAdvisor(work, body.advisorId, place.orgPath);
  const team = teamFor[body.kind];
  const { plannedMinutes, way = 'phone' } = body;
  const slot = await takeSlot(work, place, {
    team,
    startsAt: new Date(body.startsAt),
    minutes: plannedMinutes,
    bayId: body.bayId ?? null,
  });
  const { kind, wish, advisorId = null } = body;
  const row = await insertAppointment(work, {
    ...place,
    ...who,
    ...preparedOf(body),
    ...{ kind, wish, team, plannedMinutes, way, advisorId },
    ...{ startsAt: slot.startsAt, endsAt: slot.endsAt, bayId: slot.bayId },
    loads: JSON.stringify(slot.loads),
  });
  await watch(work, row);
  return told(work, row, 'book');
}

/** Somebody stands at the desk: he waits for his turn, and nothing is booked for him. */
export async function walkIn(work: Work, body: Body<'walkIn'>): Promise<string> {
  const { kind, wish } = body;
  const row = await insertAppointment(work, {
    ...placeOf(work),
    ...(await whoComes(work, body)),
    ...{ kind, wish, team: teamFor[kind], plannedMinutes: 0, way: 'walkIn', loads: '[]' },
    ...{ startsAt: work.now, endsAt: work.now, state: 'arrived', arrivedAt: work.now },
  });
  return told(work, row, 'walkIn');
}

/** Puts a new appointment on record, and tells of it. */
export async function told(work: Work, row: AppointmentRow, step: string): Promise<string> {
  await note(work, row, step, { fromState: '' });
  const startsAt = row.startsAt.toISOString();
  const about = aboutAppointment(row);
  await work.emit(appointmentEvents.booked, { ...concernedBy(row), startsAt }, about);
  return row.id;
}

const placeOf = ({ actor }: Work) => ({ orgUnitId: actor.unitId, orgPath: actor.unitPath });

/** What the appointment is prepared with, as far as it was said. */
export const preparedOf = ({
  fetching,
  place,
  parts,
  partsNote,
}: Pick<Body<'book'>, 'fetching' | 'place' | 'parts' | 'partsNote'>) => ({
  ...{ fetching, parts, place, partsNote },
});

interface WhoSaid {
  customerId?: string;
  vehicleId?: string;
  name?: string;
  phone?: string;
  plate?: string;
}
interface Who {
  customerId: string | null;
  vehicleId: string | null;
  name: string;
  phone: string;
  plate: string;
}

/** Somebody on file whom the caller sees, or what he said of himself. A known car brings its owner. */
async function whoComes(work: Work, said: WhoSaid): Promise<Who> {
  const { customerId, vehicleId } = await knownOf(work, said);
  const name = customerId ? '' : (said.name ?? '').trim();
  const plate = vehicleId ? '' : normalisePlate(said.plate ?? '').slice(0, 20);
  if (!customerId && !vehicleId && name === '' && plate === '') {
    throw ruleBroken('/name', 'who_comes_needed');
  }
  const phone = customerId ? '' : (dialable(said.phone, '/phone') ?? '');
  return { customerId, vehicleId, name, phone, plate };
}

/** The customer and the car on file that are meant, each seen by the caller. */
export async function knownOf(
  work: Work,
  { customerId, vehicleId }: Pick<WhoSaid, 'customerId' | 'vehicleId'>,
): Promise<Pick<Who, 'customerId' | 'vehicleId'>> {
  const vehicle = vehicleId === undefined ? undefined : await vehicleById(work, vehicleId);
  if (vehicleId !== undefined && !vehicle) throw ruleBroken('/vehicleId', 'vehicle_unknown');
  const customer = await ownerOr(work, customerId, vehicle);
  if (customerId !== undefined && !customer) throw ruleBroken('/customerId', 'customer_unknown');
  return { customerId: customer?.id ?? null, vehicleId: vehicle?.id ?? null };
}

async function ownerOr(work: Work, customerId: string | undefined, vehicle?: VehicleRow) {
  const meant = customerId ?? vehicle?.ownerId ?? undefined;
  return meant === undefined ? undefined : customerById(work, meant);
}

/** Who is wished for receives cars here. */
export async function refuseStrangeAdvisor(
  work: Work,
  advisorId: string | null | undefined,
  orgPath: string,
): Promise<void> {
  if (!advisorId) return;
  if (!(await receivesThere(work, advisorId, orgPath))) {
    throw ruleBroken('/advisorId', 'advisor_unknown');
  }
}
