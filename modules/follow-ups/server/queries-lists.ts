import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { WhyWindow } from '../contract.ts';
import type { CallRow, FollowUpRow } from './queries.ts';

/** What every list shows beside a follow-up's own columns. */
const people = `a.name as agent_name, l.name as locked_by_name,
  c.name as customer_name, c.salutation, c.kind as customer_kind, c.phone,
  v.plate, v.plate_colour, v.model, v.mileage_km`;
const joins = `join customers c on c.tenant_id = f.tenant_id and c.id = f.customer_id
  left join vehicles v on v.tenant_id = f.tenant_id and v.id = f.vehicle_id
  left join employees a on a.tenant_id = f.tenant_id and a.id = f.agent_id
  left join employees l on l.tenant_id = f.tenant_id and l.id = f.locked_by`;

export interface ListedFollowUp extends FollowUpRow {
  agentName: string | null;
  lockedByName: string | null;
  customerName: string;
  salutation: '' | 'mr' | 'ms';
  customerKind: 'person' | 'company';
  phone: string;
  plate: string | null;
  plateColour: 'blue' | 'green' | 'yellow' | 'yellowGreen' | 'white' | 'black' | null;
  model: string | null;
  mileageKm: number | null;
}
export interface DueRow extends ListedFollowUp {
  sum: WhyWindow;
  isCalm: number;
  hasComplaint: boolean;
  hasMatter: boolean;
  wishesNoCalls: boolean;
  lastVisitOn: string | null;
  lastWords: string | null;
  lastWordsAt: Date | null;
}

/**
 * The day list in one statement: what is open and in its window, the last day first, then those with an open
 * complaint or matter. A second call waits until the first is settled. It is cut day by day in the order of the index
 * before anything else is asked of it.
 */
const dueRows = statement<DueRow, DuePage>(
  'followUps.due',
  `with few as materialized (
     select f.id as few_id, x.*
       from follow_ups f
       cross join lateral (select h.*, case when h.has_complaint or h.has_matter then 0 else 1 end as is_calm from (select
         exists (select 1 from complaints p where p.tenant_id = f.tenant_id and p.customer_id = f.customer_id
           and p.org_path ^@ any(:scopes) and p.state not in ('closed', 'monitoring')) as has_complaint,
         exists (select 1 from matters m where m.tenant_id = f.tenant_id and m.customer_id = f.customer_id
           and m.org_path ^@ any(:scopes) and m.state in ('open', 'escalated', 'solved')) as has_matter offset 0) h) x
      where f.tenant_id = :tenant and f.org_path ^@ any(:scopes) and f.state = 'planned' and f.earliest_on <= :on::date
        and f.latest_on >= :afterOn::date
        and (not :mine::boolean or f.agent_id is null or f.agent_id = :me::uuid
          or f.agent_id in (select s.absent_id from stand_ins s where s.tenant_id = :tenant and s.stand_in_id = :me::uuid
               and s.ended_at is null and s.from_at <= :now and s.until_at > :now))
        and (select b.state from follow_ups b where b.tenant_id = f.tenant_id and b.id = f.first_id) is distinct from 'planned'
        and (f.latest_on, x.is_calm, f.id) > (:afterOn::date, :afterCalm::int, :afterId::uuid)
      order by f.latest_on, x.is_calm, f.id limit :size)
   select f.*, ${people}, c.preferred_channel = 'none' as wishes_no_calls,
      coalesce(v.last_visit_on, c.last_visit_on) as last_visit_on, w.main_points as last_words, w.at as last_words_at,
      few.has_complaint, few.has_matter, few.is_calm
     from few join follow_ups f on f.tenant_id = :tenant and f.id = few.few_id ${joins}
     left join lateral (select k.main_points, k.at from follow_up_calls k
        where k.tenant_id = f.tenant_id and k.customer_id = f.customer_id and k.main_points <> ''
          and k.org_path ^@ any(:scopes)
        order by k.at desc, k.id desc limit 1) w on true
    order by f.latest_on, few.is_calm, f.id`,
);
export interface DuePage {
  on: string;
  mine: boolean;
  afterOn: string;
  afterCalm: number;
  afterId: string;
  size: number;
}
export const dueFollowUps = (work: Work, page: DuePage) => work.rows(dueRows, page);

const talks = statement<{ done: number }, { from: Date; until: Date; mine: boolean }>(
  'followUps.talksOfDay',
  `select count(*) as done from follow_up_calls k
    where k.tenant_id = :tenant and k.org_path ^@ any(:scopes) and k.at >= :from and k.at < :until
      and k.direction = 'out' and k.result = 'connected' and (not :mine::boolean or k.by_id = :me::uuid)`,
);
/** How many talks were had in this span of time. */
export const talksBetween = async (work: Work, given: { from: Date; until: Date; mine: boolean }) =>
  (await work.first(talks, given))!.done;

export interface RegisterPage {
  state: string | null;
  rule: string | null;
  agentId: string | null;
  customerId: string | null;
  orderId: string | null;
  latestFrom: string | null;
  latestUntil: string | null;
}
const registerFilter = `f.tenant_id = :tenant and f.org_path ^@ any(:scopes)
  and (:state::text is null or f.state = :state) and (:rule::text is null or f.rule = :rule)
  and (:agentId::uuid is null or f.agent_id = :agentId)
  and (:customerId::uuid is null or f.customer_id = :customerId)
  and (:orderId::uuid is null or f.order_id = :orderId)
  and (:latestFrom::date is null or f.latest_on >= :latestFrom)
  and (:latestUntil::date is null or f.latest_on < :latestUntil)`;
const register = statement<
  ListedFollowUp,
  RegisterPage & { beforeOn: string; beforeId: string; size: number }
>(
  'followUps.register',
  `select f.*, ${people} from follow_ups f ${joins} where ${registerFilter}
     and (f.latest_on, f.id) < (:beforeOn::date, :beforeId::uuid)
   order by f.latest_on desc, f.id desc limit :size`,
);
export const pageOfFollowUps = (
  work: Work,
  filter: RegisterPage,
  after: { beforeOn: string; beforeId: string; size: number },
) => work.rows(register, { ...filter, ...after });
const registerCount = statement<{ total: number }, RegisterPage>(
  'followUps.registerCount',
  `select count(*) as total from follow_ups f where ${registerFilter}`,
);
export const countFollowUps = async (work: Work, filter: RegisterPage) =>
  (await work.first(registerCount, filter))!.total;

export interface ListedCall extends CallRow {
  customerName: string;
  plate: string | null;
  byName: string | null;
  actingForName: string | null;
}
export interface CallsPage {
  customerId: string | null;
  followUpId: string | null;
  byId: string | null;
  direction: string | null;
  result: string | null;
  from: string | null;
  until: string | null;
}
const callsFilter = `k.tenant_id = :tenant and k.org_path ^@ any(:scopes)
  and (:customerId::uuid is null or k.customer_id = :customerId)
  and (:followUpId::uuid is null or k.follow_up_id = :followUpId)
  and (:byId::uuid is null or k.by_id = :byId) and (:direction::text is null or k.direction = :direction)
  and (:result::text is null or k.result = :result)
  and (:from::timestamptz is null or k.at >= :from) and (:until::timestamptz is null or k.at < :until)`;
const callsPage = statement<
  ListedCall,
  CallsPage & { beforeAt: string; beforeId: string; size: number }
>(
  'followUpCalls.page',
  `select k.*, c.name as customer_name, v.plate, e.name as by_name, g.name as acting_for_name
     from follow_up_calls k
     join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
     left join vehicles v on v.tenant_id = k.tenant_id and v.id = k.vehicle_id
     left join employees e on e.tenant_id = k.tenant_id and e.id = k.by_id
     left join employees g on g.tenant_id = k.tenant_id and g.id = k.acting_for_id
    where ${callsFilter} and (k.at, k.id) < (:beforeAt::timestamptz, :beforeId::uuid)
    order by k.at desc, k.id desc limit :size`,
);
export const pageOfCalls = (
  work: Work,
  filter: CallsPage,
  after: { beforeAt: string; beforeId: string; size: number },
) => work.rows(callsPage, { ...filter, ...after });
const callsCount = statement<{ total: number }, CallsPage>(
  'followUpCalls.count',
  `select count(*) as total from follow_up_calls k where ${callsFilter}`,
);
export const countCalls = async (work: Work, filter: CallsPage) =>
  (await work.first(callsCount, filter))!.total;

export const farFuture = { on: '9999-12-31', at: '9999-12-31T00:00:00.000Z' };
export const firstId = '00000000-0000-0000-0000-000000000000';
export const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
