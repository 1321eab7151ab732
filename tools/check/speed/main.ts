import { removeDir, throwawayDir } from '#test/process.ts';
import { worseThanAccepted } from '../../bench/operations/accepted.ts';
import { measuredOperations } from '../../bench/operations/main.ts';
import { harness } from '../harness.ts';

/** Small enough to be filled while one waits; large enough that a tenth of it is another matter. */
const customers = { short: 5_000, long: 20_000 };

await harness('speed', { short: 12, long: 50 }, async (run) => {
  const measure = async () => {
    const dir = throwawayDir();
    try {
      const size = run.isLong ? customers.long : customers.short;
      return await measuredOperations({ customers: size, dir, calls: run.count });
    } finally {
      removeDir(dir);
    }
  };
  const first = await measure();
  let worse = await worseThanAccepted(first);
  // One bad moment of the machine is no regression: what is worse a second time is one.
  if (worse.size > 0) {
    for (const what of worse.values()) run.say(`measured again: ${what}`);
    const again = await worseThanAccepted(await measure());
    worse = new Map([...again].filter(([key]) => worse.has(key)));
  }
  for (const what of worse.values()) run.fail(what);
  return Object.fromEntries(
    first.results.flatMap(({ key, share, tenfold, statements }) => [
      [`${key}share`, share],
      [`${key}tenfold`, tenfold],
      [`${key}statements`, statements],
    ]),
  );
});
