import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { OrderRow } from './queries.ts';

const dayOf = (instant: string) =>
  `((${instant})::timestamptz at time zone '${zoneOfTenant}')::date`;

/**
 * SQL for how many visits were received, orders that were called off left out: what a rate divides by. It reads a row
 * for each unit and day, however many cars came.
 * @param since SQL of the first instant, midnight in the house's zone; `until` of the first one after
 * @param place SQL of a unit's path, to count there and below it only
 */
export const visitsBetween = (
  since: string,
  until: string,
  place?: string,
  isOwn = 'false',
): string =>
  `(select coalesce(sum(n.visits), 0)::bigint from visit_counts n
     where n.tenant_id = :tenant and n.org_path ^@ any(:scopes) ${place ? `and n.org_path ^@ ${place} and (not ${isOwn} or n.org_path = ${place})` : ''}
       and n.day >= ${dayOf(since)} and n.day < ${dayOf(until)})`;

type Counted = Pick<OrderRow, 'orgUnitId' | 'orgPath' | 'receivedAt'>;
const count = (work: Work, { orgUnitId, orgPath, receivedAt }: Counted, visits: 1 | -1) =>
  work.insert('visitCounts', {
    orgUnitId,
    orgPath,
    day: dateIn(zoneOfTenant, receivedAt),
    visits,
  });

/** A car was received: its visit counts from now on. */
export const countVisit = (work: Work, order: Counted) => count(work, order, 1);
/** The order was called off: it counts no more, on the day on which it was received. */
export const uncountVisit = (work: Work, order: Counted) => count(work, order, -1);

const folding = statement<never, { most: number }>(
  'serviceOrders.foldVisits',
  `with many as (
     select day, org_unit_id from visit_counts where tenant_id = :tenant
      group by day, org_unit_id having count(*) > 1 order by day limit :most),
   taken as (
     delete from visit_counts n using many m
      where n.tenant_id = :tenant and n.day = m.day and n.org_unit_id = m.org_unit_id
      returning n.id, n.org_unit_id, n.org_path, n.day, n.visits)
   insert into visit_counts (tenant_id, id, org_unit_id, org_path, day, visits, created_at)
   select :tenant, (array_agg(id order by id))[1], org_unit_id, org_path, day, sum(visits), :now
     from taken group by org_unit_id, org_path, day having sum(visits) <> 0`,
);
/** The entries of a unit's day become one. What is added meanwhile stays beside it, so nothing is counted twice. */
export const foldVisitCounts = (work: Work) => work.run(folding, { most: 5_000 });
