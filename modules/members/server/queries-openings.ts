import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { MemberRow } from './queries.ts';

/** What was taken over once and not taken back, of a member or of those who went into him. */
const isTakenOver = (membership: string) => `exists (
   select from memberships g
     join member_movements o on o.tenant_id = g.tenant_id and o.membership_id = g.id and o.kind = 'opening'
    where g.tenant_id = :tenant and (g.id = ${membership} or g.merged_into_id = ${membership})
      and not exists (select from member_movements r where r.tenant_id = o.tenant_id and r.reverses_id = o.id))`;

/** A customer on file whom a row may mean, by what of the row he was found. */
export interface Holder {
  via: 'phone' | 'plate' | 'number';
  key: string;
  customerId: string;
  name: string;
  tier: string | null;
  tierRule: MemberRow['tierRule'] | null;
  /** A member of a shop outside of the place that is asked for. */
  isElsewhere: boolean;
  isTakenOver: boolean;
}
export interface HolderKeys {
  phones: readonly string[];
  plates: readonly string[];
  numbers: readonly string[];
}
const holders = statement<Holder, HolderKeys & { orgPath: string }>(
  'members.holders',
  `with hits as (
     select 'phone' as via, k as key, c.id as customer_id from unnest(:phones::text[]) k
       join customers c on c.tenant_id = :tenant and c.phone = k
     union select 'plate', k, v.owner_id from unnest(:plates::text[]) k
       join vehicles v on v.tenant_id = :tenant and v.plate = k and v.owner_id is not null
     union select 'number', k, m.customer_id from unnest(:numbers::text[]) k
       join memberships m on m.tenant_id = :tenant and m.number = k)
   select distinct h.via, h.key, c.id as customer_id, c.name, m.tier, m.tier_rule,
          m.id is not null and not m.org_path ^@ :orgPath as is_elsewhere,
          m.id is not null and ${isTakenOver('m.id')} as is_taken_over
     from hits h
     join customers s on s.tenant_id = :tenant and s.id = h.customer_id
     join customers c on c.tenant_id = :tenant and c.id = coalesce(s.merged_into_id, s.id)
      and c.org_path ^@ :orgPath
     left join memberships m on m.tenant_id = :tenant and m.customer_id = c.id and m.merged_into_id is null
    order by h.via, h.key, c.id`,
);
/** Whom rows may mean, in and below a place of the tree. */
export const holdersOf = (work: Work, orgPath: string, keys: HolderKeys) =>
  work.rows(holders, { orgPath, ...keys });

const membersLocked = statement<MemberRow, { customerIds: readonly string[] }>(
  'members.lockOfCustomers',
  `select * from memberships where tenant_id = :tenant and customer_id = any(:customerIds::uuid[])
      and merged_into_id is null order by id for update`,
);
export const lockMembersOf = (work: Work, customerIds: readonly string[]) =>
  work.rows(membersLocked, { customerIds });

const changed = statement<{ changed: number }, { customerIds: readonly string[]; orgPath: string }>(
  'members.holdersChanged',
  `select count(*) as changed from unnest(:customerIds::uuid[]) k
     left join customers c on c.tenant_id = :tenant and c.id = k and c.merged_into_id is null
      and c.org_path ^@ :orgPath
     left join memberships m on m.tenant_id = :tenant and m.customer_id = k and m.merged_into_id is null
    where c.id is null or (m.id is not null and (not m.org_path ^@ :orgPath or ${isTakenOver('m.id')}))`,
);
/** How many of these customers are gone, or were taken over since. */
export const holdersChanged = async (work: Work, customerIds: readonly string[], orgPath: string) =>
  (await work.first(changed, { customerIds, orgPath }))!.changed;

export interface HolderPlace {
  customerId: string;
  orgUnitId: string;
  orgPath: string;
}
const places = statement<HolderPlace, { customerIds: readonly string[] }>(
  'members.holderPlaces',
  `select id as customer_id, org_unit_id, org_path from customers
    where tenant_id = :tenant and id = any(:customerIds::uuid[])`,
);
export const placesOf = (work: Work, customerIds: readonly string[]) =>
  work.rows(places, { customerIds });

const pointsAccounts = statement<
  { membershipId: string; accountId: string },
  { membershipIds: readonly string[] }
>(
  'members.pointsAccounts',
  `select owner_id as membership_id, id as account_id from ledger_accounts
    where tenant_id = :tenant and kind = 'members.points' and owner_type = 'membership'
      and owner_id = any(:membershipIds::uuid[])`,
);
export const pointsAccountsOf = (work: Work, membershipIds: readonly string[]) =>
  work.rows(pointsAccounts, { membershipIds });

const tiersSet = statement<
  never,
  {
    ids: readonly string[];
    tiers: readonly string[];
    rule: MemberRow['tierRule'];
    reason: string;
    today: string;
  }
>(
  'members.setTiers',
  `update memberships m
      set tier = j.tier, tier_rule = :rule, tier_reason = :reason, tier_until = null, tier_since = :today::date,
          version = m.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :tiers::text[]) as j(id, tier)
    where m.tenant_id = :tenant and m.id = j.id`,
);
/** Another tier for each of many. */
export const setTiers = (
  work: Work,
  given: readonly { id: string; tier: string }[],
  by: { rule: MemberRow['tierRule']; reason: string; today: string },
) =>
  work.run(tiersSet, {
    ids: given.map(({ id }) => id),
    tiers: given.map(({ tier }) => tier),
    ...by,
  });

/** An opening that still stands, and whether anything of it is used. */
export interface StandingOpening {
  id: string;
  importRow: number;
  membershipId: string;
  customerId: string;
  orgUnitId: string;
  orgPath: string;
  topUpId: string | null;
  packagePurchaseId: string | null;
  principalFen: number;
  giftFen: number;
  points: number;
  uses: number;
  isMerged: boolean;
  isRefunded: boolean;
  isSpent: boolean;
  isPackageUsed: boolean;
  arePointsUsed: boolean;
}
const standing = statement<StandingOpening, { batchId: string }>(
  'members.standingOpenings',
  `select o.id, o.import_row, o.membership_id, m.customer_id, o.org_unit_id, o.org_path, o.top_up_id,
          x.id as package_purchase_id, o.principal_fen, o.gift_fen, o.points, o.uses,
          m.merged_into_id is not null or coalesce(t.membership_id <> m.id, false)
            or coalesce(x.membership_id <> m.id, false) as is_merged,
          t.refunded_at is not null or x.refunded_at is not null
            or exists (select from member_refunds f where f.tenant_id = o.tenant_id and f.state = 'asked'
                          and coalesce(f.top_up_id, f.package_purchase_id) in (t.id, x.id)) as is_refunded,
          coalesce(p.balance <> t.paid_fen or g.balance <> t.gift_fen, false) as is_spent,
          coalesce(u.balance <> i.uses, false) as is_package_used,
          o.points > 0 and exists (
            select from member_movements d where d.tenant_id = o.tenant_id and d.membership_id = m.id and d.points < 0
               and (d.at, d.id) > (o.at, o.id) and d.kind <> 'reverse'
               and not exists (select from member_movements r where r.tenant_id = d.tenant_id and r.reverses_id = d.id))
            as are_points_used
     from member_movements o
     join memberships m on m.tenant_id = o.tenant_id and m.id = o.membership_id
     left join top_ups t on t.tenant_id = o.tenant_id and t.id = o.top_up_id
     left join ledger_accounts p on p.tenant_id = o.tenant_id and p.kind = 'members.principal'
      and p.owner_type = 'topUp' and p.owner_id = t.id
     left join ledger_accounts g on g.tenant_id = o.tenant_id and g.kind = 'members.gift'
      and g.owner_type = 'topUp' and g.owner_id = t.id
     left join package_items i on i.tenant_id = o.tenant_id and i.id = o.package_item_id
     left join package_purchases x on x.tenant_id = i.tenant_id and x.id = i.package_purchase_id
     left join ledger_accounts u on u.tenant_id = o.tenant_id and u.kind = 'members.uses'
      and u.owner_type = 'packageItem' and u.owner_id = i.id
    where o.tenant_id = :tenant and o.import_batch_id = :batchId
      and not exists (select from member_movements r where r.tenant_id = o.tenant_id and r.reverses_id = o.id)
    order by o.import_row`,
);
/** What a list brought in and nobody took back. */
export const standingOpenings = (work: Work, batchId: string) => work.rows(standing, { batchId });

const membersOfList = statement<MemberRow, { batchId: string }>(
  'members.lockOfList',
  `select * from memberships where tenant_id = :tenant and id in (
      select membership_id from member_movements where tenant_id = :tenant and import_batch_id = :batchId)
    order by id for update`,
);
/** All members whom a list concerns, locked: what they have stands still from here on. */
export const lockMembersOfList = (work: Work, batchId: string) =>
  work.rows(membersOfList, { batchId });

const lotsWithdrawn = statement<never, { ids: readonly string[] }>(
  'members.withdrawLots',
  `update top_ups set withdrawn_at = :now, version = version + 1, updated_at = :now
    where tenant_id = :tenant and id = any(:ids::uuid[])`,
);
const purchasesWithdrawn = statement<never, { ids: readonly string[] }>(
  'members.withdrawPurchases',
  `update package_purchases set withdrawn_at = :now, version = version + 1, updated_at = :now
    where tenant_id = :tenant and id = any(:ids::uuid[])`,
);
/** Prepayments and packages that are no more. */
export async function withdraw(
  work: Work,
  { topUpIds, purchaseIds }: { topUpIds: readonly string[]; purchaseIds: readonly string[] },
): Promise<void> {
  await work.run(lotsWithdrawn, { ids: topUpIds });
  await work.run(purchasesWithdrawn, { ids: purchaseIds });
}

/** Rows that a list makes, many a statement. */
export const insertMembers = (work: Work, rows: readonly Fresh<'memberships'>[]) =>
  work.insertAll('memberships', rows);
export const insertTierChanges = (work: Work, rows: readonly Fresh<'tierChanges'>[]) =>
  work.insertAll('tierChanges', rows);
export const insertMovements = (work: Work, rows: readonly Fresh<'memberMovements'>[]) =>
  work.insertAll('memberMovements', rows);
export const insertLots = (work: Work, rows: readonly Fresh<'topUps'>[]) =>
  work.insertAll('topUps', rows);
export const insertPurchases = (work: Work, rows: readonly Fresh<'packagePurchases'>[]) =>
  work.insertAll('packagePurchases', rows);
export const insertItems = (work: Work, rows: readonly Fresh<'packageItems'>[]) =>
  work.insertAll('packageItems', rows);
