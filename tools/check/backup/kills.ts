import { setTimeout as sleep } from 'node:timers/promises';
import { basesOf } from '#database/backup/repository.ts';
import { removeTarget, restore } from '#database/backup/restore.ts';
import { knownMigrations } from '#database/migrate.ts';
import { throwawayDir } from '#test/process.ts';
import type { Run } from '../harness.ts';
import { backUp, type House, nightly } from './house.ts';

/** Node itself needs this long before anything is copied. */
const startMs = 400;

/**
 * Kills a backup at an instant of its life: what is there then and was not before was whole already, and is restored to
 * see that. The next one, of the night, goes through.
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
    if (after.length > before.length) await mustBeWhole(house, after.at(-1)!, run);
  }
  // Two base backups have different names if they begin in different seconds.
  await sleep(1_000);
  const before = await basesOf(line);
  const code = await nightly(house);
  const made = (await basesOf(line)).length - before.length;
  if (code !== 0 || made !== 1) run.fail(`after ${killed} killed backups the next one failed`);
  return killed;
}

/** The end of a backup is the new name of its folder; whoever kills it after that kills its farewell. */
async function mustBeWhole(house: House, base: string, run: Run): Promise<void> {
  try {
    const restored = await restore({
      from: house.backupDir,
      to: throwawayDir(),
      key: house.key,
      target: { kind: 'end' },
      knownMigrations: await knownMigrations(),
      say: () => undefined,
    });
    if (restored.chosen.base !== base) run.fail(`of ${base} nothing was restored`);
    await restored.stop();
    await removeTarget(restored.home);
  } catch (error) {
    run.fail(`a killed backup left ${base}, as if whole: ${error}`);
  }
}
