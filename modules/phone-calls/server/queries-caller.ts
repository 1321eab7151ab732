import { isOpen, orderStates } from '#modules/service-orders/lifecycle.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { CallerFile, CallerMatch } from '../contract.ts';

const inScope = (table: string) =>
  `${table}.tenant_id = :tenant and ${table}.org_path ^@ any(:scopes)`;
const isoOf = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const listOf = (object: string, order: string, from: string) =>
  `(select coalesce(jsonb_agg(${object} order by ${order}), '[]') from ${from})`;
const closedOrders = `(${orderStates
  .filter((state) => !isOpen(state))
  .map((state) => `'${state}'`)
  .join(', ')})`;
/** The highest character: what begins with a text lies between it and the text with this behind it. */
const last = '\u{10FFFF}';

/** Telephones backwards: whole or by the last digits, a range of one index for customers and one for contacts. */
const matches = statement<
  CallerMatch & { orgPath: string },
  { tail: string; last: string; seesOrders: boolean }
>(
  'phoneCalls.matches',
  `with found as materialized (
     (select c.id as customer_id, '' as contact_name, '' as contact_role from customers c
       where c.tenant_id = :tenant and c.phone_tail ~>=~ :tail::text and c.phone_tail ~<~ (:tail::text || :last::text)
         and c.merged_into_id is null and c.org_path ^@ any(:scopes) order by c.id desc limit 10)
     union all
     (select k.customer_id, k.name, k.role from contacts k
       where k.tenant_id = :tenant and k.phone <> '' and reverse(k.phone) ~>=~ :tail::text
         and reverse(k.phone) ~<~ (:tail::text || :last::text) limit 10)
   )
   select distinct on (c.id) c.id as customer_id, c.name, c.kind, c.salutation, c.org_path, f.contact_name, f.contact_role,
          c.last_visit_on,
          ${listOf(
            'v.plate',
            'v.last_visit_on desc nulls last, v.id',
            `(select v.* from vehicles v where ${inScope('v')} and v.owner_id = c.id
             and v.plate <> '' order by v.last_visit_on desc nulls last, v.id limit 5) v`,
          )} as plates,
          (:seesOrders and exists (select from service_orders o where ${inScope('o')} and o.customer_id = c.id
             and o.state not in ${closedOrders})) as in_shop
     from found f join customers c on c.tenant_id = :tenant and c.id = f.customer_id
    where c.org_path ^@ any(:scopes) and c.merged_into_id is null
    order by c.id, f.contact_name limit 10`,
  { isPlannedOnce: true },
);

const backwards = (text: string) => [...text].reverse().join('');
/** Fewer digits than a local number has say nothing of who it is. */
const fewest = 7;

/** Who it may be, by the number in its stored form or by its last digits: who has a car in the shop first. */
export async function whoCalls(
  work: Work,
  number: string,
  seesOrders: boolean,
): Promise<(CallerMatch & { orgPath: string })[]> {
  if (number.replaceAll(/\D/g, '').length < fewest) return [];
  const rows = await work.rows(matches, { tail: backwards(number), last, seesOrders });
  return rows.toSorted((one, other) => Number(other.inShop) - Number(one.inShop));
}

export interface Sees {
  seesOrders: boolean;
  seesComplaints: boolean;
  seesFollowUps: boolean;
}

const cars = listOf(
  `jsonb_build_object('id', v.id, 'plate', v.plate, 'plateColour', v.plate_colour, 'model', v.model,
     'lastVisitOn', v.last_visit_on, 'openOrder', v.open_order)`,
  '(v.open_order is null), v.last_visit_on desc nulls last, v.id',
  `(select v.*, (select jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state, 'waitingFor', o.waiting_for,
        'customerWords', o.customer_words, 'promisedAt', ${isoOf('o.promised_at')},
        'advisorName', (select e.name from employees e where e.tenant_id = :tenant and e.id = o.advisor_id))
       from service_orders o where ${inScope('o')} and o.vehicle_id = v.id and :seesOrders
        and o.state not in ${closedOrders} order by o.received_at desc limit 1) as open_order
     from hers v) v`,
);
/** What the house owes its own archive is no promise to a caller. */
const fileOf = statement<CallerFile & { orgPath: string }, Sees & { customerId: string }>(
  'phoneCalls.callerFile',
  `with who as materialized (
     select c.* from customers c where ${inScope('c')} and c.id = :customerId
   ), hers as materialized (
     (select v.* from vehicles v where ${inScope('v')} and v.owner_id = :customerId and v.merged_into_id is null
       order by v.last_visit_on desc nulls last, v.id limit 10)
   ), complained as materialized (
     select x.* from complaints x where ${inScope('x')} and x.customer_id = :customerId and :seesComplaints
        and x.state <> 'closed' order by x.received_at desc limit 10
   ), asked as materialized (
     select m.* from matters m where ${inScope('m')} and m.customer_id = :customerId and :seesFollowUps
        and m.state in ('open', 'escalated', 'solved') order by m.created_at desc limit 10
   ), planned as materialized (
     select f.* from follow_ups f where ${inScope('f')} and f.customer_id = :customerId and :seesFollowUps
        and f.state = 'planned' order by f.earliest_on limit 5
   ), visits as materialized (
     select o.id from service_orders o where ${inScope('o')} and o.customer_id = :customerId and :seesOrders
        order by o.received_at desc limit 12
   ), subjects (type, id) as (
     select 'customer', id from who union all select 'vehicle', id from hers
     union all select 'serviceOrder', id from visits union all select 'complaint', id from complained
     union all select 'matter', id from asked
   )
   select who.org_path, jsonb_build_object('id', who.id, 'name', who.name, 'kind', who.kind, 'salutation', who.salutation,
       'phone', who.phone, 'wishes', who.wishes, 'doNotMention', who.do_not_mention) as customer,
     ${cars} as cars,
     ${listOf(
       `jsonb_build_object('id', a.id, 'startsAt', ${isoOf('a.starts_at')}, 'kind', a.kind, 'plate', a.plate)`,
       'a.starts_at, a.id',
       `(select a.id, a.starts_at, a.kind, coalesce(nullif(a.plate, ''), v.plate, '') as plate from appointments a
          left join vehicles v on v.tenant_id = a.tenant_id and v.id = a.vehicle_id
         where ${inScope('a')} and a.customer_id = :customerId and :seesOrders
           and a.state in ('asked', 'booked', 'confirmed') and a.starts_at > :now::timestamptz - interval '2 hours'
         order by a.starts_at limit 5) a`,
     )} as appointments,
     ${listOf(
       `jsonb_build_object('id', p.id, 'rule', p.rule, 'aboutType', p.about_type, 'aboutId', p.about_id,
          'dueAt', ${isoOf('p.due_at')})`,
       'p.due_at, p.id',
       `(select p.* from subjects s join commitments p on p.tenant_id = :tenant and p.about_type = s.type
            and p.about_id = s.id
         where ${inScope('p')} and p.state in ('open', 'paused', 'broken') and p.settled_at is null
           and p.rule <> 'customers.archive'
         order by p.due_at limit 20) p`,
     )} as promises,
     ${listOf(
       `jsonb_build_object('id', x.id, 'number', x.number, 'state', x.state, 'content', x.content,
          'receivedAt', ${isoOf('x.received_at')})`,
       'x.received_at desc, x.id',
       'complained x',
     )} as complaints,
     ${listOf(
       `jsonb_build_object('id', m.id, 'content', m.content, 'state', m.state, 'createdAt', ${isoOf('m.created_at')})`,
       'm.created_at desc, m.id',
       'asked m',
     )} as matters,
     ${listOf(
       `jsonb_build_object('id', f.id, 'rule', f.rule, 'earliestOn', f.earliest_on, 'latestOn', f.latest_on)`,
       'f.earliest_on, f.id',
       'planned f',
     )} as follow_ups,
     ${listOf(
       `jsonb_build_object('id', k.id, 'direction', k.direction, 'mainPoints', k.main_points, 'at', ${isoOf('k.at')})`,
       'k.at desc, k.id',
       `(select k.* from follow_up_calls k where ${inScope('k')} and k.customer_id = :customerId and :seesFollowUps
           and k.main_points <> '' order by k.at desc, k.id desc limit 3) k`,
     )} as last_calls
   from who`,
  { isPlannedOnce: true },
);

/** All that is open with a customer, in one statement. */
export const callerFileOf = (work: Work, customerId: string, sees: Sees) =>
  work.first(fileOf, { customerId, ...sees });

const fits = statement<{ fits: boolean }, { customerId: string; vehicleId: string | null }>(
  'phoneCalls.fits',
  `select exists (select from customers c where ${inScope('c')} and c.id = :customerId and c.merged_into_id is null)
      and (:vehicleId::uuid is null or exists (select from vehicles v where ${inScope('v')} and v.id = :vehicleId)) as fits`,
);
/** Whether the customer, and the car, are on file where the one who asks may see them. */
export const isOnFile = async (work: Work, customerId: string, vehicleId: string | null) =>
  (await work.first(fits, { customerId, vehicleId }))!.fits;

const inShop = statement<{ id: string; orderId: string }, { customerId: string }>(
  'phoneCalls.carInShop',
  `select o.vehicle_id as id, o.id as order_id from service_orders o
    where ${inScope('o')} and o.customer_id = :customerId and o.state not in ${closedOrders}
    order by o.received_at desc, o.id desc limit 2`,
);
/** The one car of his that is in the shop now, with its order; none where there are several. */
export async function carInShop(work: Work, customerId: string) {
  const rows = await work.rows(inShop, { customerId });
  return rows.length === 1 ? rows[0] : undefined;
}

interface ToDial {
  number: string;
  orgPath: string;
  callFrom: string | null;
  callUntil: string | null;
}
const toDial = statement<ToDial, { customerId: string }>(
  'phoneCalls.customerToDial',
  `select c.phone as number, c.org_path, c.call_from::text, c.call_until::text from customers c
    where ${inScope('c')} and c.id = :customerId`,
);
/** By which number a customer is called, and the hours that he named for it. */
export const customerToDial = (work: Work, customerId: string) =>
  work.first(toDial, { customerId });
