import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export interface Heap {
  principalFen: number;
  giftFen: number;
  uses: number;
}
const heap = statement<Heap, { membershipId: string }>(
  'members.heap',
  `select coalesce(sum(a.balance) filter (where a.kind = 'members.principal'), 0)::bigint as principal_fen,
          coalesce(sum(a.balance) filter (where a.kind = 'members.gift'), 0)::bigint as gift_fen,
          coalesce(sum(a.balance) filter (where a.kind = 'members.uses'), 0)::int as uses
     from (select 'topUp' as owner_type, id from top_ups where tenant_id = :tenant and membership_id = :membershipId
           union all
           select 'packageItem', i.id from package_purchases x
             join package_items i on i.tenant_id = x.tenant_id and i.package_purchase_id = x.id
            where x.tenant_id = :tenant and x.membership_id = :membershipId) o
     join ledger_accounts a on a.tenant_id = :tenant and a.owner_type = o.owner_type and a.owner_id = o.id`,
);
/** What a member has in prepayments and packages, all of them together. */
export const heapOf = async (work: Work, membershipId: string) =>
  (await work.first(heap, { membershipId }))!;

const moved = (table: string) =>
  statement<never, { fromId: string; intoId: string }>(
    `members.rehang.${table}`,
    `update ${table} set membership_id = :intoId, version = version + 1, updated_at = :now
      where tenant_id = :tenant and membership_id = :fromId`,
  );
const rehanging = [moved('top_ups'), moved('package_purchases'), moved('member_refunds')];
/** Prepayments, packages and refunds of one become another's; their accounts hang on themselves. */
export async function rehang(work: Work, fromId: string, intoId: string): Promise<void> {
  for (const each of rehanging) await work.run(each, { fromId, intoId });
}
