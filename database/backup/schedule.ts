import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { BackupWatch } from '#platform/backups.ts';
import { dueWork } from './due.ts';
import { hasHole, makeRoom } from './hole.ts';
import { backupKeyIn } from './key.ts';
import { Mirror } from './mirror.ts';
import { type Running, reachRunning, storeDirOf } from './reach.ts';
import { basesOf, type Line, lineOf } from './repository.ts';
import { resultsOf } from './results.ts';
import type { BackupSettings } from './settings.ts';
import { backupStateOf } from './state.ts';
import { takeOutgoing } from './wal.ts';

/** How often finished WAL and new files are fetched. */
const takeEveryMs = 5_000;
/** A start is for the people who wait for it; what is due begins later. */
const firstLookMs = 5 * 60_000;
const lookEveryMs = 60_000;

export interface Schedule {
  readonly dataDir: string;
  readonly settings: BackupSettings;
  readonly zone: string;
  /** The machine's time: by it backups are made. */
  now(): Date;
  /** The house's time: by it their age is told. */
  shownAt(): Date;
}

type Warn = (message: string, error?: unknown) => void;

export interface Backups {
  readonly state: BackupWatch;
  begin(warn: Warn): void;
  /** Ends what is under way: it leaves nothing that looks whole. */
  stop(): Promise<void>;
}

/**
 * Sees to the backups while the program runs (D-81): finished WAL and new files every few seconds here, base backups
 * and restore tests in a process of their own, at low priority.
 */
export function scheduleBackups(schedule: Schedule): Backups {
  const { dataDir, settings, now } = schedule;
  const worker = new Worker(schedule);
  const taker = new Taker(schedule);
  let lookedAt = performance.now() + firstLookMs - lookEveryMs;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(warn: Warn): Promise<void> {
    await taker.take(warn);
    if (performance.now() - lookedAt < lookEveryMs) return;
    lookedAt = performance.now();
    const line = await lineOf(dataDir, settings.dir);
    const [results, bases] = [await resultsOf(line), (await basesOf(line)).length];
    const due = dueWork({
      now: now(),
      zone: schedule.zone,
      results,
      bases,
      hasHole: hasHole(reachRunning(dataDir)),
    });
    if (due) worker.begin(due, warn);
  }

  return {
    state: () => backupStateOf(dataDir, settings, schedule.shownAt()),
    begin(warn) {
      timer = setInterval(() => {
        looking ??= look(warn)
          .catch((error) => warn('looking after the backups failed', error))
          .finally(() => {
            looking = undefined;
          });
      }, takeEveryMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await looking;
      await worker.end();
    },
  };
}

/** Fetches WAL and files; a fault is told once, not every five seconds. */
class Taker {
  private readonly schedule: Schedule;
  private line: Line | undefined;
  private mirror: Mirror | undefined;
  private told = '';
  constructor(schedule: Schedule) {
    this.schedule = schedule;
  }

  async take(warn: Warn): Promise<void> {
    let running: Running | undefined;
    try {
      running = reachRunning(this.schedule.dataDir);
      await this.takeFrom(running);
      this.told = '';
    } catch (error) {
      const { message } = error as Error;
      if (message !== this.told) warn('fetching for the backup failed', error);
      this.told = message;
      if (running && (await makeRoom(running).catch(() => false))) {
        warn('the disk of the backups is away for long; the log on its way was dropped');
      }
    }
  }

  private async takeFrom(running: Running): Promise<void> {
    const { dataDir, settings, now } = this.schedule;
    const key = backupKeyIn(running.home.secretDir);
    this.line ??= await lineOf(dataDir, settings.dir);
    this.mirror ??= new Mirror(storeDirOf(running.home), this.line, key);
    // Files first: whatever a row in the log speaks of was in the store before it.
    await this.mirror.catchUp(now());
    await takeOutgoing(running, this.line, key, now());
  }
}

/** Runs one piece of work at a time beside the program. */
class Worker {
  private readonly schedule: Schedule;
  private child: ChildProcess | undefined;
  constructor(schedule: Schedule) {
    this.schedule = schedule;
  }

  begin(work: 'backup' | 'restoreTest', warn: Warn): void {
    if (this.child) return;
    const { dataDir, settings } = this.schedule;
    const script = path.join(import.meta.dirname, 'worker.ts');
    const child = fork(script, [work, dataDir, settings.dir, String(settings.keepDays)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    child.once('error', (error) => warn(`the ${work} did not start`, error));
    child.once('exit', (code, signal) => {
      this.child = undefined;
      if (code !== 0 && !signal) warn(`the ${work} failed; its results say why`);
    });
  }

  async end(): Promise<void> {
    const { child } = this;
    if (!child) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}
