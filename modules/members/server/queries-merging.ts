import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export interface Heap {
  principalFen: number;
  giftFen: number;
  uses: number;
}
/** Prepayments and packages of one member: those named, or all of them. */
export interface Things {
  topUpIds: readonly string[] | null;
  purchaseIds: readonly string[] | null;
}
const all: Things = { topUpIds: null, purchaseIds: null };

const heap = statement<Heap, { membershipId: string } & Things>(
  'members.heap',
  `select coalesce(sum(a.balance) filter (where a.kind = 'members.principal'), 0)::bigint as principal_fen,
          coalesce(sum(a.balance) filter (where a.kind = 'members.gift'), 0)::bigint as gift_fen,
          coalesce(sum(a.balance) filter (where a.kind = 'members.uses'), 0)::int as uses
     from (select 'topUp' as owner_type, id from top_ups
            where tenant_id = :tenant and membership_id = :membershipId
              and (:topUpIds::uuid[] is null or id = any(:topUpIds))
           union all
           select 'packageItem', i.id from package_purchases x
             join package_items i on i.tenant_id = x.tenant_id and i.package_purchase_id = x.id
            where x.tenant_id = :tenant and x.membership_id = :membershipId
              and (:purchaseIds::uuid[] is null or x.id = any(:purchaseIds))) o
     join ledger_accounts a on a.tenant_id = :tenant and a.owner_type = o.owner_type and a.owner_id = o.id`,
);
/** What a member has in prepayments and packages: all of them together, or those named. */
export const heapOf = async (work: Work, membershipId: string, things: Things = all) =>
  (await work.first(heap, { membershipId, ...things }))!;

type Rehanging = { fromId: string; intoId: string; ids: readonly string[] | null };
const moved = (table: 'top_ups' | 'package_purchases') =>
  statement<{ id: string }, Rehanging>(
    `members.rehang.${table}`,
    `update ${table} set membership_id = :intoId, version = version + 1, updated_at = :now
      where tenant_id = :tenant and membership_id = :fromId and (:ids::uuid[] is null or id = any(:ids))
    returning id`,
  );
const movedTopUps = moved('top_ups');
const movedPurchases = moved('package_purchases');
const movedRefunds = statement<never, { fromId: string; intoId: string } & Things>(
  'members.rehang.member_refunds',
  `update member_refunds set membership_id = :intoId, version = version + 1, updated_at = :now
    where tenant_id = :tenant and membership_id = :fromId
      and (top_up_id = any(:topUpIds::uuid[]) or package_purchase_id = any(:purchaseIds::uuid[]))`,
);
/**
 * Prepayments and packages of one become another's, those named or all, each with its refunds; their accounts hang on
 * themselves. @returns which were turned
 */
export async function rehang(
  work: Work,
  fromId: string,
  intoId: string,
  things: Things = all,
): Promise<{ topUpIds: string[]; purchaseIds: string[] }> {
  const turned = { fromId, intoId };
  const topUps = await work.rows(movedTopUps, { ...turned, ids: things.topUpIds });
  const purchases = await work.rows(movedPurchases, { ...turned, ids: things.purchaseIds });
  const [topUpIds, purchaseIds] = [topUps, purchases].map((rows) => rows.map(({ id }) => id)) as [
    string[],
    string[],
  ];
  await work.run(movedRefunds, { ...turned, topUpIds, purchaseIds });
  return { topUpIds, purchaseIds };
}

export interface MemberStanding extends Heap {
  customerId: string;
  membershipId: string;
  number: string;
  points: number;
  packages: number;
}
const standings = statement<MemberStanding, { customerIds: readonly string[] }>(
  'members.standings',
  `select m.customer_id, m.id as membership_id, m.number, p.balance as points, h.*,
          (select count(*) from package_purchases x
            where x.tenant_id = m.tenant_id and x.membership_id = m.id and x.refunded_at is null and x.withdrawn_at is null) as packages
     from memberships m
     join ledger_accounts p on p.tenant_id = m.tenant_id and p.kind = 'members.points'
      and p.owner_type = 'membership' and p.owner_id = m.id
    cross join lateral (
      select coalesce(sum(a.balance) filter (where a.kind = 'members.principal'), 0)::bigint as principal_fen,
             coalesce(sum(a.balance) filter (where a.kind = 'members.gift'), 0)::bigint as gift_fen,
             coalesce(sum(a.balance) filter (where a.kind = 'members.uses'), 0)::int as uses
        from (select 'topUp' as owner_type, t.id from top_ups t
               where t.tenant_id = m.tenant_id and t.membership_id = m.id
              union all
              select 'packageItem', i.id from package_purchases x
                join package_items i on i.tenant_id = x.tenant_id and i.package_purchase_id = x.id
               where x.tenant_id = m.tenant_id and x.membership_id = m.id) o
        join ledger_accounts a on a.tenant_id = m.tenant_id and a.owner_type = o.owner_type and a.owner_id = o.id) h
    where m.tenant_id = :tenant and m.customer_id = any(:customerIds::uuid[]) and m.merged_into_id is null`,
);
/** What each of these customers has as a member. */
export const standingsOf = (work: Work, customerIds: readonly string[]) =>
  work.rows(standings, { customerIds });
