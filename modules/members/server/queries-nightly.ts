import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { LotRow, MemberRow } from './queries.ts';

/** What an order brought in money and principal: what earns points. */
const settled = statement<{ customerId: string; paidFen: number }, { orderId: string }>(
  'members.settledOrder',
  `select o.customer_id,
          coalesce((select sum(p.amount_fen) from payments p
                     where p.tenant_id = o.tenant_id and p.order_id = o.id
                       and p.method in ('cash', 'card', 'wechat', 'alipay', 'transfer')), 0)::bigint
          + coalesce((select -sum(m.principal_fen) from member_movements m
                       where m.tenant_id = o.tenant_id and m.order_id = o.id and m.kind = 'spend'
                         and not exists (select from member_movements b
                               where b.tenant_id = m.tenant_id and b.reverses_id = m.id)), 0)::bigint as paid_fen
     from service_orders o where o.tenant_id = :tenant and o.id = :orderId`,
);
export const settledOrder = (work: Work, orderId: string) => work.first(settled, { orderId });

/** Orders settled within the twelve months before now, by the day on which the car came. */
const spentSince = `(select coalesce(sum(o.settled_fen), 0)::bigint from service_orders o
   where o.tenant_id = m.tenant_id and o.customer_id = m.customer_id
     and o.received_at >= :since and o.settled_fen is not null)`;
const spent = statement<{ spentFen: number }, { membershipId: string; since: Date }>(
  'members.spent',
  `select ${spentSince} as spent_fen from memberships m where m.tenant_id = :tenant and m.id = :membershipId`,
);
export const spentOf = async (work: Work, membershipId: string, since: Date) =>
  (await work.first(spent, { membershipId, since }))!.spentFen;
const toRate = statement<
  { id: string; isOther: boolean },
  { since: Date; today: string; after: string | null; size: number }
>(
  'members.toRate',
  `select m.id, m.spent_fen <> ${spentSince} or coalesce(m.tier_until < :today, false) as is_other
     from (select * from memberships
            where tenant_id = :tenant and merged_into_id is null and (:after::uuid is null or id > :after)
            order by id limit :size) m
    order by m.id`,
);
/** Members whose sum of twelve months is another than when their tier was last worked out. */
export const membersToRate = (
  work: Work,
  given: { since: Date; today: string; after: string | null; size: number },
) => work.rows(toRate, given);

const giftsOver = statement<LotRow, { today: string; size: number }>(
  'members.giftsOver',
  `select t.*, p.id as principal_account_id, p.balance as principal_left, g.id as gift_account_id, g.balance as gift_left
     from top_ups t
     join ledger_accounts p on p.tenant_id = t.tenant_id and p.kind = 'members.principal'
      and p.owner_type = 'topUp' and p.owner_id = t.id
     join ledger_accounts g on g.tenant_id = t.tenant_id and g.kind = 'members.gift'
      and g.owner_type = 'topUp' and g.owner_id = t.id
    where t.tenant_id = :tenant and t.gift_expires_on < :today and g.balance > 0
    order by t.gift_expires_on, t.id limit :size`,
);
export const lotsWithGiftsOver = (work: Work, today: string, size: number) =>
  work.rows(giftsOver, { today, size });

export interface UsesOver {
  accountId: string;
  itemId: string;
  membershipId: string;
  left: number;
}
const usesOver = statement<UsesOver, { today: string; size: number }>(
  'members.usesOver',
  `select a.id as account_id, i.id as item_id, x.membership_id, a.balance as left
     from package_purchases x
     join package_items i on i.tenant_id = x.tenant_id and i.package_purchase_id = x.id
     join ledger_accounts a on a.tenant_id = x.tenant_id and a.kind = 'members.uses'
      and a.owner_type = 'packageItem' and a.owner_id = i.id
    where x.tenant_id = :tenant and x.expires_on < :today and a.balance > 0
    order by x.expires_on, x.id, i.position limit :size`,
);
export const packageUsesOver = (work: Work, today: string, size: number) =>
  work.rows(usesOver, { today, size });

/** Whether an entry brought points in that were taken back as a whole, or is the entry that took them back. */
const isTakenBack = (entry: string) => `(${entry}.amount < 0 and ${entry}.reverses_id is not null
   or ${entry}.amount > 0 and exists (select from ledger_entries r
        where r.tenant_id = ${entry}.tenant_id and r.reverses_id = ${entry}.id))`;

export interface PointsOver {
  accountId: string;
  membershipId: string;
  lapsing: number;
}
const pointsOver = statement<PointsOver, { today: string; after: string | null; size: number }>(
  'members.pointsOver',
  `select a.id as account_id, a.owner_id as membership_id, least(a.balance, e.lapsing) as lapsing
     from (select * from ledger_accounts
            where tenant_id = :tenant and kind = 'members.points' and (:after::uuid is null or id > :after)
            order by id limit :size) a
    cross join lateral (
      select greatest(0, coalesce(sum(amount) filter (where amount > 0 and expires_on < :today), 0)
               - coalesce(-sum(amount) filter (where amount < 0), 0)
               + coalesce(sum(amount) filter (where amount > 0 and expires_on is null), 0))::bigint as lapsing
        from ledger_entries n
       where tenant_id = :tenant and account_id = a.id and not ${isTakenBack('n')}) e
    order by a.id`,
);
/** What came in and is over, less what was used since: points are used in the order in which they expire. */
export const pagesOfPoints = (
  work: Work,
  given: { today: string; after: string | null; size: number },
) => work.rows(pointsOver, given);

export interface PointsGiven {
  onDate: string;
  points: number;
}
/** What came in on an account, by its last day, as SQL; so is the account. */
export const givenOn = (account: string) =>
  `select g.expires_on as on_date, sum(g.amount)::bigint as points from ledger_entries g
    where g.tenant_id = :tenant and g.account_id = ${account} and g.amount > 0 and g.expires_on >= :today::date
      and not ${isTakenBack('g')}
    group by g.expires_on order by g.expires_on desc limit 400`;
const given = statement<PointsGiven, { accountId: string; today: string }>(
  'members.pointsGiven',
  givenOn(':accountId'),
);
/** What came in, by its last day, the latest first. */
export const pointsGiven = (work: Work, accountId: string, today: string) =>
  work.rows(given, { accountId, today });

export interface Gap {
  what: string;
  gap: number;
}
/** Money: what members have of a shop and what it owes them is nothing together. */
const moneyGaps = statement<Gap, object>(
  'members.moneyGaps',
  `select what || ' ' || org_path as what, sum(balance)::bigint as gap
     from (select org_path, balance, case when kind in ('members.principal', 'members.owedPrincipal')
                                          then 'principal' else 'gift' end as what
             from ledger_accounts
            where tenant_id = :tenant
              and kind in ('members.principal', 'members.gift', 'members.owedPrincipal', 'members.owedGift')) as of_kind
    group by org_path, what having sum(balance) <> 0 limit 50`,
);
/** Movements: what is on record for a member is what his accounts hold. */
const movementGaps = statement<Gap, object>(
  'members.movementGaps',
  `with moved as (
     select membership_id as id, sum(principal_fen) as principal, sum(gift_fen) as gift, sum(points) as points,
            sum(uses) as uses
       from member_movements where tenant_id = :tenant group by membership_id),
   held as (
     select coalesce(t.membership_id, x.membership_id, case when a.kind = 'members.points' then a.owner_id end) as id,
            coalesce(sum(a.balance) filter (where a.kind = 'members.principal'), 0) as principal,
            coalesce(sum(a.balance) filter (where a.kind = 'members.gift'), 0) as gift,
            coalesce(sum(a.balance) filter (where a.kind = 'members.points'), 0) as points,
            coalesce(sum(a.balance) filter (where a.kind = 'members.uses'), 0) as uses
       from ledger_accounts a
       left join top_ups t on t.tenant_id = a.tenant_id and a.owner_type = 'topUp' and t.id = a.owner_id
       left join package_items i on i.tenant_id = a.tenant_id and a.owner_type = 'packageItem' and i.id = a.owner_id
       left join package_purchases x on x.tenant_id = a.tenant_id and x.id = i.package_purchase_id
      where a.tenant_id = :tenant and a.kind in ('members.principal', 'members.gift', 'members.points', 'members.uses')
      group by 1)
   select 'movements ' || coalesce(m.id, h.id)::text as what,
          (coalesce(h.principal, 0) - coalesce(m.principal, 0) + coalesce(h.gift, 0) - coalesce(m.gift, 0)
           + coalesce(h.points, 0) - coalesce(m.points, 0) + coalesce(h.uses, 0) - coalesce(m.uses, 0))::bigint as gap
     from moved m full join held h on h.id = m.id
    where (coalesce(h.principal, 0), coalesce(h.gift, 0), coalesce(h.points, 0), coalesce(h.uses, 0))
       <> (coalesce(m.principal, 0), coalesce(m.gift, 0), coalesce(m.points, 0), coalesce(m.uses, 0))
    limit 50`,
);
export const gapsNow = async (work: Work): Promise<Gap[]> => [
  ...(await work.rows(moneyGaps, {})),
  ...(await work.rows(movementGaps, {})),
];

const byIds = statement<MemberRow, { ids: readonly string[] }>(
  'members.byIds',
  `select * from memberships where tenant_id = :tenant and id = any(:ids::uuid[]) order by id for update`,
);
export const lockMembers = (work: Work, ids: readonly string[]) => work.rows(byIds, { ids });

const anyMember = statement<{ there: boolean }, object>(
  'members.any',
  'select exists (select from memberships where tenant_id = :tenant) as there',
);
export const hasMembers = async (work: Work) => (await work.first(anyMember, {}))!.there;
