import { systemActor } from '#platform/actor.ts';
import { defineErrand, type Errand } from '#platform/errands.ts';
import type { TaskHost } from '#platform/tasks.ts';
import { readingWork, type Work } from '#platform/work.ts';
import { fileEvents } from '../events.ts';
import { claimedOf, readyFilesAfter } from './queries.ts';

const dayInMs = 24 * 3_600_000;
const atOnce = 500;

interface Parcel {
  tenantId: string;
  before: Date;
}
interface Found {
  removed: number;
  missing: { id: string; orgPath: string }[];
}

/**
 * Bytes without a row, a day old, are what a program left that died between both: they are removed. A row without
 * bytes must not be: it is put on record and told to the operator (D-54). Outside of any transaction: it may take a
 * while.
 */
const sweep: Errand<object> = defineErrand<object, Parcel, Found>('files.sweepOrphans', {
  take: async (work) => ({
    tenantId: work.actor.tenantId,
    before: new Date(work.now.getTime() - dayInMs),
  }),
  carry: async ({ tenantId, before }, host) => {
    const now = host.clock.now(tenantId);
    const reading = readingWork(host.database, { actor: systemActor(tenantId, 'files'), now });
    const removed = await removeStrays(reading, host, before);
    const missing = await rowsWithoutBytes(reading, host);
    for (const { id } of missing)
      host.warn(`file ${id} has lost its bytes`, new Error('files.lost'));
    return { removed, missing };
  },
  note: async (work, _parcel, { removed, missing }) => {
    const about = { type: 'tenant', id: work.actor.tenantId, orgPath: '' };
    if (removed > 0) await work.emit(fileEvents.straysRemoved, { count: removed }, about);
    for (const { id, orgPath } of missing) {
      await work.emit(fileEvents.lost, { fileId: id }, { type: 'file', id, orgPath });
    }
  },
});

/** Looks through a tenant's files soon; each night does. */
export const sweepOrphans = (work: Work) => work.later(sweep, {}, work.now, 'nightly');

async function removeStrays(work: Work, { files }: TaskHost, before: Date): Promise<number> {
  const { tenantId } = work.actor;
  let removed = 0;
  for await (const hashes of files.lyingSince(tenantId, before)) {
    for (let at = 0; at < hashes.length; at += atOnce) {
      const part = hashes.slice(at, at + atOnce);
      const claimed = await claimedOf(work, part);
      for (const hash of part.filter((one) => !claimed.has(one))) {
        const isClaimed = async () => (await claimedOf(work, [hash])).has(hash);
        if (await files.takeAway(tenantId, hash, before, isClaimed)) removed++;
      }
    }
  }
  return removed;
}

async function rowsWithoutBytes(work: Work, { files }: TaskHost): Promise<Found['missing']> {
  const missing: Found['missing'] = [];
  let afterId: string | null = null;
  for (;;) {
    const rows = await readyFilesAfter(work, afterId, atOnce);
    for (const { id, sha256, orgPath } of rows) {
      if (!(await files.has(work.actor.tenantId, sha256))) missing.push({ id, orgPath });
    }
    if (rows.length < atOnce) return missing;
    afterId = rows.at(-1)!.id;
  }
}
