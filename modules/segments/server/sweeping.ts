import type { Work } from '#platform/work.ts';
import { factsOf } from './formulas.ts';
import { sweepStretch } from './queries-sweep.ts';
import { sweepTask } from './tasks.ts';

const firstId = '00000000-0000-0000-0000-000000000000';
const customersAtOnce = 2000;

/** A stretch of customers a transaction: the next stretch is a task of its own. */
export async function sweepNext(work: Work, { afterId }: { afterId: string }): Promise<void> {
  const page = { afterId, size: customersAtOnce };
  const { lastId, seen } = await sweepStretch(work, factsOf(work), page);
  if (seen === customersAtOnce && lastId) await sweepFrom(work, lastId);
}

/** From a customer on; without one from the first. Said again before it ran, it is run once. */
export const sweepFrom = (work: Work, afterId = firstId) =>
  work.later(sweepTask, { afterId }, work.now, `sweep.${afterId}`);
