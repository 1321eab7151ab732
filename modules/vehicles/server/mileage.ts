import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { vehicleEvents } from '../events.ts';
import { refuseMerged } from './identify.ts';
import { nextDueOf } from './next-due.ts';
import {
  insertReading,
  lockVehicle,
  type ReadingRow,
  readingsOf,
  updateVehicle,
  type VehicleRow,
} from './queries.ts';

export interface MileageRead {
  mileageKm: number;
  /** `YYYY-MM-DD`, not after today. */
  readOn: string;
  source: ReadingRow['source'];
  /** What it was read for, such as a service order: the same reading again changes nothing. */
  sourceId?: string;
  /** Needed when it is lower than the last: a new instrument, a typing error before. */
  reason?: string;
}

/**
 * Adds a reading to the ledger. Lower than the last one of that day or before needs a reason (422 `mileage_lower`, with
 * `lastKm` and `lastOn`): either this or the last is wrong, or the instrument was changed.
 */
export async function recordMileage(work: Work, vehicleId: string, read: MileageRead) {
  const vehicle = await lockVehicle(work, vehicleId);
  if (!vehicle) throw notFound();
  refuseMerged(vehicle);
  if (read.readOn > today(work)) throw ruleBroken('/readOn', 'date_ahead');
  const ledger = await readingsOf(work, vehicleId);
  if (ledger.some((known) => isSame(known, read))) return vehicle;
  refuseLower(ledger, read);
  const { mileageKm, readOn, source, sourceId = null, reason = '' } = read;
  const row = await insertReading(work, { vehicleId, mileageKm, readOn, source, sourceId, reason });
  const readings = [...ledger, row].sort(latestFirst);
  const latest = readings[0]!;
  const after = (await updateVehicle(work, vehicleId, {
    mileageKm: latest.mileageKm,
    mileageOn: latest.readOn,
    ...dueAfter(vehicle, vehicle.lastVisitOn, readings),
  }))!;
  await work.emit(
    vehicleEvents.changed,
    { vehicleId, ownerId: after.ownerId },
    aboutVehicle(after),
  );
  return after;
}

/** A vehicle was here on that day; the next service is reckoned from it. The same day again changes nothing. */
export async function noteVehicleVisit(work: Work, vehicleId: string, onDate: string) {
  const vehicle = await lockVehicle(work, vehicleId);
  if (!vehicle) throw notFound();
  refuseMerged(vehicle);
  if (vehicle.lastVisitOn !== null && vehicle.lastVisitOn >= onDate) return;
  const readings = await readingsOf(work, vehicleId);
  const due = nextDueOf({ ...vehicle, lastVisitOn: onDate, readings });
  const after = (await updateVehicle(work, vehicleId, { lastVisitOn: onDate, ...due }))!;
  const data = { vehicleId, ownerId: after.ownerId, onDate };
  await work.emit(vehicleEvents.visited, data, aboutVehicle(after));
}

/** The next service after a change; what was agreed with the customer stays until he has been here. */
export function dueAfter(
  vehicle: Pick<VehicleRow, 'intervalMonths' | 'intervalKm' | 'nextDueWhy'>,
  lastVisitOn: string | null,
  readings: readonly ReadingRow[],
) {
  const { intervalMonths, intervalKm, nextDueWhy } = vehicle;
  const isAgreed = (nextDueWhy as { by?: string } | null)?.by === 'agreed';
  return isAgreed ? {} : nextDueOf({ lastVisitOn, intervalMonths, intervalKm, readings });
}

function refuseLower(ledger: readonly ReadingRow[], read: MileageRead): void {
  const before = ledger.find(({ readOn }) => readOn <= read.readOn);
  if (!before || before.mileageKm <= read.mileageKm || read.reason?.trim()) return;
  const facts = { lastKm: before.mileageKm, lastOn: before.readOn };
  throw new Problem(422, 'mileage_lower', facts, [
    { pointer: '/mileageKm', code: 'mileage_lower', facts },
  ]);
}

const isSame = (known: ReadingRow, read: MileageRead) =>
  known.mileageKm === read.mileageKm &&
  known.readOn === read.readOn &&
  known.source === read.source &&
  known.sourceId === (read.sourceId ?? null);

const latestFirst = (one: ReadingRow, other: ReadingRow) =>
  other.readOn.localeCompare(one.readOn) || (one.id < other.id ? 1 : -1);

export const today = (work: Work) => dateIn(zoneOfTenant, work.now);

export const aboutVehicle = (row: { id: string; orgPath: string }) => ({
  type: 'vehicle',
  id: row.id,
  orgPath: row.orgPath,
});
