import { nextNumber } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { whoComesIn } from '#modules/sign-on/server/index.ts';
import { can } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { formatFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { MoneyOfOrder, PaidIn, refundRoutes } from '../contract.ts';
import { moneyMethods } from '../contract-vocabulary.ts';
import { refundEvents } from '../events.ts';
import { lockCustomer } from './queries-credit.ts';
import {
  insertDecision,
  insertRefund,
  type OrderSeen,
  orderSeen,
  paidInFor,
  type RefundSeen,
  refundSeen,
  refundsOfOrder,
} from './queries-refunds.ts';
import { cashierOf } from './till.ts';

/** 车行自定: up to this sum who stands at the till gives money back by himself; above it a second person pays. */
export const aloneUpToFen = 200_00;
const right = 'cashier.manage';

type Body = BodyOf<typeof refundRoutes.refundPayment>;

/** All that was paid for an order, and what went back. @throws Problem 404 */
export async function moneyOf(work: Work, orderId: string): Promise<MoneyOfOrder> {
  const order = await orderSeen.byId(work, orderId);
  if (!order) throw notFound();
  const paid = await paidInFor(work, orderId);
  const refunds = await refundsOfOrder(work, orderId);
  const isOpen = refunds.some(({ state }) => state === 'asked');
  const alone = isOpen && (await mayDecideAlone(work, order.orgPath));
  const mayPay = can(work.actor, right, order.orgPath);
  return {
    orderId,
    customerId: order.customerId,
    number: order.number,
    paid: paid.map(({ id, kind, method, amountFen, refundableFen, takenByName, at }) => ({
      ...{ id, kind, method, amountFen, refundableFen, takenByName },
      at: at.toISOString(),
    })),
    refunds: refunds.map((row) => ({
      ...shownRefund(row),
      mayDecide: row.state === 'asked' && mayPay && (alone || row.askedBy !== work.actor.id),
    })),
    aloneUpToFen,
  };
}

const shownRefund = (row: RefundSeen) => {
  const { id, number, method, amountFen, reason, state, askedByName, decidedByName } = row;
  return {
    ...{ id, number, method, amountFen, reason, state, askedByName, decidedByName },
    at: row.at.toISOString(),
  };
};

/** Nobody else in the house may who can sign in. */
async function mayDecideAlone(work: Work, orgPath: string): Promise<boolean> {
  const able = (await employeesWith(work, right, orgPath)).map(({ id }) => id);
  const others = able.filter((id) => id !== work.actor.id);
  return others.length === 0 || (await whoComesIn(work, others)).length === 0;
}

/** Gives a payment back the way it came (WSH-15). @returns the order's id */
export const refundPayment = async (work: Work, paymentId: string, body: Body): Promise<string> =>
  askRefund(work, await orderSeen.ofPayment(work, paymentId), ['payment', paymentId], body);

/** Gives money in advance back, as far as it was not set off (WSH-15). @returns the order's id */
export const refundReceipt = async (work: Work, receiptId: string, body: Body): Promise<string> =>
  askRefund(work, await orderSeen.ofReceipt(work, receiptId), ['deposit', receiptId], body);

async function askRefund(
  work: Work,
  order: OrderSeen | undefined,
  [kind, id]: readonly [PaidIn['kind'], string],
  { amountFen, reason }: Body,
): Promise<string> {
  const askedBy = cashierOf(work);
  if (!order) throw notFound();
  await lockCustomer(work, order.customerId);
  const paid = (await paidInFor(work, order.id)).find((each) => each.id === id);
  if (!paid) throw notFound();
  const method = moneyMethods.find((each) => each === paid.method);
  if (!method) throw new Problem(409, 'refund_not_money');
  if (amountFen > paid.refundableFen) {
    const facts = { most: formatFen(paid.refundableFen) };
    throw ruleBroken('/amountFen', 'refund_above_paid', facts);
  }
  const { orgUnitId, orgPath } = order;
  const row = await insertRefund(work, {
    ...{ orgUnitId, orgPath, orderId: order.id, method, amountFen, askedBy },
    paymentId: kind === 'payment' ? id : null,
    receiptId: kind === 'deposit' ? id : null,
    number: await nextNumber(work, orgUnitId, 'paymentRefund', 'TZ'),
    reason: reason.trim(),
    at: work.now,
  });
  const about = { type: 'paymentRefund', id: row.id, orgPath };
  const told = { paymentRefundId: row.id, orderId: order.id, amountFen };
  await work.emit(refundEvents.asked, told, about);
  if (amountFen <= aloneUpToFen) {
    await decide(work, row, { isPaid: true, alone: true });
  }
  return order.id;
}

/** A second person pays a refund, or declines it. @returns the order's id */
export async function decideRefund(
  work: Work,
  paymentRefundId: string,
  isPaid: boolean,
): Promise<string> {
  const by = cashierOf(work);
  const found = await refundSeen(work, paymentRefundId);
  const order = found && (await orderSeen.byId(work, found.orderId));
  if (!found || !order) throw notFound();
  await lockCustomer(work, order.customerId);
  const row = (await refundSeen(work, paymentRefundId))!;
  if (row.state !== 'asked') throw new Problem(409, 'refund_decided');
  const alone = row.askedBy === by;
  if (alone && !(await mayDecideAlone(work, row.orgPath))) {
    throw new Problem(409, 'refund_same_person');
  }
  await decide(work, row, { isPaid, alone });
  return row.orderId;
}

async function decide(
  work: Work,
  row: { id: string; orderId: string; amountFen: number; orgPath: string },
  { isPaid, alone }: { isPaid: boolean; alone: boolean },
): Promise<void> {
  const decidedBy = cashierOf(work);
  await insertDecision(work, { refundId: row.id, isPaid, decidedBy, alone, at: work.now });
  const { id, orderId, amountFen, orgPath } = row;
  const told = { paymentRefundId: id, orderId, amountFen };
  const about = { type: 'paymentRefund', id, orgPath };
  await work.emit(isPaid ? refundEvents.paid : refundEvents.declined, told, about);
}
