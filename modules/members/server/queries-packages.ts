import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type OfferRow = Omit<RowOf<'servicePackages'>, 'items'> & {
  items: { name: string; uses: number; unitFen: number }[];
};
export type PurchaseRow = RowOf<'packagePurchases'>;
export type TermsRow = RowOf<'prepaidTerms'>;

/** What is, or was, offered at a place, as SQL; so is the place. */
export const offersWithin = (orgPath: string) =>
  `select b.* from service_packages b where b.tenant_id = :tenant and ${orgPath} ^@ b.org_path
    order by b.is_offered desc, b.id limit 200`;
const offers = statement<OfferRow, { orgPath: string }>('members.offers', offersWithin(':orgPath'));
/** What is, or was, offered at a place: its own and that of the units above it. */
export const offersAt = (work: Work, orgPath: string) => work.rows(offers, { orgPath });
const offer = statement<OfferRow, { servicePackageId: string }>(
  'members.offer',
  `select * from service_packages where tenant_id = :tenant and id = :servicePackageId`,
);
export const offerById = (work: Work, servicePackageId: string) =>
  work.first(offer, { servicePackageId });
const offerForChange = statement<OfferRow, { servicePackageId: string }>(
  'members.lockOffer',
  `select * from service_packages
    where tenant_id = :tenant and id = :servicePackageId and org_path ^@ any(:scopes) for update`,
);
export const lockOffer = (work: Work, servicePackageId: string) =>
  work.first(offerForChange, { servicePackageId });
export const insertOffer = (work: Work, row: Fresh<'servicePackages'>) =>
  work.insert('servicePackages', row);
export const updateOffer = (work: Work, id: string, change: ChangeOf<'servicePackages'>) =>
  work.update('servicePackages', { id }, change);

/** The latest terms at a place, as SQL; so is the place. */
export const termsWithin = (orgPath: string) =>
  `select b.* from prepaid_terms b where b.tenant_id = :tenant and ${orgPath} ^@ b.org_path
    order by length(b.org_path) desc, b.created_at desc, b.edition desc limit 1`;
const latestTerms = statement<TermsRow, { orgPath: string }>(
  'members.latestTerms',
  termsWithin(':orgPath'),
);
/** The terms that hold at a place: those of the nearest unit up the tree, its latest edition. */
export const termsAt = (work: Work, orgPath: string) => work.first(latestTerms, { orgPath });
const lastEdition = statement<{ edition: number }, { unitId: string }>(
  'members.lastEdition',
  `select coalesce(max(edition), 0) as edition from prepaid_terms
    where tenant_id = :tenant and org_unit_id = :unitId`,
);
export const lastEditionOf = async (work: Work, unitId: string) =>
  (await work.first(lastEdition, { unitId }))!.edition;
export const insertTerms = (work: Work, row: Fresh<'prepaidTerms'>) =>
  work.insert('prepaidTerms', row);

export const insertPurchase = (work: Work, row: Fresh<'packagePurchases'>) =>
  work.insert('packagePurchases', row);
export const updatePurchase = (work: Work, id: string, change: ChangeOf<'packagePurchases'>) =>
  work.update('packagePurchases', { id }, change);
const purchase = statement<PurchaseRow, { membershipId: string; purchaseId: string }>(
  'members.purchase',
  `select * from package_purchases
    where tenant_id = :tenant and id = :purchaseId and membership_id = :membershipId`,
);
export const purchaseOf = (work: Work, membershipId: string, purchaseId: string) =>
  work.first(purchase, { membershipId, purchaseId });
export const insertItem = (work: Work, row: Fresh<'packageItems'>) =>
  work.insert('packageItems', row);

export interface ItemRow extends RowOf<'packageItems'> {
  accountId: string;
  left: number;
}
const itemParts = `select i.*, a.id as account_id, a.balance as left
    from package_items i
    join ledger_accounts a on a.tenant_id = i.tenant_id and a.kind = 'members.uses'
     and a.owner_type = 'packageItem' and a.owner_id = i.id`;
const items = statement<ItemRow, { purchaseId: string }>(
  'members.items',
  `${itemParts} where i.tenant_id = :tenant and i.package_purchase_id = :purchaseId order by i.position`,
);
export const itemsOf = (work: Work, purchaseId: string) => work.rows(items, { purchaseId });

export interface UsableRow extends ItemRow {
  expiresOn: string;
  refundedAt: Date | null;
}
const item = statement<UsableRow, { membershipId: string; packageItemId: string }>(
  'members.item',
  `select u.*, x.expires_on, x.refunded_at
     from (${itemParts} where i.tenant_id = :tenant and i.id = :packageItemId) u
     join package_purchases x on x.tenant_id = :tenant and x.id = u.package_purchase_id
    where x.membership_id = :membershipId`,
);
export const itemOf = (work: Work, membershipId: string, packageItemId: string) =>
  work.first(item, { membershipId, packageItemId });

const purchaseUsed = statement<{ usedFen: number }, { purchaseId: string }>(
  'members.purchaseUsed',
  `select coalesce(sum(i.unit_fen), 0)::bigint as used_fen
     from package_items i
     join ledger_accounts a on a.tenant_id = i.tenant_id and a.kind = 'members.uses'
      and a.owner_type = 'packageItem' and a.owner_id = i.id
     join ledger_entries e on e.tenant_id = i.tenant_id and e.account_id = a.id and e.amount < 0
      and e.source_type = 'memberMovement'
     join member_movements m on m.tenant_id = i.tenant_id and m.id = e.source_id and m.kind = 'usePackage'
    where i.tenant_id = :tenant and i.package_purchase_id = :purchaseId
      and not exists (select from member_movements r where r.tenant_id = m.tenant_id and r.reverses_id = m.id)`,
);
/** What was used of a package, at single prices. */
export const usedOfPurchase = async (work: Work, purchaseId: string) =>
  (await work.first(purchaseUsed, { purchaseId }))!.usedFen;
