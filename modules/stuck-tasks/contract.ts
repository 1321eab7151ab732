import { type Static, Type } from 'typebox';
import { count, id, instant, line, listOf, oneOf, pageFields, text } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';

export const stuckStates = ['failing', 'givenUp'] as const;

const stuckTask = shape(
  {
    id,
    /** `<module>.<whatIsDone>`, for whoever helps. */
    name: line(80),
    state: oneOf(stuckStates),
    attempts: count,
    lastError: text(400, 'in plain words; nothing of what it was about'),
    nextTryAt: instant,
    createdAt: instant,
  },
  { $id: 'StuckTask' },
);
export type StuckTask = Static<typeof stuckTask>;

const one = shape({ taskId: id });
const houseWide = { access: 'organisation.manage', isHouseWide: true } as const;

export const stuckTaskRoutes = {
  list: route({
    id: 'stuckTasks.list',
    method: 'GET',
    path: '/stuck-tasks',
    summary: 'Tasks that failed at least once and are not done yet, the newest first',
    ...houseWide,
    query: shape({ ...pageFields, state: Type.Optional(oneOf(stuckStates)) }),
    reply: listOf(stuckTask),
  }),
  retry: route({
    id: 'stuckTasks.retry',
    method: 'POST',
    path: '/stuck-tasks/:taskId/retry',
    summary: 'Run it again at once, and as often as a new one if need be',
    ...houseWide,
    about: 'task',
    params: one,
    reply: stuckTask,
  }),
  drop: route({
    id: 'stuckTasks.drop',
    method: 'POST',
    path: '/stuck-tasks/:taskId/drop',
    summary: 'Do without it; what it was to do stays undone',
    ...houseWide,
    about: 'task',
    params: one,
    body: shape({ reason: line(300) }),
    reply: nothing,
    status: 204,
  }),
};
