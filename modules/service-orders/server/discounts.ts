import { notify } from '#modules/commitments/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { formatFen, sumFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { serviceOrderRoutes } from '../contract.ts';
import type { OrderState } from '../lifecycle.ts';
import { limitsAt, mostOf, rolesFor } from './discount-limits.ts';
import type { OrderRow } from './queries.ts';
import {
  type DiscountRow,
  discountsOf,
  holdersOfRoles,
  insertDiscount,
  myRoleKeys,
  updateDiscount,
  withdrawDiscounts,
} from './queries-discounts.ts';
import { linesOf } from './queries-lines.ts';
import { type Asked, aboutOrder, beginChange, finishChange, personOf } from './taking.ts';

type Body<Name extends 'askDiscount' | 'decideDiscount'> = BodyOf<
  (typeof serviceOrderRoutes)[Name]
>;

/** From the quotation until the money is taken. */
const whileItMay: ReadonlySet<OrderState> = new Set<OrderState>([
  'estimated',
  'approved',
  'inWork',
  'selfChecked',
  'teamChecked',
  'ready',
]);

/**
 * What a discount comes to in the end: of less than it was asked for it is less, in proportion, so that it stays within
 * the percentage that was granted.
 */
export function discountIn(
  granted: { amountFen: number; baseFen: number } | undefined,
  approvedFen: number,
): number {
  if (!granted) return 0;
  const { amountFen, baseFen } = granted;
  if (approvedFen >= baseFen) return amountFen;
  return Number((BigInt(amountFen) * BigInt(approvedFen)) / BigInt(baseFen));
}

/** The latest that was granted is the one that holds. @param discounts the latest first */
export const grantedOf = <D extends { state: string }>(discounts: readonly D[]): D | undefined =>
  discounts.find(({ state }) => state === 'granted');

/**
 * Lets off a sum where the person's own limit is enough; else asks those whose is (WSH-15). Another one asked takes the
 * place of one that waits, and a granted one that of the one before.
 * @throws Problem 409 `discount_not_now`, 422 `discount_too_large`, `discount_nobody`
 */
export async function askDiscount(work: Work, asked: Asked, body: Body<'askDiscount'>) {
  const order = await beginChange(work, asked, 'serviceOrders.receive', 'serviceOrders.settle');
  refuseUnlessOpen(order);
  const askedBy = personOf(work.actor);
  if (askedBy === null) throw new Problem(403, 'discount_person');
  const baseFen = await baseOf(work, order);
  const { amountFen, reason } = body;
  if (amountFen > baseFen)
    throw ruleBroken('/amountFen', 'discount_too_large', { base: formatFen(baseFen) });
  const limits = await limitsAt(work, order.orgPath);
  const own = mostOf(limits, await myRoleKeys(work, order.orgPath), baseFen);
  await withdrawDiscounts(work, order.id);
  const sum = { orderId: order.id, amountFen, baseFen, reason, askedBy };
  const note = `${formatFen(amountFen)} ${reason}`;
  if (amountFen <= own) {
    await insertDiscount(work, { ...sum, state: 'granted', ...decidedBy(work, askedBy) });
    await finishChange(work, order, 'discountGranted', {}, note);
    return;
  }
  const roles = rolesFor(limits, { amountFen, baseFen });
  const deciders = await holdersOfRoles(work, roles, order.orgPath, askedBy);
  if (deciders.length === 0) throw ruleBroken('/amountFen', 'discount_nobody');
  const row = await insertDiscount(work, { ...sum, state: 'asked' });
  await finishChange(work, order, 'discountAsked', {}, note);
  await notify(work, deciders, {
    kind: 'serviceOrders.discountAsked',
    about: aboutOrder(order),
    facts: factsOf(work, order, row),
    key: `discount:${row.id}`,
  });
}

/**
 * Another person, whose own limit is enough, grants or refuses what was asked.
 * @throws Problem 403 `discount_own`, `discount_above_limit`, 404, 409 `discount_decided`, `discount_not_now`
 */
export async function decideDiscount(
  work: Work,
  asked: Asked,
  discountId: string,
  { granted, note = '' }: Body<'decideDiscount'>,
): Promise<void> {
  const order = await beginChange(work, asked, 'serviceOrders.see');
  const row = (await discountsOf(work, order.id)).find(({ id }) => id === discountId);
  if (!row) throw notFound();
  const me = personOf(work.actor);
  if (me === null) throw new Problem(403, 'discount_person');
  if (row.askedBy === me) throw new Problem(403, 'discount_own');
  const limits = await limitsAt(work, order.orgPath);
  const own = mostOf(limits, await myRoleKeys(work, order.orgPath), row.baseFen);
  if (own < row.amountFen) throw new Problem(403, 'discount_above_limit', { most: formatFen(own) });
  if (row.state !== 'asked') throw new Problem(409, 'discount_decided');
  refuseUnlessOpen(order);
  if (!granted && note.trim() === '') throw ruleBroken('/note', 'reason_needed');
  const state = granted ? 'granted' : 'refused';
  await updateDiscount(work, row.id, { state, decision: note, ...decidedBy(work, me) });
  const step = granted ? 'discountGranted' : 'discountRefused';
  await finishChange(work, order, step, {}, `${formatFen(row.amountFen)} ${note}`.trim());
  await notify(work, [row.askedBy], {
    kind: granted ? 'serviceOrders.discountGranted' : 'serviceOrders.discountRefused',
    about: aboutOrder(order),
    facts: { ...factsOf(work, order, row), note },
    key: `discount:${row.id}:decided`,
  });
}

/**
 * What is let off at the cash desk beyond what was granted is within the own limit of who settles, and goes on record;
 * what still waited for a decision waits no more.
 * @throws Problem 422 `above_approved`, `below_due`
 */
export async function discountAtSettlement(
  work: Work,
  order: OrderRow,
  { totalFen, note = '' }: { totalFen: number; note?: string | undefined },
): Promise<void> {
  const grantedFen = discountIn(grantedOf(await discountsOf(work, order.id)), order.approvedFen);
  const dueFen = order.approvedFen - grantedFen;
  if (totalFen > dueFen)
    throw ruleBroken('/totalFen', 'above_approved', { approved: formatFen(dueFen) });
  await withdrawDiscounts(work, order.id);
  if (totalFen === dueFen) return;
  const amountFen = order.approvedFen - totalFen;
  const limits = await limitsAt(work, order.orgPath);
  const own = mostOf(limits, await myRoleKeys(work, order.orgPath), order.approvedFen);
  const person = personOf(work.actor);
  if (amountFen > own || person === null)
    throw ruleBroken('/totalFen', 'below_due', { due: formatFen(dueFen), most: formatFen(own) });
  await insertDiscount(work, {
    ...{ orderId: order.id, amountFen, baseFen: order.approvedFen, reason: note },
    ...{ state: 'granted', askedBy: person, ...decidedBy(work, person) },
  });
}

const decidedBy = (work: Work, person: string) => ({ decidedBy: person, decidedAt: work.now });

function refuseUnlessOpen({ state }: OrderRow): void {
  if (!whileItMay.has(state)) throw new Problem(409, 'discount_not_now', { state });
}

/** The customer's share: what he agreed to, or is still asked for. */
async function baseOf(work: Work, order: OrderRow): Promise<number> {
  const lines = await linesOf(work, order.id);
  const his = lines.filter(({ payer, answer }) => payer === 'customer' && answer !== 'refused');
  return sumFen(his.flatMap(({ labourFen, partsFen }) => [labourFen, partsFen]));
}

const factsOf = (
  work: Work,
  { number }: OrderRow,
  { amountFen, baseFen, reason }: DiscountRow,
) => ({
  ...{ number, by: work.actor.name, reason },
  yuan: formatFen(amountFen),
  percent: ((amountFen * 100) / baseFen).toFixed(1),
});
