import { newId } from '#platform/ids.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { tellRewritten } from '#platform/row-watching.ts';
import { defineTask, type Task } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import type { Choice, RecordKind } from '../contract.ts';
import { mergeEvents } from '../events.ts';
import { kinds } from './kinds.ts';
import {
  anyErased,
  carsInHouse,
  insertMerge,
  judgePair,
  type Locked,
  lockMerge,
  moveReferences,
  updateMerge,
} from './queries.ts';

export interface MergeAsked {
  keptId: string;
  goneId: string;
  version: number;
  otherVersion: number;
  take?: readonly { field: string; take: Choice }[];
}

/**
 * Makes two records one, in one transaction: what hangs on the one that goes is turned to the one that stays, row by
 * row on record; fields are taken as chosen; an empty shell is left that leads on.
 * @throws Problem 409 `merge_gone`, `merge_erased`, `merge_both_open`, `merge_collides`; 412 `version_stale`
 */
export async function mergeRecords(work: Work, kind: RecordKind, asked: MergeAsked) {
  const { keptId, goneId } = asked;
  const { kept, gone } = await lockBoth(work, kind, keptId, goneId);
  if (kept.version !== asked.version || gone.version !== asked.otherVersion) {
    throw new Problem(412, 'version_stale');
  }
  const forbidden = await forbids(work, kind, [keptId, goneId]);
  if (forbidden) throw new Problem(409, forbidden);
  const does = kinds[kind];
  const fields = does.chosen(kept, gone, asked.take ?? []);
  const { orgUnitId, orgPath } = kept;
  const row = await insertMerge(work, {
    orgUnitId,
    orgPath,
    kind,
    keptId,
    goneId,
    before: { kept: does.snapshot(kept), gone: does.snapshot(gone) },
    written: {},
  });
  await does.leaveShell(work, goneId, keptId);
  const members = await does.join(work, goneId, keptId);
  await turnAll(work, row.id);
  await tellTurned(work, kind, [keptId, goneId]);
  const written = await does.write(work, kept, fields, gone);
  await updateMerge(work, row.id, {
    written: { ...written, ...(members && { members: [members] }) },
  });
  await rememberPair(work, kind, [keptId, goneId], 'merged');
  await tell(work, { mergeId: row.id, kind, keptId, goneId }, { kept, gone }, 'done');
  for (const minutes of [1, 10]) {
    const at = new Date(work.now.getTime() + minutes * 60_000);
    await work.later(takeAlong, { mergeId: row.id }, at);
  }
  return row.id;
}

/** Whoever sums up what hangs on cars hears that it hangs on another one. */
export async function tellTurned(work: Work, kind: RecordKind, ids: readonly string[]) {
  if (kind === 'vehicle') await tellRewritten(work, 'vehicles', ids);
}

/** What was being written while the records were merged came in after them: it is taken along a little later. */
const takeAlong: Task<{ mergeId: string }> = defineTask(
  'duplicates.takeAlong',
  async (work, { mergeId }) => {
    const merge = await lockMerge(work, mergeId);
    if (merge?.state !== 'done') return;
    const members = await kinds[merge.kind].join(work, merge.goneId, merge.keptId);
    if (members) {
      const written = { ...merge.written, members: [...(merge.written.members ?? []), members] };
      await updateMerge(work, mergeId, { written });
    }
    await moveReferences(work, mergeId);
    await tellTurned(work, merge.kind, [merge.keptId, merge.goneId]);
  },
);

/** Why two records cannot be made one now; nothing when they can. */
export async function forbids(work: Work, kind: RecordKind, ids: readonly string[]) {
  if (kind === 'customer') return (await anyErased(work, ids)) ? 'merge_erased' : undefined;
  return (await carsInHouse(work, ids)) > 1 ? 'merge_both_open' : undefined;
}

/** @throws Problem 409 `merge_collides` naming what may exist once only, such as an account of money on both */
async function turnAll(work: Work, mergeId: string): Promise<void> {
  try {
    await moveReferences(work, mergeId);
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== '23505') throw error;
    throw new Problem(409, 'merge_collides', { rule: constraint ?? '' });
  }
}

/** Both records, locked and no shells. */
export async function lockBoth(work: Work, kind: RecordKind, keptId: string, goneId: string) {
  const rows = await kinds[kind].lock(work, [keptId, goneId]);
  const kept = rows.find(({ id }) => id === keptId);
  const gone = rows.find(({ id }) => id === goneId);
  if (!kept || !gone) throw notFound();
  if (keptId === goneId) throw new Problem(409, 'merge_same');
  if (kept.mergedIntoId !== null || gone.mergedIntoId !== null)
    throw new Problem(409, 'merge_gone');
  return { kept, gone };
}

/** Keeps somebody's word on two records: no search proposes them again. */
export async function rememberPair(
  work: Work,
  kind: RecordKind,
  ids: readonly [string, string],
  state: 'different' | 'merged',
): Promise<void> {
  const [oneId, otherId] = [...ids].sort() as [string, string];
  await judgePair(work, { id: newId(work.now), kind, oneId, otherId, state });
}

/** Tells both records of it, each in its own words. */
export async function tell(
  work: Work,
  data: { mergeId: string; kind: RecordKind; keptId: string; goneId: string },
  { kept, gone }: { kept: Locked; gone: Locked },
  what: 'done' | 'undone',
): Promise<void> {
  const { kind: type } = data;
  const [ofKept, ofGone] =
    what === 'done'
      ? [mergeEvents.done, mergeEvents.left]
      : [mergeEvents.undone, mergeEvents.restored];
  await work.emit(ofKept, data, { type, id: kept.id, orgPath: kept.orgPath });
  await work.emit(ofGone, data, { type, id: gone.id, orgPath: gone.orgPath });
}
