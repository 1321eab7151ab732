import type { RowOf } from '#database/types.generated.ts';
import { dueFenOf } from '#modules/service-orders/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Counted, MethodSum, ToSettle } from '../contract.ts';
import { type MoneyMethod, moneyMethods } from '../contract-vocabulary.ts';
import { leftOf } from './queries-refunds.ts';

type Lists = { sums: MethodSum[]; counted: Counted };
export type CloseRow = Omit<RowOf<'tillCloses'>, keyof Lists> & Lists;
export interface Movement {
  movementId: string;
  kind: RowOf<'tillMovements'>['kind'];
  method: MoneyMethod;
  /** Below zero where it went out. */
  amountFen: number;
  at: Date;
}

/** As many as one close takes; the rest stays for the next one. */
export const mostMovements = 5_000;

const money = `in (${moneyMethods.map((method) => `'${method}'`).join(', ')})`;
const openMovements = statement<Movement, { personId: string | null; since: Date; size: number }>(
  'cashier.openMovements',
  `select m.movement_id, m.kind, m.method, m.amount_fen, m.at from (
     select p.id as movement_id, 'payment' as kind, p.method, p.amount_fen, p.at from payments p
      where p.tenant_id = :tenant and p.taken_by = :personId and p.at >= :since and p.method ${money}
     union all
     select r.id, 'receipt', r.method, r.amount_fen, r.at from receipts r
      where r.tenant_id = :tenant and r.taken_by = :personId and r.at >= :since
     union all
     select t.id, 'topUp', t.method, t.paid_fen, t.created_at from top_ups t
      where t.tenant_id = :tenant and t.created_by = :personId and t.created_at >= :since and t.method ${money}
     union all
     select x.id, 'packagePurchase', x.method, x.paid_fen, x.created_at from package_purchases x
      where x.tenant_id = :tenant and x.created_by = :personId and x.created_at >= :since and x.method ${money}
     union all
     select f.id, 'memberRefund', f.method, 0 - f.refund_fen - f.interest_fen, f.decided_at from member_refunds f
      where f.tenant_id = :tenant and f.decided_by = :personId and f.decided_at >= :since and f.state = 'paid'
        and f.refund_fen + f.interest_fen > 0
     union all
     select b.id, 'refund', b.method, 0 - b.amount_fen, d.at from refund_decisions d
       join payment_refunds b on b.tenant_id = d.tenant_id and b.id = d.refund_id
      where d.tenant_id = :tenant and d.decided_by = :personId and d.at >= :since and d.is_paid) as m
    where not exists (select from till_movements taken
                       where taken.tenant_id = :tenant and taken.movement_id = m.movement_id)
    order by m.at, m.movement_id limit :size`,
);
/** What a person took and paid out, and no close has yet: from the ledgers of payments, receipts and members. */
export const movementsOpen = (work: Work, personId: string | null, since: Date) =>
  work.rows(openMovements, { personId, since, size: mostMovements });

const personLock = statement<{ id: string }, { personId: string }>(
  'cashier.lockPerson',
  'select id from employees where tenant_id = :tenant and id = :personId for no key update',
);
/** One close of a person after the other. */
export const lockPerson = (work: Work, personId: string) => work.first(personLock, { personId });

const last = statement<CloseRow, { personId: string | null }>(
  'cashier.lastClose',
  `select * from till_closes where tenant_id = :tenant and taken_by = :personId
    order by until_at desc, id desc limit 1`,
);
export const lastCloseOf = (work: Work, personId: string | null) => work.first(last, { personId });

const close = statement<CloseRow, { tillCloseId: string }>(
  'cashier.closeById',
  'select * from till_closes where tenant_id = :tenant and id = :tillCloseId and org_path ^@ any(:scopes)',
);
export const closeById = (work: Work, tillCloseId: string) => work.first(close, { tillCloseId });

const correction = statement<{ id: string }, { tillCloseId: string }>(
  'cashier.correctionOf',
  'select id from till_closes where tenant_id = :tenant and corrects_id = :tillCloseId',
);
export const correctionOf = (work: Work, tillCloseId: string) =>
  work.first(correction, { tillCloseId });

export interface CloseSeen extends CloseRow {
  cashierName: string;
  writtenByName: string;
  correctsNumber: string | null;
  correctedByNumber: string | null;
}
const seen = `select t.*, e.name as cashier_name, w.name as written_by_name, b.number as corrects_number,
          a.number as corrected_by_number
     from till_closes t
     join employees e on e.tenant_id = t.tenant_id and e.id = t.taken_by
     join employees w on w.tenant_id = t.tenant_id and w.id = t.written_by
     left join till_closes b on b.tenant_id = t.tenant_id and b.id = t.corrects_id
     left join till_closes a on a.tenant_id = t.tenant_id and a.corrects_id = t.id`;
const closesPage = statement<
  CloseSeen,
  { afterAt: string | null; afterId: string | null; size: number }
>(
  'cashier.pageOfCloses',
  `${seen}
    where t.tenant_id = :tenant and t.org_path ^@ any(:scopes)
      and (:afterAt::timestamptz is null or (t.at, t.id) < (:afterAt::timestamptz, :afterId::uuid))
    order by t.at desc, t.id desc limit :size`,
);
export const pageOfCloses = (work: Work, after: readonly unknown[] | null, size: number) =>
  work.rows(closesPage, {
    afterAt: (after?.[0] as string | undefined) ?? null,
    afterId: (after?.[1] as string | undefined) ?? null,
    size,
  });
const closeSeenById = statement<CloseSeen, { tillCloseId: string }>(
  'cashier.closeSeen',
  `${seen} where t.tenant_id = :tenant and t.id = :tillCloseId and t.org_path ^@ any(:scopes)`,
);
export const closeSeen = (work: Work, tillCloseId: string) =>
  work.first(closeSeenById, { tillCloseId });

export const insertClose = (work: Work, row: Fresh<'tillCloses'>) => work.insert('tillCloses', row);
export const insertMovements = (work: Work, rows: readonly Fresh<'tillMovements'>[]) =>
  work.insertAll('tillMovements', rows);

/** What is left of money in advance for an order, as SQL. */
const depositOf = (order: string) => `coalesce((select sum(${leftOf('r')}) from receipts r
              where r.tenant_id = :tenant and r.order_id = ${order}), 0)::bigint`;

export interface ToSettleRow extends Omit<ToSettle, 'stateSince'> {
  stateSince: Date;
  orgPath: string;
}
const toSettle = statement<ToSettleRow, { size: number }>(
  'cashier.toSettle',
  `select o.id, o.number, o.state, v.plate, v.plate_colour, v.model, c.id as customer_id, c.name as customer_name,
          o.state_since, ${dueFenOf('o')} as due_fen, o.settled_fen, o.org_path,
          ${depositOf('o.id')} as deposit_fen
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    where o.tenant_id = :tenant and o.org_path ^@ any(:scopes) and o.state in ('ready', 'settled')
    order by o.state, o.state_since, o.id limit :size`,
);
/** Cars that are ready to be paid, and those that are paid and still here; who waits longest first. */
export const ordersToSettle = (work: Work) => work.rows(toSettle, { size: 200 });
