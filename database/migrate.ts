import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { monthsAhead } from './months/begin.ts';

const folder = join(import.meta.dirname, 'migrations');
/** Any number: it only has to be the same for everyone who migrates this product. */
const lockNumber = 7_410_021_121;

export interface Applied {
  name: string;
  checksum: string;
}

/** What cannot be started with: said in plain words, with what to do. */
export class MigrationRefused extends Error {}

/**
 * Brings the schema to the present, forward only, one file a transaction, under an advisory lock so that several
 * starting processes take turns. Refuses a schema that is newer than this program, and a file that was changed
 * after it had been applied (D-82).
 * @param until the last file to apply, for data of an older release; absent: all of them
 */
export async function migrate(
  connection: pg.ClientConfig,
  say: (line: string) => void,
  { until }: { until?: string } = {},
): Promise<void> {
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const files = (await migrationFiles()).filter(({ name }) => !until || name <= until);
    const applied = await appliedOnes(client);
    refuseWhatDoesNotFit(files, applied);
    const missing = files.slice(applied.length);
    for (const [at, file] of missing.entries()) {
      say(`数据库升级 ${at + 1}/${missing.length}: ${file.name}`);
      await apply(client, file);
    }
    if (!until) await client.query('select make_months($1)', [monthsAhead]);
  } finally {
    await client.end();
  }
}

/** The migrations that this program brings, in their order, each with its checksum. */
export const shippedMigrations = async (): Promise<Applied[]> =>
  (await migrationFiles()).map(({ name, checksum }) => ({ name, checksum }));

/** Their names alone. */
export const knownMigrations = async (): Promise<string[]> =>
  (await migrationFiles()).map(({ name }) => name);

interface MigrationFile extends Applied {
  text: string;
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function appliedOnes(client: pg.Client): Promise<Applied[]> {
  await client.query(`create table if not exists migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  await client.query("comment on table migrations is 'local'");
  const { rows } = await client.query<Applied>(
    'select name, checksum from migrations order by name',
  );
  return rows;
}

function refuseWhatDoesNotFit(files: readonly MigrationFile[], applied: readonly Applied[]): void {
  for (const [at, done] of applied.entries()) {
    const file = files[at];
    if (!files.some((one) => one.name === done.name)) {
      throw new MigrationRefused(
        `数据库比程序新（含有未知的升级 ${done.name}）。请使用更新的程序版本启动。 / The database is newer than this program.`,
      );
    }
    if (file?.name !== done.name || file.checksum !== done.checksum) {
      throw new MigrationRefused(
        `数据库升级文件 ${done.name} 与已执行的不一致，拒绝启动。 / A migration was changed after it had been applied.`,
      );
    }
  }
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '10s'");
    await client.query(file.text);
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
