import type { Work } from '#platform/work.ts';
import type { SheetRow } from '#shared/cells.ts';
import { type JudgingPlan, tidyRows } from '../judge/judge.ts';
import { kinds } from '../judge/kinds.ts';
import type { Judgement, Relation } from '../judge/verdict.ts';
import { keptKind, type Placed } from './kept-kinds.ts';
import type { BatchRow } from './queries.ts';
import { countRows } from './queries-counts.ts';
import {
  type EarlierOfSubject,
  earlierOfSubjects,
  keptRowsToWrite,
  unmarkRows,
  warnRows,
} from './queries-kept.ts';
import { markImported } from './queries-writing.ts';

/** What was found out about a row: the judgement, and what will be written for it. */
export interface PlacedJudgement {
  judgement: Judgement;
  placed: Placed;
}

/**
 * Judges rows of a kind that a module keeps. @param isPart whether earlier rows of the list may be about the same and
 * are not among these
 */
export async function judgeKept(
  work: Work,
  batch: BatchRow,
  rows: readonly SheetRow[],
  plan: JudgingPlan,
  isPart: boolean,
): Promise<PlacedJudgement[]> {
  const kept = keptKind(batch.kind);
  const read = tidyRows(rows, plan).map(({ row, ...tidy }) => ({ rowNo: row.number, ...tidy }));
  if (read.length === 0) return [];
  const placed = await kept.place(work, batch, read);
  const subjects = [...new Set(placed.flatMap(({ subject }) => subject ?? []))];
  const before = isPart
    ? await earlierOfSubjects(work, batch.id, subjects, read[0]!.rowNo)
    : ([] as EarlierOfSubject[]);
  const known = Map.groupBy(before, ({ subject }) => subject);
  return read.map(({ rowNo, ...tidy }, at) => {
    const where = placed[at]!;
    const own = where.subject === null ? [] : (known.get(where.subject) ?? []);
    const first = own.find((each) => kept.repeats(tidy.values, each.values));
    if (where.subject !== null) {
      known.set(where.subject, [...own, { rowNo, subject: where.subject, values: tidy.values }]);
    }
    const relation: Relation | null = first
      ? {
          code: kinds[batch.kind].kept!.twice,
          to: { kind: 'row', row: first.rowNo },
          newer: 'this',
        }
      : null;
    const isHeld = tidy.faults.length > 0 || relation !== null;
    return { judgement: { row: rowNo, isHeld, relation, ...tidy }, placed: where };
  });
}

const partSize = 1000;

/** Why a list is not written now: what stands in the house, or what a person confirmed, is another by now. */
export async function keptFault(work: Work, batch: BatchRow): Promise<string | undefined> {
  const counted = await countRows(work, batch);
  if (told(counted.sums) !== told(batch.counts.sums)) return 'sums_changed';
  for (let after = 0; ; ) {
    const rows = await keptRowsToWrite(work, batch.id, after, partSize);
    if (rows.length === 0) return undefined;
    if (await keptKind(batch.kind).hasChanged(work, batch, rows)) return 'kept_changed';
    after = rows.at(-1)!.rowNo;
  }
}

/** The database gives the keys of an object back in an order of its own. */
const told = (sums: BatchRow['counts']['sums'] = []) =>
  sums.map(({ field, accepted }) => `${field} ${accepted}`).join('|');

/** Writes all accepted rows, part by part in one transaction. */
export async function writeKept(work: Work, batch: BatchRow) {
  let records = 0;
  for (let after = 0; ; ) {
    const rows = await keptRowsToWrite(work, batch.id, after, partSize);
    if (rows.length === 0) break;
    records += await keptKind(batch.kind).write(work, batch, rows);
    after = rows.at(-1)!.rowNo;
  }
  await markImported(work, batch.id);
  return { records };
}

/** Takes back what nobody used since, and says with each other row why it stays. `undefined`: all of them stay. */
export async function undoKept(work: Work, batch: BatchRow) {
  const { gone, stayed } = await keptKind(batch.kind).takeBack(work, batch);
  const [field] = kinds[batch.kind].kept!.shown;
  const warned = stayed.map(({ rowNo, code }) => ({
    rowNo,
    warning: { code, field: field!, text: '' },
  }));
  if (warned.length > 0) await warnRows(work, batch.id, warned);
  if (gone.length === 0) return undefined;
  await unmarkRows(work, batch.id, gone);
  return { records: gone.length, kept: stayed.length };
}
