import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { OwedOrder } from '../contract.ts';
import { leftOf } from './queries-refunds.ts';

export type ReceiptRow = RowOf<'receipts'>;
export type TermsRow = RowOf<'creditTerms'>;

const customerLock = statement<{ id: string }, { customerId: string }>(
  'cashier.lockCustomer',
  'select id from customers where tenant_id = :tenant and id = :customerId for no key update',
);
/** Whatever changes what a customer owes waits for its turn here, so that no limit is passed by two at once. */
export const lockCustomer = (work: Work, customerId: string) =>
  work.first(customerLock, { customerId });

export interface CustomerSeen {
  id: string;
  name: string;
  orgUnitId: string;
  orgPath: string;
}
const customer = statement<CustomerSeen, { customerId: string }>(
  'cashier.customer',
  `select c.id, c.name, c.org_unit_id, c.org_path
     from (select coalesce(merged_into_id, id) as id from customers
            where tenant_id = :tenant and id = :customerId offset 0) led
     join customers c on c.tenant_id = :tenant and c.id = led.id where c.org_path ^@ any(:scopes)`,
);
/** The customer, or the one that his file went into. */
export const customerSeen = (work: Work, customerId: string) =>
  work.first(customer, { customerId });

const order = statement<
  Pick<RowOf<'serviceOrders'>, 'id' | 'customerId' | 'state' | 'orgUnitId' | 'orgPath'>,
  { orderId: string }
>(
  'cashier.lockOrder',
  `select id, customer_id, state, org_unit_id, org_path from service_orders
    where tenant_id = :tenant and id = :orderId and org_path ^@ any(:scopes) for no key update`,
);
/** An order of the caller's, held: it is not settled meanwhile. */
export const lockOrderSeen = (work: Work, orderId: string) => work.first(order, { orderId });

const terms = statement<TermsRow & { approvedByName: string }, { customerId: string }>(
  'cashier.termsOf',
  `select t.*, e.name as approved_by_name from credit_terms t
     join employees e on e.tenant_id = t.tenant_id and e.id = t.approved_by
    where t.tenant_id = :tenant and t.customer_id = :customerId order by t.at desc, t.id desc limit 1`,
);
/** What was granted last, wherever in the house. */
export const termsOf = (work: Work, customerId: string) => work.first(terms, { customerId });
export const insertCreditTerms = (work: Work, row: Fresh<'creditTerms'>) =>
  work.insert('creditTerms', row);

/** What an order has on account and what was paid of it, as columns; `a` is what was paid before `:before`, if asked. */
const paidOf = (order: string, before = '') =>
  `coalesce((select sum(a.amount_fen) from receipt_allocations a
              where a.tenant_id = :tenant and a.order_id = ${order}${before}), 0)`;

const owed = statement<{ owedFen: number }, { customerId: string }>(
  'cashier.owedBy',
  `select coalesce(sum(x.fen), 0)::bigint as owed_fen from (
     select sum(p.amount_fen) - ${paidOf('o.id')} as fen
       from service_orders o
       join payments p on p.tenant_id = o.tenant_id and p.order_id = o.id and p.method = 'onAccount'
      where o.tenant_id = :tenant and o.customer_id = :customerId group by o.id) as x`,
);
/** All that a customer owes the house, in whichever of its shops. */
export const owedBy = async (work: Work, customerId: string): Promise<number> =>
  (await work.first(owed, { customerId }))!.owedFen;

export interface OwedRow extends Omit<OwedOrder, 'dueOn'> {
  orgPath: string;
}
const owedOrders = statement<OwedRow, { customerId: string; zone: string; size: number }>(
  'cashier.owedOrders',
  `select x.*, x.on_account_fen - x.paid_fen as owed_fen from (
     select o.id as order_id, o.number, o.org_path, v.plate, v.plate_colour,
            (min(p.at) at time zone :zone)::date as since_on, sum(p.amount_fen)::bigint as on_account_fen,
            ${paidOf('o.id')}::bigint as paid_fen
       from service_orders o
       join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
       join payments p on p.tenant_id = o.tenant_id and p.order_id = o.id and p.method = 'onAccount'
      where o.tenant_id = :tenant and o.customer_id = :customerId and o.org_path ^@ any(:scopes)
      group by o.id, o.number, o.org_path, v.plate, v.plate_colour) as x
    where x.on_account_fen > x.paid_fen order by x.since_on, x.order_id limit :size`,
);
/** As many orders as one payment may pay. */
export const mostOrders = 200;
/** What a customer owes by order, in the caller's shops, the oldest first. */
export const owedOrdersOf = (work: Work, customerId: string, zone: string) =>
  work.rows(owedOrders, { customerId, zone, size: mostOrders });

const allocated = (receipt: string) =>
  `coalesce((select sum(a.amount_fen) from receipt_allocations a
              where a.tenant_id = :tenant and a.receipt_id = ${receipt}), 0)::bigint`;
export interface ReceiptSeen extends ReceiptRow {
  orderNumber: string | null;
  takenByName: string;
  allocatedFen: number;
}
const receipts = statement<ReceiptSeen, { customerId: string; size: number }>(
  'cashier.receiptsOf',
  `select r.*, o.number as order_number, e.name as taken_by_name, ${allocated('r.id')} as allocated_fen
     from receipts r
     join employees e on e.tenant_id = r.tenant_id and e.id = r.taken_by
     left join service_orders o on o.tenant_id = r.tenant_id and o.id = r.order_id
    where r.tenant_id = :tenant and r.customer_id = :customerId and r.org_path ^@ any(:scopes)
    order by r.at desc, r.id desc limit :size`,
);
export const receiptsOf = (work: Work, customerId: string) =>
  work.rows(receipts, { customerId, size: 100 });

const ahead = statement<{ id: string; leftFen: number }, { orderId: string }>(
  'cashier.depositsOf',
  `select r.id, ${leftOf('r')} as left_fen from receipts r
    where r.tenant_id = :tenant and r.order_id = :orderId order by r.at, r.id limit 100`,
);
/** Money in advance for an order, the oldest first, with what is left of each. */
export const depositsOf = (work: Work, orderId: string) => work.rows(ahead, { orderId });

export const insertReceipt = (work: Work, row: Fresh<'receipts'>) => work.insert('receipts', row);
export const insertAllocations = (work: Work, rows: readonly Fresh<'receiptAllocations'>[]) =>
  work.insertAll('receiptAllocations', rows);

/** What stands on account by order as of an instant, with the days that were granted; `:scopes` and `:tenant` bound. */
const byOrder = `
  select o.customer_id, (min(p.at) at time zone :zone)::date as since_on, coalesce(t.days, 0) as days,
         t.limit_fen, t.days as granted_days, sum(p.amount_fen) - ${paidOf('o.id', ' and a.at < :before')} as fen
    from payments p
    join service_orders o on o.tenant_id = p.tenant_id and o.id = p.order_id
    left join lateral (select g.limit_fen, g.days from credit_terms g
                        where g.tenant_id = :tenant and g.customer_id = o.customer_id
                        order by g.at desc, g.id desc limit 1) t on true
   where p.tenant_id = :tenant and p.method = 'onAccount' and p.at < :before and o.org_path ^@ any(:scopes)
   group by o.id, o.customer_id, t.limit_fen, t.days`;
const within = (span: string) =>
  `coalesce(sum(fen) filter (where :asOf::date - since_on ${span}), 0)::bigint`;

export interface AsOf {
  asOf: string;
  /** The end of that day. */
  before: Date;
  zone: string;
}
export interface DebtorRow {
  customerId: string;
  customerName: string;
  orgPath: string;
  limitFen: number | null;
  days: number | null;
  owedFen: number;
  upTo30Fen: number;
  upTo60Fen: number;
  upTo90Fen: number;
  over90Fen: number;
  overdueFen: number;
}
const debtors = statement<
  DebtorRow,
  AsOf & { afterFen: number | null; afterId: string | null; size: number }
>(
  'cashier.debtors',
  `select x.*, c.name as customer_name, c.org_path from (
     select customer_id, limit_fen, granted_days as days, sum(fen)::bigint as owed_fen,
            ${within('<= 30')} as up_to30_fen, ${within('between 31 and 60')} as up_to60_fen,
            ${within('between 61 and 90')} as up_to90_fen, ${within('> 90')} as over90_fen,
            ${within('> days')} as overdue_fen
       from (${byOrder}) as o where fen > 0 group by customer_id, limit_fen, granted_days) as x
     join customers c on c.tenant_id = :tenant and c.id = x.customer_id
    where :afterFen::bigint is null or (x.owed_fen, x.customer_id) < (:afterFen::bigint, :afterId::uuid)
    order by x.owed_fen desc, x.customer_id desc limit :size`,
);
/** Who owes how much by age, the most first. */
export const pageOfDebtors = (
  work: Work,
  asOf: AsOf,
  after: readonly unknown[] | null,
  size: number,
) =>
  work.rows(debtors, {
    ...asOf,
    afterFen: (after?.[0] as number | undefined) ?? null,
    afterId: (after?.[1] as string | undefined) ?? null,
    size,
  });

const owedInAll = statement<{ owedFen: number; overdueFen: number; customers: number }, AsOf>(
  'cashier.owedInAll',
  `select coalesce(sum(fen), 0)::bigint as owed_fen, ${within('> days')} as overdue_fen,
          count(distinct customer_id) as customers
     from (${byOrder}) as o where fen > 0`,
);
export const owedNow = async (work: Work, asOf: AsOf) => (await work.first(owedInAll, asOf))!;
