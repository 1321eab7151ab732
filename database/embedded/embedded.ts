import { existsSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectionConfig, configFor } from './connect.ts';
import { type HeldLock, takeLock } from './lock.ts';
import { settleOrphan } from './orphan.ts';
import { defaultStagingDir, type Home, layOut, unfinishedRestoreNote } from './places.ts';
import {
  adoptServer,
  type Log,
  type Postmaster,
  type ServerOrder,
  startServer,
} from './postmaster.ts';
import { prepare } from './prepare.ts';
import { stopPostmaster } from './processes.ts';
import { refusalFromSystem, StartRefusal } from './refusal.ts';
import { assertSafe, databaseName, type Logins, prepareDatabase } from './roles.ts';
import { setWatchdog, type Watchdog } from './watch.ts';

export interface EmbeddedOptions {
  /** The application's data directory; the cluster, `secret/` and `run/` lie in it. */
  readonly dataDir: string;
  readonly log: Log;
  /** For tests: quick and unsafe (no fsync), and the owner may create databases. */
  readonly throwaway?: boolean;
  /** For an account that cannot reach the project; default `/var/lib/jingming`. */
  readonly stagingDir?: string;
  /** Whether finished WAL segments are kept for the backup (D-81); by default, unless throwaway. */
  readonly archiving?: boolean;
}

export { type RefusalCode, StartRefusal } from './refusal.ts';
export type { ConnectionConfig, Log };

/** A database that serves, and the three ways into it (D-05); nobody gets the superuser. */
export interface Embedded {
  /** Migrations: owns the database. */
  readonly ownerConfig: ConnectionConfig;
  /** The application: rows only, through grants. */
  readonly appConfig: ConnectionConfig;
  /** Reports: reads only. */
  readonly reportConfig: ConnectionConfig;
  readonly socketDir: string;
  readonly clusterDir: string;
  /** The server's pid, of the present one after a restart. */
  pid(): number;
  /** Ends the server (fast, after ten seconds immediate) and lets go of the data directory. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on the data directory, creating it the first time, and keeps it running until
 * `stop()`. Throws `StartRefusal` with a sentence for the person in front of the screen.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    const home = layOut(path.resolve(options.dataDir));
    const lock = claim(home);
    try {
      return await startClaimed(options, home, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw refusalFromSystem(error, options.dataDir) ?? error;
  }
}

async function startClaimed(options: EmbeddedOptions, home: Home, lock: HeldLock) {
  const { log, throwaway = false, stagingDir = defaultStagingDir } = options;
  refuseHalfRestored(home);
  const { archiving = !throwaway } = options;
  const ready = await prepare({ home, log, throwaway, stagingDir, archiving });
  const { order, logins } = ready;
  const watchdog = await setWatchdog(order.clusterDir, home.runDir);
  let postmaster: Postmaster | undefined;
  try {
    await ready.createIfMissing();
    postmaster = await findOrStart(order);
    await prepareDatabase(postmaster.endpoint, logins, throwaway);
    if (!throwaway) await assertSafe(postmaster.endpoint, logins.superuser);
    return supervise({ order, logins, postmaster, watchdog, lock });
  } catch (error) {
    if (postmaster) await stopPostmaster(postmaster.pid, order.clusterDir, order.binaries);
    watchdog.dismiss();
    removeIfEmpty(order.socketDir);
    throw error;
  }
}

async function findOrStart(order: ServerOrder): Promise<Postmaster> {
  const found = await settleOrphan(order);
  if (found.kind === 'server') return adoptServer(found.pid, found.endpoint);
  return startServer(order, found.kind === 'stale' ? found.pid : undefined);
}

interface Supervision {
  readonly order: ServerOrder;
  readonly logins: Logins;
  readonly postmaster: Postmaster;
  readonly watchdog: Watchdog;
  readonly lock: HeldLock;
}

function supervise({ order, logins, postmaster, watchdog, lock }: Supervision): Embedded {
  let current = postmaster;
  let stopping: Promise<void> | undefined;
  let restarting = Promise.resolve();
  const patience = new AbortController();

  function restartWhenLost(): void {
    void current.gone.then(() => {
      if (!stopping) restarting = restart();
    });
  }

  async function restart(): Promise<void> {
    order.log('数据库意外停止，正在重新启动。(the database ended unexpectedly, restarting)');
    for (let pauseMs = 1_000; !stopping; pauseMs = Math.min(2 * pauseMs, 30_000)) {
      try {
        current = await findOrStart(order);
        order.log('数据库已恢复运行。(the database runs again)');
        restartWhenLost();
        return;
      } catch (error) {
        // A full disk or the like may be cured meanwhile, without anybody at this console.
        order.log(error instanceof Error ? error.message : String(error));
        await sleep(pauseMs, undefined, { signal: patience.signal }).catch(() => undefined);
      }
    }
  }

  async function stop(): Promise<void> {
    patience.abort();
    await restarting;
    const gone = await stopPostmaster(current.pid, order.clusterDir, order.binaries);
    if (gone) watchdog.dismiss();
    removeIfEmpty(current.endpoint.host);
    lock.release();
  }

  restartWhenLost();
  const { endpoint } = current;
  return {
    ownerConfig: configFor(endpoint, logins.owner, databaseName),
    appConfig: configFor(endpoint, logins.app, databaseName),
    reportConfig: configFor(endpoint, logins.report, databaseName),
    socketDir: endpoint.host,
    clusterDir: order.clusterDir,
    pid: () => current.pid,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Two of our own processes never share a data directory: the second says who is there and leaves. */
function claim(home: Home): HeldLock {
  const lock = takeLock(path.join(home.runDir, 'supervisor.lock'));
  const note = path.join(home.runDir, 'supervisor.pid');
  if (lock) {
    writeFileSync(note, `${process.pid}\n`, { mode: 0o600 });
    return lock;
  }
  const pid = existsSync(note) ? readFileSync(note, 'utf8').trim() : '?';
  throw new StartRefusal(
    'already_running',
    `景明已经在运行（进程 ${pid}），正在使用数据目录 ${home.dataDir}。请直接打开浏览器使用，或先停止那个进程。`,
    `Jingming already runs (process ${pid}) on ${home.dataDir}. Use that one, or stop it first.`,
  );
}

/** What a restore left behind when it was ended in the middle looks like data and is none. */
function refuseHalfRestored(home: Home): void {
  if (!existsSync(unfinishedRestoreNote(home))) return;
  throw new StartRefusal(
    'restore_unfinished',
    `数据目录 ${home.dataDir} 里有一次没有完成的恢复，数据不完整，因此不启动。请重新运行 npm run restore。`,
    `A restore into ${home.dataDir} did not come to its end; the data is not whole. Run npm run restore again.`,
  );
}

function removeIfEmpty(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    rmdirSync(folder);
  } catch {
    // Something else lies there, or it is gone: either way it is not ours to remove.
  }
}
