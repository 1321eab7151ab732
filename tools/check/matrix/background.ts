import { runDue } from '#platform/tasks.ts';
import { testClock } from '#test/server.ts';
import type { Run } from '../harness.ts';
import { changesOfOthers } from './changes.ts';
import type { Stage } from './matrix.ts';

const months = 3;

/**
 * Plays months of one tenant's own work: reminders, plans, deadlines, messages. Nothing of anybody else's may change.
 * @returns how many tasks ran
 */
export async function tryBackground(stage: Stage, { fail }: Pick<Run, 'fail'>): Promise<number> {
  const { tenantId, unitPath, now } = stage.world.home.root;
  const house = {
    name: 'the house at work',
    headers: {},
    isShutOut: false,
    tenantId,
    permissions: new Set<string>(),
    scopes: [unitPath],
    homePath: unitPath,
    hasProved: true,
  };
  let ran = 0;
  try {
    for (let day = 1; day <= months * 30; day += 3) {
      testClock.setFor(tenantId, new Date(now.getTime() + day * 86_400_000));
      ran += await runDue(stage.app.taskHost, tenantId);
    }
    for (const change of await changesOfOthers(stage.rewound, stage.clean, house, stage.holdings)) {
      fail(`the background work of one tenant changes ${change}`);
    }
  } finally {
    await stage.rewound.rewind();
    testClock.setFor(tenantId, now);
  }
  if (ran === 0) fail('nothing was due in three months: the background proved nothing');
  return ran;
}
