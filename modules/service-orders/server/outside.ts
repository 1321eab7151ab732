import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { sumFen } from '#shared/money.ts';
import { orderLifecycle } from '../lifecycle.ts';
import type { LineRow, OrderRow } from './queries.ts';
import { linesOf, updateLine } from './queries-lines.ts';
import { type Asked, beginChange, finishChange } from './taking.ts';

type AskedLine = Asked & { lineId: string };
type Place = Pick<LineRow, 'id' | 'outside'>;
/** Who waits for the customer or for parts goes on waiting for them. */
const givesWay: readonly OrderRow['waitingFor'][] = ['', 'bay', 'sublet'];

/** What an order waits for, given what it waited for and where its jobs are. */
export function waitsOutside(
  before: OrderRow['waitingFor'],
  lines: readonly Pick<LineRow, 'outside'>[],
): OrderRow['waitingFor'] {
  if (!givesWay.includes(before)) return before;
  if (lines.some(({ outside }) => outside === 'out')) return 'sublet';
  return before === 'sublet' ? '' : before;
}

/** @throws Problem 409 `line_outside` while a job is with another firm, or back from it and not yet checked */
export function refuseOutside(
  lines: readonly Pick<LineRow, 'outside'>[],
  { state }: Pick<OrderRow, 'state'>,
): void {
  if (lines.some(({ outside }) => outside !== ''))
    throw new Problem(409, 'line_outside', { state });
}

/**
 * A job that the customer agreed to leaves the house (WSH-05): only while the order is in the workshop, and once at a time.
 * @throws Problem 409 `step_not_allowed`, `line_not_approved`, `line_done`, `line_outside`; 422 `line_unknown`
 */
export async function giveLineOut(
  work: Work,
  asked: AskedLine,
): Promise<{ order: OrderRow; line: LineRow }> {
  const order = await beginChange(work, asked, 'serviceOrders.receive');
  const { state } = order;
  if (state !== 'inWork') {
    const allowedSteps = orderLifecycle.allowed(state);
    throw new Problem(409, 'step_not_allowed', { step: 'giveOut', state, allowedSteps });
  }
  const lines = await linesOf(work, order.id);
  const line = lines.find(({ id }) => id === asked.lineId);
  if (!line) throw ruleBroken('/lineId', 'line_unknown');
  if (line.answer !== 'approved') throw new Problem(409, 'line_not_approved', { state });
  if (line.doneAt !== null) throw new Problem(409, 'line_done', { state });
  refuseOutside([line], order);
  await updateLine(work, line.id, { outside: 'out' });
  const waitingFor = waitsOutside(order.waitingFor, movedTo(lines, line.id, 'out'));
  await finishChange(work, order, 'givenOutside', { waitingFor }, line.description);
  return { order, line };
}

/** What became of it: back and to be checked, done by the other firm, or still to be done. */
const results = {
  unchecked: { outside: 'unchecked', what: 'backFromOutside' },
  done: { outside: '', what: 'jobDone' },
  undone: { outside: '', what: 'notDoneOutside' },
} as const;

/** A job is back in the house; done, it counts as done by who looked at it. The caller has permitted it. */
export async function lineCameBack(
  work: Work,
  asked: AskedLine,
  result: keyof typeof results,
): Promise<void> {
  const order = await beginChange(work, asked);
  const lines = await linesOf(work, order.id);
  const line = lines.find(({ id }) => id === asked.lineId);
  if (!line) throw notFound();
  const { outside, what } = results[result];
  const by = work.actor.kind === 'user' ? work.actor.id : null;
  const done = result === 'done' ? { doneAt: work.now, doneBy: by } : {};
  await updateLine(work, line.id, { outside, ...done });
  const waitingFor = waitsOutside(order.waitingFor, movedTo(lines, line.id, outside));
  await finishChange(work, order, what, { waitingFor }, line.description);
}

/** What is asked for a job, in fen, of whoever pays it; nothing of what the house itself bears. */
export async function priceOfLine(work: Work, orderId: string, lineId: string): Promise<number> {
  const line = (await linesOf(work, orderId)).find(({ id }) => id === lineId);
  if (!line || line.payer === 'internal' || line.payer === 'campaign') return 0;
  return sumFen([line.labourFen, line.partsFen]);
}

const movedTo = (lines: readonly Place[], lineId: string, outside: LineRow['outside']) =>
  lines.map((line) => (line.id === lineId ? { ...line, outside } : line));
