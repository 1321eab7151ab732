import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { takeLock } from '../embedded/lock.ts';
import {
  defaultStagingDir,
  type Home,
  layOut,
  noteLocation,
  unfinishedRestoreNote,
} from '../embedded/places.ts';
import type { Postmaster, ServerOrder } from '../embedded/postmaster.ts';
import { prepare } from '../embedded/prepare.ts';
import { stopPostmaster } from '../embedded/processes.ts';
import { setWatchdog } from '../embedded/watch.ts';
import { type Chosen, chooseBase } from './choose.ts';
import { type BackupKey, keepKey } from './key.ts';
import { type Manifest, newerProgram, readManifest } from './manifest.ts';
import { recover, type Target, walMissing } from './recover.ts';
import { BackupRefused } from './refusal.ts';
import { runFrom } from './segments.ts';
import { checkParts, unpackCluster, unpackFiles, unpackSecrets } from './unpack.ts';
import { lastWalOf, walOf } from './wal.ts';

export interface RestoreOrder {
  /** A folder of backups, of one line, or of one base backup. */
  readonly from: string;
  /** The data directory to be: absent or empty. */
  readonly to: string;
  readonly key: BackupKey;
  readonly target: Target;
  /** The migrations that this program knows; a backup with others is refused. */
  readonly knownMigrations: readonly string[];
  readonly say: (line: string) => void;
  readonly stagingDir?: string;
  /** A restore test leaves the photographs where they are and only reads them. */
  readonly withoutFiles?: boolean;
}

/** A restored database that still runs, for whoever wants to look into it. */
export interface Restored {
  readonly manifest: Manifest;
  readonly chosen: Chosen;
  readonly home: Home;
  readonly order: ServerOrder;
  readonly postmaster: Postmaster;
  /** Ends the server; what was restored stays. */
  stop(): Promise<void>;
}

/**
 * Brings a backup back, as it was at the target, into an empty data directory. Whatever is not as it should be is
 * refused in plain words, and then nothing is left behind (G-50).
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const { target, key, say } = order;
  const chosen = await chooseBase(order.from, target.kind === 'time' ? target.at : undefined);
  const baseDir = path.join(chosen.line.baseDir, chosen.base);
  const manifest = readManifest(baseDir, key);
  refuseNewer(manifest, order.knownMigrations);
  refuseTarget(order.to);
  say(`核对备份 ${chosen.base} … (checking the backup)`);
  await checkParts(chosen, manifest);
  const run = await replayable(chosen, manifest, target);
  const home = await claimTarget(order.to);
  try {
    return await unpackAndRecover(order, { chosen, manifest, home, ...run });
  } catch (error) {
    await removeTarget(home);
    throw error;
  }
}

interface Plan {
  readonly chosen: Chosen;
  readonly manifest: Manifest;
  readonly home: Home;
  readonly segments: readonly string[];
  readonly missing: string | undefined;
}

async function unpackAndRecover(given: RestoreOrder, plan: Plan): Promise<Restored> {
  const { key, say, target } = given;
  const { chosen, manifest, home } = plan;
  await unpackSecrets(chosen, key, home.secretDir);
  keepKey(home.secretDir, key);
  const { order } = await prepare({
    home,
    log: say,
    throwaway: false,
    stagingDir: given.stagingDir ?? defaultStagingDir,
    archiving: false,
  });
  refuseMajor(manifest, order.binaries.serverVersion);
  // The place outside the project is known from here on, and cleared with the rest.
  await mkdir(order.clusterDir, { recursive: true, mode: 0o700 });
  noteLocation(home, order.clusterDir);
  say('还原数据库文件 … (unpacking)');
  await unpackCluster(chosen, key, order);
  if (!given.withoutFiles) {
    say('还原照片和附件 … (files)');
    await unpackFiles(chosen, key, path.join(home.dataDir, 'files'));
  }
  say(`重放日志（${plan.segments.length} 段）… (replaying the log)`);
  const watchdog = await setWatchdog(order.clusterDir, home.runDir);
  try {
    const { line } = chosen;
    const postmaster = await recover({ ...plan, order, line, key, target });
    await rm(unfinishedRestoreNote(home));
    const stop = async () => {
      await stopPostmaster(postmaster.pid, order.clusterDir, order.binaries);
      watchdog.dismiss();
      await rmdir(order.socketDir).catch(() => undefined);
    };
    return { manifest, chosen, home, order, postmaster, stop };
  } catch (error) {
    watchdog.dismiss();
    throw error;
  }
}

/** The segments to replay. A hole before the end is refused unless an instant before it was asked for. */
async function replayable({ line }: Chosen, manifest: Manifest, target: Target) {
  const last = (await lastWalOf(line))?.segment;
  const present = await walOf(line);
  const run = runFrom(manifest.firstSegment, present, manifest.segmentBytes, last);
  const needed = manifest.lastSegment;
  const end = target.kind === 'mark' ? run.segments.indexOf(needed) + 1 : run.segments.length;
  if (!run.segments.includes(needed)) throw walMissing(run.missing ?? needed);
  if (run.missing && target.kind === 'end') throw walMissing(run.missing);
  const histories = present.filter((name) => name.endsWith('.history'));
  return { segments: [...run.segments.slice(0, end), ...histories], missing: run.missing };
}

function refuseNewer(manifest: Manifest, known: readonly string[]): void {
  if (manifest.migrations.some((name) => !known.includes(name))) {
    throw newerProgram(manifest.program);
  }
}

function refuseMajor(manifest: Manifest, serverVersion: string): void {
  if (serverVersion.split('.')[0] === manifest.postgresMajor) return;
  throw new BackupRefused(
    'other_database',
    `这份备份属于 PostgreSQL ${manifest.postgresMajor}，本版本自带的是 ${serverVersion}。请用原来的程序版本恢复，再用 npm run export 转移。`,
    `The backup is of PostgreSQL ${manifest.postgresMajor}, this program brings ${serverVersion}. Restore with the former program, then use npm run export.`,
  );
}

/** Only what is not there, is empty, or is a restore that did not come to its end. */
function refuseTarget(to: string): void {
  if (!existsSync(to) || readdirSync(to).length === 0) return;
  const run = path.join(to, 'run');
  const lock = existsSync(run) ? takeLock(path.join(run, 'supervisor.lock')) : undefined;
  lock?.release();
  if (existsSync(run) && !lock) {
    throw new BackupRefused(
      'server_running',
      `景明正在使用目录 ${to}。请先停止它，再恢复到一个空目录。`,
      `Jingming runs on ${to}. Stop it first, and restore into an empty folder.`,
    );
  }
  if (existsSync(path.join(to, 'restore-unfinished'))) return;
  throw new BackupRefused(
    'target_not_empty',
    `目录 ${to} 不是空的，恢复不会覆盖任何数据。请先把它改名移走，或用 --to 指定一个空目录。`,
    `${to} is not empty; a restore never overwrites anything. Move it away, or give an empty folder by --to.`,
  );
}

async function claimTarget(to: string): Promise<Home> {
  if (existsSync(path.join(to, 'restore-unfinished'))) await removeTarget(layOut(to));
  const home = layOut(to);
  await writeFile(unfinishedRestoreNote(home), '', { flush: true });
  return home;
}

/** Takes away all that a restore laid down, its own folder and a place outside of it included. */
export async function removeTarget(home: Home): Promise<void> {
  const note = path.join(home.dataDir, 'postgres-location');
  if (existsSync(note)) {
    await rm(path.dirname(readFileSync(note, 'utf8').trim()), { recursive: true, force: true });
  }
  await rm(home.dataDir, { recursive: true, force: true });
}
