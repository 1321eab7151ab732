import { lapseCalls } from '#modules/follow-ups/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, instantAt } from '#shared/dates.ts';
import { sweepStretch } from './queries-sweep.ts';
import { factsOf } from './rules.ts';
import { extractTask, sweepTask } from './tasks.ts';

export const firstId = '00000000-0000-0000-0000-000000000000';
const carsAtOnce = 2000;

/** Makes all proposals anew, a stretch of cars a transaction: the next stretch is a task of its own. */
export async function sweepNext(work: Work, { afterId }: { afterId: string }): Promise<void> {
  const { lastId, seen } = await sweepStretch(work, factsOf(work), { afterId, size: carsAtOnce });
  if (seen === carsAtOnce && lastId) await sweepFrom(work, lastId);
}

/** From a car on; without one from the first. Said again before it ran, it is run once. */
export const sweepFrom = (work: Work, afterId = firstId) =>
  work.later(sweepTask, { afterId }, work.now, `sweep.${afterId}`);

/** Each night: what nobody called in time lapses, all proposals are made anew, the morning's calls are set (ARC-04). */
export async function remindOvernight(work: Work): Promise<void> {
  await lapseCalls(work);
  await sweepFrom(work);
  const on = dateIn(zoneOfTenant, work.now);
  const extractAt = instantAt(zoneOfTenant, on, '06:00');
  if (extractAt > work.now) {
    await work.later(extractTask, { afterPath: '', on }, extractAt, `extract.${on}`);
  }
}
