import { nextDueOf } from '#modules/vehicles/server/index.ts';
import { grams } from '#shared/search-text.ts';
import type { CustomerToWrite, VehicleToWrite } from './queries-writing.ts';

/** The rows of one customer or vehicle, the oldest visit first: what a later one says stands before the earlier. */
type Visits<Row> = readonly Row[];

/** What the latest row that says anything says. */
function latest<Row, Value>(rows: Visits<Row>, pick: (row: Row) => Value | null): Value | null {
  const values = rows.map(pick);
  return values.findLast((value) => value !== null && value !== '') ?? null;
}

const lastVisitOf = (rows: Visits<{ lastVisitOn: string | null }>) =>
  latest(rows, (row) => row.lastVisitOn);

/** One customer of several rows; the days are those of the list, not of the import. */
export function mergedCustomer(rows: Visits<CustomerToWrite>, today: string) {
  const { kind, name, namePinyin, nameInitials, grams: nameGrams } = rows.at(-1)!.customer;
  const firstSeenOn = rows.find((row) => row.lastVisitOn !== null)?.lastVisitOn ?? today;
  return {
    kind,
    name,
    namePinyin,
    nameInitials,
    grams: nameGrams,
    phone: latest(rows, (row) => row.customer.phone) ?? '',
    address: latest(rows, (row) => row.customer.address) ?? '',
    birthday: latest(rows, (row) => row.customer.birthday) ?? '',
    wishes: latest(rows, (row) => row.customer.wishes) ?? '',
    firstSeenOn,
    lastVisitOn: lastVisitOf(rows),
  };
}

/** Mileages of the list with their day; without a visit the day on which we learnt it. Latest first. */
export const readingsOf = (rows: Visits<VehicleToWrite>, today: string) =>
  rows
    .filter(({ vehicle }) => vehicle.mileageKm !== null)
    .map(({ vehicle, lastVisitOn }) => ({
      mileageKm: vehicle.mileageKm!,
      readOn: lastVisitOn ?? today,
    }))
    .sort((one, other) => other.readOn.localeCompare(one.readOn));

/** What a list says of when the next service is due: a day that it names was agreed, else it follows from the interval (ARC-03). */
export function dueOf(
  rows: Visits<VehicleToWrite>,
  facts: Parameters<typeof nextDueOf>[0],
): ReturnType<typeof nextDueOf> {
  const reckoned = nextDueOf(facts);
  const named = latest(rows, ({ vehicle }) => vehicle.nextMaintenanceOn);
  if (named === null) return reckoned;
  const { intervalMonths, intervalKm } = facts;
  const unknown = { fromOn: null, fromKm: null, kmPerDay: null, monthsDueOn: null, kmDueOn: null };
  return {
    nextDueOn: named,
    nextDueKm: reckoned.nextDueKm,
    nextDueWhy: { by: 'agreed', intervalMonths, intervalKm, ...unknown },
  };
}

/** The row whose plate the vehicle bears; none when the plate went on to another car. */
function plateOf(rows: Visits<VehicleToWrite>) {
  const bearing = rows.findLast(({ vehicle }) => vehicle.plate !== null);
  if (!bearing || bearing.isPlatePassedOn || losesToArchive(bearing)) return noPlate;
  const { plate, plateType, plateColour } = bearing.vehicle;
  return { plate: plate!, plateType, plateColour };
}
const noPlate = { plate: '', plateType: 'none', plateColour: 'blue' } as const;

/** The plate moved on to the car that is on file. */
const losesToArchive = ({ code, newer, otherVehicleId }: VehicleToWrite) =>
  code === 'same_plate_other_vin' && newer === 'other' && otherVehicleId !== null;

/** What is written of a vehicle: what its latest rows say, field by field. */
export function saidOf(rows: Visits<VehicleToWrite>) {
  const said = <Field extends keyof VehicleToWrite['vehicle']>(field: Field) =>
    latest(rows, ({ vehicle }) => vehicle[field]);
  return {
    model: said('model') ?? '',
    vehicleType: said('vehicleType') ?? '',
    maintenanceItems: said('maintenanceItems') ?? '',
    intervalMonths: said('intervalMonths'),
    intervalKm: said('intervalKm'),
    remark: said('remark') ?? '',
    firstRegisteredOn: said('firstRegisteredOn'),
    insuranceUntil: said('insuranceUntil'),
    historyNote: historyOf(rows),
  };
}

/** Every row's own history, the oldest first, each once. */
function historyOf(rows: Visits<VehicleToWrite>): string {
  const notes = rows.map(({ vehicle }) => vehicle.historyNote).filter((note) => note !== null);
  return [...new Set(notes)].join('\n').slice(0, 4000);
}

/** A vehicle that is not on file yet. */
export function mergedVehicle(rows: Visits<VehicleToWrite>, today: string) {
  const said = saidOf(rows);
  const plate = plateOf(rows);
  const readings = readingsOf(rows, today);
  const lastVisitOn = lastVisitOf(rows);
  const withVin = rows.findLast(({ vehicle }) => vehicle.vin !== null)?.vehicle;
  return {
    ...said,
    ...plate,
    vin: withVin?.vin ?? '',
    vinWarning: withVin?.vinWarning ?? '',
    ownerId: rows.at(-1)!.customerId,
    mileageKm: readings[0]?.mileageKm ?? null,
    mileageOn: readings[0]?.readOn ?? null,
    lastVisitOn,
    grams: grams(plate.plate, said.model),
    ...dueOf(rows, { ...said, lastVisitOn, readings }),
  };
}

/** Who owned it under which plate, from when to when: one line while neither changes (ARC-05). */
export function ownershipsOf(rows: Visits<VehicleToWrite>, today: string) {
  const lines: { customerId: string; plate: string; fromOn: string; untilOn: string | null }[] = [];
  for (const { customerId, vehicle, lastVisitOn } of rows) {
    const before = lines.at(-1);
    const plate = vehicle.plate ?? before?.plate ?? '';
    if (before?.customerId === customerId && (before.plate === plate || before.plate === '')) {
      before.plate = plate;
      continue;
    }
    const fromOn = lastVisitOn ?? before?.fromOn ?? today;
    if (before) before.untilOn = fromOn;
    lines.push({ customerId, plate, fromOn, untilOn: null });
  }
  return lines;
}

/** Plates that a car of the list bore before its last one, each with its last day (ARC-05). */
export function formerPlatesOf(rows: Visits<VehicleToWrite>, today: string) {
  const bears = plateOf(rows).plate;
  const lines = ownershipsOf(rows, today);
  const former = new Map<string, string>();
  for (const [at, { plate, untilOn }] of lines.entries()) {
    if (plate === '' || plate === bears) continue;
    former.set(plate, untilOn ?? lines[at]!.fromOn);
  }
  return [...former].map(([plate, untilOn]) => ({ plate, untilOn }));
}
