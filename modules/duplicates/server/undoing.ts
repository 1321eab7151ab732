import { membersToReturn } from '#modules/members/server/index.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { UndoPreview } from '../contract.ts';
import { kinds, type Snapshot } from './kinds.ts';
import { rememberPair, tell, tellTurned } from './merging.ts';
import { presentMerge } from './present.ts';
import {
  anyErased,
  type Locked,
  laterMerges,
  lockMerge,
  type MergeRow,
  membersMergedLater,
  mergeById,
  recordsOf,
  returnReferences,
  undoCountsOf,
  updateMerge,
} from './queries.ts';

/**
 * Takes a merge apart: what it turned points back, both records are as they were. What came later, and what somebody
 * changed since, stays with the record that stayed.
 * @throws Problem 409 `merge_undone`, `merge_later_first`, `merge_erased`, `plate_taken`
 */
export async function undoMerge(work: Work, mergeId: string): Promise<void> {
  const merge = await lockMerge(work, mergeId);
  if (!merge) throw notFound();
  const { kind, keptId, goneId } = merge;
  const { kept, gone } = await both(work, merge);
  const forbidden = await forbidsUndo(work, merge, kept);
  if (forbidden) throw new Problem(409, forbidden);
  const does = kinds[kind];
  await updateMerge(work, mergeId, {
    state: 'undone',
    undoneAt: work.now,
    undoneBy: work.actor.kind === 'user' ? work.actor.id : null,
  });
  await tellTurned(work, kind, [keptId, goneId]);
  await returnReferences(work, mergeId);
  await does.part(work, merge.written.members ?? []);
  if (merge.written.beside) await does.undoBeside(work, merge.written.beside);
  const { standing, edited } = since(does.snapshot(kept), merge);
  await handDown(work, merge, edited);
  await unlessPlateTaken(merge, async () => {
    await does.restore(work, kept, standing);
    await does.restore(work, gone, merge.before.gone ?? {});
  });
  await rememberPair(work, kind, [keptId, goneId], 'different');
  await tell(work, { mergeId, kind, keptId, goneId }, { kept, gone }, 'undone');
}

/** A merge with what undoing it would give back and leave. */
export async function undoPreviewOf(work: Work, mergeId: string): Promise<UndoPreview> {
  const merge = await mergeById(work, mergeId);
  if (!merge) throw notFound();
  const rows = await recordsOf(work, merge.kind, [merge.keptId, merge.goneId]);
  const kept = rows.find(({ id }) => id === merge.keptId);
  if (!kept) throw notFound();
  const counts = merge.state === 'done' ? await undoCountsOf(work, mergeId) : [];
  const { edited } = since(kinds[merge.kind].snapshot(kept), merge);
  return {
    merge: presentMerge(merge),
    returning: counts
      .filter(({ returningRows }) => returningRows > 0)
      .map(({ tableName, returningRows }) => ({ table: tableName, rows: returningRows })),
    staying: counts
      .filter(({ stayingRows }) => stayingRows > 0)
      .map(({ tableName, stayingRows }) => ({ table: tableName, rows: stayingRows })),
    editedFields: edited,
    members: await membersBack(work, merge),
    forbidden: (await forbidsUndo(work, merge, kept)) ?? null,
  };
}

async function membersBack(work: Work, { state, written }: MergeRow) {
  const joined = written.members ?? [];
  return joined.length > 0 && state === 'done' ? membersToReturn(work, joined) : null;
}

async function both(work: Work, { kind, keptId, goneId }: MergeRow) {
  const rows = await kinds[kind].lock(work, [keptId, goneId]);
  const kept = rows.find(({ id }) => id === keptId);
  const gone = rows.find(({ id }) => id === goneId);
  if (!kept || !gone) throw notFound();
  return { kept, gone };
}

async function forbidsUndo(work: Work, merge: MergeRow, kept: Locked) {
  if (merge.state !== 'done') return 'merge_undone';
  if (kept.mergedIntoId !== null) return 'merge_later_first';
  if (await membersMergedLater(work, merge.id)) return 'merge_later_first';
  const isErased = !merge.before.gone || (await anyErased(work, [merge.keptId, merge.goneId]));
  return isErased ? 'merge_erased' : undefined;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What the merge wrote and still stands, as it was before; and the fields that somebody changed since. */
function since(now: Snapshot, { before, written }: MergeRow) {
  const names = Object.keys(written.fields ?? {}) as (keyof Snapshot)[];
  const edited = names.filter((name) => !same(now[name] ?? null, written.fields?.[name] ?? null));
  const standing = names.filter((name) => !edited.includes(name));
  return {
    edited,
    standing: Object.fromEntries(
      standing.map((name) => [name, before.kept?.[name] ?? null]),
    ) as Snapshot,
  };
}

/**
 * A later merge that wrote over a field remembers what this one had put there: undone in its turn, it must bring back
 * what was there before both.
 */
async function handDown(work: Work, merge: MergeRow, edited: readonly string[]): Promise<void> {
  const open = new Set(edited as (keyof Snapshot)[]);
  for (const later of await laterMerges(work, merge.keptId, merge.id)) {
    const kept = { ...later.before.kept };
    const handed = [...open].filter(
      (name) =>
        later.written.fields !== undefined &&
        name in later.written.fields &&
        same(kept[name] ?? null, merge.written.fields?.[name] ?? null),
    );
    if (handed.length === 0) continue;
    for (const name of handed) {
      Object.assign(kept, { [name]: merge.before.kept?.[name] ?? null });
      open.delete(name);
    }
    await updateMerge(work, later.id, { before: { ...later.before, kept } });
  }
}

/** @throws Problem 409 `plate_taken` when another car bears the plate by now */
async function unlessPlateTaken(merge: MergeRow, restore: () => Promise<void>): Promise<void> {
  try {
    await restore();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== '23505' || constraint !== 'vehicles_plate') throw error;
    throw new Problem(409, 'plate_taken', {
      vehicleId: merge.keptId,
      plate: merge.before.gone?.plate ?? '',
    });
  }
}
