import type { Work } from '#platform/work.ts';
import { factsOf, today } from './formulas.ts';
import { isLargeHouse, keepCount } from './queries.ts';
import { sweepStretch } from './queries-sweep.ts';
import { countTask, sweepTask } from './tasks.ts';

const firstId = '00000000-0000-0000-0000-000000000000';
const customersAtOnce = 2000;

/** A stretch of customers a transaction: the next stretch is a task of its own. */
export async function sweepNext(work: Work, { afterId }: { afterId: string }): Promise<void> {
  const page = { afterId, size: customersAtOnce };
  const { lastId, seen } = await sweepStretch(work, factsOf(work), page);
  if (seen === customersAtOnce && lastId) await sweepFrom(work, lastId);
  else await countSoon(work, work.now);
}

/** A large house is counted once for all that changes within this time: a second's work at a million customers. */
const betweenCountsMs = 5 * 60_000;
const nextCount = ({ now }: Work) =>
  new Date(Math.ceil((now.getTime() + 1) / betweenCountsMs) * betweenCountsMs);

/** Has the standings counted; a house that is counted while somebody waits keeps no count. */
export async function countSoon(work: Work, at = nextCount(work)): Promise<void> {
  if (await isLargeHouse(work)) await work.later(countTask, {}, at, 'count');
}
/** Counts where all customers of the house stand, as its figures show it until the next count. */
export const countNow = (work: Work) => keepCount(work, today(work));

/** From a customer on; without one from the first. Said again before it ran, it is run once. */
export const sweepFrom = (work: Work, afterId = firstId) =>
  work.later(sweepTask, { afterId }, work.now, `sweep.${afterId}`);
