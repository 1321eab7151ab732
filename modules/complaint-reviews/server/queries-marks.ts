import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { amountsOf, beginOf, complaintsOf, dimensionsCounted, monthOf } from './queries-counts.ts';

type Ids = { ids: readonly string[] };
/** A mark at the unit's month of each complaint that the words find. */
const marking = (name: string, which: string) =>
  statement<never, Ids>(
    `complaintReviews.mark${name}`,
    `insert into complaint_count_marks (tenant_id, id, org_unit_id, month, created_at)
     select :tenant, uuidv7(), org_unit_id, month, :now from (
       select distinct c.org_unit_id, ${monthOf('c.received_at')} as month
         from complaints c where c.tenant_id = :tenant and ${which}) m`,
  );
const ofComplaints = marking('Complaints', 'c.id = any(:ids::uuid[])');
const ofOrders = marking('Orders', 'c.order_id = any(:ids::uuid[])');
const ofVehicles = marking('Vehicles', 'c.vehicle_id = any(:ids::uuid[])');

/** Complaints, or what they are counted by, changed: their months are read from the records until they are counted anew. */
export const markComplaints = (work: Work, ids: readonly string[]) =>
  work.run(ofComplaints, { ids });
export const markOrders = (work: Work, ids: readonly string[]) => work.run(ofOrders, { ids });
export const markVehicles = (work: Work, ids: readonly string[]) => work.run(ofVehicles, { ids });

interface UnitMonth {
  orgUnitId: string;
  month: string;
}
interface UnitMonths {
  unitIds: readonly string[];
  months: readonly string[];
}
// The oldest first, and each held: who counts beside this one waits, and then finds what is counted.
const taken = statement<UnitMonth, { most: number }>(
  'complaintReviews.takeMarks',
  `with oldest as (
     select id from complaint_count_marks where tenant_id = :tenant order by id limit :most for update),
   taken as (
     delete from complaint_count_marks m using oldest d
      where m.tenant_id = :tenant and m.id = d.id returning m.org_unit_id, m.month)
   select distinct org_unit_id, month::text as month from taken`,
);
const these = (row: string) =>
  `(${row}.org_unit_id, ${row}.month) in (select * from unnest(:unitIds::uuid[], :months::date[]))`;
const forgotten = statement<never, UnitMonths>(
  'complaintReviews.forgetCounts',
  `delete from complaint_counts n where n.tenant_id = :tenant and n.dimension = any(${dimensionsCounted})
      and n.month = any(:months::date[]) and ${these('n')}`,
);
const kept = statement<never, UnitMonths>(
  'complaintReviews.keepCounts',
  `insert into complaint_counts (tenant_id, id, org_unit_id, org_path, month, dimension, key, about_path, amount, created_at)
   select :tenant, uuidv7(), a.org_unit_id, a.org_path, a.month, a.dimension, a.key, a.about_path, a.amount, :now
     from (${amountsOf(complaintsOf('unnest(:unitIds::uuid[], :months::date[]) as m (org_unit_id, month)'))}) a`,
);
/**
 * Counts anew what was marked longest ago. What changes meanwhile has a mark of its own, which stays.
 * @returns how many units' months
 */
export async function countMarked(work: Work, most: number): Promise<number> {
  const found = await work.rows(taken, { most });
  if (found.length === 0) return 0;
  const which = {
    unitIds: found.map(({ orgUnitId }) => orgUnitId),
    months: found.map(({ month }) => month),
  };
  await work.run(forgotten, which);
  await work.run(kept, which);
  return found.length;
}

const nextMonth = statement<{ month: string }, { after: string }>(
  'complaintReviews.nextMonthToProve',
  `select month::text as month from complaint_counts
    where tenant_id = :tenant and dimension = 'received' and month > :after::date order by month limit 1`,
);
/** The first month with counts after another one. */
export const monthToProve = async (work: Work, after: string) =>
  (await work.first(nextMonth, { after }))?.month;

const unmarked = (row: string) =>
  `not exists (select from marked m where m.org_unit_id = ${row}.org_unit_id)`;
const sameKeys = ['org_unit_id', 'dimension', 'key', 'about_path'];
const differing = statement<never, { month: string }>(
  'complaintReviews.markDiffering',
  `with marked as (
     select distinct org_unit_id from complaint_count_marks where tenant_id = :tenant and month = :month::date),
   fresh as (${amountsOf(`complaints c where c.tenant_id = :tenant
      and c.received_at >= ${beginOf(':month::date')} and c.received_at < ${beginOf("(:month::date + interval '1 month')")}
      and ${unmarked('c')}`)}),
   old as (
     select n.* from complaint_counts n where n.tenant_id = :tenant and n.month = :month::date
        and n.dimension = any(${dimensionsCounted}) and ${unmarked('n')})
   insert into complaint_count_marks (tenant_id, id, org_unit_id, month, created_at)
   select :tenant, uuidv7(), d.org_unit_id, :month::date, :now
     from (select distinct coalesce(f.org_unit_id, o.org_unit_id) as org_unit_id
             from fresh f full join old o on ${sameKeys.map((key) => `o.${key} = f.${key}`).join(' and ')}
            where f.amount is distinct from o.amount or f.org_path is distinct from o.org_path) d`,
);
/** Marks the units whose counts of a month are not what their records come to. @returns how many: none, ever */
export const markDiffering = (work: Work, month: string) => work.run(differing, { month });
