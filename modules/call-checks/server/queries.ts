import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { CallCheck, ShownMark } from '../contract.ts';
import type { CheckState } from '../lifecycle.ts';

export interface CheckRow extends RowOf<'callChecks'> {
  state: CheckState;
  marks: readonly ShownMark[];
}
export interface ListedRow extends CheckRow {
  agentName: string;
  customerName: string;
  direction: string;
  result: string;
  reason: string;
  at: Date;
  hasRecording: boolean;
  checkedByName: string | null;
}
export interface CheckFilter {
  state: CheckState | null;
  agentId: string | null;
  criterion: string | null;
  only: 'checked' | 'failed' | 'overdue' | 'disputed' | null;
  from: string | null;
  until: string | null;
}

const nameOf = (column: string) =>
  `(select e.name from employees e where e.tenant_id = k.tenant_id and e.id = k.${column})`;
const listed = `k.*, coalesce(${nameOf('agent_id')}, '') as agent_name, ${nameOf('checked_by')} as checked_by_name,
     c.name as customer_name, f.direction, f.result, f.reason, f.at,
     exists (select from phone_calls p where p.tenant_id = k.tenant_id and p.call_id = k.call_id
              and p.file_id is not null) as has_recording`;
const joined = `call_checks k
     join follow_up_calls f on f.tenant_id = k.tenant_id and f.id = k.call_id
     join customers c on c.tenant_id = f.tenant_id and c.id = f.customer_id`;
const here = 'k.tenant_id = :tenant and k.org_path ^@ any(:scopes)';

/** What was drawn of one's own talks is nobody's business but the others'. */
const matches = `${here} and k.agent_id is distinct from :me::uuid
      and (:state::text is null or k.state = :state)
      and (:agentId::uuid is null or k.agent_id = :agentId)
      and (:from::date is null or k.week_on >= :from) and (:until::date is null or k.week_on <= :until)
      and (:criterion::text is null or exists (
        select from jsonb_to_recordset(k.marks) as m (key text, most int, points int)
         where m.key = :criterion and m.points < m.most))
      and case :only::text when 'checked' then k.checked_at is not null when 'failed' then k.is_failed
            when 'disputed' then k.decided_at is not null or k.state = 'disputed'
            when 'overdue' then k.due_at < coalesce(k.checked_at, :now::timestamptz) else true end`;
const page = statement<ListedRow, CheckFilter & { beforeId: string; size: number }>(
  'callChecks.page',
  `select ${listed} from ${joined} where ${matches} and k.id < :beforeId::uuid
    order by k.id desc limit :size`,
);
export const pageOfChecks = (work: Work, asked: CheckFilter & { beforeId: string; size: number }) =>
  work.rows(page, asked);
const counted = statement<{ total: number }, CheckFilter>(
  'callChecks.count',
  `select count(*) as total from call_checks k where ${matches}`,
);
export const countOfChecks = async (work: Work, asked: CheckFilter): Promise<number> =>
  (await work.first(counted, asked))!.total;

const ownPage = statement<ListedRow, { beforeId: string; size: number }>(
  'callChecks.own',
  `select ${listed} from ${joined}
    where k.tenant_id = :tenant and k.agent_id = :me::uuid and k.state <> 'drawn' and k.id < :beforeId::uuid
    order by k.id desc limit :size`,
);
/** What was found in one's own talks; what is only drawn is not told. */
export const pageOfOwn = (work: Work, asked: { beforeId: string; size: number }) =>
  work.rows(ownPage, asked);
const ownCounted = statement<{ total: number }, object>(
  'callChecks.countOwn',
  `select count(*) as total from call_checks k
    where k.tenant_id = :tenant and k.agent_id = :me::uuid and k.state <> 'drawn'`,
);
export const countOfOwn = async (work: Work): Promise<number> =>
  (await work.first(ownCounted, {}))!.total;

const locked = statement<CheckRow, { checkId: string }>(
  'callChecks.locked',
  `select k.* from call_checks k where ${here} and k.id = :checkId for update`,
);
export const lockCheck = (work: Work, checkId: string) => work.first(locked, { checkId });

type Talk = CallCheck['talk'];
export interface WholeRow extends ListedRow {
  followUpId: string | null;
  customerId: string;
  plate: string | null;
  orderNumber: string | null;
  topics: Talk['topics'];
  answers: Talk['answers'];
  mainPoints: string;
  satisfaction: number | null;
  askedByCustomer: boolean;
  actingForName: string | null;
  decidedByName: string | null;
  matters: Talk['matters'];
  phoneCallId: string | null;
  seconds: number | null;
  fileId: string | null;
  isAnnounced: boolean | null;
  seed: string;
  talks: number;
  drawn: number;
}
const whole = statement<WholeRow, { checkId: string }>(
  'callChecks.whole',
  `select ${listed}, f.follow_up_id, f.customer_id, v.plate, o.number as order_number, f.topics, f.answers,
          f.main_points, f.satisfaction, f.asked_by_customer,
          (select e.name from employees e where e.tenant_id = f.tenant_id and e.id = f.acting_for_id) as acting_for_name,
          ${nameOf('decided_by')} as decided_by_name,
          coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'state', m.state,
                     'content', m.content) order by m.id)
                   from (select * from matters where tenant_id = :tenant and call_id = f.id order by id limit 20) m),
                   '[]') as matters,
          p.id as phone_call_id, p.seconds, p.file_id, p.is_announced, d.seed, d.talks, d.drawn
     from ${joined}
     join call_check_draws d on d.tenant_id = k.tenant_id and d.id = k.draw_id
     left join vehicles v on v.tenant_id = f.tenant_id and v.id = f.vehicle_id
     left join service_orders o on o.tenant_id = f.tenant_id and o.id = f.order_id
     left join lateral (
       select id, file_id, is_announced, extract(epoch from ended_at - answered_at)::int as seconds
         from phone_calls where tenant_id = :tenant and call_id = f.id order by id limit 1) p on true
    where ${here} and k.id = :checkId`,
);
export const wholeCheck = (work: Work, checkId: string) => work.first(whole, { checkId });

export interface Earlier {
  id: string;
  agreed: string;
  agreedOn: string;
  score: number | null;
  checkedAt: Date;
}
const earlier = statement<Earlier, { talkAt: Date; agentId: string }>(
  'callChecks.earlierAgreed',
  `select k.id, k.agreed, k.agreed_on, k.score, k.checked_at from call_checks k
    where k.tenant_id = :tenant and k.agent_id = :agentId and k.checked_at < :talkAt
      and k.agreed <> '' and k.looked_at is null
    order by k.id desc limit 1`,
);
/** What was last agreed on with the same person before a talk, and nobody has looked at. */
export const earlierAgreed = (work: Work, of: { talkAt: Date; agentId: string }) =>
  work.first(earlier, of);

const waiting = statement<{ id: string; orgPath: string }, { checkId: string }>(
  'callChecks.waiting',
  `select k.id, k.org_path from call_checks k
    where ${here} and k.state = 'drawn' and k.agent_id is distinct from :me::uuid and k.id <> :checkId::uuid
    order by k.id desc limit 20`,
);
/** What else waits to be checked. */
export const waitingBeside = (work: Work, checkId: string) => work.rows(waiting, { checkId });

export const updateCheck = async (work: Work, id: string, change: ChangeOf<'callChecks'>) =>
  (await work.update('callChecks', { id }, change))!;
