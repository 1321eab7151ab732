import { complaintLifecycle } from '#modules/complaints/lifecycle.ts';
import { type Wall, wallJson } from '#modules/complaints/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { IncomingMailThread, matchWays } from '../contract.ts';
import type { MailRow } from './queries.ts';

export interface FoundRow {
  way: (typeof matchWays)[number];
  value: string;
  customerId: string | null;
  customerName: string | null;
  phone: string | null;
  vehicleId: string | null;
  plate: string | null;
  model: string | null;
  orderId: string | null;
  orderNumber: string | null;
  orgPath: string;
}
type Named = Pick<MailRow, 'phones' | 'plates' | 'vins' | 'numbers' | 'fromAddress' | 'id'>;

const inScope = (table: string) =>
  `${table}.tenant_id = :tenant and ${table}.org_path ^@ any(:scopes)`;
const none = 'null::uuid';

/**
 * By which of the named things somebody is found, each by an index of its own. What the sender calls himself finds nobody.
 */
const found = statement<FoundRow, Named & { seesOrders: boolean }>(
  'incomingMails.found',
  `with found (way, value, customer_id, vehicle_id, order_id) as materialized (
     (select 'order', o.number, o.customer_id, o.vehicle_id, o.id from service_orders o
       where ${inScope('o')} and :seesOrders and o.number = any(:numbers::text[]) order by o.id desc limit 5)
     union all
     (select 'vin', v.vin, v.owner_id, v.id, ${none} from vehicles v
       where ${inScope('v')} and v.vin <> '' and v.vin = any(:vins::text[]) and v.merged_into_id is null limit 5)
     union all
     (select 'plate', v.plate, v.owner_id, v.id, ${none} from vehicles v
       where ${inScope('v')} and v.plate = any(:plates::text[]) and v.merged_into_id is null limit 5)
     union all
     (select 'phone', c.phone, c.id, ${none}, ${none} from customers c
       where ${inScope('c')} and c.phone = any(:phones::text[]) and c.merged_into_id is null limit 5)
     union all
     (select 'wroteTo', m.address, m.customer_id, ${none}, ${none} from messages m
       where ${inScope('m')} and lower(m.address) = :fromAddress and :fromAddress <> '' and m.channel = 'email'
         and m.direction = 'out' and m.customer_id is not null order by m.id desc limit 5)
     union all
     (select 'wroteBefore', m.from_address, m.customer_id, ${none}, ${none} from incoming_mails m
       where ${inScope('m')} and m.from_address = :fromAddress and :fromAddress <> '' and m.id <> :id
         and m.customer_id is not null order by m.id desc limit 5)
   )
   select distinct f.way, f.value, c.id as customer_id, c.name as customer_name, c.phone, v.id as vehicle_id, v.plate,
          v.model, o.id as order_id, o.number as order_number, coalesce(c.org_path, v.org_path, o.org_path) as org_path
     from found f
     left join customers c on ${inScope('c')} and c.id = f.customer_id and c.merged_into_id is null
     left join vehicles v on ${inScope('v')} and v.id = f.vehicle_id
     left join service_orders o on ${inScope('o')} and o.id = f.order_id
    where coalesce(c.id, v.id, o.id) is not null limit 30`,
  { isPlannedOnce: true },
);
export const foundBy = (work: Work, named: Named, seesOrders: boolean) =>
  work.rows(found, { ...named, seesOrders });

const openStates = complaintLifecycle.states
  .filter((state) => state !== 'closed' && state !== 'monitoring')
  .map((state) => `'${state}'`)
  .join(', ');
interface Asked {
  ids: readonly string[];
  mentions: readonly string[];
  numbers: readonly string[];
  fromAddress: string;
  /** Whom the letter may concern. */
  customerIds: readonly string[];
  id: string;
}
const threads = statement<
  Omit<IncomingMailThread, 'receivedAt'> & { receivedAt: Date; orgPath: string; wall: Wall },
  Asked
>(
  'incomingMails.threads',
  `with led (complaint_id, way, place) as materialized (
     (select m.about_id, 'answers', 1 from messages m
       where ${inScope('m')} and m.id = any(:ids::uuid[]) and m.about_type = 'complaint' limit 5)
     union all
     (select m.complaint_id, 'answers', 1 from incoming_mails m
       where ${inScope('m')} and m.message_id = any(:mentions::text[]) and m.message_id <> '' and m.complaint_id is not null limit 5)
     union all
     (select x.id, 'number', 2 from complaints x where ${inScope('x')} and x.number = any(:numbers::text[]) limit 5)
     union all
     (select m.complaint_id, 'sameSender', 3 from incoming_mails m
         join complaints x on x.tenant_id = m.tenant_id and x.id = m.complaint_id and x.state in (${openStates})
       where ${inScope('m')} and m.from_address = :fromAddress and :fromAddress <> '' and m.id <> :id limit 5)
     union all
     (select x.id, 'sameCustomer', 4 from complaints x
       where ${inScope('x')} and x.customer_id = any(:customerIds::uuid[]) and x.state in (${openStates}) limit 5)
   )
   select distinct on (x.id) x.id as complaint_id, x.number, x.state, x.complainant_name, x.received_at, x.org_path, l.way,
          ${wallJson('x')} as wall
     from led l join complaints x on ${inScope('x')} and x.id = l.complaint_id
    order by x.id, l.place limit 10`,
  { isPlannedOnce: true },
);
export const threadsBy = (work: Work, asked: Asked) => work.rows(threads, asked);

const before = statement<{ many: number }, { fromAddress: string; id: string }>(
  'incomingMails.before',
  `select count(*)::int as many from (
     select from incoming_mails m where ${inScope('m')} and m.from_address = :fromAddress and :fromAddress <> ''
        and m.id < :id limit 100) m`,
);
/** How many letters of the sender came before this one, up to a hundred. */
export const countBefore = async (work: Work, asked: { fromAddress: string; id: string }) =>
  (await work.first(before, asked))!.many;

export interface SeenComplaint {
  customerId: string | null;
  vehicleId: string | null;
  orderId: string | null;
  handlerId: string | null;
  number: string;
}
const seen = statement<SeenComplaint, { complaintId: string }>(
  'incomingMails.complaintSeen',
  `select x.customer_id, x.vehicle_id, x.order_id, x.handler_id, x.number from complaints x
    where ${inScope('x')} and x.id = :complaintId`,
);
export const complaintSeen = (work: Work, complaintId: string) => work.first(seen, { complaintId });
