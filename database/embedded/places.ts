import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Account, canEnter, handOver } from './account.ts';
import { StartRefusal } from './refusal.ts';

/** Where things lie in the application's data directory. */
export interface Home {
  readonly dataDir: string;
  /** Passwords, 0600 each. */
  readonly secretDir: string;
  /** Locks and the server's first words; of no value between two runs. */
  readonly runDir: string;
}

/** Used when the unprivileged account cannot reach the project, e.g. below `/root`. */
export const defaultStagingDir = '/var/lib/jingming';

/** Makes the folders of the application's data directory. */
export function layOut(dataDir: string): Home {
  makeFolder(dataDir);
  const real = realpathSync(dataDir);
  const home = {
    dataDir: real,
    secretDir: path.join(real, 'secret'),
    runDir: path.join(real, 'run'),
  };
  for (const folder of [home.secretDir, home.runDir]) makeFolder(folder);
  return home;
}

/** Step by step: Node's own recursion says ENOENT for a read-only disk, which is not what is wrong. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * Where the cluster of this data directory lies. A place of its own is written down, so that a
 * later change of rights never leads to a second, empty cluster beside the real one.
 */
export function clusterDirOf(home: Home): string {
  const note = locationNote(home);
  if (!existsSync(note)) return path.join(home.dataDir, 'postgres');
  const clusterDir = readFileSync(note, 'utf8').trim();
  if (existsSync(path.join(clusterDir, 'PG_VERSION'))) return clusterDir;
  throw new StartRefusal(
    'cluster_missing',
    `数据库文件应在 ${clusterDir}（记录在 ${note}），但那里没有。请找回该目录，或从备份恢复。`,
    `The database files should be in ${clusterDir} (noted in ${note}) but are not. Bring them back or restore a backup.`,
  );
}

/** Where PostgreSQL lays down finished WAL segments, beside its cluster, until the backup has taken them. */
export const outgoingDirOf = (clusterDir: string): string => `${clusterDir}-wal`;

/** The owner of an existing cluster, undefined where there is none yet. */
export function clusterOwner(clusterDir: string): { uid: number; gid: number } | undefined {
  const stat = statSync(path.join(clusterDir, 'PG_VERSION'), { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
}

/** Lets the account through the data directory to its cluster; false where a parent bars the way. */
export function openWay(account: Account, folder: string): boolean {
  if (canEnter(account, folder)) return true;
  // Passing through is enough: what else lies there keeps its own rights.
  chownSync(folder, -1, account.gid);
  chmodSync(folder, statSync(folder).mode | 0o010);
  return canEnter(account, folder);
}

/** A place for the cluster outside the project, 0710 so that only the account passes through. */
export function stagedClusterDir(home: Home, account: Account, stagingDir: string): string {
  mkdirSync(stagingDir, { recursive: true, mode: 0o755 });
  const folder = path.join(stagingDir, `data-${fingerprint(home.dataDir)}`);
  mkdirSync(folder, { recursive: true, mode: 0o710 });
  chownSync(folder, -1, account.gid);
  return path.join(folder, 'postgres');
}

/** Notes that the cluster lies elsewhere; called once it is complete. */
export function noteLocation(home: Home, clusterDir: string): void {
  if (path.dirname(clusterDir) === home.dataDir) return;
  writeFileSync(locationNote(home), `${clusterDir}\n`, { mode: 0o600 });
}

/** A short 0700 folder for the socket: its whole path must stay below 100 bytes. */
export function makeSocketDir(clusterDir: string, account: Account | undefined): string {
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const name = `jingming-${fingerprint(`${uid}:${clusterDir}`)}`;
  const base = socketBase(name);
  const wanted = path.join(base, name);
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const folder = isOurs(wanted, uid) ? wanted : mkdtempSync(path.join(base, 'jingming-'));
  handOver(folder, account);
  chmodSync(folder, 0o700);
  return folder;
}

function socketBase(name: string): string {
  if (process.getuid?.() === 0 && existsSync('/run')) return '/run';
  const socket = path.join(os.tmpdir(), name, '.s.PGSQL.5432');
  return Buffer.byteLength(socket) < 100 ? os.tmpdir() : '/tmp';
}

// In a shared /tmp someone else may have taken the name.
function isOurs(folder: string, uid: number): boolean {
  const stat = lstatSync(folder);
  return stat.isDirectory() && (stat.uid === uid || stat.uid === process.getuid?.());
}

/** Present while a restore is under way: what lies here is not whole yet. */
export const unfinishedRestoreNote = (home: Home): string =>
  path.join(home.dataDir, 'restore-unfinished');

function locationNote(home: Home): string {
  return path.join(home.dataDir, 'postgres-location');
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
