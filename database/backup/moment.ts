import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Contents } from './contents.ts';
import { columnsOf, contentsOf, quoted } from './contents.ts';
import { asSuperuser, type Running } from './reach.ts';
import { BackupRefused } from './refusal.ts';

/** One moment of a database: when it was, and what its tables held. */
export interface Moment {
  /** The server's clock: each commit before it is in `contents`, none after it is. */
  readonly at: Date;
  readonly contents: Contents;
}

// Shorter than `deadlock_timeout` (1 s): we give way before anybody else would be chosen to.
const lockWait = '300ms';
const mostTries = 60;

/**
 * Stops the writers for an instant (some milliseconds), notes the time and, if a name is given, a mark in the WAL, and
 * then counts what all tables hold while they go on. A snapshot alone would not do: commits become visible in another
 * order than they stand in the WAL.
 * @throws BackupRefused `busy` when for a minute no instant was found
 */
export async function momentOf(running: Running, restorePoint?: string): Promise<Moment> {
  return asSuperuser(running, (barrier) =>
    asSuperuser(running, async (reader) => {
      const columns = await columnsOf(reader);
      await holdWriters(barrier, Object.keys(columns));
      const { rows } = await barrier.query(
        `select pg_export_snapshot() as snapshot,
                date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' as at`,
      );
      if (restorePoint) await barrier.query('select pg_create_restore_point($1)', [restorePoint]);
      await reader.query('begin isolation level repeatable read read only');
      await reader.query(`set transaction snapshot '${rows[0].snapshot}'`);
      // Held past that millisecond: a JavaScript time knows no finer one.
      await barrier.query('select pg_sleep(0.002)');
      await barrier.query('commit');
      const contents = await contentsOf(reader, columns);
      await reader.query('commit');
      return { at: rows[0].at as Date, contents };
    }),
  );
}

async function holdWriters(client: pg.Client, tables: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await client.query('begin isolation level repeatable read');
    await client.query(`set local lock_timeout = '${lockWait}'`);
    try {
      await client.query(`lock table ${tables.map(quoted).join(', ')} in share mode`);
      return;
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code !== '55P03') throw error;
      if (attempt >= mostTries) throw busy();
    }
    await sleep(700);
  }
}

const busy = () =>
  new BackupRefused(
    'busy',
    '系统一直在写入大量数据，没有等到可以核对的瞬间。一小时后会自动再试。',
    'The database was too busy for a moment at which to compare; this is tried again in an hour.',
  );
