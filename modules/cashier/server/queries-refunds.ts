import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { PaidIn, PaymentRefund } from '../contract.ts';

export type RefundRow = RowOf<'paymentRefunds'>;

/** What of a payment or receipt went back, or is asked for: all that was not declined, as SQL. */
const goneBack = (column: 'payment_id' | 'receipt_id', of: string) =>
  `coalesce((select sum(f.amount_fen) from payment_refunds f
              where f.tenant_id = :tenant and f.${column} = ${of}
                and not exists (select from refund_decisions d where d.tenant_id = :tenant
                                   and d.refund_id = f.id and not d.is_paid)), 0)`;
/** What of a receipt is left: neither set off nor given back, as SQL. */
export const leftOf = (receipt: string) =>
  `(${receipt}.amount_fen - ${goneBack('receipt_id', `${receipt}.id`)}
     - coalesce((select sum(a.amount_fen) from receipt_allocations a
                  where a.tenant_id = :tenant and a.receipt_id = ${receipt}.id), 0))::bigint`;

const money = `in ('cash', 'card', 'wechat', 'alipay', 'transfer')`;
export interface PaidRow extends Omit<PaidIn, 'at'> {
  at: Date;
}
const paidIn = statement<PaidRow, { orderId: string }>(
  'cashier.paidIn',
  `select x.*, coalesce(e.name, '') as taken_by_name from (
     select p.id, 'payment' as kind, p.method, p.amount_fen, p.taken_by, p.at,
            (case when p.method ${money} and p.amount_fen > 0
                  then p.amount_fen - ${goneBack('payment_id', 'p.id')} else 0 end)::bigint as refundable_fen
       from payments p where p.tenant_id = :tenant and p.order_id = :orderId
     union all
     select r.id, 'deposit', r.method, r.amount_fen, r.taken_by, r.at, ${leftOf('r')}
       from receipts r where r.tenant_id = :tenant and r.order_id = :orderId) as x
     left join employees e on e.tenant_id = :tenant and e.id = x.taken_by
    order by x.at, x.id limit 200`,
);
/** What came in for an order, with what of it may still go back. */
export const paidInFor = (work: Work, orderId: string) => work.rows(paidIn, { orderId });

export interface RefundSeen extends RefundRow {
  state: PaymentRefund['state'];
  askedByName: string;
  decidedByName: string | null;
}
const seen = `select f.*, coalesce(a.name, '') as asked_by_name, b.name as decided_by_name,
          case when d.is_paid is null then 'asked' when d.is_paid then 'paid' else 'declined' end as state
     from payment_refunds f
     left join employees a on a.tenant_id = f.tenant_id and a.id = f.asked_by
     left join refund_decisions d on d.tenant_id = f.tenant_id and d.refund_id = f.id
     left join employees b on b.tenant_id = d.tenant_id and b.id = d.decided_by
    where f.tenant_id = :tenant`;
const refundsOf = statement<RefundSeen, { orderId: string }>(
  'cashier.refundsOf',
  `${seen} and f.order_id = :orderId order by f.at, f.id limit 200`,
);
export const refundsOfOrder = (work: Work, orderId: string) => work.rows(refundsOf, { orderId });
const refund = statement<RefundSeen, { paymentRefundId: string }>(
  'cashier.refundById',
  `${seen} and f.id = :paymentRefundId and f.org_path ^@ any(:scopes)`,
);
export const refundSeen = (work: Work, paymentRefundId: string) =>
  work.first(refund, { paymentRefundId });

export interface OrderSeen {
  id: string;
  number: string;
  customerId: string;
  orgUnitId: string;
  orgPath: string;
}
const orderOf = (name: string, from: string) =>
  statement<OrderSeen, { id: string }>(
    `cashier.orderOf${name}`,
    `select o.id, o.number, o.customer_id, o.org_unit_id, o.org_path from service_orders o
      where o.tenant_id = :tenant and o.id = ${from} and o.org_path ^@ any(:scopes)`,
  );
const order = orderOf('Id', ':id');
const ofPayment = orderOf(
  'Payment',
  '(select p.order_id from payments p where p.tenant_id = :tenant and p.id = :id)',
);
const ofReceipt = orderOf(
  'Receipt',
  '(select r.order_id from receipts r where r.tenant_id = :tenant and r.id = :id)',
);
/** The order that this concerns, where the caller sees it. */
export const orderSeen = {
  byId: (work: Work, id: string) => work.first(order, { id }),
  ofPayment: (work: Work, id: string) => work.first(ofPayment, { id }),
  ofReceipt: (work: Work, id: string) => work.first(ofReceipt, { id }),
};

export const insertRefund = (work: Work, row: Fresh<'paymentRefunds'>) =>
  work.insert('paymentRefunds', row);
export const insertDecision = (work: Work, row: Fresh<'refundDecisions'>) =>
  work.insert('refundDecisions', row);
