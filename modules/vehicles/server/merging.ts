import type { Work } from '#platform/work.ts';
import { grams } from '#shared/search-text.ts';
import { vehicleEvents } from '../events.ts';
import { aboutVehicle, dueAfter, today } from './mileage.ts';
import {
  closeOtherOwnerships,
  forgetFormerPlates,
  forgetOwnerships,
  insertFormerPlate,
  insertOwnership,
  readingsOf,
  reopenOwnerships,
  updateVehicle,
  type VehicleRow,
  vehiclesToMerge,
} from './queries.ts';

/** What of a record takes part in a merge: by it both records are kept as they were, and put back. */
export const vehicleMergeFields = [
  'plate',
  'plateType',
  'plateColour',
  'vin',
  'vinWarning',
  'model',
  'grams',
  'vehicleType',
  'ownerId',
  'mileageKm',
  'mileageOn',
  'firstRegisteredOn',
  'maintenanceItems',
  'intervalMonths',
  'intervalKm',
  'nextDueOn',
  'nextDueKm',
  'nextDueWhy',
  'historyNote',
  'remark',
  'lastVisitOn',
] as const satisfies readonly (keyof VehicleRow)[];
export type VehicleInMerge = Pick<VehicleRow, (typeof vehicleMergeFields)[number]>;

/** Both vehicles locked, always in the same order, so that two merges of the same cars wait for each other. */
export const lockVehiclesToMerge = (work: Work, ids: readonly string[]) =>
  vehiclesToMerge(work, ids);

/** What a merge changed beside the record itself, so that undoing takes it back. */
export interface BesideVehicle {
  /** Ownerships that ended with the merge: a car has one owner. */
  closed: string[];
  /** The ownership and the former plates that the merge made. */
  ownerships: string[];
  plates: string[];
}

/**
 * Writes what was chosen into the record that stays, once its readings are all there: mileage and what is due next are
 * reckoned anew. The plate that was not chosen still finds the car.
 */
export async function writeMergedVehicle(
  work: Work,
  row: VehicleRow,
  chosen: Partial<VehicleInMerge>,
  otherPlate: string,
): Promise<{ written: Partial<VehicleInMerge>; beside: BesideVehicle }> {
  const after = { ...row, ...chosen };
  const readings = await readingsOf(work, row.id);
  const [latest] = readings;
  const written = {
    ...chosen,
    grams: grams(after.plate, after.model),
    mileageKm: latest?.mileageKm ?? after.mileageKm,
    mileageOn: latest?.readOn ?? after.mileageOn,
    ...dueAfter(after, after.lastVisitOn, readings),
  };
  await updateVehicle(work, row.id, written);
  const beside = {
    ...(await oneOwnership(work, after)),
    plates: await keepFormerPlates(work, after, [row.plate, otherPlate]),
  };
  await tellChanged(work, row.id, after);
  return { written, beside };
}

/** Of the ownerships that run on, the one of today's owner and plate stays; there is one in any case. */
async function oneOwnership(work: Work, { id: vehicleId, ownerId, plate }: VehicleRow) {
  const fromOn = today(work);
  const rows = await closeOtherOwnerships(work, { vehicleId, ownerId, plate, untilOn: fromOn });
  const closed = rows.flatMap(({ id, isClosed }) => (isClosed ? [id] : []));
  if (ownerId === null || rows.some(({ isClosed }) => !isClosed)) return { closed, ownerships: [] };
  const made = await insertOwnership(work, { vehicleId, customerId: ownerId, plate, fromOn });
  return { closed, ownerships: [made.id] };
}

async function keepFormerPlates(work: Work, after: VehicleRow, plates: readonly string[]) {
  const made: string[] = [];
  for (const plate of new Set(plates)) {
    if (plate === '' || plate === after.plate) continue;
    const given = { vehicleId: after.id, plate, untilOn: today(work) };
    made.push((await insertFormerPlate(work, given)).id);
  }
  return made;
}

/** Takes back what a merge changed beside the record. */
export async function undoBesideVehicle(work: Work, beside: BesideVehicle): Promise<void> {
  await forgetOwnerships(work, beside.ownerships);
  await reopenOwnerships(work, beside.closed);
  await forgetFormerPlates(work, beside.plates);
}

/** Leaves an empty record that leads to the other: no search and no list finds it, its address still works. */
export async function leaveVehicleShell(work: Work, id: string, mergedIntoId: string) {
  await updateVehicle(work, id, {
    mergedIntoId,
    plate: '',
    plateType: 'none',
    vin: '',
    vinWarning: '',
    grams: [],
    ownerId: null,
    historyNote: '',
    remark: '',
    nextDueOn: null,
    nextDueKm: null,
    nextDueWhy: null,
  });
}

/** Puts fields back as they were; `mergedIntoId: null` makes a shell a record again. */
export async function restoreVehicle(
  work: Work,
  row: VehicleRow,
  former: Partial<VehicleInMerge>,
): Promise<void> {
  const { plate, model } = { ...row, ...former };
  const change = { ...former, grams: grams(plate, model), mergedIntoId: null };
  const after = (await updateVehicle(work, row.id, change))!;
  await tellChanged(work, row.id, after);
}

const tellChanged = (work: Work, vehicleId: string, row: VehicleRow) =>
  work.emit(vehicleEvents.changed, { vehicleId, ownerId: row.ownerId }, aboutVehicle(row));
