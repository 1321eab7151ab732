// Runs as a process of its own, outliving its parent: when the parent's pipe closes without a
// farewell (SIGKILL, out of memory), it stops the database, which would otherwise live on (G-05).
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { takeLock } from './lock.ts';
import { readPidFile, stopPostmaster } from './processes.ts';
import { farewell, watching } from './watch.ts';

const [clusterDir = '', lockFile = ''] = process.argv.slice(2);

let heard = '';
process.stdin.setEncoding('utf8').on('data', (text: string) => {
  heard += text;
});
// A terminal's Ctrl+C and the end of a session are the parent's business.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => undefined);

let parentIsGone = false;
const parentGone = once(process.stdin, 'end').then(() => {
  parentIsGone = true;
});

if (await takeOver()) {
  process.stdout.write(watching);
  await parentGone;
  if (!heard.includes(farewell)) await stopWhatRuns();
}
process.exit();

// A watchdog of the run before may still be stopping its database.
async function takeOver(): Promise<boolean> {
  while (!takeLock(lockFile)) {
    if (parentIsGone) return false;
    await sleep(50);
  }
  return true;
}

// A server started in the last moment may not have written its lock file yet.
async function stopWhatRuns(): Promise<void> {
  for (let look = 0; look < 20; look += 1) {
    const file = readPidFile(clusterDir);
    if (file) {
      await stopPostmaster(file.pid, clusterDir, findBinaries());
      return;
    }
    await sleep(100);
  }
}
