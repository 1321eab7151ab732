import { readSheet } from '#platform/sheets/read.ts';
import type { TaskHost } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import type { SheetRow } from '#shared/cells.ts';
import { type ImportField, importFieldNames } from '../judge/fields.ts';
import type { Header } from '../judge/header.ts';
import type { JudgedRow } from '../judge/judge.ts';
import { isReturned, readReturned } from '../judge/returned.ts';
import {
  type Counterpart,
  type RelationCode,
  relationCodes,
  type TidyValues,
} from '../judge/verdict.ts';
import { headerToReturn, textOf } from './judging.ts';
import { type BatchRow, insertRows, lastRowOf, rowsByNumber, saveFixes } from './queries.ts';
import { rowsToHandBack, type ShownRow } from './queries-shown.ts';
import { pathOfFile } from './reading.ts';

/** The workbook is not one that we handed back for this list. */
export class OtherList extends Error {}

const rowsAPage = 500;

/** The rows to hand back with their judgements, page by page, so that a long list needs little memory. */
export async function* judgedRows(
  work: Work,
  batch: BatchRow,
  all: boolean,
): AsyncGenerator<JudgedRow[]> {
  for (let after = 0; ; ) {
    const rows = await rowsToHandBack(work, batch.id, all, after, rowsAPage);
    if (rows.length === 0) return;
    after = rows.at(-1)!.rowNo;
    yield rows.map((row) => asJudged(row, batch));
  }
}

function asJudged(row: ShownRow, batch: BatchRow): JudgedRow {
  const { faults = [], warnings = [], tidied = [] } = row.findings;
  const cells = [...row.cells];
  for (const [field, text] of Object.entries(row.fixes) as [ImportField, string][]) {
    const column = batch.mapping[field];
    if (column !== undefined) cells[column] = text === '' ? null : { text };
  }
  return {
    row: { number: row.rowNo, cells },
    judgement: {
      row: row.rowNo,
      isHeld: row.status === 'held' || row.status === 'question',
      relation: relationOf(row),
      values: row.tidied as TidyValues,
      faults,
      warnings,
      tidied,
    },
  };
}

/** The relation of a stored row, from its codes and the record beside it. */
export function relationOf(row: ShownRow) {
  const code = row.codes.find((each) => relations.has(each)) as RelationCode | undefined;
  if (!code) return null;
  const newer = row.findings.newer ?? 'this';
  return { code, to: counterpartOf(row), newer };
}

function counterpartOf(row: ShownRow): Counterpart {
  const { otherRow, otherCustomerId, otherVehicleId, otherEmployeeId } = row;
  if (otherRow !== null) return { kind: 'row', row: otherRow };
  if (otherEmployeeId !== null) return { kind: 'person', employeeId: otherEmployeeId };
  return { kind: 'archive', customerId: otherCustomerId!, vehicleId: otherVehicleId };
}

const relations = new Set<string>(relationCodes);

/**
 * Takes the mended workbook in: what differs from the list becomes a fix of that row, a row that the person added
 * comes behind the last one. Throws `OtherList` when it was not made from this list.
 */
export async function takeReturned(
  work: Work,
  host: TaskHost,
  batch: BatchRow,
  fileId: string,
): Promise<void> {
  const path = await pathOfFile(work, host, fileId);
  const original = headerToReturn(batch);
  // Once through to the end: a file that breaks off half-way changes nothing.
  for await (const _ of readSheet(path));
  let header: Header | undefined;
  for await (const rows of readSheet(path)) {
    header ??= headerOfReturned(rows);
    if (!header || !isReturned(header, original)) throw new OtherList();
    for await (const returned of readReturned([rows], header, original)) {
      const known = new Map(
        (
          await rowsByNumber(
            work,
            batch.id,
            returned.flatMap(({ returnsTo }) => returnsTo ?? []),
          )
        ).map((row) => [row.rowNo, row]),
      );
      const fixes = returned.flatMap(({ returnsTo, row }) => {
        const stored = returnsTo === null ? undefined : known.get(returnsTo);
        if (!stored) return [];
        const changed = differences(stored, row, batch.mapping);
        return Object.keys(changed).length > 0 ? [{ rowNo: stored.rowNo, fixes: changed }] : [];
      });
      if (fixes.length > 0) await saveFixes(work, batch.id, fixes);
      const added = returned.filter(({ returnsTo }) => returnsTo === null || !known.has(returnsTo));
      await append(
        work,
        batch,
        added.map(({ row }) => row),
      );
    }
  }
  if (!header) throw new OtherList();
}

/** The first row names the columns of the list and ours; found even where a label is not known to us. */
const headerOfReturned = ([first]: readonly SheetRow[]): Header | undefined =>
  first && { row: first.number, labels: first.cells.map((cell) => cell?.text.trim() ?? '') };

function differences(
  stored: Parameters<typeof textOf>[0],
  returned: SheetRow,
  mapping: BatchRow['mapping'],
): Partial<Record<ImportField, string>> {
  const changed: Partial<Record<ImportField, string>> = {};
  for (const field of importFieldNames) {
    const column = mapping[field];
    if (column === undefined) continue;
    const text = returned.cells[column]?.text ?? '';
    if (text.trim() !== textOf(stored, mapping, field).trim()) changed[field] = text;
  }
  return changed;
}

async function append(work: Work, batch: BatchRow, rows: readonly SheetRow[]): Promise<void> {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
  if (filled.length === 0) return;
  const last = await lastRowOf(work, batch.id);
  await insertRows(
    work,
    filled.map(({ cells }, at) => ({
      batchId: batch.id,
      rowNo: last + 1 + at,
      cells: JSON.stringify(cells),
    })),
  );
}
