import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Contents, contentsOf, differences, quoted } from '../backup/contents.ts';
import { BackupRefused } from '../backup/refusal.ts';
import { type Dump, rowsFile } from './dump.ts';

/**
 * Fills a database that has exactly the dump's schema and nobody's data yet, and proves that all of it arrived: all or
 * nothing, in one transaction.
 * @param client the supervisor's own login: it sees all rows, and may leave the foreign keys to the comparison
 * @throws BackupRefused `contents_differ`, `other_database`
 */
export async function loadDump(client: pg.Client, folder: string, dump: Dump): Promise<void> {
  await refuseOtherSchema(client, dump);
  await client.query('begin');
  try {
    // The tables come in no order that the foreign keys would like; equal contents prove them kept.
    await client.query('set local session_replication_role = replica');
    const names = Object.keys(dump.tables);
    await client.query(`truncate ${names.map(quoted).join(', ')}`);
    for (const name of names) await loadTable(client, folder, name, dump);
    await advanceNumbers(client);
    const wrong = differences(expectedOf(dump), await contentsOf(client, columnsIn(dump)));
    if (wrong.length > 0) throw differ(wrong);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  await client.query('analyze');
}

/** The columns that the dump holds, by table. */
export const columnsIn = ({ tables }: Dump): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(tables).map(([name, { columns }]) => [name, columns]));

/** What the tables held when the dump was made. */
export const expectedOf = ({ tables }: Dump): Contents =>
  Object.fromEntries(Object.entries(tables).map(([name, { rows, sum }]) => [name, { rows, sum }]));

async function loadTable(client: pg.Client, folder: string, name: string, { tables }: Dump) {
  const listed = tables[name]!.columns.map(quoted).join(', ');
  const target = client.query(copyFrom(`copy ${quoted(name)} (${listed}) from stdin`));
  await pipeline(createReadStream(rowsFile(folder, name)), createGunzip(), target);
}

/** Numbers that the database itself hands out go on after the highest that was loaded. */
async function advanceNumbers(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attidentity <> ''`,
  );
  for (const { table, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2),
                     (select coalesce(max(${quoted(column)}), 0) + 1 from ${quoted(table)}), false)`,
      [quoted(table), column],
    );
  }
}

async function refuseOtherSchema(client: pg.Client, dump: Dump): Promise<void> {
  const { rows } = await client.query('select name, checksum from migrations order by name');
  if (JSON.stringify(rows) === JSON.stringify(dump.migrations)) return;
  throw new BackupRefused(
    'other_database',
    '数据库结构与导出数据不一致，不能导入。请用同一程序版本。',
    'The schema is not that of the exported data; use the same version of the program.',
  );
}

const differ = (tables: readonly string[]) =>
  new BackupRefused(
    'contents_differ',
    `导入后的数据与导出时不一致：${tables.join('、')}。什么都没有保存。`,
    `What was loaded is not what was exported: ${tables.join(', ')}. Nothing was saved.`,
  );
