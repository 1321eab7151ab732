import { customerById } from '#modules/customers/server/index.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import { plainField } from '#platform/plain-field.ts';
import { withoutMasked } from '#platform/privacy.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import { grams } from '#shared/search-text.ts';
import type { vehicleRoutes } from '../contract.ts';
import { vehicleEvents } from '../events.ts';
import { identifiedPlate, identifiedVin, plateTaken, refuseMerged } from './identify.ts';
import { aboutVehicle, dueAfter, recordMileage, today } from './mileage.ts';
import {
  currentOwnership,
  insertFormerPlate,
  insertOwnership,
  insertVehicle,
  lockVehicle,
  readingsOf,
  updateOwnership,
  updateVehicle,
  type VehicleRow,
  vehiclesOfPlate,
} from './queries.ts';

export type NewVehicle = BodyOf<typeof vehicleRoutes.add> & {
  orgUnitId?: string;
  orgPath?: string;
};

const modelRule = { pointer: '/model', most: 80 };

/** Puts a vehicle on file; everything but something to know it by may come later (ARC-02). */
export async function createVehicle(work: Work, input: NewVehicle): Promise<VehicleRow> {
  const { plate: typedPlate = '', plateAsTyped, vin, ownerId: namedId, mileageKm, ...rest } = input;
  const plate = identifiedPlate(typedPlate, plateAsTyped);
  await refuseTaken(work, plate.plate, input.orgUnitId ?? work.actor.unitId);
  const ownerId = namedId === undefined ? undefined : await permitOwner(work, namedId);
  const model = plainField(input.model ?? '', modelRule);
  const row = await insertVehicle(work, {
    ...rest,
    ...plate,
    plateColour: input.plateColour ?? plate.plateColour,
    ...identifiedVin(vin ?? ''),
    model,
    ownerId: ownerId ?? null,
    grams: grams(plate.plate, model),
  });
  if (ownerId !== undefined) await beginOwnership(work, row, ownerId, today(work));
  const told = { vehicleId: row.id, ownerId: row.ownerId };
  await work.emit(vehicleEvents.added, told, aboutVehicle(row));
  if (mileageKm === undefined) return row;
  return recordMileage(work, row.id, { mileageKm, readOn: today(work), source: 'visit' });
}

export async function changeVehicle(
  work: Work,
  vehicleId: string,
  input: BodyOf<typeof vehicleRoutes.change>,
  expectedVersion: number | undefined,
): Promise<VehicleRow> {
  const before = await permit(work, vehicleId, expectedVersion);
  const { vin, ...change } = withoutMasked(work.actor, input, before, { vin: 'vin' });
  const model = change.model === undefined ? undefined : plainField(change.model, modelRule);
  const after = (await updateVehicle(work, vehicleId, {
    ...change,
    ...(vin !== undefined && identifiedVin(vin)),
    ...(model !== undefined && { model, grams: grams(before.plate, model) }),
    ...(await dueByChange(work, before, input)),
  }))!;
  await work.emit(
    vehicleEvents.changed,
    { vehicleId, ownerId: after.ownerId },
    aboutVehicle(after),
    changesBetween(before, after, Object.keys(input)),
  );
  return after;
}

/** A day given by hand was agreed with the customer; otherwise the day follows from the intervals. */
async function dueByChange(
  work: Work,
  before: VehicleRow,
  input: BodyOf<typeof vehicleRoutes.change>,
) {
  const { nextDueOn, nextDueKm } = input;
  const intervals = {
    intervalMonths:
      input.intervalMonths === undefined ? before.intervalMonths : input.intervalMonths,
    intervalKm: input.intervalKm === undefined ? before.intervalKm : input.intervalKm,
  };
  if (nextDueOn || nextDueKm) {
    const unknown = {
      fromOn: null,
      fromKm: null,
      kmPerDay: null,
      monthsDueOn: null,
      kmDueOn: null,
    };
    return { nextDueWhy: { by: 'agreed', ...unknown, ...intervals } };
  }
  const isDropped = nextDueOn === null || nextDueKm === null;
  const nextDueWhy = isDropped ? null : before.nextDueWhy;
  const readings = await readingsOf(work, before.id);
  return dueAfter({ ...intervals, nextDueWhy }, before.lastVisitOn, readings);
}

/** Another owner from a day on (ARC-05): the file of the car goes on, the former owner stays in it. */
export async function changeOwner(
  work: Work,
  vehicleId: string,
  input: BodyOf<typeof vehicleRoutes.changeOwner>,
  expectedVersion: number | undefined,
): Promise<void> {
  const before = await permit(work, vehicleId, expectedVersion);
  const { fromOn = today(work) } = input;
  const ownerId = await permitOwner(work, input.ownerId);
  if (before.ownerId === ownerId) return;
  await endOwnership(work, vehicleId, fromOn);
  const after = (await updateVehicle(work, vehicleId, {
    ownerId,
    ...(await dueForNewOwner(work, before)),
  }))!;
  await beginOwnership(work, after, ownerId, fromOn);
  const told = { vehicleId, ownerId, formerOwnerId: before.ownerId };
  await work.emit(vehicleEvents.ownerChanged, told, aboutVehicle(after));
}

/** A day agreed with the former owner binds nobody any more: it follows from the intervals again. */
async function dueForNewOwner(work: Work, before: VehicleRow) {
  const { lastVisitOn } = before;
  const readings = await readingsOf(work, before.id);
  return dueAfter({ ...before, nextDueWhy: null }, lastVisitOn, readings);
}

/** Another plate from a day on (ARC-05): the former one stays on file with its days. */
export async function changePlate(
  work: Work,
  vehicleId: string,
  input: BodyOf<typeof vehicleRoutes.changePlate>,
  expectedVersion: number | undefined,
): Promise<void> {
  const before = await permit(work, vehicleId, expectedVersion);
  const plate = identifiedPlate(input.plate, input.plateAsTyped);
  if (plate.plate === before.plate) return;
  await refuseTaken(work, plate.plate, before.orgUnitId);
  const fromOn = input.fromOn ?? today(work);
  const after = (await updateVehicle(work, vehicleId, {
    ...plate,
    grams: grams(plate.plate, before.model),
  }))!;
  if (after.ownerId !== null) {
    await endOwnership(work, vehicleId, fromOn);
    await beginOwnership(work, after, after.ownerId, fromOn);
  }
  if (before.plate !== '') {
    await insertFormerPlate(work, { vehicleId, plate: before.plate, untilOn: fromOn });
  }
  const { ownerId } = after;
  const told = { vehicleId, ownerId, plate: plate.plate, formerPlate: before.plate };
  await work.emit(vehicleEvents.plateChanged, told, aboutVehicle(after));
}

const beginOwnership = (work: Work, row: VehicleRow, customerId: string, fromOn: string) =>
  insertOwnership(work, { vehicleId: row.id, customerId, plate: row.plate, fromOn });

async function endOwnership(work: Work, vehicleId: string, untilOn: string): Promise<void> {
  const current = await currentOwnership(work, vehicleId);
  if (current) await updateOwnership(work, current.id, { untilOn });
}

async function refuseTaken(work: Work, plate: string, unitId: string): Promise<void> {
  if (plate === '') return;
  const known = await vehiclesOfPlate(work, plate, unitId);
  const taken = known.find(({ orgUnitId }) => orgUnitId === unitId);
  if (taken) throw plateTaken(taken.id, plate);
}

/** The owner's own id: a record that was merged away leads to the one that stays. */
async function permitOwner(work: Work, ownerId: string): Promise<string> {
  const owner = await customerById(work, ownerId);
  if (!owner) throw ruleBroken('/ownerId', 'customer_unknown');
  return owner.id;
}

async function permit(work: Work, vehicleId: string, expectedVersion: number | undefined) {
  const row = await lockVehicle(work, vehicleId);
  if (!row) throw notFound();
  refuseMerged(row);
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}
