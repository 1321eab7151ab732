import type { RowOf } from '#database/types.generated.ts';
import { tellRewritten } from '#platform/row-watching.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { VehicleRow } from './queries.ts';

/** What an imported list may change in a vehicle on file, and what undoing puts back. */
export type ImportedState = Pick<
  VehicleRow,
  | 'id'
  | 'plate'
  | 'plateType'
  | 'plateColour'
  | 'vin'
  | 'vinWarning'
  | 'model'
  | 'vehicleType'
  | 'ownerId'
  | 'mileageKm'
  | 'mileageOn'
  | 'maintenanceItems'
  | 'intervalMonths'
  | 'intervalKm'
  | 'nextDueOn'
  | 'nextDueKm'
  | 'nextDueWhy'
  | 'historyNote'
  | 'remark'
  | 'lastVisitOn'
  | 'firstRegisteredOn'
  | 'insuranceUntil'
  | 'grams'
  | 'version'
> & { updatedAt: string };

/** Puts a part of an imported list on file, many rows a statement. Nobody is told row by row. */
export const importVehicles = (work: Work, rows: readonly Fresh<'vehicles'>[]) =>
  work.insertAll('vehicles', rows);
export const importOwnerships = (work: Work, rows: readonly Fresh<'vehicleOwners'>[]) =>
  work.insertAll('vehicleOwners', rows);
/** Plates that cars bore before, on file with their last day (ARC-05). */
export const importFormerPlates = (work: Work, rows: readonly Fresh<'formerPlates'>[]) =>
  work.insertAll('formerPlates', rows);
export const importReadings = (
  work: Work,
  batchId: string,
  rows: readonly Pick<RowOf<'mileageReadings'>, 'vehicleId' | 'mileageKm' | 'readOn'>[],
) =>
  work.insertAll(
    'mileageReadings',
    rows.map((row) => ({ ...row, source: 'import' as const, sourceId: batchId })),
  );

export interface OwnershipNow {
  id: string;
  vehicleId: string;
  customerId: string;
  plate: string;
  fromOn: string;
}
const locked = statement<
  VehicleRow & {
    ownership: OwnershipNow | null;
    readings: { mileageKm: number; readOn: string }[];
  },
  { ids: readonly string[] }
>(
  'vehicles.forImport',
  `select v.*,
      (select jsonb_build_object('id', o.id, 'vehicleId', o.vehicle_id, 'customerId', o.customer_id,
              'plate', o.plate, 'fromOn', o.from_on) from vehicle_owners o
        where o.tenant_id = v.tenant_id and o.vehicle_id = v.id and o.until_on is null
        order by o.from_on desc, o.id desc limit 1) as ownership,
      (select coalesce(jsonb_agg(jsonb_build_object('mileageKm', m.mileage_km, 'readOn', m.read_on)
              order by m.read_on desc, m.id desc), '[]') from mileage_readings m
        where m.tenant_id = v.tenant_id and m.vehicle_id = v.id) as readings
     from vehicles v where v.tenant_id = :tenant and v.id = any(:ids::uuid[]) order by v.id for update of v`,
);
/** Vehicles on file that a list speaks of, held until the import is done. */
export const lockForImport = (work: Work, ids: readonly string[]) => work.rows(locked, { ids });
export type LockedVehicle = Awaited<ReturnType<typeof lockForImport>>[number];

const setStates = statement<never, { rows: string }>(
  'vehicles.setImported',
  `update vehicles v set plate = j.plate, plate_type = j."plateType", plate_colour = j."plateColour", vin = j.vin,
        vin_warning = j."vinWarning", model = j.model, vehicle_type = j."vehicleType", owner_id = j."ownerId",
        mileage_km = j."mileageKm", mileage_on = j."mileageOn", maintenance_items = j."maintenanceItems",
        interval_months = j."intervalMonths", interval_km = j."intervalKm", next_due_on = j."nextDueOn",
        next_due_km = j."nextDueKm", next_due_why = nullif(j."nextDueWhy", 'null'), history_note = j."historyNote",
        remark = j.remark, last_visit_on = j."lastVisitOn", first_registered_on = j."firstRegisteredOn",
        insurance_until = j."insuranceUntil", grams = j.grams, version = j.version,
        updated_at = j."updatedAt"
     from jsonb_to_recordset(:rows::jsonb) as j(id uuid, plate text, "plateType" text, "plateColour" text, vin text,
        "vinWarning" text, model text, "vehicleType" text, "ownerId" uuid, "mileageKm" integer, "mileageOn" date,
        "maintenanceItems" text, "intervalMonths" integer, "intervalKm" integer, "nextDueOn" date,
        "nextDueKm" integer, "nextDueWhy" jsonb, "historyNote" text, remark text, "lastVisitOn" date, grams text[],
        "firstRegisteredOn" date, "insuranceUntil" date, version integer, "updatedAt" timestamptz)
    where v.tenant_id = :tenant and v.id = j.id`,
);
export async function setImported(work: Work, rows: readonly ImportedState[]): Promise<void> {
  await work.run(setStates, { rows: JSON.stringify(rows) });
  await tellRewritten(
    work,
    'vehicles',
    rows.map(({ id }) => id),
  );
}

const ended = statement<never, { ids: readonly string[]; untilOn: string | null }>(
  'vehicles.endImportedOwnerships',
  `update vehicle_owners set until_on = :untilOn::date where tenant_id = :tenant and id = any(:ids::uuid[])`,
);
/** Ends ownerships on a day, or with `null` takes their end back. */
export const endOwnerships = (work: Work, ids: readonly string[], untilOn: string | null) =>
  work.run(ended, { ids, untilOn });

const removedReadings = statement<never, { batchId: string }>(
  'vehicles.removeImportedReadings',
  `delete from mileage_readings where tenant_id = :tenant and source = 'import' and source_id = :batchId`,
);
const removedOwnerships = statement<never, { batchId: string; ids: readonly string[] }>(
  'vehicles.removeImportedOwnerships',
  `delete from vehicle_owners o where o.tenant_id = :tenant and (o.id = any(:ids::uuid[]) or exists (
      select from vehicles v where v.tenant_id = o.tenant_id and v.id = o.vehicle_id and v.import_batch_id = :batchId))`,
);
const removedPlates = statement<never, { batchId: string; ids: readonly string[] }>(
  'vehicles.removeImportedFormerPlates',
  `delete from former_plates f where f.tenant_id = :tenant and (f.id = any(:ids::uuid[]) or exists (
      select from vehicles v where v.tenant_id = f.tenant_id and v.id = f.vehicle_id and v.import_batch_id = :batchId))`,
);
const removed = statement<never, { batchId: string }>(
  'vehicles.removeImported',
  'delete from vehicles where tenant_id = :tenant and import_batch_id = :batchId',
);
/** Takes out what a list brought in, with the ownerships and former plates that it added to other vehicles. Fails as a whole or not at all. */
export async function removeImportedVehicles(
  work: Work,
  batchId: string,
  added: { ownershipIds: readonly string[]; formerPlateIds: readonly string[] },
): Promise<number> {
  await work.run(removedReadings, { batchId });
  await work.run(removedOwnerships, { batchId, ids: added.ownershipIds });
  await work.run(removedPlates, { batchId, ids: added.formerPlateIds });
  return work.run(removed, { batchId });
}
