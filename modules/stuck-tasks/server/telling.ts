import { notify } from '#modules/commitments/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { topPath } from '#platform/actor.ts';
import { taskEvents } from '#platform/task-failures.ts';
import { react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';

/** What is given up is told to who runs the house: nobody looks at a list that is empty nearly always. */
react(taskEvents.givenUp, 'stuckTasks.tell', async (work: Work, { taskId, name }) => {
  const owners = await employeesWith(work, 'organisation.manage', topPath);
  await notify(
    work,
    owners.map(({ id }) => id),
    {
      kind: 'stuckTasks.givenUp',
      about: { type: 'task', id: taskId },
      facts: { name },
      key: `stuckTasks.givenUp:${taskId}:${work.now.toISOString()}`,
    },
  );
});
