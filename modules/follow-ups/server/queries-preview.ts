import { isRestricted } from '#modules/customers/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { RulePreview } from '../contract-rules.ts';
import { type Occasion, occasions } from '../locales/vocabulary.ts';
import { type ConditionFacts, fits } from './queries-conditions.ts';
import { unseenFrom } from './queries-unseen.ts';

const day = (instant: string) => `(${instant} at time zone 'Asia/Shanghai')::date`;
const columns = 'customer_id, vehicle_id, order_id, advisor_id, anchor_on';

/** Cars in the shop, by the time for which they are promised; overdue ones are expected today. */
const leaving = (where = 'true') =>
  `select o.customer_id, o.vehicle_id, o.id as order_id, o.advisor_id,
      greatest(${day('o.promised_at')}, :today::date) as anchor_on
    from service_orders o
   where o.tenant_id = :tenant and o.org_path ^@ :orgPath and o.org_path ^@ any(:scopes) and not o.org_path ^@ any(:nearer::text[]) and o.promised_at is not null
     and o.promised_at < (:untilOn::date + 1)::timestamp at time zone 'Asia/Shanghai'
     and o.state not in ('delivered', 'leftUnrepaired', 'cancelled') and ${where}`;
const withRefusal = `exists (select 1 from job_lines l where l.tenant_id = :tenant and l.order_id = o.id and l.answer = 'refused')`;
const unseen = (occasion: keyof typeof unseenFrom) => {
  const { on, where } = unseenFrom[occasion];
  return `select v.owner_id as customer_id, v.id as vehicle_id, null::uuid as order_id, null::uuid as advisor_id,
      ${on} as anchor_on
    from vehicles v
   where v.tenant_id = :tenant and v.org_path ^@ :orgPath and v.org_path ^@ any(:scopes) and not v.org_path ^@ any(:nearer::text[]) and v.owner_id is not null and v.merged_into_id is null and ${where}
     and ${on} between :today::date - :latestDays::int and :untilOn::date - :earliestDays::int
     and not exists (select 1 from follow_ups f where f.tenant_id = :tenant and f.vehicle_id = v.id
       and f.rule = '${occasion}' and f.earliest_on > ${on})`;
};
const nothing = `select null::uuid as customer_id, null::uuid as vehicle_id, null::uuid as order_id,
  null::uuid as advisor_id, null::date as anchor_on where false`;

/** What can be foreseen of an occasion: cars in the shop, complaints under way, days that come. */
const coming: Readonly<Record<Occasion, string>> = {
  first: leaving(),
  question: nothing,
  second: leaving(),
  refusedWork: leaving(withRefusal),
  missed: nothing,
  complaintClosed: `select p.customer_id, p.vehicle_id, p.order_id, null::uuid as advisor_id,
      greatest(${day('p.due_at')}, :today::date) as anchor_on
    from complaints p where p.tenant_id = :tenant and p.org_path ^@ :orgPath and p.org_path ^@ any(:scopes) and not p.org_path ^@ any(:nearer::text[]) and p.customer_id is not null
      and p.state not in ('closed', 'monitoring')`,
  firstService: unseen('firstService'),
  longUnseen: unseen('longUnseen'),
  reminder: nothing,
  segment: nothing,
};

const since = `(:today::date - 60)::timestamp at time zone 'Asia/Shanghai'`;
const left = (where = 'true') => `select o.customer_id, o.id as order_id from service_orders o
  where o.tenant_id = :tenant and o.org_path ^@ :orgPath and o.org_path ^@ any(:scopes) and o.delivered_at >= ${since} and ${where}`;
/** How often it came up lately; what no event tells of is not counted. */
const lately: Readonly<Record<Occasion, string | null>> = {
  first: left(),
  question: `select o.customer_id, o.id as order_id from service_orders o where o.tenant_id = :tenant
    and o.org_path ^@ :orgPath and o.org_path ^@ any(:scopes) and o.state = 'leftUnrepaired' and o.state_since >= ${since}`,
  second: left(),
  refusedWork: left(withRefusal),
  missed: `select a.customer_id, null::uuid as order_id from appointments a where a.tenant_id = :tenant
    and a.org_path ^@ :orgPath and a.org_path ^@ any(:scopes) and a.state = 'noShow' and a.starts_at >= ${since}`,
  complaintClosed: `select p.customer_id, null::uuid as order_id from complaints p where p.tenant_id = :tenant
    and p.org_path ^@ :orgPath and p.org_path ^@ any(:scopes) and p.closed_at >= ${since}`,
  firstService: null,
  longUnseen: null,
  reminder: null,
  segment: null,
};

export interface Foreseen extends ConditionFacts {
  orgPath: string;
  /** Below it, where a rule of their own holds. */
  nearer: readonly string[];
  today: string;
  untilOn: string;
  startsOn: string;
  earliestDays: number;
  latestDays: number;
  isOn: boolean;
  /** The row's own word for it, and by which anchor a call after a question is told from one after a delivery. */
  rule: string;
  anchors: readonly string[] | null;
  /** Each day on which something may begin, with the days of the call by the calendar. */
  days: readonly string[];
  earliest: readonly string[];
  latest: readonly string[];
  callerIds: readonly string[];
}
type Answer = Pick<RulePreview, 'planned' | 'coming' | 'lately' | 'days' | 'people' | 'lines'>;

/** One statement: what is planned already, what is to come by the rule, by day, by person, and the first fifty. */
const preview = (occasion: Occasion) =>
  statement<Answer, Foreseen>(
    `followUpRules.preview.${occasion}`,
    `with spans as (
        select * from unnest(:days::date[], :earliest::date[], :latest::date[]) as s (anchor_on, earliest_on, latest_on)),
      foreseen as (
        select x.customer_id, x.vehicle_id, x.advisor_id, greatest(s.earliest_on, :today::date) as on_date, s.latest_on,
            row_number() over (order by s.earliest_on, x.customer_id, x.vehicle_id) as place
          from (select ${columns} from (${coming[occasion]}) z) x
          join spans s on s.anchor_on = x.anchor_on
          join customers c on c.tenant_id = :tenant and c.id = x.customer_id
         where :isOn::boolean and s.latest_on >= :today::date and s.earliest_on <= :untilOn::date
           and x.anchor_on + :earliestDays::int >= :startsOn::date and not ${isRestricted('c.id')}
           and ${fits('x.order_id')}),
      shared as (
        select f.*, (:callerIds::uuid[])[1 + (f.place - 1) % nullif(cardinality(:callerIds::uuid[]), 0)] as turn_id,
            (:callerIds::uuid[])[1 + f.place % nullif(cardinality(:callerIds::uuid[]), 0)] as next_id from foreseen f),
      due as (
        select 'coming' as kind, customer_id, vehicle_id, on_date, latest_on,
            case when turn_id is distinct from advisor_id then turn_id else nullif(next_id, advisor_id) end as agent_id
          from shared
        union all
        select 'planned', f.customer_id, f.vehicle_id, greatest(f.earliest_on, :today::date), f.latest_on, f.agent_id
          from follow_ups f
         where f.tenant_id = :tenant and f.org_path ^@ :orgPath and f.org_path ^@ any(:scopes) and f.state = 'planned' and f.rule = :rule
           and f.latest_on >= :today::date and f.earliest_on <= :untilOn::date
           and (:anchors::text[] is null or f.sum->>'anchor' = any(:anchors::text[]))),
      days as (select on_date, count(*) filter (where kind = 'planned') as planned,
          count(*) filter (where kind = 'coming') as coming from due group by on_date),
      people as (select d.agent_id, e.name, count(*) filter (where d.kind = 'planned') as planned,
          count(*) filter (where d.kind = 'coming') as coming
        from due d left join employees e on e.tenant_id = :tenant and e.id = d.agent_id group by d.agent_id, e.name
        order by count(*) desc, d.agent_id limit 200),
      lines as (select d.*, c.name as customer_name, v.plate, e.name as agent_name
        from (select * from due order by on_date, latest_on, customer_id limit 50) d
        join customers c on c.tenant_id = :tenant and c.id = d.customer_id
        left join vehicles v on v.tenant_id = :tenant and v.id = d.vehicle_id
        left join employees e on e.tenant_id = :tenant and e.id = d.agent_id)
      select (select count(*) from due where kind = 'planned') as planned,
        (select count(*) from due where kind = 'coming') as coming,
        ${
          lately[occasion] === null
            ? 'null::bigint'
            : `(select count(*) from (${lately[occasion]}) y
                 join customers c on c.tenant_id = :tenant and c.id = y.customer_id where ${fits('y.order_id')})`
        } as lately,
        (select coalesce(json_agg(json_build_object('on', on_date, 'planned', planned, 'coming', coming)
          order by on_date), '[]') from days) as days,
        (select coalesce(json_agg(json_build_object('agentId', agent_id, 'name', coalesce(name, ''), 'planned', planned,
          'coming', coming) order by planned + coming desc), '[]') from people) as people,
        (select coalesce(json_agg(json_build_object('kind', kind, 'onDate', on_date, 'latestOn', latest_on,
          'customerName', customer_name, 'plate', coalesce(plate, ''), 'agentName', coalesce(agent_name, ''))
          order by on_date, latest_on, customer_id), '[]') from lines) as lines`,
  );
const previews = new Map(occasions.map((occasion) => [occasion, preview(occasion)]));
/** What a rule would make due, reckoned by the database on what is there. */
export const foreseen = async (work: Work, occasion: Occasion, given: Foreseen) =>
  (await work.first(previews.get(occasion)!, given))!;
