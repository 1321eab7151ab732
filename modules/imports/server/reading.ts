import { readyFileOf } from '#modules/files/server/index.ts';
import { SheetFault } from '#platform/sheets/fault.ts';
import { readSheet, sheetsOf } from '#platform/sheets/read.ts';
import type { TaskHost } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import type { SheetRow } from '#shared/cells.ts';
import { recogniseColumns } from '../judge/columns.ts';
import type { ImportField, Mapping } from '../judge/fields.ts';
import { findHeader, type Header } from '../judge/header.ts';
import { headingKeys, mappingBy } from '../judge/saved-map.ts';
import {
  type BatchRow,
  dropRows,
  insertRows,
  lastRowOf,
  rowsAfter,
  type StoredColumn,
  updateBatch,
} from './queries.ts';
import { type MapRow, mapOfHeadings } from './queries-maps.ts';

/** How many rows one transaction takes in. */
const rowsAPart = 10_000;
/** Enough to recognise columns by their content. */
const rowsLookedAt = 250;

export interface ReadPart {
  isDone: boolean;
  doneRows: number;
}

/** Where a stored file lies. */
export async function pathOfFile(work: Work, host: TaskHost, fileId: string): Promise<string> {
  const file = await readyFileOf(work, fileId);
  if (!file?.sha256) throw new SheetFault('reading_stopped', 'the file is gone');
  return host.files.pathOf(work.actor.tenantId, file.sha256);
}

/**
 * Takes the next rows of the file in and says whether that was all. After a crash it goes on behind the last row
 * that was committed. Throws `SheetFault` when the file is at fault.
 */
export async function readPart(work: Work, host: TaskHost, batch: BatchRow): Promise<ReadPart> {
  const path = await pathOfFile(work, host, batch.fileId);
  const sheet = batch.sheetName === '' ? undefined : batch.sheetName;
  const done = await lastRowOf(work, batch.id);
  if (done === 0) await noteSheets(work, batch, path);
  let taken = 0;
  for await (const rows of readSheet(path, { sheet, after: done })) {
    await insertRows(
      work,
      rows.map(({ number, cells }) => asStored(batch.id, number, cells)),
    );
    taken += rows.length;
    if (taken >= rowsAPart) break;
  }
  const doneRows = batch.doneRows + taken;
  await updateBatch(work, batch.id, { doneRows });
  return { isDone: taken < rowsAPart, doneRows };
}

const asStored = (batchId: string, rowNo: number, cells: SheetRow['cells']) => ({
  batchId,
  rowNo,
  cells: JSON.stringify(cells),
});

async function noteSheets(work: Work, batch: BatchRow, path: string): Promise<void> {
  const sheets = await sheetsOf(path);
  const shown = sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  const totalRows = sheets.find(({ name, isHidden }) =>
    batch.sheetName === '' ? !isHidden : name === batch.sheetName,
  )?.rowCount;
  await updateBatch(work, batch.id, {
    sheets: shown.filter((name) => name !== '').slice(0, 200),
    sheetName: batch.sheetName || shown[0] || '',
    totalRows: totalRows ?? 0,
  });
}

/** Titles, export dates and remarks above a list rarely take more. */
const rowsOfHeadings = 30;

/**
 * What the columns are: by a saved map whose headings the list has, else by the found heading, or by the row that a
 * person named. @param map one that a person chose, or `null` for none
 */
export async function recognise(
  work: Work,
  { id: batchId, kind }: Pick<BatchRow, 'id' | 'kind'>,
  headerRow?: number | null,
  map?: MapRow | null,
) {
  const first = (await rowsAfter(work, batchId, 0, rowsLookedAt)).map(({ rowNo, cells }) => ({
    number: rowNo,
    cells,
  }));
  const keys = headingKeys(
    first.slice(0, rowsOfHeadings).filter(({ number }) => (headerRow ?? number) === number),
  );
  const isSought = map === undefined && headerRow !== null;
  const saved = isSought ? await mapOfHeadings(work, kind, [...keys.keys()]) : (map ?? undefined);
  const savedRow = isSought && saved ? keys.get(saved.headingKey) : undefined;
  const rowNo = headerRow === undefined ? savedRow : headerRow;
  const header = rowNo === undefined ? findHeader(first, kind) : headerAt(first, rowNo);
  const { columns, mapping } = recogniseColumns(header, first, kind);
  const found = { headerRow: header?.row ?? null, mapName: saved?.name ?? '' };
  if (!saved || !header) return { ...found, columns, mapping };
  const byMap = mappingBy(saved, header.labels);
  return { ...found, columns: columns.map((column) => bySaved(column, byMap)), mapping: byMap };
}

function bySaved(column: StoredColumn, mapping: Mapping): StoredColumn {
  const names = Object.entries(mapping) as [ImportField, number][];
  const field = names.find(([, at]) => at === column.column)?.[0] ?? null;
  return { ...column, field, by: 'saved', confidence: field ? 1 : 0 };
}

function headerAt(rows: readonly SheetRow[], rowNo: number | null): Header | undefined {
  const row = rows.find(({ number }) => number === rowNo);
  if (!row) return undefined;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const labels = Array.from({ length: width }, (_, at) =>
    (row.cells[at]?.text ?? '').trim().replace(/\s+/g, ' '),
  );
  return { row: row.number, labels };
}

/** Forgets what was read of the file. */
export const forgetRows = (work: Work, batchId: string) => dropRows(work, batchId);
