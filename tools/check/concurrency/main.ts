import { harness, type Run } from '../harness.ts';
import { Arena } from './arena.ts';
import { allContests, type Contest } from './contest.ts';
import { planted } from './planted.ts';
import { openWorld, type World } from './world.ts';

const longEach = 200_000;
const contests = await allContests();

/** How many milliseconds all but one in a hundred requests stayed below. */
const p99Of = (times: readonly number[]) =>
  Math.round(times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0);

await harness('concurrency', { short: 5000, long: longEach * contests.length }, async (run) => {
  const world = await openWorld();
  const arena = new Arena(world.program, world.shop, run);
  const before = await world.program.withClient('app', deadlocksSeen);
  let hotMs = 0;
  try {
    const shares = contests.reduce((sum, { share }) => sum + share, 0);
    for (const contest of contests) {
      const operations = Math.max(20, Math.round((run.count * contest.share) / shares));
      const p99 = await played(arena, contest, operations);
      if (contest.name === 'hot-order') hotMs = p99;
    }
    const deadlocked = (await world.program.withClient('app', deadlocksSeen)) - before;
    const found = await plantedFound(world, arena, run);
    if (arena.counted.serverErrors > 0) run.say(shownOutput(world));
    return { contests: contests.length, ...arena.counted, deadlocked, hotMs, ...found };
  } catch (error) {
    run.say(shownOutput(world));
    throw error;
  } finally {
    arena.close();
    await world.end();
  }
});

/** Plays one contest and says how it went. @returns the p99 of its requests in milliseconds */
async function played(arena: Arena, contest: Contest, operations: number): Promise<number> {
  const before = { ...arena.counted };
  arena.begin(contest.name);
  await contest.play(arena, operations);
  const made = arena.counted.operations - before.operations;
  const mark = arena.counted.violations === before.violations ? '✓' : '✗';
  arena.say(`${mark} ${contest.name}: ${contest.promise} (${made} operations)`);
  return p99Of(arena.times);
}

/** The same contests against a server with walls taken out: each has to notice, or it proves nothing. */
async function plantedFound(world: World, arena: Arena, run: Run) {
  arena.catchUp();
  const program = await world.weakened();
  let found = 0;
  for (const { contest: name } of planted) {
    const unheard: Run = { ...run, say: () => {}, fail: () => {} };
    const weak = new Arena(program, world.shop, unheard);
    await played(weak, contests.find((contest) => contest.name === name)!, 150);
    weak.close();
    if (weak.counted.violations > 0) found++;
    else run.fail(`${name} did not notice that its wall was taken out`);
  }
  return { planted: planted.length, plantedFound: found };
}

/** The end of what the server wrote to its console: why it answered as it did. */
function shownOutput({ program }: World): string {
  return program.output.slice(-4000);
}

async function deadlocksSeen(client: { query(text: string): Promise<{ rows: unknown[] }> }) {
  const { rows } = await client.query(
    'select deadlocks::int as seen from pg_stat_database where datname = current_database()',
  );
  return (rows[0] as { seen: number }).seen;
}
