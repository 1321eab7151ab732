import { createHash, type Hash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { MonthlyTable } from './begin.ts';
import { type Part, partOf } from './parts.ts';
import { MonthsRefused } from './refusal.ts';

/** What lies beside an exported month: what its file has to be. */
export interface MonthManifest {
  table: MonthlyTable;
  month: string;
  rows: number;
  /** Of the lines before they were compressed. */
  sha256: string;
}

export const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const fileOf = (folder: string, table: string, month: string) =>
  join(folder, `${table}-${month}.jsonl.gz`);
const manifestOf = (folder: string, table: string, month: string) =>
  join(folder, `${table}-${month}.json`);

/**
 * Writes a month that is over into a folder: one row a line as JSON, compressed, and a manifest beside it.
 * @throws MonthsRefused
 */
export async function exportMonth(
  client: pg.Client,
  asked: { table: MonthlyTable; month: string; folder: string; now: Date },
): Promise<MonthManifest> {
  const { table, month, folder, now } = asked;
  const part = await overPart(client, table, month, now);
  const file = fileOf(folder, table, month);
  if (existsSync(file)) throw thereAlready(file);
  const counted = new Counted();
  const to = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  await pipeline(client.query(rowsOf(part)), counted, createGzip({ level: 6 }), to);
  const manifest = { table, month, ...counted.said() };
  writeFileSync(manifestOf(folder, table, month), `${JSON.stringify(manifest)}\n`, { mode: 0o600 });
  return manifest;
}

/**
 * Proves that the exported file is what the database holds of the month.
 * @throws MonthsRefused `file_missing`, `file_differs`
 */
export async function proveExport(
  client: pg.Client,
  part: Part & { month: string },
  folder: string,
): Promise<MonthManifest> {
  const { table, month } = part;
  const file = fileOf(folder, table, month);
  if (!existsSync(file) || !existsSync(manifestOf(folder, table, month))) throw fileMissing(file);
  const manifest = JSON.parse(readFileSync(manifestOf(folder, table, month), 'utf8'));
  const [inFile, inTable] = [new Counted(), new Counted()];
  try {
    await pipeline(createReadStream(file), createGunzip(), inFile, nowhere());
  } catch {
    throw fileDiffers(file);
  }
  await pipeline(client.query(rowsOf(part)), inTable, nowhere());
  const said = inTable.said();
  for (const other of [inFile.said(), manifest]) {
    if (other.rows !== said.rows || other.sha256 !== said.sha256) throw fileDiffers(file);
  }
  return { table, month, ...said };
}

/** The part of a month that is over. @throws MonthsRefused */
export async function overPart(
  client: pg.Client,
  table: MonthlyTable,
  month: string,
  now: Date,
): Promise<Part & { month: string }> {
  if (!monthPattern.test(month)) throw malformed(month);
  if (month >= now.toISOString().slice(0, 7)) throw notOver(month);
  const part = await partOf(client, table, month);
  if (!part) throw noSuchMonth(table, month);
  return { ...part, month };
}

const rowsOf = ({ name }: Part) =>
  copyTo(`copy (select to_jsonb(p)::text from months.${name} p order by tenant_id, id) to stdout`);

const nowhere = () =>
  new Transform({
    transform: (_part, _encoding, done) => done(),
    flush: (done) => done(),
  }).resume();

/** Lets lines pass, and counts and hashes them. */
class Counted extends Transform {
  private rows = 0;
  private readonly hash: Hash = createHash('sha256');

  override _transform(part: Buffer, _encoding: string, done: (e: null, part: Buffer) => void) {
    this.hash.update(part);
    for (const byte of part) if (byte === 10) this.rows++;
    done(null, part);
  }

  said(): { rows: number; sha256: string } {
    return { rows: this.rows, sha256: this.hash.copy().digest('hex') };
  }
}

const thereAlready = (file: string) =>
  new MonthsRefused(
    'folder_not_usable',
    `${file} 已经存在。请换一个文件夹，或先移走它。`,
    `${file} is there already: name another folder, or move it away first.`,
  );
const fileMissing = (file: string) =>
  new MonthsRefused(
    'file_missing',
    `找不到导出文件 ${file}。请先用 --export 导出这个月。`,
    `There is no ${file}: export the month first (--export).`,
  );
const fileDiffers = (file: string) =>
  new MonthsRefused(
    'file_differs',
    `${file} 与数据库里的这个月不一致，不能删除。请重新导出到另一个文件夹。`,
    `${file} is not what the database holds of that month; nothing was dropped. Export it anew to another folder.`,
  );
const malformed = (month: string) =>
  new MonthsRefused(
    'month_malformed',
    `月份要写成 2027-01 的样子，不是“${month}”。`,
    `A month is written like 2027-01, not “${month}”.`,
  );
const notOver = (month: string) =>
  new MonthsRefused(
    'month_not_over',
    `${month} 还没有过完（按 UTC）。`,
    `${month} is not over yet (UTC).`,
  );
const noSuchMonth = (table: string, month: string) =>
  new MonthsRefused(
    'no_such_month',
    `表 ${table} 没有 ${month} 这一份：可能没有开始按月分表，或这个月在开始之前，或已经删除。npm run months 列出全部。`,
    `${table} has no part for ${month}: not begun by then, or dropped already. npm run months lists all.`,
  );
