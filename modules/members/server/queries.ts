import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type MemberRow = RowOf<'memberships'>;
export type MovementRow = RowOf<'memberMovements'>;
export type RefundRow = RowOf<'memberRefunds'>;

const member = statement<MemberRow, { membershipId: string }>(
  'members.byId',
  `select * from memberships where tenant_id = :tenant and id = :membershipId and org_path ^@ any(:scopes)`,
);
export const memberById = (work: Work, membershipId: string) =>
  work.first(member, { membershipId });
const memberForChange = statement<MemberRow, { membershipId: string }>(
  'members.lock',
  `select * from memberships where tenant_id = :tenant and id = :membershipId and org_path ^@ any(:scopes)
      and merged_into_id is null for update`,
);
export const lockMemberRow = (work: Work, membershipId: string) =>
  work.first(memberForChange, { membershipId });
const memberOfCustomer = statement<MemberRow, { customerId: string }>(
  'members.ofCustomer',
  `select * from memberships where tenant_id = :tenant and customer_id = :customerId and merged_into_id is null`,
);
/** The member that a customer is, wherever in the house he joined. */
export const memberOf = (work: Work, customerId: string) =>
  work.first(memberOfCustomer, { customerId });
const memberOfCustomerForChange = statement<MemberRow, { customerId: string }>(
  'members.lockOfCustomer',
  `select * from memberships where tenant_id = :tenant and customer_id = :customerId and merged_into_id is null
    for update`,
);
export const lockMemberOf = (work: Work, customerId: string) =>
  work.first(memberOfCustomerForChange, { customerId });
export const insertMember = (work: Work, row: Fresh<'memberships'>) =>
  work.insert('memberships', row);
export const updateMember = (work: Work, id: string, change: ChangeOf<'memberships'>) =>
  work.update('memberships', { id }, change);
export const insertTierChange = (work: Work, row: Fresh<'tierChanges'>) =>
  work.insert('tierChanges', row);
export const insertMovement = (work: Work, row: Fresh<'memberMovements'>) =>
  work.insert('memberMovements', row);

/** A membership with all that went into it, and into those, as SQL; so is which. */
export const withMerged = (membership: string): string => `with recursive whole as (
       select ${membership}::uuid as id
       union select g.id from memberships g join whole on g.tenant_id = :tenant and g.merged_into_id = whole.id)
     select id from whole`;
const movement = statement<MovementRow, { membershipId: string; movementId: string }>(
  'members.movement',
  `select * from member_movements
    where tenant_id = :tenant and id = :movementId and membership_id in (${withMerged(':membershipId')})`,
);
/** A movement of a member, or of one who went into him. */
export const movementOf = (work: Work, membershipId: string, movementId: string) =>
  work.first(movement, { membershipId, movementId });
const reversal = statement<{ id: string }, { movementId: string }>(
  'members.reversalOf',
  `select id from member_movements where tenant_id = :tenant and reverses_id = :movementId`,
);
export const reversalOf = (work: Work, movementId: string) => work.first(reversal, { movementId });
const earned = statement<{ id: string; points: number }, { orderId: string }>(
  'members.earnedFor',
  `select e.id, e.points + coalesce((select sum(b.points) from member_movements b
            where b.tenant_id = e.tenant_id and b.order_id = e.order_id and b.kind = 'unearn'), 0)::bigint as points
     from member_movements e where e.tenant_id = :tenant and e.order_id = :orderId and e.kind = 'earn'`,
);
/** What an order earned, less what was taken back of it. */
export const earnedFor = (work: Work, orderId: string) => work.first(earned, { orderId });

/** A prepayment with what is left of it. */
export interface LotRow extends RowOf<'topUps'> {
  principalAccountId: string;
  giftAccountId: string;
  principalLeft: number;
  giftLeft: number;
}
const lotParts = `select t.*, p.id as principal_account_id, p.balance as principal_left,
         g.id as gift_account_id, g.balance as gift_left
    from top_ups t
    join ledger_accounts p on p.tenant_id = t.tenant_id and p.kind = 'members.principal'
     and p.owner_type = 'topUp' and p.owner_id = t.id
    join ledger_accounts g on g.tenant_id = t.tenant_id and g.kind = 'members.gift'
     and g.owner_type = 'topUp' and g.owner_id = t.id`;
const lotsLeft = statement<LotRow, { membershipId: string }>(
  'members.lotsLeft',
  `${lotParts} where t.tenant_id = :tenant and t.membership_id = :membershipId
      and (p.balance > 0 or g.balance > 0)
    order by t.paid_on, t.id limit 500`,
);
/** Prepayments with something left, the oldest first: they are used in this order. */
export const lotsWithMoney = (work: Work, membershipId: string) =>
  work.rows(lotsLeft, { membershipId });
const lot = statement<LotRow, { membershipId: string; topUpId: string }>(
  'members.lot',
  `${lotParts} where t.tenant_id = :tenant and t.id = :topUpId and t.membership_id = :membershipId`,
);
export const lotOf = (work: Work, membershipId: string, topUpId: string) =>
  work.first(lot, { membershipId, topUpId });
export const insertTopUp = (work: Work, row: Fresh<'topUps'>) => work.insert('topUps', row);
export const updateTopUp = (work: Work, id: string, change: ChangeOf<'topUps'>) =>
  work.update('topUps', { id }, change);

/** What was paid out of one prepayment so far, at its face and at the price before any discount. */
const lotUsed = statement<
  { usedFen: number; usedListFen: number },
  { accountIds: readonly string[] }
>(
  'members.lotUsed',
  `select coalesce(sum(of_lot), 0)::bigint as used_fen,
          coalesce(sum(round(of_lot::numeric * greatest(list_fen, face) / nullif(face, 0))), 0)::bigint as used_list_fen
     from (select m.id, -sum(e.amount) as of_lot, m.list_fen, -(m.principal_fen + m.gift_fen) as face
             from ledger_entries e
             join member_movements m on m.tenant_id = e.tenant_id and m.id = e.source_id
            where e.tenant_id = :tenant and e.account_id = any(:accountIds::uuid[])
              and e.source_type = 'memberMovement' and m.kind = 'spend'
              and not exists (select from member_movements r
                               where r.tenant_id = m.tenant_id and r.reverses_id = m.id)
            group by m.id, m.list_fen, m.principal_fen, m.gift_fen) as spent`,
);
export const usedOfLot = async (work: Work, accountIds: readonly string[]) =>
  (await work.first(lotUsed, { accountIds }))!;

const unitLock = statement<{ id: string }, { unitId: string }>(
  'members.lockUnit',
  'select id from org_units where tenant_id = :tenant and id = :unitId for update',
);
/** Two first prepayments of a shop at once wait for each other here, so that it gets one account and not two. */
export const lockUnitRow = (work: Work, unitId: string) => work.first(unitLock, { unitId });

export const insertRefund = (work: Work, row: Fresh<'memberRefunds'>) =>
  work.insert('memberRefunds', row);
const refundForChange = statement<RefundRow, { refundId: string }>(
  'members.lockRefund',
  `select * from member_refunds where tenant_id = :tenant and id = :refundId and org_path ^@ any(:scopes)
    for update`,
);
export const lockRefund = (work: Work, refundId: string) =>
  work.first(refundForChange, { refundId });
const refund = statement<RefundRow, { refundId: string }>(
  'members.refundById',
  `select * from member_refunds where tenant_id = :tenant and id = :refundId and org_path ^@ any(:scopes)`,
);
export const refundById = (work: Work, refundId: string) => work.first(refund, { refundId });
const openRefund = statement<{ id: string }, { paidBeforeId: string }>(
  'members.openRefundOf',
  `select id from member_refunds
    where tenant_id = :tenant and coalesce(top_up_id, package_purchase_id) = :paidBeforeId and state = 'asked'`,
);
export const openRefundOf = (work: Work, paidBeforeId: string) =>
  work.first(openRefund, { paidBeforeId });
export const updateRefund = (work: Work, id: string, change: ChangeOf<'memberRefunds'>) =>
  work.update('memberRefunds', { id }, change);

const customer = statement<
  { id: string; name: string; orgUnitId: string; orgPath: string },
  { customerId: string }
>(
  'members.customer',
  `select c.id, c.name, c.org_unit_id, c.org_path
     from (select coalesce(merged_into_id, id) as id from customers
            where tenant_id = :tenant and id = :customerId offset 0) led
     join customers c on c.tenant_id = :tenant and c.id = led.id where c.org_path ^@ any(:scopes)`,
);
/** The customer, or the one that his file went into. */
export const customerSeen = (work: Work, customerId: string) =>
  work.first(customer, { customerId });

const order = statement<
  Pick<RowOf<'serviceOrders'>, 'id' | 'customerId' | 'state'>,
  { orderId: string }
>(
  'members.order',
  `select id, customer_id, state from service_orders
    where tenant_id = :tenant and id = :orderId and org_path ^@ any(:scopes)`,
);
export const orderSeen = (work: Work, orderId: string) => work.first(order, { orderId });

const strayed = statement<{ id: string }, { membershipId: string; movementId: string }>(
  'members.strayedOf',
  `select e.id from ledger_entries e
     join ledger_accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
     left join top_ups t on t.tenant_id = e.tenant_id and a.owner_type = 'topUp' and t.id = a.owner_id
     left join package_items i on i.tenant_id = e.tenant_id and a.owner_type = 'packageItem' and i.id = a.owner_id
     left join package_purchases x on x.tenant_id = e.tenant_id and x.id = i.package_purchase_id
    where e.tenant_id = :tenant and e.source_type = 'memberMovement' and e.source_id = :movementId
      and coalesce(t.membership_id, x.membership_id) <> :membershipId limit 1`,
);
/** Whether a movement concerns something that is another member's since a merge or its undoing. */
export const strayedOf = (work: Work, membershipId: string, movementId: string) =>
  work.first(strayed, { membershipId, movementId });

const refundedLots = statement<{ id: string }, { movementId: string }>(
  'members.refundedLotsOf',
  `select e.id from ledger_entries e
     join ledger_accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
     left join top_ups t on t.tenant_id = e.tenant_id and a.owner_type = 'topUp' and t.id = a.owner_id
     left join package_items i on i.tenant_id = e.tenant_id and a.owner_type = 'packageItem' and i.id = a.owner_id
     left join package_purchases x on x.tenant_id = e.tenant_id and x.id = i.package_purchase_id
    where e.tenant_id = :tenant and e.source_type = 'memberMovement' and e.source_id = :movementId
      and (t.refunded_at is not null or x.refunded_at is not null) limit 1`,
);
/** Whether a movement concerns something that was paid back since. */
export const refundedLotsOf = (work: Work, movementId: string) =>
  work.first(refundedLots, { movementId });
