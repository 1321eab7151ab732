import { addToCounter, counterOf, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';

const kind = 'uploadedKib';
const kibInGib = 1024 * 1024;
/** A shop that photographs every car from all sides uses a tenth of it. */
export const mostGigabytesADay = 2;

const today = (work: Work) => dateIn(zoneOfTenant, work.now);

/**
 * A place of the tree uploads so much a day and no more (D-50): one shop does not fill the disk of all. Counted by
 * place, so that a network of thousands has no counter that all wait for. Throws 429 `uploads_used_up`.
 */
export async function refuseWhenUsedUp(work: Work): Promise<void> {
  if (await isUsedUp(work, work.actor.unitId)) {
    throw new Problem(429, 'uploads_used_up', { gigabytes: mostGigabytesADay, seconds: 3600 });
  }
}

/** Whether a place of the tree has taken in all that it may today. */
export const isUsedUp = async (work: Work, unitId: string): Promise<boolean> =>
  (await counterOf(work, unitId, kind, today(work))) >= mostGigabytesADay * kibInGib;

export const countUpload = (work: Work, sizeBytes: number, unitId: string) =>
  addToCounter(work, unitId, kind, today(work), Math.ceil(sizeBytes / 1024));
