import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { clusterFiles } from './cluster-files.ts';
import type { BackupKey } from './key.ts';
import { type Manifest, manifestFormat, type PartName, writeManifest } from './manifest.ts';
import { Mirror, storedFiles } from './mirror.ts';
import { momentOf } from './moment.ts';
import { asSuperuser, type Running, storeDirOf } from './reach.ts';
import { BackupRefused } from './refusal.ts';
import {
  beginLine,
  isUnfinished,
  type Line,
  syncFolder,
  textSource,
  type Written,
  writeSealed,
} from './repository.ts';
import { through } from './streams.ts';
import { type TarEntry, tarOf, textContent } from './tar.ts';
import { takeOutgoing, walOf } from './wal.ts';

export interface BackupOrder {
  readonly running: Running;
  readonly line: Line;
  readonly key: BackupKey;
  /** The program's version, so that an older one refuses the backup. */
  readonly program: string;
  now(): Date;
}

/** The file of a part within a base backup. */
export const partFile = (part: PartName): string =>
  ({
    cluster: 'cluster.tar.zst.sealed',
    label: 'backup_label.sealed',
    files: 'files.list.zst.sealed',
    secrets: 'secrets.tar.zst.sealed',
  })[part];

/** What a part is sealed under: it opens as this part of this backup alone. */
export const partSeal = (base: string, part: PartName): string => `base/${base}/${part}`;

/**
 * Copies the running database, its files and its secrets, and everything that was written meanwhile. Nobody waits but
 * for some milliseconds at the end. The backup gets its name when it is whole, and no sooner (G-50).
 */
export async function takeBackup(order: BackupOrder): Promise<Manifest> {
  const { running, line, key } = order;
  await beginLine(line, key.id);
  await removeUnfinished(line);
  const startedAt = order.now();
  const name = nameOf(startedAt);
  const draft = path.join(line.baseDir, `${name}.unfinished`);
  await mkdir(draft, { mode: 0o700 });
  const part = (which: PartName, source: AsyncIterable<Buffer>): Promise<Written> =>
    writeSealed(path.join(draft, partFile(which)), source, key, partSeal(name, which));
  try {
    const copied = await asSuperuser(running, (client) => copyCluster(client, running, name, part));
    const secrets = await part('secrets', packed(secretFiles(running.home.secretDir)));
    await new Mirror(storeDirOf(running.home), line, key).catchUp(order.now());
    const listed = await storedFiles(storeDirOf(running.home));
    const list = textSource(listed.map((each) => `${each}\n`).join(''));
    const files = await part('files', through(list, createZstdCompress()));
    const restorePoint = `jingming_${name}`;
    const { at, contents } = await momentOf(running, restorePoint);
    const lastSegment = await archiveUpToHere(order);
    const manifest: Manifest = {
      format: manifestFormat,
      name,
      line: line.id,
      keyId: key.id,
      program: order.program,
      ...copied.facts,
      startedAt: startedAt.toISOString(),
      endedAt: at.toISOString(),
      lastSegment,
      restorePoint,
      contents,
      parts: { cluster: copied.cluster, label: copied.label, files, secrets },
    };
    await writeManifest(draft, manifest, key);
    await rename(draft, path.join(line.baseDir, name));
    await syncFolder(line.baseDir);
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

type WritePart = (which: PartName, source: AsyncIterable<Buffer>) => Promise<Written>;

async function copyCluster(client: pg.Client, running: Running, name: string, part: WritePart) {
  const facts = await factsOf(client);
  const { rows: began } = await client.query(
    `select pg_walfile_name(pg_backup_start($1, fast => true)) as segment`,
    [name],
  );
  const cluster = await part('cluster', packed(clusterFiles(running.clusterDir)));
  // Waits until PostgreSQL has laid down all WAL that the copy needs.
  await client.query(`set statement_timeout = '120s'`);
  const { rows: ended } = await client.query(
    'select labelfile, spcmapfile from pg_backup_stop(wait_for_archive => true)',
  );
  if (ended[0].spcmapfile.trim() !== '') throw tablespace();
  const label = await part('label', textSource(ended[0].labelfile));
  return { cluster, label, facts: { ...facts, firstSegment: String(began[0].segment) } };
}

async function factsOf(client: pg.Client) {
  const { rows } = await client.query(
    `select (select system_identifier::text from pg_control_system()) as system,
            (select bytes_per_wal_segment from pg_control_init()) as segment_bytes,
            current_setting('server_version_num')::int / 10000 as major,
            array(select name from migrations order by name) as migrations`,
  );
  const { system, segment_bytes, major, migrations } = rows[0];
  return {
    systemIdentifier: String(system),
    segmentBytes: Number(segment_bytes),
    postgresMajor: String(major),
    migrations: migrations as string[],
  };
}

/** Closes the present segment and waits until it lies in the backup. @returns its name */
export async function archiveUpToHere(order: Omit<BackupOrder, 'program'>): Promise<string> {
  const { running, line, key } = order;
  const segment = await asSuperuser(running, async (client) => {
    const { rows } = await client.query('select pg_walfile_name(pg_switch_wal()) as segment');
    return String(rows[0].segment);
  });
  for (let look = 0; look < 600; look += 1) {
    await takeOutgoing(running, line, key, order.now());
    if ((await walOf(line)).includes(segment)) return segment;
    await sleep(100);
  }
  throw new BackupRefused(
    'busy',
    '数据库的日志一分钟内没有归档完成，这次备份作废。请检查备份磁盘是否已满。',
    'The write-ahead log was not archived within a minute; this backup is void. Is its disk full?',
  );
}

const packed = (entries: AsyncIterable<TarEntry>) => through(tarOf(entries), createZstdCompress());

/** Passwords and keys, without the backup key itself, which would open its own box. */
async function* secretFiles(secretDir: string): AsyncIterable<TarEntry> {
  for (const entry of await readdir(secretDir, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'backup.key' || isUnfinished(entry.name)) continue;
    const content = textContent(await readFile(path.join(secretDir, entry.name)));
    yield { name: entry.name, mode: 0o600, content };
  }
}

/** What a killed backup left; it has no name that anybody would take for a backup. */
async function removeUnfinished(line: Line): Promise<void> {
  for (const name of (await readdir(line.baseDir)).filter(isUnfinished)) {
    await rm(path.join(line.baseDir, name), { recursive: true, force: true });
  }
}

/** `20261122T023000Z`: sorts by time, and is a name on every system. */
const nameOf = (at: Date) => at.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

const tablespace = () =>
  new BackupRefused(
    'tablespace',
    '数据库使用了表空间，自带的备份不支持。请移除表空间，或改用 pgBackRest。',
    'The database uses tablespaces, which this backup does not support. Remove them or use pgBackRest.',
  );
