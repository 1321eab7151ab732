import { FiguresDatabase } from '#platform/figures-database.ts';
import type { Host } from '#platform/host.ts';
import { defineGauge } from '#platform/metrics.ts';
import { globalStatement, valuesOf } from '#platform/sql.ts';

/** Counting stops here: whoever sees this many knows enough. */
const most = 10_000;

const oldestDue = globalStatement<{ since: Date | null }, { now: Date }>(
  'gauges.oldestDue',
  'select min(run_at) as since from tasks where run_at <= :now and attempts < 10',
);
const waiting = globalStatement<{ count: number }, { now: Date }>(
  'gauges.dueTasks',
  `select count(*)::int as count from (
     select 1 from tasks where run_at <= :now and attempts < 10 limit ${most}) as due`,
);
const givenUp = globalStatement<{ count: number }, object>(
  'gauges.givenUpTasks',
  `select count(*)::int as count from (select 1 from tasks where attempts >= 10 limit ${most}) as dead`,
);

const counted = async ({ database, clock }: Host, which: typeof waiting): Promise<number> => {
  const { rows } = await database.global(which, valuesOf(which, { now: clock.now() }));
  return rows[0]?.count as number;
};

defineGauge({
  name: 'live_listeners',
  help: 'Open event streams',
  isOfProcess: true,
  read: async ({ live }) => live.openStreams,
});
defineGauge({
  name: 'database_connections',
  help: 'Connections to the database that are open',
  isOfProcess: true,
  read: async ({ database }) => database.pool.totalCount,
});
defineGauge({
  name: 'database_waiting',
  help: 'Requests that wait for a connection to the database',
  isOfProcess: true,
  read: async ({ database }) => database.pool.waitingCount,
});
defineGauge({
  name: 'figures_copy_away',
  help: '1 when the copy that figures are read from does not answer; the database itself does then',
  isOfProcess: true,
  read: async ({ figures }) => (figures instanceof FiguresDatabase ? Number(figures.isAway) : 0),
});
defineGauge({
  name: 'tasks_due',
  help: `Tasks whose time has come (at most ${most})`,
  read: (host) => counted(host, waiting),
});
defineGauge({
  name: 'oldest_task_seconds',
  help: 'How long the oldest due task has been waiting: messages, reactions and deadlines lag by this',
  read: async ({ database, clock }) => {
    const now = clock.now();
    const { rows } = await database.global(oldestDue, valuesOf(oldestDue, { now }));
    const since = rows[0]?.since as Date | null;
    return since ? (now.getTime() - since.getTime()) / 1000 : 0;
  },
});
defineGauge({
  name: 'tasks_given_up',
  help: 'Tasks that failed ten times and wait for somebody to look',
  read: (host) => counted(host, givenUp as never),
});
