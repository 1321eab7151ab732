import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { instantAt } from '#shared/dates.ts';
import type { QueryOf } from '#shared/route.ts';
import { backwards } from '#shared/search-text.ts';
import type { BoardCard, ListedOrder, serviceOrderRoutes, WorkshopJob } from '../contract.ts';

type InRow<T> = Omit<T, 'promisedAt' | 'stateSince' | 'receivedAt' | 'steps'> & {
  promisedAt: Date | null;
  stateSince: Date;
  receivedAt: Date;
};
export type ListedRow = InRow<ListedOrder> & { orgPath: string };
export type CardRow = Omit<InRow<BoardCard>, 'openItemSince'> & {
  orgPath: string;
  openItemSince: Date | null;
};
export type JobRow = InRow<WorkshopJob> & { orgPath: string };

const head = `o.org_path, o.id, o.number, o.kind, o.state, o.waiting_for, o.customer_words, v.plate, v.plate_colour, v.model,
  c.name as customer_name, o.advisor_id, coalesce(a.name, '') as advisor_name, o.technician_id,
  coalesce(t.name, '') as technician_name, o.bay, o.promised_at, o.state_since, o.received_at, o.version`;
const joined = `join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
  join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
  left join employees a on a.tenant_id = o.tenant_id and a.id = o.advisor_id
  left join employees t on t.tenant_id = o.tenant_id and t.id = o.technician_id`;
const jobCounts = `cross join lateral (
  select count(*) filter (where l.answer = 'approved') as jobs,
         count(*) filter (where l.answer = 'approved' and l.done_at is not null) as jobs_done,
         count(*) filter (where l.outside <> '') as lines_outside,
         count(*) filter (where l.origin = 'additional' and l.answer = 'open') as open_items,
         min(l.created_at) filter (where l.origin = 'additional' and l.answer = 'open') as open_item_since
    from job_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id) j`;
const isOpen = `o.state not in ('delivered', 'leftUnrepaired', 'cancelled')`;

type Asked = QueryOf<typeof serviceOrderRoutes.list>;
interface ListFilter {
  state: string | null;
  vehicleId: string | null;
  customerId: string | null;
  advisorId: string | null;
  from: Date | null;
  until: Date | null;
}
/** How a number begins or ends, each with where all that begins so ends. */
interface Numbered {
  number: string;
  numberEnd: string;
  tail: string;
  tailEnd: string;
}
const matches = `o.tenant_id = :tenant and o.org_path ^@ any(:scopes)
  and (:state::text is null or o.state = :state)
  and (:vehicleId::uuid is null or o.vehicle_id = :vehicleId)
  and (:customerId::uuid is null or o.customer_id = :customerId)
  and (:advisorId::uuid is null or o.advisor_id = :advisorId)
  and (:from::timestamptz is null or o.received_at >= :from)
  and (:until::timestamptz is null or o.received_at < :until)`;

/** In a statement of its own: beside "or none was asked" the index of numbers would serve nobody. */
const isNumbered = `o.id in (
    select id from service_orders where tenant_id = :tenant and number ~>=~ :number and number ~<~ :numberEnd
    union all select id from service_orders
     where tenant_id = :tenant and number_tail ~>=~ :tail and number_tail ~<~ :tailEnd)`;

/** The page is cut before anything else is asked of its orders. */
const pageSql = (where: string, compare: '<' | '>', direction: 'desc' | 'asc') =>
  `select ${head} from (select o.* from service_orders o
      where ${where}
        and (:afterAt::timestamptz is null or (o.received_at, o.id) ${compare} (:afterAt, :afterId::uuid))
      order by o.received_at ${direction}, o.id ${direction} limit :size) o ${joined}
      order by o.received_at ${direction}, o.id ${direction}`;
const pages = (name: string, compare: '<' | '>', direction: 'desc' | 'asc') => ({
  all: statement<ListedRow, ListFilter & PageAfter>(name, pageSql(matches, compare, direction)),
  numbered: statement<ListedRow, ListFilter & Numbered & PageAfter>(
    `${name}Numbered`,
    pageSql(`${matches} and ${isNumbered}`, compare, direction),
  ),
});
const latestFirst = pages('serviceOrders.latestFirst', '<', 'desc');
const oldestFirst = pages('serviceOrders.oldestFirst', '>', 'asc');

export function pageOfOrders(
  work: Work,
  asked: Asked,
  after: readonly unknown[] | null,
  size: number,
) {
  const { all, numbered } = asked.sort === 'receivedAt' ? oldestFirst : latestFirst;
  const given = {
    ...filterOf(asked),
    afterAt: after === null ? null : new Date(String(after[0])),
    afterId: after === null ? null : String(after[1]),
    size,
  };
  return asked.number === undefined
    ? work.rows(all, given)
    : work.rows(numbered, { ...given, ...numberedBy(asked.number) });
}

const countSql = (where: string) => `select count(*) as total from service_orders o where ${where}`;
const counted = statement<{ total: number }, ListFilter>(
  'serviceOrders.counted',
  countSql(matches),
);
const countedNumbered = statement<{ total: number }, ListFilter & Numbered>(
  'serviceOrders.countedNumbered',
  countSql(`${matches} and ${isNumbered}`),
);
export async function countOfOrders(work: Work, asked: Asked) {
  const row =
    asked.number === undefined
      ? await work.first(counted, filterOf(asked))
      : await work.first(countedNumbered, { ...filterOf(asked), ...numberedBy(asked.number) });
  return row!.total;
}

function filterOf(asked: Asked): ListFilter {
  const dayStart = (date: string | undefined, time: string) =>
    date === undefined ? null : instantAt(zoneOfTenant, date, time);
  return {
    state: asked.state ?? null,
    vehicleId: asked.vehicleId ?? null,
    customerId: asked.customerId ?? null,
    advisorId: asked.advisorId ?? null,
    from: dayStart(asked.receivedFrom, '00:00'),
    until: dayStart(asked.receivedUntil, '24:00'),
  };
}

/** Everything that begins so lies before the text with the last of all characters behind it. */
const endOf = (start: string) => `${start}\u{10ffff}`;
function numberedBy(typed: string): Numbered {
  const number = typed.toUpperCase();
  const tail = backwards(number);
  return { number, numberEnd: endOf(number), tail, tailEnd: endOf(tail) };
}

const isLate = `coalesce(o.promised_at < :now and o.state not in ('ready', 'settled'), false)`;
const openOnes = `service_orders o where o.tenant_id = :tenant and o.org_path ^@ any(:scopes) and ${isOpen}`;
const cardsOf = (
  orders: string,
) => `select ${head}, j.jobs, j.jobs_done, j.open_items, j.open_item_since, j.lines_outside,
          ${isLate} as is_late,
          case when o.state in ('ready', 'settled') then 'ready'
               when o.waiting_for = 'customer' or o.state = 'estimated' then 'customer'
               when o.waiting_for in ('parts', 'sublet') then 'parts'
               when o.state in ('selfChecked', 'teamChecked') then 'inspection'
               when o.state = 'inWork' and o.waiting_for = '' then 'inWork'
               else 'waiting' end as column
     from (${orders}) o ${joined} ${jobCounts}`;
const lateFirst = `${isLate} desc, o.promised_at nulls last, o.state_since, o.id`;
// The page is cut before cars, people and jobs are looked up: a yard full of forgotten orders costs no more.
const board = statement<CardRow, object>(
  'serviceOrders.board',
  `${cardsOf(`select o.* from ${openOnes} order by ${lateFirst} limit 500`)} order by ${lateFirst}`,
);
/** Every open order of the scope, late promises first (WSH-17). */
export const boardOf = (work: Work) => work.rows(board, {});
const card = statement<CardRow, { orderId: string }>(
  'serviceOrders.card',
  cardsOf(`select o.* from ${openOnes} and o.id = :orderId`),
);
/** One card of the board; none once the vehicle has left. */
export const cardOf = (work: Work, orderId: string) => work.first(card, { orderId });

const workshop = statement<JobRow, { whose: 'mine' | 'waiting' | 'inspection' }>(
  'serviceOrders.workshop',
  `select ${head}, j.jobs, j.jobs_done, j.open_items, j.lines_outside,
          coalesce((select jsonb_agg(jsonb_build_object(
                      'id', l.id, 'description', l.description, 'finding', l.finding,
                      'standardMinutes', l.standard_minutes, 'origin', l.origin, 'answer', l.answer,
                      'doneAt', l.done_at, 'outside', l.outside) order by l.position, l.id)
                      from job_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id), '[]') as lines
     from service_orders o ${joined} ${jobCounts}
    where o.tenant_id = :tenant and o.org_path ^@ any(:scopes) and ${isOpen}
      and case :whose::text
            when 'mine' then o.technician_id = :me and o.state in ('inWork', 'selfChecked', 'teamChecked')
            when 'waiting' then o.state = 'approved' or (o.state = 'inWork' and o.technician_id is null)
            else o.state in ('selfChecked', 'teamChecked') end
    order by o.promised_at nulls last, o.state_since, o.id limit 200`,
);
export const workshopOf = (work: Work, whose: 'mine' | 'waiting' | 'inspection') =>
  work.rows(workshop, { whose });
