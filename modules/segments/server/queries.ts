import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Standing } from '../locales/vocabulary.ts';

export type StandingRow = RowOf<'customerStandings'>;
export type SegmentRow = RowOf<'segments'>;

interface Counted {
  byMonths: Standing;
  byInterval: Standing;
  byVisits: Standing;
  valueClass: StandingRow['valueClass'];
  recency: 'm3' | 'm6' | 'm12' | 'm24' | 'older' | 'never';
  customers: number;
}
const recency = `case when s.last_visit_on is null then 'never'
        when s.last_visit_on > :today::date - interval '3 months' then 'm3'
        when s.last_visit_on > :today::date - interval '6 months' then 'm6'
        when s.last_visit_on > :today::date - interval '12 months' then 'm12'
        when s.last_visit_on > :today::date - interval '24 months' then 'm24' else 'older' end`;
const counted = statement<Counted, { today: string }>(
  'segments.figures',
  `select s.by_months, s.by_interval, s.by_visits, s.value_class, ${recency} as recency, count(*) as customers
     from customer_standings s where s.tenant_id = :tenant and s.org_path ^@ any(:scopes)
    group by 1, 2, 3, 4, 5`,
);
/** All figures of the groups in one scan of an index. */
export const countedStandings = (work: Work, today: string) => work.rows(counted, { today });

/** So many customers are counted while somebody waits; of a larger house the last count is shown with its time. */
export const mostCountedLive = 20_000;
const many = statement<{ isLarge: boolean }, object>(
  'segments.isLarge',
  `select count(*) > ${mostCountedLive} as is_large
     from (select from customer_standings where tenant_id = :tenant limit ${mostCountedLive + 1}) s`,
);
export const isLargeHouse = async (work: Work) => (await work.first(many, {}))!.isLarge;

const lastCounted = statement<Counted & { countedAt: Date }, object>(
  'segments.lastCount',
  `select by_months, by_interval, by_visits, value_class, recency, sum(customers) as customers,
          min(counted_at) as counted_at
     from standing_counts where tenant_id = :tenant and org_path ^@ any(:scopes) group by 1, 2, 3, 4, 5`,
);
/** What was counted last; nothing before the first count. */
export const lastCount = (work: Work) => work.rows(lastCounted, {});

const forgotten = statement<never, object>(
  'segments.forgetCount',
  'delete from standing_counts where tenant_id = :tenant',
);
const countKept = statement<never, { today: string }>(
  'segments.keepCount',
  `insert into standing_counts (tenant_id, org_unit_id, org_path, by_months, by_interval, by_visits, value_class, recency,
          customers, counted_at)
   select :tenant, s.org_unit_id, s.org_path, s.by_months, s.by_interval, s.by_visits, s.value_class, ${recency},
          count(*), :now
     from customer_standings s where s.tenant_id = :tenant
    group by 2, 3, 4, 5, 6, 7, 8`,
);
/** Counts all customers of the house shop by shop, in the place of the last count. */
export async function keepCount(work: Work, today: string): Promise<void> {
  await work.run(forgotten, {});
  await work.run(countKept, { today });
}

const changedCount = statement<{ toStanding: Standing; customers: number }, { since: string }>(
  'segments.changedSince',
  `select h.to_standing, count(*) as customers from standing_changes h
    where h.tenant_id = :tenant and h.org_path ^@ any(:scopes) and h.on_date >= :since::date
      and h.to_standing in ('active', 'sleeping', 'lost', 'never')
    group by 1`,
);
export const changesSince = (work: Work, since: string) => work.rows(changedCount, { since });

export type ChangeRow = RowOf<'standingChanges'> &
  Pick<StandingRow, 'lastVisitOn' | 'yearSpendFen' | 'valueClass'> & { customerName: string };
interface ChangePage {
  to: string;
  from: string | null;
  until: string | null;
  beforeOn: string;
  beforeId: string;
  size: number;
}
const changes = statement<ChangeRow, ChangePage>(
  'segments.changes',
  `select h.*, c.name as customer_name, s.last_visit_on, s.year_spend_fen, s.value_class
     from standing_changes h
     join customers c on c.tenant_id = h.tenant_id and c.id = h.customer_id
     join customer_standings s on s.tenant_id = h.tenant_id and s.customer_id = h.customer_id
    where h.tenant_id = :tenant and h.org_path ^@ any(:scopes) and h.to_standing = :to
      and (:from::date is null or h.on_date >= :from) and (:until::date is null or h.on_date < :until)
      and (h.on_date, h.id) < (:beforeOn::date, :beforeId::uuid)
    order by h.on_date desc, h.id desc limit :size`,
);
export const pageOfChanges = (work: Work, page: ChangePage) => work.rows(changes, page);

/** Where one customer stands, as SQL; so is who he is. */
export const standingRow = (customer: string): string =>
  `select s.* from customer_standings s
    where s.tenant_id = :tenant and s.customer_id = ${customer} and s.org_path ^@ any(:scopes)`;
const ofCustomer = statement<StandingRow, { customerId: string }>(
  'segments.ofCustomer',
  standingRow(':customerId'),
);
export const standingOf = (work: Work, customerId: string) =>
  work.first(ofCustomer, { customerId });

export interface SegmentShown extends SegmentRow {
  ownerName: string | null;
  plans: number;
}
const shown = `s.*, e.name as owner_name, (select count(*) from segment_plans p
    where p.tenant_id = s.tenant_id and p.segment_id = s.id) as plans
  from segments s left join employees e on e.tenant_id = s.tenant_id and e.id = s.owner_id`;
const visible = `s.removed_at is null and s.org_path ^@ any(:scopes)
  and (s.is_shared or s.owner_id = :me::uuid)`;
const segmentsPage = statement<SegmentShown, { beforeId: string; size: number }>(
  'segments.page',
  `select ${shown} where s.tenant_id = :tenant and ${visible} and s.id < :beforeId::uuid
    order by s.id desc limit :size`,
);
export const pageOfSegments = (work: Work, given: { beforeId: string; size: number }) =>
  work.rows(segmentsPage, given);

const segmentById = statement<SegmentShown, { segmentId: string }>(
  'segments.byId',
  `select ${shown} where s.tenant_id = :tenant and s.id = :segmentId and ${visible}`,
);
export const segmentOf = (work: Work, segmentId: string) => work.first(segmentById, { segmentId });

const forChange = statement<SegmentRow, { segmentId: string }>(
  'segments.forChange',
  `select s.* from segments s where s.tenant_id = :tenant and s.id = :segmentId and ${visible} for update`,
);
export const lockSegment = (work: Work, segmentId: string) => work.first(forChange, { segmentId });
export const insertSegment = (work: Work, row: Fresh<'segments'>) => work.insert('segments', row);
export const updateSegment = async (work: Work, id: string, change: ChangeOf<'segments'>) =>
  (await work.update('segments', { id }, change))!;
export const insertPlan = (work: Work, row: Fresh<'segmentPlans'>) =>
  work.insert('segmentPlans', row);
