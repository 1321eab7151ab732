import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Founder, setUp, until } from '#test/process.ts';
import { newWish, send, tracesOf, type Wish, whole } from '#test/resilience/clients.ts';
import { Cluster, type NodeName, versionOf } from './cluster.ts';
import { look, Programs } from './house.ts';
import { System } from './system.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '5' },
    root: { type: 'string', default: '/var/lib/jingming-failover' },
  },
});
const say = (line: string) => console.log(line);
const clients = 8;

/** When something was last acknowledged, and what was sent. */
interface Load {
  wishes: Wish[];
  acknowledged: number;
  unknown: number;
  lastMs: number;
  /** The longest time without an acknowledged write since it was last set back. */
  longestMs: number;
  end(): Promise<void>;
}

/** Eight clients that write one thing after the other, and send again with the same key what got no clear answer. */
function load(programs: Programs, founder: Founder): Load {
  const state = {
    wishes: [] as Wish[],
    acknowledged: 0,
    unknown: 0,
    lastMs: performance.now(),
    longestMs: 0,
  };
  let isOver = false;
  const client = async (number: number) => {
    while (!isOver) {
      const wish = newWish();
      state.wishes.push(wish);
      while (!isOver && !(await isAcknowledged(wish, programs.web[number % 2]!))) await sleep(200);
      await sleep(20);
    }
  };
  const isAcknowledged = async (wish: Wish, program: Programs['web'][number]) => {
    const { status } = await send(program, founder, wish);
    if (status === 'unknown' || status === 504) state.unknown++;
    if (status !== 201) return false;
    const now = performance.now();
    state.longestMs = Math.max(state.longestMs, now - state.lastMs);
    state.lastMs = now;
    state.acknowledged++;
    return true;
  };
  const running = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return Object.assign(state, {
    end: async () => {
      isOver = true;
      await running;
    },
  });
}

const system = new System(values.root);
system.prepare(say);
const cluster = new Cluster(system);
const programs = new Programs();
const outages: number[] = [];
const leaders: NodeName[] = [];
let figures: Record<string, unknown> = {};
try {
  await cluster.start();
  await programs.start();
  const founder = await setUp(programs.web[0]!);
  const clientsOf = load(programs, founder);
  await until('some are served', () => clientsOf.acknowledged > 50);
  for (let kill = 1; kill <= Number(values.kills); kill++) {
    const leader = (await cluster.leader())!;
    leaders.push(leader);
    clientsOf.longestMs = 0;
    const before = clientsOf.acknowledged;
    await cluster.kill(leader);
    await until(
      'another one leads',
      async () => ![undefined, leader].includes(await cluster.leader()),
      120_000,
    );
    await until('they are served again', () => clientsOf.acknowledged > before + 50, 120_000);
    outages.push(Math.round(clientsOf.longestMs) / 1000);
    say(`${leader} killed: ${outages.at(-1)} s without an acknowledged write`);
    cluster.startNode(leader);
    await cluster.whole();
    await sleep(5000);
  }
  await clientsOf.end();
  const { wishes, acknowledged, unknown } = clientsOf;
  const found = await tracesOf({ look }, founder, wishes);
  const broken = wishes.filter(({ key, id, makes }) => {
    const is = JSON.stringify(found.get(key));
    return (
      is !== JSON.stringify(whole({ key, makes } as Wish)) &&
      (id !== undefined || !isNothing(found.get(key)))
    );
  });
  const lost = wishes.filter(({ key, id }) => id !== undefined && isNothing(found.get(key)));
  const doubled = wishes.filter(({ key, makes }) => (found.get(key)?.records ?? 0) > makes.length);
  figures = {
    kills: outages.length,
    leaders,
    outages,
    acknowledged,
    unknown,
    lost: lost.length,
    doubled: doubled.length,
    half: broken.length - lost.length - doubled.length,
    programsStanding: programs.standing,
    postgres: versionOf(system, '/usr/lib/postgresql/18/bin/postgres'),
    patroni: versionOf(system, 'patroni'),
    pgbouncer: versionOf(system, 'pgbouncer'),
  };
  process.exitCode = broken.length > 0 || programs.standing < 4 ? 1 : 0;
} finally {
  await programs.stop().catch(() => {});
  cluster.stop();
}
console.log(JSON.stringify(figures));
process.exit();

function isNothing(traces: { records: number } | undefined): boolean {
  return (traces?.records ?? 0) === 0;
}
