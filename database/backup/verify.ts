import path from 'node:path';
import type pg from 'pg';
import { layOut } from '../embedded/places.ts';
import { chooseBase } from './choose.ts';
import { columnsOf, contentsOf, differences } from './contents.ts';
import type { BackupKey } from './key.ts';
import { readManifest } from './manifest.ts';
import { asSuperuser } from './reach.ts';
import { BackupRefused } from './refusal.ts';
import { type Restored, removeTarget, restore } from './restore.ts';
import { proveFiles } from './unpack.ts';

export interface RestoreTestOrder {
  readonly from: string;
  /** Made for the test and removed after it. */
  readonly scratchDir: string;
  readonly key: BackupKey;
  readonly knownMigrations: readonly string[];
  readonly say: (line: string) => void;
}

/** What a restore test looked at. */
export interface Proof {
  readonly base: string;
  readonly bytes: number;
  readonly checked: { tables: number; rows: number; indexes: number; files: number };
}

/**
 * Brings the newest backup back into a folder beside, up to the mark of which the manifest knows the contents, and
 * compares: every table by rows and sum, every table and index by PostgreSQL's own `amcheck`, every file by its hash.
 * @throws BackupRefused with what is wrong
 */
export async function testRestore(order: RestoreTestOrder): Promise<Proof> {
  // What a test that was killed left behind.
  await removeTarget(layOut(order.scratchDir));
  const { line, base } = await chooseBase(order.from);
  const baseDir = path.join(line.baseDir, base);
  const { key, say, knownMigrations } = order;
  const restored = await restore({
    from: baseDir,
    to: order.scratchDir,
    key,
    knownMigrations,
    say,
    target: { kind: 'mark', name: readManifest(baseDir, key).restorePoint },
    withoutFiles: true,
  });
  try {
    const checked = await prove(restored, key);
    const { manifest } = restored;
    return { base: manifest.name, bytes: manifest.parts.cluster.bytes, checked };
  } finally {
    await restored.stop();
    await removeTarget(restored.home);
  }
}

async function prove(restored: Restored, key: BackupKey) {
  const { manifest, chosen, order, postmaster } = restored;
  const { contents } = manifest;
  const reach = { endpoint: postmaster.endpoint, superuser: order.superuser };
  const indexes = await asSuperuser(reach, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const found = await contentsOf(client, await columnsOf(client));
    await client.query('commit');
    const wrong = differences(contents, found);
    if (wrong.length > 0) throw contentsDiffer(wrong);
    return checkStructures(client);
  });
  const files = await proveFiles(chosen, key);
  const rows = Object.values(contents).reduce((sum, table) => sum + table.rows, 0);
  return { tables: Object.keys(contents).length, rows, indexes, files };
}

/** PostgreSQL's own look at tables and indexes. @returns how many indexes were looked through */
export async function checkStructures(client: pg.Client): Promise<number> {
  await client.query('create extension if not exists amcheck');
  const { rows: broken } = await client.query(
    `select c.relname, found.msg from pg_class c, verify_heapam(c.oid) found
      where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'months'::regnamespace) limit 5`,
  );
  if (broken.length > 0) throw contentsDiffer(broken.map((row) => `${row.relname}: ${row.msg}`));
  const { rows } = await client.query(
    `select case m.amname when 'btree' then bt_index_check(i.indexrelid, true)::text
                          when 'gin' then gin_index_check(i.indexrelid)::text end
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
      where c.relnamespace in ('public'::regnamespace, 'months'::regnamespace) and c.relkind = 'i' and i.indisvalid and m.amname in ('btree', 'gin')`,
  );
  return rows.length;
}

function contentsDiffer(what: readonly string[]): BackupRefused {
  return new BackupRefused(
    'contents_differ',
    `恢复出来的数据与备份时不一致：${what.join('、')}。请立即重新备份，并保留现有备份以便检查。`,
    `What was restored is not what was backed up: ${what.join(', ')}. Back up again at once.`,
  );
}
