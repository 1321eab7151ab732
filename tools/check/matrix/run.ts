import { throwawayDatabase } from '../database.ts';
import { harness } from '../harness.ts';
import { tryBackground } from './background.ts';
import { tryForbiddenFields } from './forbidden-fields.ts';
import { type Stage, setStage, tryAll } from './matrix.ts';
import { tryApplicationAlone, tryPoliciesAlone } from './one-wall.ts';
import { tryStreams } from './streams.ts';
import { none, strangersRows, WallTrial } from './walls.ts';

await harness('matrix', { short: 30, long: 100_000 }, async (run) => {
  const cluster = await throwawayDatabase();
  try {
    const stage = await setStage(cluster.superuser, run);
    run.say(`${stage.cells.length} requests, ${stage.principals.length} principals`);
    const tally = await tryAll(stage, stage.cells, stage.principals, run);
    const forbidden = await tryForbiddenFields(stage, run);
    const walls = await tryWalls(stage, run.fail);
    const policiesAlone = await tryPoliciesAlone(stage, run);
    const applicationAlone = await tryApplicationAlone(stage, run);
    const streams = await tryStreams(stage, run);
    await stage.rewound.close();
    return {
      routes: stage.routes.length,
      principals: stage.principals.length,
      ...tally,
      forbiddenFields: forbidden,
      streams,
      ...walls,
      rlsAloneCells: policiesAlone.cells,
      rlsAloneLeaks: policiesAlone.leaks + policiesAlone.sideEffects,
      applicationAloneCells: applicationAlone.cells,
      applicationAloneLeaks: applicationAlone.leaks + applicationAlone.sideEffects,
    };
  } finally {
    await cluster.end();
  }
});
process.exit();

/** Every statement that requests and background work send, each of its two walls tried alone. */
async function tryWalls(stage: Stage, fail: (what: string) => void) {
  const trial = new WallTrial(stage);
  stage.rewound.besides = trial.judge;
  const owners = stage.principals.filter(({ name }) => name === 'owner here');
  await tryAll(stage, stage.cells, owners, { fail: () => {} });
  const tasks = await tryBackground(stage, { fail });
  stage.rewound.besides = undefined;
  for (const breach of new Set(trial.breaches)) fail(breach);
  const { tenantId } = stage.world.home.root;
  for (const table of stage.guarded) {
    const shown = await stage.rewound.attempt(strangersRows(table, tenantId));
    if (shown !== none) fail(`the policy of ${table} shows others' rows`);
  }
  await stage.rewound.rewind();
  return { tasks, statements: trial.names.size, comparisons: trial.comparisons };
}
