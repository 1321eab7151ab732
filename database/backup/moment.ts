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
/** For all tables together: a writer gives up after two seconds. */
const longestWait = '1s';
const mostTries = 60;
/** What the server says when it waited so long: for one table, for all. */
const gaveUp = new Set(['55P03', '57014']);

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
      const { at, snapshot } = await instantOf(barrier, Object.keys(columns), restorePoint);
      await reader.query('begin isolation level repeatable read read only');
      await reader.query(`set transaction snapshot ${reader.escapeLiteral(snapshot)}`);
      await barrier.query('commit');
      const contents = await contentsOf(reader, columns);
      await reader.query('commit');
      return { at, contents };
    }),
  );
}

async function instantOf(client: pg.Client, tables: readonly string[], restorePoint?: string) {
  const script = scriptOf(client, tables, restorePoint);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const results = (await client.query(script)) as unknown as pg.QueryResult[];
      const told = Object.assign({}, ...results.flatMap(({ rows }) => rows));
      return { at: told.at as Date, snapshot: told.snapshot as string };
    } catch (error) {
      await client.query('rollback');
      if (!gaveUp.has((error as { code?: string }).code ?? '')) throw error;
      if (attempt >= mostTries) throw busy();
    }
    await sleep(700);
  }
}

/**
 * In one message, so that the writers wait for the server alone and never for this process, which has a low priority.
 * The locks go with the savepoint; the snapshot of the transaction stays, and can be exported only outside of it.
 */
const scriptOf = (client: pg.Client, tables: readonly string[], restorePoint?: string): string => `
  begin isolation level repeatable read;
  set local lock_timeout = '${lockWait}';
  set local statement_timeout = '${longestWait}';
  savepoint held;
  lock table ${tables.map(quoted).join(', ')} in share mode;
  select date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' as at;
  ${restorePoint ? `select pg_create_restore_point(${client.escapeLiteral(restorePoint)});` : ''}
  -- Held past that millisecond: a JavaScript time knows no finer one.
  select pg_sleep(0.002);
  rollback to savepoint held;
  release savepoint held;
  select pg_export_snapshot() as snapshot;`;

const busy = () =>
  new BackupRefused(
    'busy',
    '系统一直在写入大量数据，没有等到可以核对的瞬间。一小时后会自动再试。',
    'The database was too busy for a moment at which to compare; this is tried again in an hour.',
  );
