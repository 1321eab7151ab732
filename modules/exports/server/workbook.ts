import { PassThrough } from 'node:stream';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { disposition } from '#platform/disposition.ts';
import type { ExportedColumn } from '#platform/exported-lists.ts';
import type { Call } from '#platform/http.ts';
import { notFound } from '#platform/problem.ts';
import type { SheetTable, SheetValue } from '#platform/sheets/table.ts';
import { writeSheet } from '#platform/sheets/write.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import { maskPhone } from '#shared/phones.ts';
import type { TakenOut } from '../contract-lists.ts';
import { exportEvents } from '../events.ts';
import { type ExportState, exportLife } from '../lifecycle.ts';
import { exportWords } from '../locales/words.ts';
import { exportOver } from './asking.ts';
import { itemsOf, listOf, mayHaveWhole, refusePrograms, sayIn } from './looking.ts';
import { type ExportRow, houseOf, lockOwnExport, updateExport } from './queries.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sends the workbook that the caller asked for, once, row by row as it is read: no file of it lies anywhere. */
export async function sendExport(work: Work, exportId: string, call: Call) {
  refusePrograms(work);
  const row = await call.writing((writer) => take(writer, exportId));
  const list = listOf(row.list);
  const { house, place } = await houseOf(work, row.orgUnitId);
  const written = { rows: 0 };
  const say = sayIn(list, call.language);
  const columns = row.columns.flatMap((key) => list.columns.filter((each) => each.key === key));
  const sheet: SheetTable = {
    name: `${say(list.title)} ${row.number}`,
    columns: columns.map(({ word, kind, width }) => ({
      header: say(word),
      kind: kind === 'instant' || kind === undefined ? 'text' : kind,
      ...(width !== undefined && { width }),
    })),
    rows: linesOf(work, row, call, columns, written),
  };
  const told = wordsOf(row, call, { house, place, title: sheet.name });
  const stream = new PassThrough();
  const sent = writeSheet(stream, {
    sheets: [sheet, told.sheet],
    properties: {
      title: sheet.name,
      creator: row.employeeName,
      description: told.footer,
      createdAt: work.now,
    },
    footer: told.footer,
  });
  void sent
    .then(
      () => 'finish' as const,
      (error: Error) => {
        stream.destroy(error);
        return 'breakOff' as const;
      },
    )
    .then((step) => call.writing((writer) => end(writer, exportId, step, written.rows)))
    .catch((error: unknown) => call.request.log.error({ err: error }, 'an export was not closed'));
  return call.reply
    .type(workbook)
    .header('content-disposition', disposition('attachment', `${sheet.name}.xlsx`))
    .header('cache-control', 'no-store')
    .header('x-export-rows', String(row.rowsPlanned))
    .send(stream);
}

async function take(work: Work, exportId: string): Promise<ExportRow> {
  const row = await lockOwnExport(work, exportId);
  if (!row) throw notFound();
  const state = exportLife.next('fetch', row.state as ExportState);
  if (row.expiresAt <= work.now) throw exportOver();
  await updateExport(work, row.id, { state });
  await work.emit(exportEvents.fetched, { exportId }, aboutIt(row));
  return row;
}

async function end(
  work: Work,
  exportId: string,
  step: 'finish' | 'breakOff',
  rows: number,
): Promise<void> {
  const row = await lockOwnExport(work, exportId);
  if (!row) return;
  const state = exportLife.next(step, row.state as ExportState);
  await updateExport(work, row.id, { state, rowsWritten: rows, endedAt: work.now });
  const event = step === 'finish' ? exportEvents.done : exportEvents.broken;
  await work.emit(event, { exportId, rows }, aboutIt(row));
}

const aboutIt = ({ id, orgPath }: ExportRow) => ({ type: 'listExport', id, orgPath });

/** The lines, a page at a time. What came to the list since it was counted waits for the next file. */
async function* linesOf(
  work: Work,
  row: ExportRow,
  call: Call,
  columns: readonly ExportedColumn<unknown>[],
  written: { rows: number },
): AsyncGenerator<SheetValue[]> {
  const list = listOf(row.list);
  const say = sayIn(list, call.language);
  const isWhole = row.isWhole && mayHaveWhole(work, list);
  const asked = { list: row.list as TakenOut, query: row.query };
  for await (const page of itemsOf(work, asked, call, row.rowsPlanned)) {
    const items = isWhole && list.whole ? await list.whole.of(work, page) : page;
    for (const item of items) {
      written.rows += 1;
      for (const line of list.lines(item))
        yield columns.map((column) => cellOf(column, column.of(line, say), isWhole));
    }
  }
}

/** Instants as the house’s clock showed them (`2026-11-21 16:00`); telephones masked unless asked for in full. */
function cellOf(column: ExportedColumn<unknown>, value: SheetValue, isWhole: boolean): SheetValue {
  if (typeof value !== 'string' || value === '') return value;
  if (column.isPhone && !isWhole) return value.includes('*') ? value : maskPhone(value);
  return column.kind === 'instant' ? clockOf(new Date(value)) : value;
}
const clockOf = (at: Date) => `${dateIn(zoneOfTenant, at)} ${timeIn(zoneOfTenant, at)}`;

/** Who took it, when, what for: on a sheet of its own, below every printed page, and in the file’s properties. */
function wordsOf(
  row: ExportRow,
  { language }: Call,
  of: { house: string; place: string; title: string },
): { sheet: SheetTable; footer: string } {
  const say = exportWords[language];
  const at = clockOf(row.createdAt);
  const facts = [
    [say.number, row.number],
    [say.what, of.title],
    [say.who, row.employeeName],
    [say.at, at],
    [say.house, of.house],
    [say.place, of.place],
    [say.count, String(row.rowsPlanned)],
    [
      say.filter,
      row.query === '' ? say.noFilter : decodeURIComponent(row.query.replaceAll('+', ' ')),
    ],
    [say.phones, row.isWhole ? say.phonesWhole : say.phonesMasked],
    [say.reason, row.reason],
    [say.notice, say.noticeText],
  ];
  const named: Record<string, string> = {
    number: row.number,
    who: row.employeeName,
    at,
    house: of.house,
  };
  return {
    footer: say.footer.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? ''),
    sheet: {
      name: say.sheet,
      columns: [
        { header: say.item, kind: 'text', width: 16 },
        { header: say.content, kind: 'text', width: 80 },
      ],
      rows: facts,
    },
  };
}
