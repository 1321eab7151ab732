import { removeDir } from '#test/process.ts';
import { harness, type Run } from '../harness.ts';
import { tryFaults } from './faults.ts';
import { backUp, type House, openHouse, uploadFile } from './house.ts';
import { noteInstants, proveEyes, restoreInstants } from './instants.ts';
import { killBackups } from './kills.ts';
import { moveIn } from './move-in.ts';

await harness('backup', { short: 3, long: 20 }, async (run) => {
  const house = await openHouse();
  try {
    return await drill(house, run);
  } finally {
    await house.program.end();
    for (const folder of [house.dataDir, house.backupDir]) removeDir(folder);
  }
});

async function drill(house: House, run: Run) {
  const work = house.work();
  await uploadFile(house);
  const made = await backUp(house, ['--test']);
  if (made.code !== 0) run.fail(`npm run backup failed:\n${made.output}`);
  const moments = await noteInstants(house, run);
  await work.end();
  const refused = work.outcomes.filter(({ status }) => status !== 201).length;
  if (refused > 0) run.fail(`${refused} requests were not served while the backup ran`);
  proveEyes(moments, run);
  const { rows, slowestMs } = await restoreInstants(house, moments, run);
  run.say(`${moments.length} instants restored and compared, ${rows} rows`);
  const faults = await tryFaults(house, moments.at(-1)!, run);
  run.say(`${faults} faults tried`);
  const killed = await killBackups(house, run.isLong ? run.count : 2, run);
  await moveIn(house, run);
  run.say('moved into an empty machine and served');
  return {
    requestsDuring: work.outcomes.length,
    instants: moments.length,
    rowsCompared: rows,
    slowestRestoreMs: Math.round(slowestMs),
    faults,
    killedBackups: killed,
  };
}
