import type { SheetRow } from '#shared/cells.ts';
import { readCsv } from './csv.ts';
import { SheetFault } from './fault.ts';
import type { SheetLimits } from './limits.ts';
import { formatOf } from './sniff.ts';
import { openPackage, type SheetPackage } from './xlsx/package.ts';
import { readSharedStrings } from './xlsx/shared-strings.ts';
import { readDateStyles } from './xlsx/styles.ts';
import { readWorkbook } from './xlsx/workbook.ts';
import { readWorksheet } from './xlsx/worksheet.ts';

/** A sheet and how many of its rows hold something. */
export interface SheetSummary {
  name: string;
  isHidden: boolean;
  rowCount: number;
}

/** Lists the sheets. Runs in the reading thread. */
export async function summarise(path: string, limits: SheetLimits): Promise<SheetSummary[]> {
  const summaries: SheetSummary[] = [];
  for await (const { name, isHidden, rows } of tables(path, limits)) {
    let rowCount = 0;
    for await (const batch of withinRowLimit(rows, limits)) rowCount += batch.length;
    summaries.push({ name: keepableText(name), isHidden, rowCount });
  }
  return summaries;
}

/** Yields the rows of one sheet, by name, or of the first visible one. Runs in the reading thread. */
export async function* rowsOf(
  path: string,
  sheet: string | undefined,
  limits: SheetLimits,
): AsyncGenerator<SheetRow[]> {
  for await (const { name, isHidden, rows } of tables(path, limits)) {
    if (sheet === undefined ? isHidden : name !== sheet) continue;
    yield* withinRowLimit(rows, limits);
    return;
  }
  throw new SheetFault('sheet_missing', sheet ?? 'no visible sheet');
}

interface Table {
  name: string;
  isHidden: boolean;
  rows: AsyncIterable<SheetRow[]>;
}

async function* tables(path: string, limits: SheetLimits): AsyncGenerator<Table> {
  if ((await formatOf(path)) === 'csv') {
    yield { name: '', isHidden: false, rows: readCsv(path, limits) };
    return;
  }
  const parts = await openPackage(path, limits);
  try {
    yield* worksheets(parts, limits);
  } finally {
    parts.close();
  }
}

async function* worksheets(parts: SheetPackage, limits: SheetLimits): AsyncGenerator<Table> {
  const { sheets, countsFrom1904, stylesPart, sharedStringsPart } = await readWorkbook(parts);
  const context = {
    countsFrom1904,
    dateStyles: await readDateStyles(parts.part(stylesPart)),
    sharedStrings: await readSharedStrings(parts.part(sharedStringsPart)),
  };
  async function* rowsOfPart(part: string) {
    const bytes = parts.part(part);
    if (!bytes) throw new SheetFault('file_broken', `${part} missing`);
    yield* readWorksheet(bytes, context, limits);
  }
  for (const { name, isHidden, part } of sheets) yield { name, isHidden, rows: rowsOfPart(part) };
}

async function* withinRowLimit(rows: AsyncIterable<SheetRow[]>, limits: SheetLimits) {
  let count = 0;
  for await (const batch of rows) {
    count += batch.length;
    if (count > limits.rows) throw new SheetFault('too_many_rows', `more than ${limits.rows}`);
    for (const row of batch) keepable(row);
    yield batch;
  }
}

/** Takes out what no database can hold: NUL, and halves of characters that a damaged file is full of. */
function keepable({ cells }: SheetRow): void {
  for (const cell of cells) {
    if (cell) cell.text = keepableText(cell.text);
  }
}
const keepableText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();
