import { membersBeforeMerge } from '#modules/members/server/index.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { DuplicatesOfOne, MergePreview, Pair, RecordKind } from '../contract.ts';
import { duplicateEvents } from '../events.ts';
import { kinds } from './kinds.ts';
import { forbids, rememberPair } from './merging.ts';
import { presentMerge, presentSide, shownValue } from './present.ts';
import { hangingOn, mergesInto, namesOf, recordsOf, sidesOf } from './queries.ts';
import { type PairRow, pairsOfOne } from './queries-search.ts';

export const presentPair = (
  { actor }: Work,
  { kind, one, other, reasons, score }: PairRow,
): Pair => ({
  kind,
  one: presentSide(actor, kind, camelled(one)),
  other: presentSide(actor, kind, camelled(other)),
  reasons,
  score,
});
/** JSON out of the database keeps the names that columns have there. */
const camelled = (side: PairRow['one']) => {
  const { last_visit_on } = side as unknown as { last_visit_on: string | null };
  return { ...side, lastVisitOn: last_visit_on };
};

/** Who may be the same as one record, and what went into it. */
export async function duplicatesOf(
  work: Work,
  kind: RecordKind,
  recordId: string,
): Promise<DuplicatesOfOne> {
  const [record] = await recordsOf(work, kind, [recordId]);
  if (!record) throw notFound();
  return {
    pairs: (await pairsOfOne(work, kind, recordId)).map((pair) => presentPair(work, pair)),
    merges: (await mergesInto(work, recordId)).map(presentMerge),
  };
}

/** Both side by side: every field with who wins, what hangs on each, and why it cannot be done. */
export async function previewOf(
  work: Work,
  kind: RecordKind,
  keptId: string,
  goneId: string,
): Promise<MergePreview> {
  const ids = [keptId, goneId];
  const rows = await recordsOf(work, kind, ids);
  const sides = await sidesOf(work, kind, ids);
  const of = <Row extends { id: string }>(list: readonly Row[], id: string) =>
    list.find((row) => row.id === id);
  const [kept, gone] = [of(rows, keptId), of(rows, goneId)];
  if (!kept || !gone) throw notFound();
  if (keptId === goneId) throw new Problem(409, 'merge_same');
  const [keptSide, goneSide] = [of(sides, keptId), of(sides, goneId)];
  if (!keptSide || !goneSide) throw new Problem(409, 'merge_gone');
  return {
    kind,
    kept: presentSide(work.actor, kind, keptSide),
    gone: presentSide(work.actor, kind, goneSide),
    fields: await comparedFields(work, kind, kept, gone),
    hanging: await hangingByTable(work, kind, keptId, goneId),
    members: kind === 'customer' ? await membersBeforeMerge(work, keptId, goneId) : null,
    forbidden: (await forbids(work, kind, ids)) ?? null,
  };
}

async function comparedFields(
  work: Work,
  kind: RecordKind,
  ...[kept, gone]: Parameters<(typeof kinds)[RecordKind]['compare']>
) {
  const compared = kinds[kind].compare(kept, gone);
  const owners = compared
    .filter(({ field }) => field === 'ownerId')
    .flatMap((each) => [each.kept, each.gone])
    .filter((id): id is string => typeof id === 'string');
  const names = owners.length > 0 ? await namesOf(work, owners) : new Map<string, string>();
  const shown = (field: string, value: unknown) =>
    field === 'ownerId' ? (names.get(String(value)) ?? null) : shownValue(work.actor, field, value);
  return compared.map((each) => ({
    ...each,
    kept: shown(each.field, each.kept),
    gone: shown(each.field, each.gone),
  }));
}

async function hangingByTable(work: Work, kind: RecordKind, keptId: string, goneId: string) {
  const rows = await hangingOn(work, kind, [keptId, goneId]);
  const tables = [...new Set(rows.map(({ tableName }) => tableName))].sort();
  const count = (table: string, of: string) =>
    rows.find(({ id, tableName }) => id === of && tableName === table)?.rows ?? 0;
  return tables.map((table) => ({ table, kept: count(table, keptId), gone: count(table, goneId) }));
}

/** Somebody says that these are two: no search proposes them again. */
export async function tellApart(
  work: Work,
  kind: RecordKind,
  ids: readonly [string, string],
): Promise<void> {
  const rows = await recordsOf(work, kind, ids);
  const [one] = rows;
  if (!one) throw notFound();
  if (ids[0] === ids[1]) throw new Problem(409, 'merge_same');
  if (rows.length < 2) throw notFound();
  await rememberPair(work, kind, ids, 'different');
  const [oneId, otherId] = ids;
  const about = { type: kind, id: oneId, orgPath: one.orgPath };
  await work.emit(duplicateEvents.toldApart, { kind, oneId, otherId }, about);
}
