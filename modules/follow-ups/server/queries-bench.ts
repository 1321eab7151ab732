import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Calendar } from '#shared/business-calendar.ts';
import type { FollowUp, WhyWindow } from '../contract.ts';
import type { TopicKey } from '../locales/vocabulary.ts';
import type { ListedFollowUp } from './queries-lists.ts';

/** A row of the bench; what came out of JSON has its instants as text. */
export interface BenchRow extends ListedFollowUp {
  sum: WhyWindow;
  address: string;
  wishes: string;
  birthday: string;
  doNotMention: string;
  preferredChannel: string;
  callFrom: string | null;
  callUntil: string | null;
  agreesToOffers: boolean;
  /** The tenant's own week of calling hours, nearest up the tree. */
  callingWeek: Calendar['weekly'] | null;
  order: FollowUp['order'];
  calls: FollowUp['calls'];
  matters: FollowUp['matters'];
  complaints: FollowUp['complaints'];
  promises: FollowUp['promises'];
  /** What the edition says that it was planned by; null: as shipped. */
  mostTries: number | null;
  channel: FollowUp['channel'] | null;
  script: string | null;
  usedTopics: Partial<Record<TopicKey, string>>;
}

const lastCalls = `select coalesce(json_agg(json_build_object('id', k.id, 'followUpId', k.follow_up_id,
    'customerId', k.customer_id, 'customerName', c.name, 'plate', coalesce(kv.plate, ''), 'direction', k.direction,
    'result', k.result, 'reason', k.reason, 'topics', k.topics, 'answers', k.answers, 'mainPoints', k.main_points,
    'satisfaction', k.satisfaction, 'askedByCustomer', k.asked_by_customer, 'byId', k.by_id, 'byName', e.name,
    'actingForName', g.name, 'at', k.at) order by k.at desc, k.id desc), '[]')
  from (select * from follow_up_calls o where o.tenant_id = f.tenant_id and o.customer_id = f.customer_id
           and o.org_path ^@ any(:scopes) order by o.at desc, o.id desc limit 8) k
  left join vehicles kv on kv.tenant_id = k.tenant_id and kv.id = k.vehicle_id
  left join employees e on e.tenant_id = k.tenant_id and e.id = k.by_id
  left join employees g on g.tenant_id = k.tenant_id and g.id = k.acting_for_id`;

const openMatters = `select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'content', m.content,
    'state', m.state, 'createdAt', m.created_at) order by m.created_at), '[]')
  from (select * from matters n where n.tenant_id = f.tenant_id and n.customer_id = f.customer_id
         and n.org_path ^@ any(:scopes) and n.state in ('open', 'escalated', 'solved') order by n.created_at limit 20) m`;

const lastComplaints = `select coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'kind', p.kind,
    'content', p.content, 'state', p.state, 'receivedAt', p.received_at) order by p.received_at desc), '[]')
  from (select * from complaints q where q.tenant_id = f.tenant_id and q.customer_id = f.customer_id
           and q.org_path ^@ any(:scopes) order by q.received_at desc limit 5) p`;

/** What the house still owes this customer: about his orders, matters, complaints and himself. */
const openPromises = `select coalesce(json_agg(json_build_object('id', t.id, 'rule', t.rule, 'aboutType', t.about_type,
    'dueAt', t.due_at, 'state', t.state) order by t.due_at), '[]')
  from (select * from commitments y where y.tenant_id = f.tenant_id and y.org_path ^@ any(:scopes)
         and (y.state in ('open', 'paused') or (y.state = 'broken' and y.settled_at is null))
         and y.about_id in (
           select f.customer_id
           union all select m.id from matters m where m.tenant_id = f.tenant_id and m.customer_id = f.customer_id
             and m.state in ('open', 'escalated', 'solved')
           union all select p.id from complaints p where p.tenant_id = f.tenant_id and p.customer_id = f.customer_id
             and p.state not in ('closed', 'monitoring')
           union all select o.id from service_orders o where o.tenant_id = f.tenant_id
             and o.customer_id = f.customer_id and o.state not in ('delivered', 'leftUnrepaired', 'cancelled'))
         order by y.due_at limit 20) t`;

const bench = statement<BenchRow, { followUpId: string }>(
  'followUps.bench',
  `select f.*, a.name as agent_name, l.name as locked_by_name,
     c.name as customer_name, c.salutation, c.kind as customer_kind, c.phone, c.address, c.wishes, c.birthday, c.do_not_mention,
     c.preferred_channel, c.call_from::text, c.call_until::text,
     v.plate, v.plate_colour, v.model, v.mileage_km, d.most_tries, d.channel, d.script,
     coalesce((select s.given from consents s where s.tenant_id = f.tenant_id and s.customer_id = f.customer_id
       and s.purpose = 'marketing' and s.channel in ('phone', 'any') order by s.at desc, s.id desc limit 1), false)
       as agrees_to_offers,
     (select s.value from settings s where s.tenant_id = f.tenant_id and s.key = 'followUps.callingWeek'
         and f.org_path ^@ s.org_path order by length(s.org_path) desc limit 1) as calling_week,
     (select json_build_object('id', o.id, 'number', o.number, 'kind', o.kind, 'customerWords', o.customer_words,
        'endedOn', (coalesce(o.delivered_at, o.state_since) at time zone 'Asia/Shanghai')::date, 'advisorName', w.name)
        from service_orders o left join employees w on w.tenant_id = o.tenant_id and w.id = o.advisor_id
       where o.tenant_id = f.tenant_id and o.id = f.order_id) as order,
     (${lastCalls}) as calls, (${openMatters}) as matters, (${lastComplaints}) as complaints,
     (${openPromises}) as promises,
     (select coalesce(json_object_agg(u.topic, u.used_at), '{}') from (
        select topic, max(k.at) as used_at from follow_up_calls k, unnest(k.topics) as topic
         where k.tenant_id = f.tenant_id and k.customer_id = f.customer_id and k.org_path ^@ any(:scopes)
         group by topic) u) as used_topics
   from follow_ups f
   join customers c on c.tenant_id = f.tenant_id and c.id = f.customer_id
   left join vehicles v on v.tenant_id = f.tenant_id and v.id = f.vehicle_id
   left join employees a on a.tenant_id = f.tenant_id and a.id = f.agent_id
   left join employees l on l.tenant_id = f.tenant_id and l.id = f.locked_by
   left join follow_up_rule_editions d on d.tenant_id = f.tenant_id and d.id = f.edition_id
   where f.tenant_id = :tenant and f.id = :followUpId and f.org_path ^@ any(:scopes)`,
);
/** The whole call bench in one statement. */
export const benchOf = (work: Work, followUpId: string) => work.first(bench, { followUpId });
