// Runs as a process of its own beside the program: copying and comparing must not make anybody wait.
import os from 'node:os';
import { systemClock } from '#platform/clock.ts';
import { programVersion } from './program.ts';
import { backUpNow, testRestoreNow } from './work.ts';

const [work, dataDir = '', dir = '', keepDays = ''] = process.argv.slice(2);

// Whoever started us is gone: what is unfinished stays without a name.
process.once('disconnect', () => process.exit(1));
os.setPriority(os.constants.priority.PRIORITY_LOW);

const order = {
  dataDir,
  settings: { dir, keepDays: Number(keepDays), isOn: true },
  program: programVersion(),
  now: () => systemClock.now(),
  say: () => undefined,
};
try {
  await (work === 'backup' ? backUpNow(order) : testRestoreNow(order));
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
