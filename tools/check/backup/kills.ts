import { setTimeout as sleep } from 'node:timers/promises';
import { basesOf } from '#database/backup/repository.ts';
import type { Run } from '../harness.ts';
import { backUp, type House, nightly } from './house.ts';

/** Node itself needs this long before anything is copied. */
const startMs = 400;

/**
 * Kills a backup at an instant of its life: no base backup may be there that was not before. The next one, of the night, goes
 * through.
 */
export async function killBackups(house: House, rounds: number, run: Run): Promise<number> {
  const line = await house.line();
  let killed = 0;
  for (let round = 0; round < rounds; round++) {
    const before = await basesOf(line);
    const ended = await backUp(house, [], startMs + run.random.whole(2_500));
    if (ended.code !== null) continue;
    killed += 1;
    const after = await basesOf(line);
    if (after.length > before.length) run.fail(`a killed backup left ${after.at(-1)}, as if whole`);
  }
  // Two base backups have different names if they begin in different seconds.
  await sleep(1_000);
  const before = await basesOf(line);
  const code = await nightly(house);
  const made = (await basesOf(line)).length - before.length;
  if (code !== 0 || made !== 1) run.fail(`after ${killed} killed backups the next one failed`);
  return killed;
}
