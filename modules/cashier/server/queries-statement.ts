import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { PlateColour } from '#shared/plates.ts';

export interface StatementEntry {
  at: Date;
  kind: 'onAccount' | 'paid';
  /** Of the order that went on account, or of the receipt that paid it. */
  number: string;
  orderNumber: string;
  plate: string;
  plateColour: PlateColour;
  orgPath: string;
  /** Above zero where it is owed, below where it was paid. */
  amountFen: number;
}

/** What moved a customer's debt in the caller's shops, as SQL. */
const moves = `
  select p.at, 'onAccount' as kind, o.number, o.number as order_number, o.vehicle_id, o.org_path, p.amount_fen, p.id
    from service_orders o
    join payments p on p.tenant_id = o.tenant_id and p.order_id = o.id and p.method = 'onAccount'
   where o.tenant_id = :tenant and o.customer_id = :customerId and o.org_path ^@ any(:scopes)
   union all
  select a.at, 'paid', r.number, o.number, o.vehicle_id, o.org_path, 0 - a.amount_fen, a.id
    from service_orders o
    join receipt_allocations a on a.tenant_id = o.tenant_id and a.order_id = o.id
    join receipts r on r.tenant_id = a.tenant_id and r.id = a.receipt_id
   where o.tenant_id = :tenant and o.customer_id = :customerId and o.org_path ^@ any(:scopes)`;

interface Span {
  customerId: string;
  since: Date;
  before: Date;
}
const entries = statement<StatementEntry, Span & { size: number }>(
  'cashier.statementEntries',
  `select m.at, m.kind, m.number, m.order_number, v.plate, v.plate_colour, m.org_path, m.amount_fen
     from (${moves}) as m
     join vehicles v on v.tenant_id = :tenant and v.id = m.vehicle_id
    where m.at >= :since and m.at < :before order by m.at, m.id limit :size`,
);
const owedBefore = statement<{ fen: number }, { customerId: string; before: Date }>(
  'cashier.statementOpening',
  `select coalesce(sum(m.amount_fen), 0)::bigint as fen from (${moves}) as m where m.at < :before`,
);
/** As many lines as a statement has; a longer one is asked for month by month. */
export const mostEntries = 1_000;
/** What moved in a time, the oldest first; one more than a statement holds where there is more. */
export const entriesOf = (work: Work, span: Span) =>
  work.rows(entries, { ...span, size: mostEntries + 1 });
/** What was owed at the beginning. */
export const openingOf = async (work: Work, { customerId, since }: Span): Promise<number> =>
  (await work.first(owedBefore, { customerId, before: since }))!.fen;
