import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { columnsOf, contentsOf, quoted, type TableContents } from '../backup/contents.ts';
import type { Applied } from '../migrate.ts';

export const dumpFormat = 1;

export interface DumpedTable extends TableContents {
  readonly columns: readonly string[];
}

/**
 * What a dump says of itself. A dump is data without its files of PostgreSQL: it survives any change of the database's
 * major version, and a release's dump is the proof that later releases still read it (G-52).
 */
export interface Dump {
  readonly format: typeof dumpFormat;
  readonly program: string;
  /** The schema that the data fits, each file with its checksum. */
  readonly migrations: readonly Applied[];
  readonly tables: Readonly<Record<string, DumpedTable>>;
}

/** Kept by the program itself, not data. */
const leftOut = new Set(['migrations']);

/** Where a table's rows lie: PostgreSQL's text format, compressed. */
export const rowsFile = (folder: string, table: string): string =>
  path.join(folder, 'tables', `${table}.copy.gz`);

/**
 * Writes all tables as they are at one instant.
 * @param client sees all tenants' rows
 * @param folder must not hold a dump yet
 */
export async function writeDump(client: pg.Client, folder: string, program: string): Promise<Dump> {
  await mkdir(path.join(folder, 'tables'), { recursive: true, mode: 0o700 });
  await client.query('begin isolation level repeatable read read only');
  const all = await columnsOf(client);
  const columns = Object.fromEntries(Object.entries(all).filter(([name]) => !leftOut.has(name)));
  const contents = await contentsOf(client, columns);
  const { rows } = await client.query<Applied>(
    'select name, checksum from migrations order by name',
  );
  const tables: Record<string, DumpedTable> = {};
  for (const [table, names] of Object.entries(columns)) {
    const listed = names.map(quoted).join(', ');
    // In the order of the first column (the tenant, or the key), so that two dumps of the same data are alike.
    const order = names
      .map((_, at) => at + 1)
      .slice(0, 2)
      .join(', ');
    const source = client.query(
      copyTo(`copy (select ${listed} from ${quoted(table)} order by ${order}) to stdout`),
    );
    const target = createWriteStream(rowsFile(folder, table), { flags: 'wx', mode: 0o600 });
    await pipeline(source, createGzip({ level: 9 }), target);
    tables[table] = { columns: names, ...contents[table]! };
  }
  await client.query('commit');
  const dump: Dump = { format: dumpFormat, program, migrations: rows, tables };
  await writeFile(dumpFile(folder), `${JSON.stringify(dump, null, 1)}\n`, { flag: 'wx' });
  return dump;
}

/** Reads what a dump says of itself. */
export const readDump = async (folder: string): Promise<Dump> =>
  JSON.parse(await readFile(dumpFile(folder), 'utf8'));

const dumpFile = (folder: string) => path.join(folder, 'dump.json');
