import { followUpRoutes as routes } from '#modules/follow-ups/contract.ts';
import { staffRoutes } from '#modules/people/contract.ts';
import { testClock } from '#test/server.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { endedVisit } from '#test/visit.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';
import { daysAgo } from '../world.ts';

const perRound = 80;
const visits = 6;
const talks = [
  { result: 'connected', reason: 'talked', mainPoints: '车况良好' },
  { result: 'notConnected', reason: 'noAnswer' },
] as const;

interface Said {
  followUpId: string;
  by: string;
  connected: boolean;
  kind: string;
  startedAt: number;
}

/** Calls are recorded by two people while one of them leaves and what was his is given to the other. */
export const contest: Contest = {
  name: 'hand-over',
  promise:
    'a leaver does nothing after he has left, no talk is recorded twice, and no call is lost on the way',
  share: 3,
  play: async (arena, operations) => {
    const rounds = Math.max(1, Math.round(operations / perRound));
    for (let round = 0; round < rounds; round++) await playRound(arena);
  },
};

async function playRound(arena: Arena): Promise<void> {
  const [leaver, stayer] = [
    await arena.employee('followUpAgent'),
    await arena.employee('followUpAgent'),
  ];
  const [owner, supervisor] = [await arena.employee('owner'), await arena.employee('supervisor')];
  const open = await dueFollowUps(arena);
  const said: Said[] = [];
  let leftAt = Number.POSITIVE_INFINITY;
  const leaving = async () => {
    await settledFor(arena, perRound / 3);
    const handOver = (['followUps', 'matters', 'promises'] as const).map((kind) => {
      return { kind, employeeIds: [stayer.id] };
    });
    const input = { params: { employeeId: leaver.id }, body: { handOver } };
    await arena.grantedInTheEnd(() => arena.ask(owner, staffRoutes.leave, input, { whole: true }));
    leftAt = performance.now();
  };
  const left = leaving();
  await arena.crowd(
    perRound,
    async () => {
      const followUpId = arena.random.of(open);
      if (arena.random() < 0.25) {
        const body = { agentId: arena.random() < 0.3 ? leaver.id : stayer.id };
        const startedAt = performance.now();
        const given = await arena.ask(supervisor, routes.assign, { params: { followUpId }, body });
        if (given.kind === 'ok' && body.agentId === leaver.id && startedAt > leftAt) {
          arena.fail('a call was given to one who had left');
        }
        return;
      }
      said.push(await speak(arena, arena.random.of([leaver, stayer]), followUpId));
    },
    10,
  );
  await left;
  for (const { by, kind, startedAt } of said) {
    if (by === leaver.id && kind === 'ok' && startedAt > leftAt)
      arena.fail('a leaver recorded a call');
  }
  await judge(arena, open, said);
}

/** Cars delivered three days ago, as many calls due today. @returns the ids of the follow-ups */
async function dueFollowUps(arena: Arena): Promise<string[]> {
  const advisor = await arena.shop.employee('advisor');
  const orders: string[] = [];
  testClock.setFor(arena.shop.tenantId, daysAgo(arena.shop, 3));
  for (let at = 0; at < visits; at++) orders.push((await endedVisit(arena.shop, advisor)).orderId);
  arena.catchUp();
  await arena.shop.settle();
  await arena.quiet();
  const rows = await arena.look<{ id: string }>(
    `select id from follow_ups where order_id = any($1) and rule = 'first' order by id`,
    [orders],
  );
  if (rows.length < visits) throw new Error(`${rows.length} of ${visits} calls were planned`);
  return rows.map(({ id }) => id);
}

async function speak(arena: Arena, who: TestEmployee, followUpId: string): Promise<Said> {
  const body = arena.random.of(talks);
  const startedAt = performance.now();
  const outcome = await arena.ask(who, routes.record, { params: { followUpId }, body });
  const connected = body.result === 'connected';
  return { followUpId, by: who.id, connected, kind: outcome.kind, startedAt };
}

async function settledFor(arena: Arena, operations: number): Promise<void> {
  const goal = arena.counted.operations + operations;
  const until = performance.now() + 5000;
  while (arena.counted.operations < goal && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface Calls {
  id: string;
  calls: number;
  talks: number;
  state: string;
}

async function judge(arena: Arena, open: readonly string[], said: readonly Said[]): Promise<void> {
  await arena.quiet();
  const rows = await arena.look<Calls>(
    `select f.id, f.state, count(c.id)::int as calls,
            count(c.id) filter (where c.result = 'connected')::int as talks
       from follow_ups f left join follow_up_calls c on c.follow_up_id = f.id
      where f.id = any($1) group by f.id, f.state`,
    [open],
  );
  for (const { id, calls, talks: connected, state } of rows) {
    const own = said.filter(({ followUpId }) => followUpId === id);
    const granted = own.filter(({ kind }) => kind === 'ok').length;
    const unknown = own.filter(({ kind }) => kind === 'unknown').length;
    if (calls < granted || calls > granted + unknown) {
      arena.fail(`${calls} calls on record, ${granted} granted, ${unknown} unknown`);
    }
    if (connected > 1) arena.fail(`${connected} talks settled one follow-up`);
    if (connected === 1 && state !== 'done') arena.fail(`talked, and yet ${state}`);
  }
}
