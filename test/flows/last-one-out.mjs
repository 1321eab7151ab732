// Runs beside the flows and outlives them: a test runner may be ended without a word. Each line on its input is something that
// is to be gone afterwards, { pid, dataDir }, or no longer has to be: { done: dataDir }.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** @type {Map<string, number | undefined>} */
const left = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const { pid, dataDir, done } = JSON.parse(line);
  if (done) left.delete(done);
  else left.set(dataDir, pid);
}

const told = (pid, signal) => {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
};
for (const pid of left.values()) if (pid) told(pid, 'SIGTERM');
for (const [dataDir, pid] of left) {
  for (let looks = 0; pid && looks < 150 && told(pid, 0); looks++) await sleep(100);
  rmSync(dataDir, { recursive: true, force: true });
}
