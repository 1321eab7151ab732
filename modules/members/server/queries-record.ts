import { dueFenOf } from '#modules/service-orders/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Membership } from '../contract-record.ts';
import { type LotRow, type MemberRow, type RefundRow, withMerged } from './queries.ts';

export type LotShown = LotRow & { edition: number | null };
/** Prepayments of a member, as SQL; so is who he is. */
export const lotsOf = (
  membership: string,
) => `select t.*, p.balance as principal_left, g.balance as gift_left, p.id as principal_account_id,
          g.id as gift_account_id, c.edition
     from top_ups t
     left join prepaid_terms c on c.tenant_id = t.tenant_id and c.id = t.terms_id
     join ledger_accounts p on p.tenant_id = t.tenant_id and p.kind = 'members.principal'
      and p.owner_type = 'topUp' and p.owner_id = t.id
     join ledger_accounts g on g.tenant_id = t.tenant_id and g.kind = 'members.gift'
      and g.owner_type = 'topUp' and g.owner_id = t.id
    where t.tenant_id = :tenant and t.membership_id = ${membership} and t.withdrawn_at is null
    order by t.paid_on desc, t.id desc limit 100`;
const lots = statement<LotShown, { membershipId: string }>('members.lots', lotsOf(':membershipId'));
export const lotsShown = (work: Work, membershipId: string) => work.rows(lots, { membershipId });

export interface RestOfMember {
  customerName: string;
  principalFen: number;
  giftFen: number;
  pointsAccountId: string;
  points: number;
  packages: Membership['packages'];
  movements: Membership['movements'];
  tierChanges: (Omit<Membership['tierChanges'][number], 'at'> & { at: string })[];
  ordersToSettle: Membership['ordersToSettle'];
}
/** All else that a member has, as SQL; so is who he is. */
export const restOf = (
  membership: string,
) => `select u.name as customer_name, a.id as points_account_id, a.balance as points,
     coalesce((select sum(l.balance) from top_ups t join ledger_accounts l on l.tenant_id = t.tenant_id
        and l.kind = 'members.principal' and l.owner_type = 'topUp' and l.owner_id = t.id
       where t.tenant_id = m.tenant_id and t.membership_id = m.id), 0)::bigint as principal_fen,
     coalesce((select sum(l.balance) from top_ups t join ledger_accounts l on l.tenant_id = t.tenant_id
        and l.kind = 'members.gift' and l.owner_type = 'topUp' and l.owner_id = t.id
       where t.tenant_id = m.tenant_id and t.membership_id = m.id), 0)::bigint as gift_fen,
     (select coalesce(jsonb_agg(to_jsonb(x) - 'sort' order by x.sort), '[]') from (
        select x.id, x.number, x.name, x.paid_fen as "paidFen", x.paid_on as "paidOn", x.expires_on as "expiresOn",
               x.refunded_at is not null as "isRefunded", x.expires_on as sort,
               (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'uses', i.uses,
                          'left', l.balance, 'unitFen', i.unit_fen) order by i.position), '[]')
                  from package_items i
                  join ledger_accounts l on l.tenant_id = i.tenant_id and l.kind = 'members.uses'
                   and l.owner_type = 'packageItem' and l.owner_id = i.id
                 where i.tenant_id = x.tenant_id and i.package_purchase_id = x.id) as items
          from package_purchases x
         where x.tenant_id = m.tenant_id and x.membership_id = m.id and x.withdrawn_at is null
         order by x.expires_on desc, x.id limit 100) x) as packages,
     (select coalesce(jsonb_agg(to_jsonb(v) order by v.at desc, v.id desc), '[]') from (
        select v.id, v.kind, v.principal_fen as "principalFen", v.gift_fen as "giftFen", v.points, v.uses,
               v.paid_fen as "paidFen", v.order_id as "orderId", o.number as "orderNumber", i.name as "itemName",
               v.words, coalesce(e.name, '') as "byName", v.at,
               exists (select from member_movements r where r.tenant_id = v.tenant_id and r.reverses_id = v.id) as "isReversed"
          from (select o.* from (${withMerged('m.id')}) w
                 cross join lateral (select * from member_movements
                        where tenant_id = m.tenant_id and membership_id = w.id and (w.id = m.id or kind <> 'merge')
                        order by at desc, id desc limit 50) o
                 order by o.at desc, o.id desc limit 50) v
          left join service_orders o on o.tenant_id = v.tenant_id and o.id = v.order_id
          left join package_items i on i.tenant_id = v.tenant_id and i.id = v.package_item_id
          left join employees e on e.tenant_id = v.tenant_id and e.id = v.by_id) v) as movements,
     (select coalesce(jsonb_agg(jsonb_build_object('from', c.from_tier, 'to', c.to_tier, 'rule', c.rule,
                'spentFen', c.spent_fen, 'reason', c.reason, 'at', c.at) order by c.at desc, c.id desc), '[]')
        from (select * from tier_changes where tenant_id = m.tenant_id and membership_id = m.id
               order by at desc, id desc limit 20) c) as tier_changes,
     (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'plate', coalesce(v.plate, ''),
                'dueFen', ${dueFenOf('o')})), '[]')
        from (select * from service_orders where tenant_id = m.tenant_id and customer_id = m.customer_id
                 and state = 'ready' and org_path ^@ any(:scopes) order by received_at limit 20) o
        left join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id) as orders_to_settle
     from memberships m
     join customers u on u.tenant_id = m.tenant_id and u.id = m.customer_id
     join ledger_accounts a on a.tenant_id = m.tenant_id and a.kind = 'members.points'
      and a.owner_type = 'membership' and a.owner_id = m.id
    where m.tenant_id = :tenant and m.id = ${membership}`;
const rest = statement<RestOfMember, { membershipId: string }>(
  'members.rest',
  restOf(':membershipId'),
);
export const restOfMember = async (work: Work, membershipId: string) =>
  (await work.first(rest, { membershipId }))!;

export type RefundSeen = Omit<RefundRow, 'steps'> & {
  steps: Membership['refunds'][number]['steps'];
  askedByName: string;
  decidedByName: string | null;
  customerId: string;
};
const refundParts = `select r.*, a.name as asked_by_name, d.name as decided_by_name, m.customer_id
    from member_refunds r
    join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id
    join employees a on a.tenant_id = r.tenant_id and a.id = r.asked_by
    left join employees d on d.tenant_id = r.tenant_id and d.id = r.decided_by`;
/** Refunds of a member, as SQL; so is who he is. */
export const refundsOf = (membership: string) =>
  `${refundParts} where r.tenant_id = :tenant and r.membership_id = ${membership}
    order by r.asked_at desc, r.id desc limit 20`;
const refundsOfMember = statement<RefundSeen, { membershipId: string }>(
  'members.refunds',
  refundsOf(':membershipId'),
);
export const refundsShown = (work: Work, membershipId: string) =>
  work.rows(refundsOfMember, { membershipId });
const oneRefund = statement<RefundSeen, { refundId: string }>(
  'members.refundSeen',
  `${refundParts} where r.tenant_id = :tenant and r.id = :refundId and r.org_path ^@ any(:scopes)`,
);
export const refundSeen = (work: Work, refundId: string) => work.first(oneRefund, { refundId });

const ofOrder = statement<{ customerId: string }, { orderId: string }>(
  'members.customerOfOrder',
  'select customer_id from service_orders where tenant_id = :tenant and id = :orderId',
);
export const customerOfOrder = async (work: Work, orderId: string) =>
  (await work.first(ofOrder, { orderId }))?.customerId;

interface ListFilter {
  tier: string | null;
  holds: string | null;
  expiresUntil: string | null;
}
export interface ListedRow extends MemberRow {
  customerName: string;
  principalFen: number;
  giftFen: number;
  points: number;
  expiresNextOn: string | null;
}
const sumOf = (kind: string) => `coalesce((select sum(l.balance) from top_ups t
   join ledger_accounts l on l.tenant_id = t.tenant_id and l.kind = '${kind}' and l.owner_type = 'topUp' and l.owner_id = t.id
  where t.tenant_id = m.tenant_id and t.membership_id = m.id), 0)::bigint`;
const usesLeft = `select x.expires_on from package_purchases x
   join package_items i on i.tenant_id = x.tenant_id and i.package_purchase_id = x.id
   join ledger_accounts l on l.tenant_id = i.tenant_id and l.kind = 'members.uses' and l.owner_type = 'packageItem'
    and l.owner_id = i.id
  where x.tenant_id = m.tenant_id and x.membership_id = m.id and l.balance > 0`;
const filtered = `m.tenant_id = :tenant and m.org_path ^@ any(:scopes) and m.merged_into_id is null
  and (:tier::text is null or m.tier = :tier)
  and (:holds::text is null or case :holds
         when 'money' then exists (select from top_ups t join ledger_accounts l on l.tenant_id = t.tenant_id
                and l.kind in ('members.principal', 'members.gift') and l.owner_type = 'topUp' and l.owner_id = t.id
               where t.tenant_id = m.tenant_id and t.membership_id = m.id and l.balance > 0)
         when 'points' then a.balance > 0
         else exists (${usesLeft}) end)
  and (:expiresUntil::date is null or exists (${usesLeft} and x.expires_on <= :expiresUntil))`;
const from = `from memberships m
  join customers u on u.tenant_id = m.tenant_id and u.id = m.customer_id
  join ledger_accounts a on a.tenant_id = m.tenant_id and a.kind = 'members.points'
   and a.owner_type = 'membership' and a.owner_id = m.id`;
/** Bytewise, as the `text_pattern_ops` indexes are: `^@` is served by none behind row-level security. */
const beginsSo = `not (m.org_path ^@ any(:notShared)) and m.id in (
    select id from memberships
     where tenant_id = :tenant and number ~>=~ upper(:start::text) and number ~<~ (upper(:start::text) || :last::text)
    union all select x.id from customers k join memberships x on x.tenant_id = k.tenant_id and x.customer_id = k.id
     where k.tenant_id = :tenant and k.name ~>=~ :start::text and k.name ~<~ (:start::text || :last::text))`;
interface Beginning {
  start: string;
  last: string;
}
interface BeforeId {
  beforeId: string;
  size: number;
}
const pageSql = (where: string) =>
  `select m.*, u.name as customer_name, a.balance as points, ${sumOf('members.principal')} as principal_fen,
          ${sumOf('members.gift')} as gift_fen, (select min(expires_on) from (${usesLeft}) e) as expires_next_on
     ${from} where ${where} and m.id < :beforeId order by m.id desc limit :size`;
const page = statement<ListedRow, ListFilter & BeforeId>('members.page', pageSql(filtered));
const pageSo = statement<ListedRow, ListFilter & Beginning & BeforeId>(
  'members.pageSo',
  pageSql(`${filtered} and ${beginsSo}`),
);
const totalSql = (where: string) => `select count(*) as total ${from} where ${where}`;
const total = statement<{ total: number }, ListFilter>('members.total', totalSql(filtered));
const totalSo = statement<{ total: number }, ListFilter & Beginning>(
  'members.totalSo',
  totalSql(`${filtered} and ${beginsSo}`),
);

/** A list's filter; with `start` only whose number or name begins so. */
export interface ListAsked extends ListFilter {
  start: string | null;
}
/** The highest character: what begins with a text lies between the text and the text with this behind it. */
const last = '\u{10FFFF}';
export function pageOfMembers(work: Work, { start, ...given }: ListAsked & BeforeId) {
  return start === null ? work.rows(page, given) : work.rows(pageSo, { ...given, start, last });
}
export async function countMembers(work: Work, { start, ...filter }: ListAsked) {
  const row =
    start === null
      ? await work.first(total, filter)
      : await work.first(totalSo, { ...filter, start, last });
  return row!.total;
}
