import { systemActor } from '#platform/actor.ts';
import { defineErrand, type Errand } from '#platform/errands.ts';
import { readingWork, type Work } from '#platform/work.ts';
import { claimedOf } from './queries.ts';

const remove: Errand<{ hashes: string[] }> = defineErrand<
  { hashes: string[] },
  { tenantId: string; hashes: string[] },
  null
>('files.removeBytes', {
  take: async (work, { hashes }) => ({ tenantId: work.actor.tenantId, hashes }),
  carry: async ({ tenantId, hashes }, { files, clock, database }) => {
    const now = clock.now(tenantId);
    const work = readingWork(database, { actor: systemActor(tenantId, 'files'), now });
    for (const hash of hashes) {
      const isClaimed = async () => (await claimedOf(work, [hash])).has(hash);
      if ((await isClaimed()) || !(await files.has(tenantId, hash))) continue;
      // Whatever its age: it was a row's until now, not the trace of an upload under way.
      await files.takeAway(tenantId, hash, new Date(8.64e15), isClaimed);
    }
    return null;
  },
  note: async () => {},
});

/** Takes the bytes of files away whose rows are gone, as far as no other row speaks of them. */
export const removeBytes = async (work: Work, hashes: readonly string[]): Promise<void> => {
  if (hashes.length > 0) await work.later(remove, { hashes: [...new Set(hashes)] }, work.now);
};
