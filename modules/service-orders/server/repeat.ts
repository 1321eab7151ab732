import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { isOpen } from '../lifecycle.ts';
import { approvedFenOf } from './amounts.ts';
import { type LineRow, lockOrder } from './queries.ts';
import { linesOf, updateLine } from './queries-lines.ts';
import { beginChange, finishChange } from './taking.ts';

/** Of a repeat repair at least one line is the house's to pay (机动车维修管理规定 art. 37). @throws Problem `repeat_not_free` */
export function refuseChargedRepeat(
  kind: string,
  lines: readonly Pick<LineRow, 'payer'>[],
  path = '/lines',
): void {
  if (kind === 'repeatRepair' && !lines.some(({ payer }) => payer === 'internal')) {
    throw ruleBroken(path, 'repeat_not_free');
  }
}

/**
 * The visit repeats an earlier one: linked to it, and the named lines are the house's to pay. What is quoted later is so
 * unless said otherwise (WSH-10).
 * @throws Problem 409 `order_closed`, `repeat_settled`; 422 `line_unknown`, `repeat_not_free`
 */
export async function takeAsRepeat(
  work: Work,
  orderId: string,
  repeat: { earlierOrderId: string; freeLineIds: readonly string[] },
): Promise<void> {
  const order = await beginChange(work, { orderId }, 'serviceOrders.receive');
  if (order.settledFen !== null) throw new Problem(409, 'repeat_settled');
  const lines = await linesOf(work, orderId);
  const known = new Set(lines.map(({ id }) => id));
  const stranger = repeat.freeLineIds.findIndex((id) => !known.has(id));
  if (stranger >= 0) throw ruleBroken(`/freeLines/${stranger}/lineId`, 'line_unknown');
  for (const line of lines) {
    if (repeat.freeLineIds.includes(line.id))
      await updateLine(work, line.id, { payer: 'internal' });
  }
  const after = await linesOf(work, orderId);
  if (after.length > 0) refuseChargedRepeat('repeatRepair', after, '/freeLines');
  const { earlierOrderId } = repeat;
  const approvedFen = approvedFenOf(after);
  await finishChange(work, order, 'repeat', { kind: 'repeatRepair', earlierOrderId, approvedFen });
}

/** Another cause was proved: a repair like others again. What the customer is to pay is quoted and agreed to anew. */
export async function leaveRepeat(work: Work, orderId: string): Promise<void> {
  const order = await lockOrder(work, orderId);
  if (!order || !isOpen(order.state) || order.kind !== 'repeatRepair') return;
  await finishChange(work, order, 'repeatUndone', { kind: 'repair' });
}
