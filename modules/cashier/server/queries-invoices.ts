import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type InvoiceRecord = RowOf<'invoices'>;
export interface InvoiceSeen extends InvoiceRecord {
  issuedByName: string | null;
}
export interface InvoiceListed extends InvoiceSeen {
  orderNumber: string;
  customerName: string;
  settledFen: number | null;
}

const seen = `select i.*, e.name as issued_by_name from invoices i
     left join employees e on e.tenant_id = i.tenant_id and e.id = i.issued_by`;
const ofOrder = statement<InvoiceSeen, { orderId: string }>(
  'cashier.invoicesOf',
  `${seen} where i.tenant_id = :tenant and i.order_id = :orderId order by i.id desc limit 21`,
);
/** The invoice of an order that counts, and those that were voided, the latest first. */
export const invoicesOf = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const list = statement<InvoiceListed, { state: string | null; beforeId: string; size: number }>(
  'cashier.invoices',
  `select i.*, e.name as issued_by_name, o.number as order_number, c.name as customer_name, o.settled_fen
     from invoices i
     join service_orders o on o.tenant_id = i.tenant_id and o.id = i.order_id
     join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
     left join employees e on e.tenant_id = i.tenant_id and e.id = i.issued_by
    where i.tenant_id = :tenant and i.org_path ^@ any(:scopes) and i.id < :beforeId::uuid
      and (:state::text is null or i.state = :state)
    order by i.id desc limit :size`,
);
export const pageOfInvoices = (
  work: Work,
  state: string | undefined,
  beforeId: unknown,
  size: number,
) => work.rows(list, { state: state ?? null, beforeId: String(beforeId ?? lastId), size });

const locked = statement<InvoiceRecord, { invoiceId: string }>(
  'cashier.lockedInvoice',
  `select * from invoices
    where tenant_id = :tenant and id = :invoiceId and org_path ^@ any(:scopes) for update`,
);
export const lockInvoice = (work: Work, invoiceId: string) => work.first(locked, { invoiceId });

const counting = statement<InvoiceRecord, { orderId: string }>(
  'cashier.lockedInvoiceOf',
  `select * from invoices
    where tenant_id = :tenant and order_id = :orderId and state <> 'voided' for update`,
);
/** The one of an order that counts, held for a change; the order itself is held by who calls. */
export const lockInvoiceOf = (work: Work, orderId: string) => work.first(counting, { orderId });

const numbered = statement<{ id: string }, { number: string }>(
  'cashier.invoiceNumbered',
  'select id from invoices where tenant_id = :tenant and number = :number',
);
export const isNumberTaken = async (work: Work, number: string) =>
  (await work.first(numbered, { number })) !== undefined;

export interface OrderBilled {
  id: string;
  number: string;
  customerId: string;
  customerName: string;
  settledFen: number | null;
  orgPath: string;
}
const billed = statement<OrderBilled, { orderId: string }>(
  'cashier.orderBilled',
  `select o.id, o.number, o.customer_id, c.name as customer_name, o.settled_fen, o.org_path
     from service_orders o join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
export const orderBilled = (work: Work, orderId: string) => work.first(billed, { orderId });

export const insertInvoice = (work: Work, row: Fresh<'invoices'>) => work.insert('invoices', row);
export const updateInvoice = async (work: Work, id: string, change: ChangeOf<'invoices'>) =>
  (await work.update('invoices', { id }, change))!;
