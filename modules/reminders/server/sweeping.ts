import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { sweepStretch } from './queries-sweep.ts';
import { factsOf } from './rules.ts';
import { extractTask, morningTask, sweepTask } from './tasks.ts';

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

/** Early each day: the proposals first, then the calls of the morning (ARC-04). */
export async function beginMorning(work: Work): Promise<void> {
  await sweepFrom(work);
  const today = dateIn(zoneOfTenant, work.now);
  const at = (day: string, time: string) => instantAt(zoneOfTenant, day, time);
  const extractAt = at(today, '06:00');
  if (extractAt > work.now) {
    await work.later(extractTask, { afterPath: '', on: today }, extractAt, `extract.${today}`);
  }
  await nextMorning(work);
}

export function nextMorning(work: Work): Promise<void> {
  const day = addDays(dateIn(zoneOfTenant, work.now), 1);
  return work.later(morningTask, {}, instantAt(zoneOfTenant, day, '02:10'), day);
}
