import { topPath } from '#platform/actor.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Facts } from '../contract.ts';

interface Span {
  since: Date;
  until: Date;
}
/** Units that were there in a period: what was closed in it still reports, what was founded after it does not. */
const wasThere = (unit: string) =>
  `${unit}.created_at < :until and (${unit}.closed_at is null or ${unit}.closed_at >= :since)`;
const depth = (path: string) => `(length(${path}) - length(replace(${path}, '.', '')))`;
/** How many tiers stand below a unit: the report of each waits for theirs. */
const height = (
  unit: string,
) => `(select coalesce(max(${depth('b.path')}), ${depth(`${unit}.path`)})
      - ${depth(`${unit}.path`)} from org_units b
    where b.tenant_id = ${unit}.tenant_id and b.path ^@ ${unit}.path and ${wasThere('b')})::integer as height`;

export interface OwingUnit {
  id: string;
  height: number;
}
const owing = statement<OwingUnit, Span & { grain: string; fromOn: string }>(
  'complaintReports.owing',
  `select u.id, ${height('u')} from org_units u
    where u.tenant_id = :tenant and u.path ^@ any(:scopes) and u.parent_id is not null and ${wasThere('u')}
      and exists (select from complaints c where c.tenant_id = :tenant)
      and not exists (select from complaint_reports r where r.tenant_id = :tenant and r.org_unit_id = u.id
        and r.grain = :grain and r.from_on = :fromOn::date)
    order by height, u.path limit 2000`,
);
/** Units that have somebody above them and lack their report, the lowest first; none in a house that keeps no complaints. */
export const unitsOwing = (work: Work, of: Span & { grain: string; fromOn: string }) =>
  work.rows(owing, of);

export interface UnitAt {
  id: string;
  name: string;
  path: string;
  tier: 'headquarters' | 'agent' | 'shop';
  parentId: string | null;
  height: number;
}
const placed = statement<UnitAt, Span & { unitId: string }>(
  'complaintReports.unit',
  `select u.id, u.name, u.path, u.tier, u.parent_id, ${height('u')} from org_units u
    where u.tenant_id = :tenant and u.id = :unitId`,
);
export const unitAt = (work: Work, of: Span & { unitId: string }) => work.first(placed, of);

export interface BelowRow extends UnitAt {
  reportId: string | null;
  edition: number | null;
  state: 'drafted' | 'sent' | null;
  toUnitId: string | null;
  firstSentAt: Date | null;
  dueAt: Date | null;
  facts: Facts | null;
}
interface BelowAsked extends Span {
  unitId: string;
  grain: string;
  fromOn: string;
}
const below = statement<BelowRow, BelowAsked>(
  'complaintReports.below',
  `select u.id, u.name, u.path, u.tier, u.parent_id, ${height('u')},
          r.id as report_id, r.edition, r.state, r.to_unit_id, r.first_sent_at, r.due_at, r.facts
     from org_units u
     left join lateral (
       select o.*, min(o.sent_at) over () as first_sent_at from complaint_reports o
        where o.tenant_id = u.tenant_id and o.org_unit_id = u.id and o.grain = :grain and o.from_on = :fromOn::date
        order by o.edition desc limit 1) r on true
    where u.tenant_id = :tenant and u.parent_id = :unitId and u.path ^@ any(:scopes) and ${wasThere('u')}
    order by u.position, u.path limit 300`,
);
/** The units right below one, each with the last edition of its report. */
export const unitsBelow = (work: Work, of: BelowAsked) => work.rows(below, of);

const top = statement<{ id: string }, { topPath: string }>(
  'complaintReports.top',
  'select id from org_units where tenant_id = :tenant and path = :topPath',
);
/** The unit that nobody stands above. */
export const topUnit = async (work: Work) => (await work.first(top, { topPath }))!;
