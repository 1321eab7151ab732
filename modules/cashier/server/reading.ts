import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { sumFen } from '#shared/money.ts';
import type { CashierDesk, CustomerAccount, Debtor, TillClose } from '../contract.ts';
import {
  type AsOf,
  customerSeen,
  type DebtorRow,
  owedNow,
  owedOrdersOf,
  type ReceiptSeen,
  receiptsOf,
  termsOf,
} from './queries-credit.ts';
import { type CloseSeen, closeSeen, ordersToSettle } from './queries-till.ts';
import { openTill } from './till.ts';

export const today = (work: Work): string => dateIn(zoneOfTenant, work.now);

/** The books begin here; nobody owes anything from before, nor on days to come. */
const firstDay = '2000-01-01';

/** The day asked for, within the books. */
export function dayWithin(work: Work, asked: string | undefined): string {
  const last = today(work);
  if (asked === undefined || asked > last) return last;
  return asked < firstDay ? firstDay : asked;
}

/** A day with its end: what happened until then counts. */
export const endOf = (day: string): AsOf => ({
  asOf: day,
  before: instantAt(zoneOfTenant, addDays(day, 1), '00:00'),
  zone: zoneOfTenant,
});

/** All that the desk shows. */
export async function deskOf(work: Work): Promise<CashierDesk> {
  const orders = await ordersToSettle(work);
  return {
    orders: orders.map(({ orgPath, stateSince, ...order }) =>
      placed({ ...order, stateSince: stateSince.toISOString() }, orgPath),
    ),
    till: await openTill(work),
    owed: await owedNow(work, endOf(today(work))),
  };
}

export function shownClose(row: CloseSeen): TillClose {
  const { id, number, dayOn, cashierName, sums, totalFen, floatFen, expectedFen } = row;
  const { counted, countedFen, reason, correctsNumber, correctedByNumber, writtenByName } = row;
  return {
    ...{ id, number, dayOn, cashierName, sums, totalFen, floatFen, expectedFen },
    ...{ counted, countedFen, reason, correctsNumber, correctedByNumber, writtenByName },
    differenceFen: countedFen - expectedFen,
    sinceAt: row.sinceAt.toISOString(),
    untilAt: row.untilAt.toISOString(),
    at: row.at.toISOString(),
  };
}

/** A closed day as it is shown. @throws Problem 404 */
export async function oneClose(work: Work, tillCloseId: string): Promise<TillClose> {
  const row = await closeSeen(work, tillCloseId);
  if (!row) throw notFound();
  return shownClose(row);
}

export const shownDebtor = ({ orgPath: _, ...row }: DebtorRow): Debtor => row;

/** How a customer stands with the shops that the caller sees. @throws Problem 404 */
export async function accountOf(work: Work, customerId: string): Promise<CustomerAccount> {
  const customer = await customerSeen(work, customerId);
  if (!customer) throw notFound();
  const terms = await termsOf(work, customer.id);
  const days = terms?.days ?? 0;
  const orders = (await owedOrdersOf(work, customer.id, zoneOfTenant)).map(
    ({ orgPath, ...order }) => placed({ ...order, dueOn: addDays(order.sinceOn, days) }, orgPath),
  );
  const receipts = await receiptsOf(work, customer.id);
  const overdue = orders.filter(({ dueOn }) => dueOn < today(work));
  return placed(
    {
      customerId: customer.id,
      customerName: customer.name,
      terms: terms
        ? {
            limitFen: terms.limitFen,
            days: terms.days,
            approvedByName: terms.approvedByName,
            at: terms.at.toISOString(),
          }
        : null,
      owedFen: sumFen(orders.map(({ owedFen }) => owedFen)),
      overdueFen: sumFen(overdue.map(({ owedFen }) => owedFen)),
      orders,
      receipts: receipts.map(shownReceipt),
    },
    customer.orgPath,
  );
}

function shownReceipt(row: ReceiptSeen): CustomerAccount['receipts'][number] {
  const { id, number, orderId, orderNumber, method, amountFen, allocatedFen, note } = row;
  return {
    ...{ id, number, orderNumber, method, amountFen, allocatedFen, note },
    kind: orderId === null ? 'collection' : 'deposit',
    takenByName: row.takenByName,
    at: row.at.toISOString(),
  };
}
