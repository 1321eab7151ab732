import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Relation } from '../judge/verdict.ts';
import type { Staged } from './staged.ts';

export interface CustomerToWrite {
  customerId: string;
  rowNo: number;
  lastVisitOn: string | null;
  customer: Staged['customer'];
}
const customersToWrite = statement<
  CustomerToWrite,
  { batchId: string; after: string; size: number }
>(
  'imports.customersToWrite',
  `with few as (
     select distinct customer_id from import_rows r
      where tenant_id = :tenant and batch_id = :batchId and status = 'ready' and customer_id > :after::uuid
      order by customer_id limit :size)
   select r.customer_id, r.row_no, r.tidied ->> 'lastVisitOn' as last_visit_on, r.staged -> 'customer' as customer
     from few join import_rows r on r.tenant_id = :tenant and r.batch_id = :batchId
      and r.customer_id = few.customer_id and r.status = 'ready'
    where not exists (select from customers c where c.tenant_id = r.tenant_id and c.id = r.customer_id
                         and c.import_batch_id is distinct from :batchId)
    order by r.customer_id, r.tidied ->> 'lastVisitOn' nulls first, r.row_no`,
);
const noId = '00000000-0000-0000-0000-000000000000';
/** All rows of the next customers that are not on file yet, each customer's oldest visit first. */
export const nextCustomers = (work: Work, batchId: string, after: string | null, size: number) =>
  work.rows(customersToWrite, { batchId, after: after ?? noId, size });

const lastOf = (column: 'customer_id' | 'vehicle_id') =>
  `select max(id::text)::uuid as last from (
     select distinct ${column} as id from import_rows
      where tenant_id = :tenant and batch_id = :batchId and status = 'ready' and ${column} > :after::uuid
      order by ${column} limit :size) few`;
const lastCustomer = statement<
  { last: string | null },
  { batchId: string; after: string; size: number }
>('imports.lastCustomerOfPart', lastOf('customer_id'));
const lastVehicle = statement<
  { last: string | null },
  { batchId: string; after: string; size: number }
>('imports.lastVehicleOfPart', lastOf('vehicle_id'));
/** Where the part after this one ends; `null` when nothing is left. */
export const endOfPart = async (
  work: Work,
  kind: 'customers' | 'vehicles',
  batchId: string,
  after: string | null,
  size: number,
) => {
  const found = kind === 'customers' ? lastCustomer : lastVehicle;
  return (await work.first(found, { batchId, after: after ?? noId, size }))!.last;
};

export interface VehicleToWrite {
  vehicleId: string;
  customerId: string;
  rowNo: number;
  lastVisitOn: string | null;
  code: Relation['code'] | '';
  decision: string | null;
  newer: 'this' | 'other' | null;
  otherVehicleId: string | null;
  /** A later row gave the plate to another car. */
  isPlatePassedOn: boolean;
  vehicle: Staged['vehicle'];
}
/**
 * `coalesce` keeps the index of vehicles out of the look for a plate: of a list that the database knows nothing of it would be
 * taken, too, and read the whole list once for each row.
 */
const vehiclesToWrite = statement<VehicleToWrite, { batchId: string; after: string; size: number }>(
  'imports.vehiclesToWrite',
  `with few as (
     select distinct vehicle_id from import_rows r
      where tenant_id = :tenant and batch_id = :batchId and status = 'ready' and vehicle_id > :after::uuid
      order by vehicle_id limit :size)
   select r.vehicle_id, r.customer_id, r.row_no, r.tidied ->> 'lastVisitOn' as last_visit_on,
          case when r.other_row is null and r.other_customer_id is null then ''
               else split_part(r.verdict, ':', 1) end as code,
          r.decision, r.findings ->> 'newer' as newer, r.other_vehicle_id, r.staged -> 'vehicle' as vehicle,
          exists (select from import_rows n
                   where n.tenant_id = r.tenant_id and n.batch_id = r.batch_id and n.plate = r.plate
                     and n.status = 'ready' and coalesce(n.vehicle_id, r.vehicle_id) <> r.vehicle_id
                     and (coalesce(n.tidied ->> 'lastVisitOn', ''), n.row_no)
                       > (coalesce(r.tidied ->> 'lastVisitOn', ''), r.row_no)) as is_plate_passed_on
     from few join import_rows r on r.tenant_id = :tenant and r.batch_id = :batchId
      and r.vehicle_id = few.vehicle_id and r.status = 'ready'
    order by r.vehicle_id, r.tidied ->> 'lastVisitOn' nulls first, r.row_no`,
);
/** All rows of the next vehicles, each vehicle's oldest visit first. */
export const nextVehicles = (work: Work, batchId: string, after: string | null, size: number) =>
  work.rows(vehiclesToWrite, { batchId, after: after ?? noId, size });

const imported = statement<never, { batchId: string }>(
  'imports.markImported',
  `update import_rows set status = 'imported', staged = null
    where tenant_id = :tenant and batch_id = :batchId and status = 'ready'`,
);
export const markImported = (work: Work, batchId: string) => work.run(imported, { batchId });

const changesKept = statement<never, { batchId: string; rows: string }>(
  'imports.keepChanges',
  `insert into import_changes (tenant_id, batch_id, vehicle_id, before, version_after)
   select :tenant, :batchId, j."vehicleId", j.before, j."versionAfter"
     from jsonb_to_recordset(:rows::jsonb) as j("vehicleId" uuid, before jsonb, "versionAfter" integer)
   on conflict (tenant_id, batch_id, vehicle_id) do update set version_after = excluded.version_after,
      before = import_changes.before || jsonb_build_object(
        'addedOwnerships',
        (import_changes.before -> 'addedOwnerships') || (excluded.before -> 'addedOwnerships'),
        'addedFormerPlates',
        (import_changes.before -> 'addedFormerPlates') || (excluded.before -> 'addedFormerPlates'))`,
);
export interface Before {
  vehicle: object;
  endedOwnership: string | null;
  addedOwnerships: string[];
  addedFormerPlates?: string[];
}
export const keepChanges = (
  work: Work,
  batchId: string,
  rows: readonly { vehicleId: string; before: Before; versionAfter: number }[],
) => work.run(changesKept, { batchId, rows: JSON.stringify(rows) });
