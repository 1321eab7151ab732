import {
  endOwnerships,
  type ImportedState,
  importFormerPlates,
  importOwnerships,
  importReadings,
  type LockedVehicle,
  setImported,
} from '#modules/vehicles/server/index.ts';
import { newId } from '#platform/ids.ts';
import type { Work } from '#platform/work.ts';
import { grams } from '#shared/search-text.ts';
import { dueOf, readingsOf, saidOf } from './merging.ts';
import type { BatchRow } from './queries.ts';
import { type Before, keepChanges, type VehicleToWrite } from './queries-writing.ts';

type Group = [vehicleId: string, visits: VehicleToWrite[]];
interface Changed {
  before: LockedVehicle;
  after: ImportedState;
  endsOwnership: boolean;
  added: { customerId: string; plate: string; fromOn: string }[];
  /** From which day on it bears the plate of the list. */
  changedOn: string;
}

/**
 * Changes vehicles on file as decided: the newer work item, another owner, another plate (ARC-05). What each was
 * before is kept, so that undoing puts it back. A row that says nothing new changes nothing.
 */
export async function changeKnown(
  work: Work,
  batch: BatchRow,
  groups: readonly Group[],
  onFile: ReadonlyMap<string, LockedVehicle>,
  today: string,
): Promise<number> {
  const updated = groups
    .filter(([id]) => onFile.has(id))
    .map(([id, visits]) => updatedBy(onFile.get(id)!, visits, today, work.now));
  const lost = groups.flatMap(([, visits]) => platesLost(visits, onFile, today, work.now));
  const changes = [...updated, ...lost].filter(({ before, after }) => differs(before, after));
  if (changes.length === 0) return 0;
  const ended = changes.filter((change) => change.endsOwnership && change.before.ownership);
  for (const change of ended) {
    const untilOn = change.added[0]?.fromOn ?? today;
    await endOwnerships(work, [change.before.ownership!.id], untilOn);
  }
  const added = changes.flatMap(({ before, added: lines }) =>
    lines.map((line) => ({ ...line, id: newId(work.now), vehicleId: before.id })),
  );
  await importOwnerships(work, added);
  const formerPlates = changes.flatMap((change) => formerPlateOf(change, work.now));
  await importFormerPlates(work, formerPlates);
  await setImported(
    work,
    changes.map(({ after }) => after),
  );
  const readings = groups
    .filter(([id]) => onFile.has(id))
    .flatMap(([vehicleId, visits]) => newReadings(onFile.get(vehicleId)!, visits, today));
  await importReadings(work, batch.id, readings);
  const kept = changes.map(({ before, after, endsOwnership }) => ({
    vehicleId: before.id,
    versionAfter: after.version,
    before: {
      vehicle: stateOf(before),
      endedOwnership: endsOwnership ? (before.ownership?.id ?? null) : null,
      addedOwnerships: idsOf(added, before.id),
      addedFormerPlates: idsOf(formerPlates, before.id),
    } satisfies Before,
  }));
  await keepChanges(work, batch.id, kept);
  return kept.length;
}

/** The plate that a car on file bears no longer stays on record (ARC-05). */
const formerPlateOf = ({ before, after, changedOn }: Changed, now: Date) =>
  before.plate === '' || before.plate === after.plate
    ? []
    : [{ id: newId(now), vehicleId: before.id, plate: before.plate, untilOn: changedOn }];

const idsOf = (rows: readonly { id: string; vehicleId: string }[], vehicleId: string) =>
  rows.filter((row) => row.vehicleId === vehicleId).map(({ id }) => id);

const newReadings = (before: LockedVehicle, visits: readonly VehicleToWrite[], today: string) =>
  readingsOf(visits, today)
    .filter(
      ({ mileageKm, readOn }) =>
        !before.readings.some((known) => known.mileageKm === mileageKm && known.readOn === readOn),
    )
    .map((reading) => ({ ...reading, vehicleId: before.id }));

function updatedBy(
  before: LockedVehicle,
  visits: VehicleToWrite[],
  today: string,
  now: Date,
): Changed {
  const newest = visits.at(-1)!;
  const isNewer = (newest.lastVisitOn ?? '') >= (before.lastVisitOn ?? '');
  const said = saidOf(visits);
  const texts = textsAfter(before, said, isNewer);
  const ownerId = newest.decision === 'changeOwner' && isNewer ? newest.customerId : before.ownerId;
  const plate = newest.decision === 'changePlate' && isNewer ? plateIn(newest) : plateIn(before);
  const owner = newest.decision === 'changePlate' && isNewer ? newest.customerId : ownerId;
  const readings = [...newReadings(before, visits, today), ...before.readings].sort((one, other) =>
    other.readOn.localeCompare(one.readOn),
  );
  const lastVisitOn = isNewer ? (newest.lastVisitOn ?? before.lastVisitOn) : before.lastVisitOn;
  const due = isNewer ? dueOf(visits, { ...texts, lastVisitOn, readings }) : undefined;
  const vin = before.vin === '' ? (newest.vehicle.vin ?? '') : before.vin;
  const after: ImportedState = {
    ...stateOf(before),
    ...texts,
    ...plate,
    vin,
    vinWarning: vin === before.vin ? before.vinWarning : newest.vehicle.vinWarning,
    ownerId: owner,
    mileageKm: readings[0]?.mileageKm ?? before.mileageKm,
    mileageOn: readings[0]?.readOn ?? before.mileageOn,
    lastVisitOn,
    ...(due?.nextDueOn && due),
    grams: grams(plate.plate, texts.model),
    version: before.version + 1,
    updatedAt: now.toISOString(),
  };
  const isOther = owner !== before.ownerId || plate.plate !== before.plate;
  const fromOn = newest.lastVisitOn ?? today;
  const line = { customerId: owner!, plate: plate.plate, fromOn };
  return {
    before,
    after,
    endsOwnership: isOther,
    added: isOther ? [line] : [],
    changedOn: fromOn,
  };
}

/** A newer row's word stands; an older one only fills what is empty. */
function textsAfter(before: LockedVehicle, said: ReturnType<typeof saidOf>, isNewer: boolean) {
  const text = (own: string, told: string) => (told !== '' && (isNewer || own === '') ? told : own);
  const count = (own: number | null, told: number | null) =>
    told !== null && (isNewer || own === null) ? told : own;
  const isKnown = before.historyNote.includes(said.historyNote);
  return {
    model: text(before.model, said.model),
    vehicleType: text(before.vehicleType, said.vehicleType),
    maintenanceItems: text(before.maintenanceItems, said.maintenanceItems),
    intervalMonths: count(before.intervalMonths, said.intervalMonths),
    intervalKm: count(before.intervalKm, said.intervalKm),
    remark: text(before.remark, said.remark),
    firstRegisteredOn: before.firstRegisteredOn ?? said.firstRegisteredOn,
    // An insurance is taken out anew each year: the later day stands, whenever the list was made.
    insuranceUntil: later(before.insuranceUntil, said.insuranceUntil),
    historyNote: isKnown
      ? before.historyNote
      : `${before.historyNote}\n${said.historyNote}`.trim().slice(0, 4000),
  };
}

const later = (one: string | null, other: string | null) =>
  (one ?? '') >= (other ?? '') ? one : other;

/** A plate that went on to a car of the list leaves the car on file. */
function platesLost(
  visits: readonly VehicleToWrite[],
  onFile: ReadonlyMap<string, LockedVehicle>,
  today: string,
  now: Date,
): Changed[] {
  const taker = visits.findLast(
    ({ code, newer, otherVehicleId }) =>
      code === 'same_plate_other_vin' && newer === 'this' && otherVehicleId !== null,
  );
  const before = taker && onFile.get(taker.otherVehicleId!);
  if (!before) return [];
  const after: ImportedState = {
    ...stateOf(before),
    ...noPlate,
    grams: grams('', before.model),
    version: before.version + 1,
    updatedAt: now.toISOString(),
  };
  const changedOn = taker.lastVisitOn ?? today;
  return [{ before, after, endsOwnership: false, added: [], changedOn }];
}
const noPlate = { plate: '', plateType: 'none', plateColour: 'blue' } as const;

const plateIn = (source: VehicleToWrite | LockedVehicle) => {
  const { plate, plateType, plateColour } = 'vehicle' in source ? source.vehicle : source;
  return { plate: plate ?? '', plateType, plateColour };
};

/** What undoing puts back. */
function stateOf(row: LockedVehicle): ImportedState {
  const { id, plate, plateType, plateColour, vin, vinWarning, model, vehicleType, ownerId } = row;
  const { mileageKm, mileageOn, maintenanceItems, intervalMonths, intervalKm } = row;
  const { nextDueOn, nextDueKm, nextDueWhy, historyNote, remark, lastVisitOn } = row;
  const { firstRegisteredOn, insuranceUntil } = row;
  return {
    ...{ id, plate, plateType, plateColour, vin, vinWarning, model, vehicleType, ownerId },
    ...{ mileageKm, mileageOn, maintenanceItems, intervalMonths, intervalKm },
    ...{ nextDueOn, nextDueKm, nextDueWhy, historyNote, remark, lastVisitOn },
    ...{ firstRegisteredOn, insuranceUntil },
    ...{ grams: row.grams, version: row.version, updatedAt: row.updatedAt.toISOString() },
  };
}

/** Beside version and time. */
function differs(before: LockedVehicle, after: ImportedState): boolean {
  const known = stateOf(before);
  const fields = Object.keys(known) as (keyof ImportedState)[];
  const isSame = (field: keyof ImportedState) => sorted(known[field]) === sorted(after[field]);
  return fields.some((field) => field !== 'version' && field !== 'updatedAt' && !isSame(field));
}

/** The database gives the keys of an object back in an order of its own. */
const sorted = (value: unknown): string =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)))
    : JSON.stringify(value);
