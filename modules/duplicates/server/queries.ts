import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { CustomerInMerge } from '#modules/customers/server/index.ts';
import type { MembersMerged } from '#modules/members/server/index.ts';
import type { BesideVehicle, VehicleInMerge } from '#modules/vehicles/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { RecordKind } from '../contract.ts';

/** A customer or a vehicle, by what both have; the rest is its kind's. */
export interface Locked {
  id: string;
  orgUnitId: string;
  orgPath: string;
  version: number;
  mergedIntoId: string | null;
}
type Fields = Partial<CustomerInMerge & VehicleInMerge>;
/** What a merge remembers of both records, and what it wrote into the one that stays. */
export interface MergeRow extends Omit<RowOf<'merges'>, 'before' | 'written'> {
  before: { kept?: Fields; gone?: Fields };
  written: { fields?: Fields; beside?: BesideVehicle; members?: MembersMerged[] };
}
export interface MergeShown extends MergeRow {
  title: string;
  byName: string | null;
}

export interface SideRow {
  id: string;
  title: string;
  phone: string;
  detail: string;
  lastVisitOn: string | null;
  version: number;
}
/** A record as one knows it by, as SQL of its columns; `r` is the record. */
export const sideColumns: Record<RecordKind, string> = {
  customer: `r.id, r.name as title, r.phone, r.address as detail, r.last_visit_on, r.version`,
  vehicle: `r.id, coalesce(nullif(r.plate, ''), nullif(r.vin, ''), r.model) as title, '' as phone,
    concat_ws(' · ', nullif(r.model, ''), nullif(r.vin, ''), (select c.name from customers c
       where c.tenant_id = r.tenant_id and c.id = r.owner_id)) as detail, r.last_visit_on, r.version`,
};
export const tableOf: Record<RecordKind, string> = { customer: 'customers', vehicle: 'vehicles' };

const sides = (kind: RecordKind) =>
  statement<SideRow, { ids: readonly string[] }>(
    `duplicates.sides.${kind}`,
    `select ${sideColumns[kind]} from ${tableOf[kind]} r
      where r.tenant_id = :tenant and r.id = any(:ids::uuid[]) and r.org_path ^@ any(:scopes)
        and r.merged_into_id is null`,
  );
const sidesOfKind = { customer: sides('customer'), vehicle: sides('vehicle') };
/** These records, as far as they may be seen and are no shells. */
export const sidesOf = (work: Work, kind: RecordKind, ids: readonly string[]) =>
  work.rows(sidesOfKind[kind], { ids });

const records = (kind: RecordKind) =>
  statement<Locked, { ids: readonly string[] }>(
    `duplicates.records.${kind}`,
    `select r.* from ${tableOf[kind]} r
      where r.tenant_id = :tenant and r.id = any(:ids::uuid[]) and r.org_path ^@ any(:scopes)`,
  );
const recordsOfKind = { customer: records('customer'), vehicle: records('vehicle') };
/** These records whole, as far as they may be seen. */
export const recordsOf = (work: Work, kind: RecordKind, ids: readonly string[]) =>
  work.rows(recordsOfKind[kind], { ids });

interface Hanging {
  id: string;
  tableName: string;
  rows: number;
}
const hanging = statement<Hanging, { kind: RecordKind; ids: readonly string[] }>(
  'duplicates.hanging',
  `select id, table_name, sum(rows)::bigint as rows from references_to(:kind, :ids::uuid[]), (select :tenant::uuid) own
    group by id, table_name order by table_name`,
);
/** How many rows hang on each of these records, by table. */
export const hangingOn = (work: Work, kind: RecordKind, ids: readonly string[]) =>
  work.rows(hanging, { kind, ids });

const erased = statement<{ customerId: string }, { ids: readonly string[] }>(
  'duplicates.erased',
  'select customer_id from erasures where tenant_id = :tenant and customer_id = any(:ids::uuid[])',
);
export const anyErased = async (work: Work, ids: readonly string[]) =>
  (await work.rows(erased, { ids })).length > 0;

const openOrders = statement<{ rows: number }, { ids: readonly string[] }>(
  'duplicates.openOrders',
  `select count(distinct vehicle_id) as rows from service_orders
    where tenant_id = :tenant and vehicle_id = any(:ids::uuid[])
      and state not in ('delivered', 'leftUnrepaired', 'cancelled')`,
);
/** In how many of these cars an order is open. */
export const carsInHouse = async (work: Work, ids: readonly string[]) =>
  (await work.first(openOrders, { ids }))!.rows;

const ownerNames = statement<{ id: string; name: string }, { ids: readonly string[] }>(
  'duplicates.ownerNames',
  'select id, name from customers where tenant_id = :tenant and id = any(:ids::uuid[])',
);
export const namesOf = async (work: Work, ids: readonly string[]) =>
  new Map((await work.rows(ownerNames, { ids })).map(({ id, name }) => [id, name]));

const moved = statement<{ rows: number }, { mergeId: string }>(
  'duplicates.moveReferences',
  'select move_references(:mergeId::uuid) as rows from (select :tenant::uuid) own',
);
/** Turns what points to the record that goes, and notes each row; again, what came meanwhile. */
export const moveReferences = (work: Work, mergeId: string) => work.first(moved, { mergeId });

const returned = statement<{ rows: number }, { mergeId: string }>(
  'duplicates.returnReferences',
  'select return_references(:mergeId::uuid) as rows from (select :tenant::uuid) own',
);
export const returnReferences = (work: Work, mergeId: string) => work.first(returned, { mergeId });

interface UndoCount {
  tableName: string;
  returningRows: number;
  stayingRows: number;
}
const undoCounts = statement<UndoCount, { mergeId: string }>(
  'duplicates.undoCounts',
  `select table_name, sum(returning_rows)::bigint as returning_rows, sum(staying_rows)::bigint as staying_rows
     from undo_of_merge(:mergeId::uuid), (select :tenant::uuid) own group by table_name order by table_name`,
);
export const undoCountsOf = (work: Work, mergeId: string) => work.rows(undoCounts, { mergeId });

const shown = `select m.*, coalesce(m.before -> 'gone' ->> 'name', nullif(m.before -> 'gone' ->> 'plate', ''),
       m.before -> 'gone' ->> 'vin', '') as title,
       (select e.name from employees e where e.tenant_id = m.tenant_id and e.id = m.created_by) as by_name
  from merges m`;
const one = statement<MergeShown, { mergeId: string }>(
  'duplicates.merge',
  `${shown} where m.tenant_id = :tenant and m.id = :mergeId and m.org_path ^@ any(:scopes)`,
);
export const mergeById = (work: Work, mergeId: string) => work.first(one, { mergeId });

const locked = statement<MergeRow, { mergeId: string }>(
  'duplicates.lockMerge',
  `select * from merges where tenant_id = :tenant and id = :mergeId and org_path ^@ any(:scopes) for update`,
);
export const lockMerge = (work: Work, mergeId: string) => work.first(locked, { mergeId });

/** What was merged into a record, the latest first, as SQL; so is which. */
export const mergedInto = (record: string): string =>
  `${shown} where m.tenant_id = :tenant and m.kept_id = ${record} and m.org_path ^@ any(:scopes)
    order by m.id desc limit 50`;
const into = statement<MergeShown, { keptId: string }>(
  'duplicates.mergesInto',
  mergedInto(':keptId'),
);
/** What was merged into a record, the latest first. */
export const mergesInto = (work: Work, keptId: string) => work.rows(into, { keptId });

const later = statement<MergeRow, { keptId: string; mergeId: string }>(
  'duplicates.laterMerges',
  `select * from merges where tenant_id = :tenant and kept_id = :keptId and id > :mergeId and state = 'done'
    order by id limit 50`,
);
/** What was merged into the same record afterwards, the earliest first. */
export const laterMerges = (work: Work, keptId: string, mergeId: string) =>
  work.rows(later, { keptId, mergeId });

const membersLater = statement<{ id: string }, { mergeId: string }>(
  'duplicates.membersLater',
  `select o.id from merge_moves m
     join memberships o on o.tenant_id = m.tenant_id and o.merged_into_id = m.row_id
    where m.tenant_id = :tenant and m.merge_id = :mergeId and m.table_name = 'memberships'
      and not exists (select from merge_moves own
                       where own.tenant_id = m.tenant_id and own.merge_id = m.merge_id
                         and own.table_name = 'memberships' and own.column_name = 'customer_id' and own.row_id = o.id)
    limit 1`,
);
/** Another member who went into the membership that this merge brought along. */
export const membersMergedLater = (work: Work, mergeId: string) =>
  work.first(membersLater, { mergeId });

export const insertMerge = (work: Work, row: Fresh<'merges'>) => work.insert('merges', row);
export const updateMerge = (work: Work, id: string, change: ChangeOf<'merges'>) =>
  work.update('merges', { id }, change);

/** Where the records of a kind stand. */
const placesOf = `select id, org_path from customers where tenant_id = :tenant and :kind = 'customer'
    union all select id, org_path from vehicles where tenant_id = :tenant and :kind = 'vehicle'`;
type PairKey = { kind: RecordKind; oneId: string; otherId: string };
const judged = statement<never, PairKey & { id: string; state: 'different' | 'merged' }>(
  'duplicates.judgePair',
  `insert into duplicate_pairs (tenant_id, id, kind, one_id, other_id, one_path, other_path, reasons, score, state,
                                decided_by, decided_at, created_at, updated_at)
   select :tenant, :id, :kind, :oneId, :otherId, a.org_path, b.org_path, '{}', 0, :state, :me, :now, :now, :now
     from (${placesOf}) a, (${placesOf}) b where a.id = :oneId and b.id = :otherId
   on conflict (tenant_id, kind, one_id, other_id)
   do update set state = :state, decided_by = :me, decided_at = :now, updated_at = :now,
                 version = duplicate_pairs.version + 1`,
);
/** Keeps somebody's word on two records, the smaller id first. */
export const judgePair = (
  work: Work,
  given: PairKey & { id: string; state: 'different' | 'merged' },
) => work.run(judged, given);
