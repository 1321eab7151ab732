import { nextNumber, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { isOpen } from '#modules/service-orders/lifecycle.ts';
import type { OnAccount } from '#modules/service-orders/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { formatFen, sumFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { creditRoutes } from '../contract.ts';
import { creditEvents, receiptEvents } from '../events.ts';
import {
  type CustomerSeen,
  customerSeen,
  depositsOf,
  insertAllocations,
  insertCreditTerms,
  insertReceipt,
  lockCustomer,
  lockOrderSeen,
  type OwedRow,
  owedBy,
  owedOrdersOf,
  type ReceiptRow,
  termsOf,
} from './queries-credit.ts';
import { cashierOf } from './till.ts';

type Body<Name extends 'grant' | 'receive' | 'takeDeposit'> = BodyOf<(typeof creditRoutes)[Name]>;
interface Share {
  orderId: string;
  amountFen: number;
}

/** The customer as the caller may see him, held until the end. @throws Problem 404 */
async function holdCustomer(work: Work, customerId: string): Promise<CustomerSeen> {
  const customer = await customerSeen(work, customerId);
  if (!customer) throw notFound();
  await lockCustomer(work, customer.id);
  return customer;
}

/** Grants credit, anew or otherwise; the latest word holds. */
export async function grant(work: Work, customerId: string, body: Body<'grant'>): Promise<void> {
  const approvedBy = cashierOf(work);
  const { id, orgUnitId, orgPath } = await holdCustomer(work, customerId);
  const { limitFen, days } = body;
  const terms = { orgUnitId, orgPath, customerId: id, limitFen, days, approvedBy, at: work.now };
  await insertCreditTerms(work, terms);
  const about = { type: 'customer', id, orgPath };
  await work.emit(creditEvents.granted, { customerId: id, limitFen, days }, about);
}

/**
 * What a settlement leaves on account: first money that was paid in advance for this order, then credit, as far as it
 * was granted. @throws Problem 409 `credit_not_granted`, `credit_exceeded`
 */
export async function leaveOnCredit(work: Work, taken: OnAccount): Promise<void> {
  const { orderId, customerId, orgPath, amountFen } = taken;
  await lockCustomer(work, customerId);
  const deposits = await depositsOf(work, orderId);
  const shares = shareOut(
    deposits.map(({ id, leftFen }) => ({ orderId: id, amountFen: leftFen })),
    amountFen,
  );
  if (shares.length > 0) {
    await insertAllocations(
      work,
      shares.map((share) => ({
        receiptId: share.orderId,
        orderId,
        amountFen: share.amountFen,
        at: work.now,
      })),
    );
    const setOff = { orderId, amountFen: totalOf(shares) };
    const about = { type: 'serviceOrder', id: orderId, orgPath };
    await work.emit(receiptEvents.depositSetOff, setOff, about);
  }
  if (totalOf(shares) === amountFen) return;
  const terms = await termsOf(work, customerId);
  if (!terms || terms.limitFen === 0) throw new Problem(409, 'credit_not_granted');
  const owedFen = await owedBy(work, customerId);
  if (owedFen <= terms.limitFen) return;
  const beforeFen = owedFen - amountFen + totalOf(shares);
  const leftFen = Math.max(terms.limitFen - beforeFen, 0);
  const facts = { limit: formatFen(terms.limitFen), left: formatFen(leftFen) };
  throw new Problem(409, 'credit_exceeded', facts);
}

const totalOf = (shares: readonly Share[]) => sumFen(shares.map(({ amountFen }) => amountFen));

/** An amount laid on what is open, one after the other, as far as it goes. */
export function shareOut(open: readonly Share[], amountFen: number): Share[] {
  let left = amountFen;
  return open.flatMap(({ orderId, amountFen: most }) => {
    const part = Math.min(most, left);
    left -= part;
    return part > 0 ? [{ orderId, amountFen: part }] : [];
  });
}

/** A customer pays what stands on account: the orders that he names, else the oldest first (WSH-15). */
export async function receive(
  work: Work,
  customerId: string,
  body: Body<'receive'>,
): Promise<void> {
  const takenBy = cashierOf(work);
  const customer = await holdCustomer(work, customerId);
  const open = await owedOrdersOf(work, customer.id, zoneOfTenant);
  const shares = sharesOf(open, body);
  const row = await writeReceipt(work, {
    ...{ orgUnitId: work.actor.unitId, orgPath: work.actor.unitPath },
    ...{ customerId: customer.id, orderId: null, takenBy },
    ...moneyOf(body),
  });
  await insertAllocations(
    work,
    shares.map((share) => ({ ...share, receiptId: row.id, at: work.now })),
  );
  const { amountFen } = body;
  const orders = shares.length;
  const told = { receiptId: row.id, customerId: customer.id, amountFen, orders };
  await work.emit(receiptEvents.taken, told, aboutReceipt(row));
}

function sharesOf(open: readonly OwedRow[], body: Body<'receive'>): Share[] {
  const { amountFen, allocations } = body;
  const owedFen = sumFen(open.map((order) => order.owedFen));
  if (amountFen > owedFen) {
    throw ruleBroken('/amountFen', 'receipt_above_owed', { owed: formatFen(owedFen) });
  }
  if (!allocations) {
    return shareOut(
      open.map((order) => ({ orderId: order.orderId, amountFen: order.owedFen })),
      amountFen,
    );
  }
  if (totalOf(allocations) !== amountFen) {
    throw ruleBroken('/allocations', 'receipt_does_not_add_up');
  }
  const owedOf = new Map(open.map((order) => [order.orderId, order.owedFen]));
  for (const [at, share] of allocations.entries()) {
    const left = (owedOf.get(share.orderId) ?? 0) - share.amountFen;
    if (left < 0) throw ruleBroken(`/allocations/${at}/orderId`, 'receipt_order_not_owed');
    owedOf.set(share.orderId, left);
  }
  return allocations;
}

/** Money in advance for an order that is still to be settled (WSH-15). */
export async function takeDeposit(
  work: Work,
  orderId: string,
  body: Body<'takeDeposit'>,
): Promise<ReceiptRow> {
  const takenBy = cashierOf(work);
  const order = await lockOrderSeen(work, orderId);
  if (!order) throw notFound();
  if (!isOpen(order.state)) throw new Problem(409, 'order_closed', { state: order.state });
  if (order.state === 'settled') throw new Problem(409, 'deposit_too_late');
  const { customerId, orgUnitId, orgPath } = order;
  await lockCustomer(work, customerId);
  const row = await writeReceipt(work, {
    ...{ customerId, orgUnitId, orgPath, orderId, takenBy },
    ...moneyOf(body),
  });
  const told = { receiptId: row.id, orderId, amountFen: body.amountFen };
  await work.emit(receiptEvents.depositTaken, told, aboutReceipt(row));
  return row;
}

const moneyOf = ({ amountFen, method, note = '' }: Body<'takeDeposit'>) => ({
  amountFen,
  method,
  note: note.trim(),
});

type Written = Omit<Parameters<typeof insertReceipt>[1], 'number' | 'at'> & { orgUnitId: string };
const writeReceipt = async (work: Work, row: Written): Promise<ReceiptRow> =>
  insertReceipt(work, {
    ...row,
    number: await nextNumber(work, row.orgUnitId, 'receipt', 'SK'),
    at: work.now,
  });
const aboutReceipt = ({ id, orgPath }: ReceiptRow) => ({ type: 'receipt', id, orgPath });
