import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import { mostAttempts } from '#platform/task-failures.ts';
import type { Work } from '#platform/work.ts';

export type TaskRow = RowOf<'tasks'>;

interface Asked {
  isGivenUp: boolean | null;
  afterId: string | null;
  size: number;
}
const page = statement<TaskRow, Asked>(
  'stuckTasks.page',
  `select * from tasks
    where tenant_id = :tenant and attempts > 0
      and (:isGivenUp::boolean is null or (attempts >= ${mostAttempts}) = :isGivenUp)
      and (:afterId::uuid is null or id < :afterId)
    order by id desc limit :size`,
);
export const pageOfStuck = (work: Work, asked: Asked) => work.rows(page, asked);

const lock = statement<TaskRow, { taskId: string }>(
  'stuckTasks.lock',
  'select * from tasks where tenant_id = :tenant and id = :taskId and attempts > 0 for update',
);
/** Waits while it is being tried. */
export const lockStuck = (work: Work, taskId: string) => work.first(lock, { taskId });

const again = statement<TaskRow, { taskId: string }>(
  'stuckTasks.again',
  `update tasks set attempts = 1, run_at = :now
    where tenant_id = :tenant and id = :taskId returning *`,
);
/** It has still failed before: it stays on the list until it is done. */
export const runAgain = async (work: Work, taskId: string) =>
  (await work.first(again, { taskId }))!;

const drop = statement<never, { taskId: string }>(
  'stuckTasks.drop',
  'delete from tasks where tenant_id = :tenant and id = :taskId',
);
export const dropTask = (work: Work, taskId: string) => work.run(drop, { taskId });
