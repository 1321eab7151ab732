import { throwawayDatabase } from '../database.ts';
import { harness, type Run } from '../harness.ts';
import type { Cell } from './cells.ts';
import { tryForbiddenFields } from './forbidden-fields.ts';
import { type Stage, setStage, tryAll } from './matrix.ts';
import { tryWalls } from './mutation.ts';
import { tryApplicationAlone, tryPoliciesAlone } from './one-wall.ts';
import { tryStreams } from './streams.ts';
import { none, strangersRows } from './walls.ts';

await harness('matrix', { short: 1, long: 100_000 }, async (run) => {
  const cluster = await throwawayDatabase();
  try {
    const stage = await setStage(cluster.superuser, run);
    run.say(`${stage.cells.length} requests, ${stage.principals.length} principals`);
    if (run.only !== undefined) return { ...(await tryWalls(stage, run)) };
    if (run.about.length > 0) {
      const isAbout = ({ route: { id } }: Cell) => run.about.some((start) => id.startsWith(start));
      const cells = stage.cells.filter(isAbout);
      if (cells.length === 0) run.fail(`no route begins with ${run.about.join(', ')}`);
      return { ...(await tryAll(stage, cells, stage.principals, run)) };
    }
    const found = { routes: stage.routes.length, principals: stage.principals.length };
    if (run.part !== 'walls') Object.assign(found, await tryRequests(stage, run));
    if (run.part !== 'requests') Object.assign(found, await tryEachWall(stage, run));
    await stage.rewound.close();
    return found;
  } finally {
    await cluster.end();
  }
});
process.exit();

/** Every request as everybody, beside both walls. */
async function tryRequests(stage: Stage, run: Run) {
  const draw = run.isLong ? undefined : run.random;
  const { cells, principals } = stage;
  const tally = await timed(run, 'everybody', tryAll(stage, cells, principals, run, draw));
  const forbiddenFields = await timed(run, 'forbidden fields', tryForbiddenFields(stage, run));
  const streams = await timed(run, 'streams', tryStreams(stage, run));
  return { ...tally, forbiddenFields, streams };
}

/** Each wall alone, and what each statement says behind it. */
async function tryEachWall(stage: Stage, run: Run) {
  const walls = await timed(run, 'walls', tryWalls(stage, run));
  await tryPolicies(stage, run.fail);
  const policiesAlone = await timed(run, 'policies alone', tryPoliciesAlone(stage, run));
  const applicationAlone = await timed(run, 'program alone', tryApplicationAlone(stage, run));
  return {
    ...walls,
    rlsAloneCells: policiesAlone.cells,
    rlsAloneLeaks: policiesAlone.leaks + policiesAlone.sideEffects,
    applicationAloneCells: applicationAlone.cells,
    applicationAloneLeaks: applicationAlone.leaks + applicationAlone.sideEffects,
  };
}

/** Says how long a part took: which one to look at when the whole is too long. */
async function timed<Result>({ say }: Run, part: string, work: Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work;
  say(`${part}: ${Math.round((performance.now() - began) / 1000)} s`);
  return result;
}

/** Behind the policies alone no table shows a row of anybody else. */
async function tryPolicies(stage: Stage, fail: (what: string) => void): Promise<void> {
  const { tenantId } = stage.world.home.root;
  for (const table of stage.guarded) {
    const shown = await stage.rewound.attempt(strangersRows(table, tenantId));
    if (shown !== none) fail(`the policy of ${table} shows others' rows`);
  }
  await stage.rewound.rewind();
}
