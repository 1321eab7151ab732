import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { type IndicatorKey, indicatorKeys } from '../lifecycle.ts';
import { sources } from './queries-sources.ts';

/** A period as the sources want it; instants, the second one outside, and its days. */
export interface Looked {
  since: Date;
  until: Date;
  fromOn: string;
  untilOn: string;
  cohortSince: Date;
  cohortUntil: Date;
}
/** Where is looked, whose work, and whether sealed answers are counted. */
export interface Asked {
  /** Path of the unit. */
  place: string;
  agentId: string | null;
  seesAll: boolean;
}

const period = `unnest(:sinces::timestamptz[], :untils::timestamptz[], :fromOns::date[], :untilOns::date[],
    :cohortSinces::timestamptz[], :cohortUntils::timestamptz[]) with ordinality
    as b (since, until, from_on, until_on, cohort_since, cohort_until, position)`;
const arraysOf = (periods: readonly Looked[]) => ({
  sinces: periods.map(({ since }) => since),
  untils: periods.map(({ until }) => until),
  fromOns: periods.map(({ fromOn }) => fromOn),
  untilOns: periods.map(({ untilOn }) => untilOn),
  cohortSinces: periods.map(({ cohortSince }) => cohortSince),
  cohortUntils: periods.map(({ cohortUntil }) => cohortUntil),
});
type Periods = ReturnType<typeof arraysOf>;
const his = '(:agentId::uuid is null or x.agent_id = :agentId::uuid)';

interface TotalRow {
  position: number;
  key: IndicatorKey;
  value: number;
  of: number;
}
const totals = statement<TotalRow, Periods & Asked>(
  'briefs.totals',
  `select b.position, t.key, t.value, t.of from ${period}
    cross join lateral (${indicatorKeys
      .map(
        (key) =>
          `select '${key}' as key, count(*) filter (where x.is_hit) as value, count(*) as of from (${sources[key]}) x where ${his}`,
      )
      .join('\n union all ')}) t order by b.position limit 200`,
);
/** Each indicator of each period, in the order of the periods. */
export async function totalsOf(
  work: Work,
  periods: readonly Looked[],
  asked: Asked,
): Promise<Map<IndicatorKey, TotalRow>[]> {
  const rows = await work.rows(totals, { ...arraysOf(periods), ...asked });
  return periods.map(
    (_, at) =>
      new Map(rows.filter(({ position }) => position === at + 1).map((row) => [row.key, row])),
  );
}

export interface LineRow {
  dimension: 'rule' | 'shop' | 'agent';
  key: IndicatorKey | 'promises';
  /** A rule, or the id of a unit or a person. */
  which: string;
  name: string;
  value: number;
  of: number;
}
const lines = statement<LineRow, Periods & Asked>(
  'briefs.lines',
  `with s as materialized (${[...indicatorKeys, 'promises' as const]
    .map(
      (key) =>
        `select '${key}' as key, x.is_hit, x.agent_id::text as agent, x.org_unit_id::text as shop,
                case when '${key}' = 'promises' then x.detail end as rule
           from ${period} cross join lateral (${sources[key]}) x where ${his}`,
    )
    .join('\n union all ')}),
   grouped as (
     select key, case when grouping(agent) = 0 then 'agent' when grouping(shop) = 0 then 'shop' else 'rule' end as dimension,
            coalesce(agent, shop, rule) as which, count(*) as of, count(*) filter (where is_hit) as value
       from s group by grouping sets ((key, agent), (key, shop), (key, rule)))
   select g.key, g.dimension, g.which, g.of, g.value, coalesce(u.name, e.name, '') as name
     from grouped g
     left join org_units u on u.tenant_id = :tenant and g.dimension = 'shop' and u.id::text = g.which
     left join employees e on e.tenant_id = :tenant and g.dimension = 'agent' and e.id::text = g.which
    where g.which is not null and (g.key = 'promises') = (g.dimension = 'rule')
    order by g.of desc, g.which limit 3000`,
);
/** The same counts by rule, by shop and by person. */
export const linesOf = (work: Work, of: Looked, asked: Asked) =>
  work.rows(lines, { ...arraysOf([of]), ...asked });

export interface RecordRow {
  id: string;
  at: Date;
  isHit: boolean;
  aboutType: string;
  aboutId: string;
  detail: string;
  customerName: string | null;
  plate: string | null;
  agentName: string;
  unitName: string;
  orgPath: string;
}
interface RecordsAsked extends Asked {
  rule: string | null;
  isHit: boolean | null;
  before: string;
  beforeId: string;
  size: number;
}
const recordsOf = (key: IndicatorKey | 'promises') =>
  statement<RecordRow, Periods & RecordsAsked>(
    `briefs.records.${key}`,
    `select x.id, x.at, x.is_hit, x.about_type, x.about_id, x.detail, x.org_path, c.name as customer_name, v.plate,
            coalesce(e.name, '') as agent_name, coalesce(u.name, '') as unit_name
       from ${period} cross join lateral (${sources[key]}) x
       left join customers c on c.tenant_id = :tenant and c.id = x.customer_id
       left join vehicles v on v.tenant_id = :tenant and v.id = x.vehicle_id
       left join employees e on e.tenant_id = :tenant and e.id = x.agent_id
       left join org_units u on u.tenant_id = :tenant and u.id = x.org_unit_id
      where ${his} and (:rule::text is null or x.detail = :rule) and (:isHit::boolean is null or x.is_hit = :isHit)
        and :seesAll::boolean is not null and (x.at, x.id) < (:before::timestamptz, :beforeId::uuid)
      order by x.at desc, x.id desc limit :size`,
  );
const records = Object.fromEntries(
  [...indicatorKeys, 'promises' as const].map((key) => [key, recordsOf(key)]),
) as Record<IndicatorKey | 'promises', ReturnType<typeof recordsOf>>;

/** The records behind an indicator, the latest first. */
export const recordsBehind = (
  work: Work,
  key: IndicatorKey | 'promises',
  of: Looked,
  asked: Omit<RecordsAsked, 'before' | 'beforeId'>,
  after: unknown[] | null,
) =>
  work.rows(records[key], {
    ...arraysOf([of]),
    ...asked,
    before: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  });
