import type { DiskWatch } from '#platform/disk.ts';
import { runErrands } from '#platform/errands.ts';
import type { FileStore } from '#platform/files.ts';
import { sweepGuesses } from '#platform/guesses.ts';
import { runTasks, type TaskHost } from '#platform/tasks.ts';
import { sweepThrottles } from '#platform/throttle.ts';

const lookEveryMs = 1000;
const sweepEveryMs = 3_600_000;

/** Looks every second for what is due and runs it; one look at a time. Sweeps old counts and half files each hour. */
export function startTicking(given: TaskHost, files: FileStore, disk: DiskWatch) {
  const end = new AbortController();
  const taskHost = { ...given, ending: end.signal };
  let looking: Promise<unknown> | undefined;
  let carrying: Promise<unknown> | undefined;
  let sweptAt = 0;
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    carrying ??= carry().finally(() => {
      carrying = undefined;
    });
  }, lookEveryMs);

  async function look(): Promise<void> {
    if (disk.isFull) return;
    try {
      await runTasks(taskHost);
      const now = taskHost.clock.now();
      if (now.getTime() - sweptAt < sweepEveryMs) return;
      sweptAt = now.getTime();
      await sweepThrottles(taskHost.database, new Date(sweptAt - sweepEveryMs));
      await sweepGuesses(taskHost.database, now);
      await files.sweep(new Date(sweptAt - sweepEveryMs));
    } catch (error) {
      taskHost.warn('looking for due tasks failed', error);
    }
  }

  /** Beside the tasks: a slow receiver keeps nothing in the house waiting. */
  async function carry(): Promise<void> {
    if (disk.isFull) return;
    await runErrands(taskHost).catch((error) => taskHost.warn('carrying errands failed', error));
  }

  return {
    stop: async () => {
      end.abort();
      clearInterval(timer);
      await Promise.all([looking, carrying]);
    },
  };
}
