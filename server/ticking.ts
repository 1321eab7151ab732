import type { DiskWatch } from '#platform/disk.ts';
import type { FileStore } from '#platform/files.ts';
import { runDue, type TaskHost } from '#platform/tasks.ts';
import { sweepThrottles } from '#platform/throttle.ts';

const lookEveryMs = 1000;
const sweepEveryMs = 3_600_000;

/** Looks every second for what is due and runs it; one look at a time. Sweeps old counts and half files each hour. */
export function startTicking(taskHost: TaskHost, files: FileStore, disk: DiskWatch) {
  let looking: Promise<unknown> | undefined;
  let sweptAt = 0;
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  }, lookEveryMs);

  async function look(): Promise<void> {
    if (disk.isFull) return;
    try {
      await runDue(taskHost);
      const now = taskHost.clock.now();
      if (now.getTime() - sweptAt < sweepEveryMs) return;
      sweptAt = now.getTime();
      await sweepThrottles(taskHost.database, new Date(sweptAt - sweepEveryMs));
      await files.sweep(new Date(sweptAt - sweepEveryMs));
    } catch (error) {
      taskHost.warn('looking for due tasks failed', error);
    }
  }

  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
