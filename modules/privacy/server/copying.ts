import { createReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { readableData } from '#platform/audit/reading-back.ts';
import type { Host } from '#platform/host.ts';
import { collect, subjectOf } from '#platform/personal/of-one.ts';
import { refuseNotShared } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { SheetTable } from '#platform/sheets/table.ts';
import { writeSheet } from '#platform/sheets/write.ts';
import type { Work } from '#platform/work.ts';
import { privacyEvents } from '../events.ts';
import { tableNames } from '../locales/tables.ts';
import { type PrivacyWord, privacyWords } from '../locales/words.ts';
import {
  erasureOf,
  insertExport,
  type ReadingCount,
  readingsByMonth,
  standingOf,
  takeExport,
} from './queries.ts';
import { fulfil } from './requests.ts';

const daysToFetch = 7;
type Row = Record<string, unknown>;

/** Notes that somebody wants the copy, and what for. @throws Problem 409 `already_erased` */
export async function askCopy(work: Work, customerId: string, purpose: string): Promise<Date> {
  const standing = await standingOf(work, customerId);
  if (!standing) throw notFound();
  refuseNotShared(work.actor, standing.orgPath);
  const erasure = await erasureOf(work, customerId);
  if (erasure && (!erasure.heldSince || erasure.doneAt)) throw new Problem(409, 'already_erased');
  const expiresAt = new Date(work.now.getTime() + daysToFetch * 24 * 3_600_000);
  await insertExport(work, { customerId, purpose, askedBy: work.actor.id, expiresAt });
  const about = { type: 'customer', id: customerId, orgPath: standing.orgPath };
  await work.emit(privacyEvents.copyAsked, { customerId }, about);
  return expiresAt;
}

/** Takes the caller's copy, so that it is fetched once. @throws Problem 409 `no_copy` */
export async function takeCopy(work: Work, customerId: string): Promise<void> {
  const standing = await standingOf(work, customerId);
  if (!standing) throw notFound();
  refuseNotShared(work.actor, standing.orgPath);
  const taken = await takeExport(work, customerId);
  if (!taken) throw new Problem(409, 'no_copy');
  const about = { type: 'customer', id: customerId, orgPath: standing.orgPath };
  await work.emit(privacyEvents.copyFetched, { customerId }, about);
  await fulfil(work, customerId, 'copy', { evidence: { type: 'dataExport', id: taken.id } });
}

/** The whole copy: `data.json`, a workbook to read, and the bytes of his papers. */
export async function copyOf(work: Work, host: Host, customerId: string): Promise<Readable> {
  const subject = await subjectOf(work, customerId, { isErasing: false, isOver: true });
  const found = await collect(work, subject);
  const entries = (found.get('auditEntries') ?? []) as unknown as { id: string; data: unknown }[];
  const opened = await readableData(work, host.secrets, entries);
  for (const entry of entries) entry.data = opened.get(entry.id);
  const counts = await readingsByMonth(work, customerId);
  const zip = new ZipFile();
  const all = { ...Object.fromEntries(found), readingsByMonth: counts };
  zip.addBuffer(Buffer.from(JSON.stringify(all, null, 2)), 'data.json');
  const sheets = [...found].map(([table, rows]) => sheetOf(table, rows));
  if (counts.length > 0) sheets.push(countsSheet(counts));
  const book = new PassThrough();
  const [bytes] = await Promise.all([buffer(book), writeSheet(book, { sheets })]);
  zip.addBuffer(bytes, '个人信息.xlsx');
  for (const { id, sha256, fileName } of found.get('files') ?? []) {
    if (typeof sha256 !== 'string' || !(await host.files.has(work.actor.tenantId, sha256)))
      continue;
    const path = host.files.pathOf(work.actor.tenantId, sha256);
    zip.addReadStream(
      createReadStream(path),
      `files/${id}-${String(fileName).replace(/[\\/:]/g, '_')}`,
    );
  }
  zip.end();
  return zip.outputStream as Readable;
}

/** Who saw him in full, in words that he can read. */
const countsSheet = (counts: readonly ReadingCount[]): SheetTable => ({
  name: '谁看过完整信息',
  columns: ['月份', '方式', '经手人', '次数'].map((header) => ({ header, kind: 'text' })),
  rows: counts.map(({ month, event, actorName, times }) => {
    return [month, readingWords(event, 'zh-CN'), actorName, String(times)];
  }),
});

/** What the audit calls a look at a customer, as people say it. */
export const readingWords = (event: string, language: 'zh-CN' | 'en'): string =>
  privacyWords[language][event as PrivacyWord] ?? event;

function sheetOf(table: string, rows: readonly Row[]): SheetTable {
  const columns = Object.keys(rows[0]!);
  return {
    name: tableNames[table]?.[0] ?? table,
    columns: columns.map((header) => ({ header, kind: 'text' })),
    rows: rows.map((row) => columns.map((column) => cell(row[column]))),
  };
}

const cell = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value ?? '');
