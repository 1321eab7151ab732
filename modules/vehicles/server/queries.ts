import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type VehicleRow = RowOf<'vehicles'>;
export type ReadingRow = RowOf<'mileageReadings'>;
export interface VehicleShown extends VehicleRow {
  ownerName: string | null;
  /** A plate it bore before, where it was found by that one. */
  formerPlate?: string | null;
}
export interface VehicleRecord extends VehicleShown {
  formerPlates: { plate: string; untilOn: string }[];
  owners: {
    customerId: string | null;
    name: string | null;
    plate: string;
    fromOn: string;
    untilOn: string | null;
  }[];
  readings: (Pick<ReadingRow, 'id' | 'mileageKm' | 'readOn' | 'source' | 'reason'> & object)[];
}

const ownerJoin = `left join customers c on c.tenant_id = v.tenant_id and c.id = v.owner_id`;
/** Whose car it is, for who may see that customer: he may be on file at a sister shop only. */
export const seenOwnerJoin = `${ownerJoin} and c.org_path ^@ any(:scopes)`;

const record = statement<VehicleRecord, { vehicleId: string }>(
  'vehicles.record',
  `select v.*, c.name as owner_name,
      (select coalesce(jsonb_agg(jsonb_build_object('customerId', o.owner_id, 'name', o.name,
              'plate', o.plate, 'fromOn', o.from_on, 'untilOn', o.until_on)
              order by o.from_on desc, o.until_on desc nulls first, o.id desc), '[]')
         from (select o.*, k.id as owner_id, k.name from vehicle_owners o
                 left join customers k on k.tenant_id = o.tenant_id and k.id = o.customer_id and k.id = v.owner_id
                  and k.org_path ^@ any(:scopes)
                where o.tenant_id = :tenant and o.vehicle_id = v.id
                order by o.from_on desc, o.until_on desc nulls first, o.id desc limit 50) o) as owners,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'mileageKm', m.mileage_km,
              'readOn', m.read_on, 'source', m.source, 'reason', m.reason)
              order by m.read_on desc, m.id desc), '[]')
         from (select * from mileage_readings m where m.tenant_id = :tenant and m.vehicle_id = v.id
                order by m.read_on desc, m.id desc limit 50) m) as readings,
      (select coalesce(jsonb_agg(jsonb_build_object('plate', f.plate, 'untilOn', f.until_on)
              order by f.until_on desc, f.id desc), '[]')
         from (select * from former_plates f where f.tenant_id = :tenant and f.vehicle_id = v.id and f.plate <> ''
                order by f.until_on desc, f.id desc limit 20) f) as former_plates
     from vehicles v ${seenOwnerJoin}
    where v.tenant_id = :tenant and v.id = :vehicleId and v.org_path ^@ any(:scopes)`,
);
export const vehicleRecord = (work: Work, vehicleId: string) => work.first(record, { vehicleId });

/** As in customers: a table of its own, since behind row-level security no index serves a comparison with `coalesce`. */
const ledTo = `(select coalesce(merged_into_id, id) as id from vehicles
     where tenant_id = :tenant and id = :vehicleId offset 0) led`;
const byId = statement<VehicleRow, { vehicleId: string }>(
  'vehicles.byId',
  `select v.* from ${ledTo} join vehicles v on v.tenant_id = :tenant and v.id = led.id
    where v.org_path ^@ any(:scopes)`,
);
/** The vehicle; asked for by a record that was merged away, the one it went into (ARC-05): take the row's own id. */
export const vehicleById = (work: Work, vehicleId: string) => work.first(byId, { vehicleId });

const ofOwners = statement<VehicleRow, { ownerIds: readonly string[] }>(
  'vehicles.ofOwners',
  `select * from vehicles
    where tenant_id = :tenant and owner_id = any(:ownerIds::uuid[]) and org_path ^@ any(:scopes)
    order by last_visit_on desc nulls last, id desc limit 1000`,
);
/** The vehicles of each of these customers, the last seen first. */
export async function vehiclesOfOwners(
  work: Work,
  ownerIds: readonly string[],
): Promise<Map<string, VehicleRow[]>> {
  const rows = ownerIds.length === 0 ? [] : await work.rows(ofOwners, { ownerIds });
  return Map.groupBy(rows, ({ ownerId }) => ownerId!);
}

const forChange = statement<VehicleRow, { vehicleId: string }>(
  'vehicles.forChange',
  `select * from vehicles
    where tenant_id = :tenant and id = :vehicleId and org_path ^@ any(:scopes) for update`,
);
const toMerge = statement<VehicleRow, { ids: readonly string[] }>(
  'vehicles.toMerge',
  `select * from vehicles
    where tenant_id = :tenant and id = any(:ids::uuid[]) and org_path ^@ any(:scopes)
    order by id for update`,
);
export const vehiclesToMerge = (work: Work, ids: readonly string[]) => work.rows(toMerge, { ids });

export const lockVehicle = (work: Work, vehicleId: string) => work.first(forChange, { vehicleId });

const ofPlate = statement<
  VehicleShown & { ownerPhone: string | null },
  { plate: string; unitId: string }
>(
  'vehicles.ofPlate',
  `select v.*, c.name as owner_name, c.phone as owner_phone from vehicles v ${ownerJoin}
    where v.tenant_id = :tenant and v.plate = :plate
      and (v.org_path ^@ any(:scopes) or v.org_unit_id = :unitId) limit 5`,
);
/** Vehicles that bear this plate (in its stored form), one's own unit's first. */
export const vehiclesOfPlate = (work: Work, plate: string, unitId: string) =>
  work.rows(ofPlate, { plate, unitId });

const readings = statement<ReadingRow, { vehicleId: string }>(
  'vehicles.readings',
  `select * from mileage_readings where tenant_id = :tenant and vehicle_id = :vehicleId
    order by read_on desc, id desc limit 60`,
);
/** Latest first. */
export const readingsOf = (work: Work, vehicleId: string) => work.rows(readings, { vehicleId });

const openOwnership = statement<RowOf<'vehicleOwners'>, { vehicleId: string }>(
  'vehicles.openOwnership',
  `select * from vehicle_owners where tenant_id = :tenant and vehicle_id = :vehicleId
      and until_on is null order by from_on desc, id desc limit 1`,
);
export const currentOwnership = (work: Work, vehicleId: string) =>
  work.first(openOwnership, { vehicleId });

const othersClosed = statement<
  { id: string; isClosed: boolean },
  { vehicleId: string; ownerId: string | null; plate: string; untilOn: string }
>(
  'vehicles.closeOtherOwnerships',
  `with running as (
     select id, row_number() over (order by (customer_id = :ownerId::uuid and plate = :plate) desc nulls last,
                                            from_on, id) = 1
                and customer_id is not distinct from :ownerId::uuid and plate = :plate as stays
       from vehicle_owners where tenant_id = :tenant and vehicle_id = :vehicleId and until_on is null),
   ended as (
     update vehicle_owners o set until_on = greatest(o.from_on, :untilOn::date) from running r
      where o.tenant_id = :tenant and o.id = r.id and not r.stays)
   select id, not stays as is_closed from running`,
);
/** Ends every running ownership but that of this owner under this plate; says of each which it was. */
export const closeOtherOwnerships = (
  work: Work,
  given: { vehicleId: string; ownerId: string | null; plate: string; untilOn: string },
) => work.rows(othersClosed, given);

const reopened = statement<never, { ids: readonly string[] }>(
  'vehicles.reopenOwnerships',
  'update vehicle_owners set until_on = null where tenant_id = :tenant and id = any(:ids::uuid[])',
);
export const reopenOwnerships = (work: Work, ids: readonly string[]) => work.run(reopened, { ids });

const ownershipsForgotten = statement<never, { ids: readonly string[] }>(
  'vehicles.forgetOwnerships',
  'delete from vehicle_owners where tenant_id = :tenant and id = any(:ids::uuid[]) and until_on is null',
);
export const forgetOwnerships = (work: Work, ids: readonly string[]) =>
  work.run(ownershipsForgotten, { ids });

const platesForgotten = statement<never, { ids: readonly string[] }>(
  'vehicles.forgetFormerPlates',
  'delete from former_plates where tenant_id = :tenant and id = any(:ids::uuid[])',
);
export const forgetFormerPlates = (work: Work, ids: readonly string[]) =>
  work.run(platesForgotten, { ids });

export const insertVehicle = (work: Work, row: Fresh<'vehicles'>) => work.insert('vehicles', row);
export const updateVehicle = (work: Work, id: string, change: ChangeOf<'vehicles'>) =>
  work.update('vehicles', { id }, change);
export const insertOwnership = (work: Work, row: Fresh<'vehicleOwners'>) =>
  work.insert('vehicleOwners', row);
export const updateOwnership = (work: Work, id: string, change: ChangeOf<'vehicleOwners'>) =>
  work.update('vehicleOwners', { id }, change);
export const insertReading = (work: Work, row: Fresh<'mileageReadings'>) =>
  work.insert('mileageReadings', row);
export const insertFormerPlate = (work: Work, row: Fresh<'formerPlates'>) =>
  work.insert('formerPlates', row);
