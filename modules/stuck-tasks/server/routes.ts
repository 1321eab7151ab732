import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import { mostAttempts } from '#platform/task-failures.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { type StuckTask, stuckTaskRoutes } from '../contract.ts';
import { stuckTaskEvents } from '../events.ts';
import { dropTask, lockStuck, pageOfStuck, runAgain, type TaskRow } from './queries.ts';

const cursor = 'stuck-tasks';

export function stuckTasksModule(app: FastifyInstance, host: Host): void {
  serve(app, host, stuckTaskRoutes, {
    list: async (work, { query }) => {
      const after = host.cursors.open(cursor, query.cursor)?.[0];
      const rows = await pageOfStuck(work, {
        isGivenUp: query.state === undefined ? null : query.state === 'givenUp',
        afterId: after === undefined ? null : String(after),
        size: sizeOf(query) + 1,
      });
      return pageOf(host.cursors, cursor, query, rows, ({ id }) => [id], shown);
    },
    retry: async (work, { params: { taskId } }) => {
      const { name } = await stuck(work, taskId);
      const about = { type: 'task', id: taskId };
      await work.emit(stuckTaskEvents.retried, { taskId, name }, about);
      return shown(await runAgain(work, taskId));
    },
    drop: async (work, { params: { taskId }, body: { reason } }) => {
      const { name } = await stuck(work, taskId);
      const about = { type: 'task', id: taskId };
      await work.emit(stuckTaskEvents.dropped, { taskId, name, reason }, about);
      await dropTask(work, taskId);
      return {};
    },
  });
}

async function stuck(work: Work, taskId: string): Promise<TaskRow> {
  const row = await lockStuck(work, taskId);
  if (!row) throw notFound();
  return row;
}

function shown({ id, name, attempts, lastError, runAt, createdAt }: TaskRow): StuckTask {
  return wire({
    id,
    name,
    state: attempts >= mostAttempts ? 'givenUp' : 'failing',
    attempts,
    lastError: lastError ?? '',
    nextTryAt: runAt,
    createdAt,
  });
}
