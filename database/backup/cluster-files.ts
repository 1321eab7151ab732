import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type TarEntry, textContent } from './tar.ts';

/** What PostgreSQL makes anew at a start (chapter "Making a Base Backup Using the Low Level API"). */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'log',
]);
const leftOut = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'current_logfiles',
  'backup_label',
  'tablespace_map',
  'backup_label.old',
  'recovery.signal',
  'standby.signal',
]);
const controlFile = 'global/pg_control';

/**
 * The files of a running cluster, between `pg_backup_start` and `pg_backup_stop`. Files may change and vanish
 * meanwhile: the WAL makes that good. The control file comes last, as PostgreSQL's own tool does it.
 */
export async function* clusterFiles(clusterDir: string): AsyncIterable<TarEntry> {
  yield* filesBelow(clusterDir, '');
  yield {
    name: controlFile,
    mode: 0o600,
    content: textContent(await steadyControlFile(path.join(clusterDir, controlFile))),
  };
}

async function* filesBelow(root: string, folder: string): AsyncIterable<TarEntry> {
  for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (leftOut.has(name) || name === controlFile || entry.name.startsWith('pgsql_tmp')) continue;
    if (entry.isDirectory()) {
      yield { name, mode: 0o700 };
      if (emptied.has(name)) {
        if (name === 'pg_wal') yield { name: 'pg_wal/archive_status', mode: 0o700 };
      } else yield* filesBelow(root, name);
    } else if (entry.isFile()) {
      const content = await liveContent(path.join(root, name));
      if (content) yield { name, mode: 0o600, content };
    }
  }
}

/** Opened before its size is told, so that a file that is removed meanwhile can still be read; undefined if it is gone. */
async function liveContent(file: string): Promise<TarEntry['content']> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return undefined;
  const { size } = await handle.stat();
  return { size, read: () => handle.createReadStream({ highWaterMark: 262_144 }) };
}

/** The server writes it in one piece, but reading may fall in between: twice the same is whole. */
async function steadyControlFile(file: string): Promise<Buffer> {
  for (let before = await readFile(file); ; ) {
    const now = await readFile(file);
    if (now.equals(before)) return now;
    before = now;
  }
}
