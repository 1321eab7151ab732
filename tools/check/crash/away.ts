import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '#database/embedded/processes.ts';
import { until } from '#test/process.ts';
import type { Run } from '#tools/check/harness.ts';
import { examine, type Scene } from './shop.ts';

/** How the database goes: at once, in order, and its connections alone. */
const ways = ['SIGKILL', 'SIGINT', 'SIGQUIT', 'SIGTERM to a backend', 'SIGKILL to a backend'];

/** The database goes and comes under people at work; the program itself must not fall, and its figures say so (G-07). */
export async function databaseAway(scene: Scene, run: Run, times: number) {
  const { victim, crew } = scene;
  const pid = victim.program.pid;
  const answers = new Map<string, number>();
  for (let time = 1; time <= times; time++) {
    const way = ways[time % ways.length]!;
    crew.start(victim.counter);
    const reader = readAll(scene, answers);
    await sleep(100 + run.random.whole(200));
    await send(scene, way, run);
    await sleep(200);
    await reader.end();
    await crew.stop();
    await victim.recover();
    if (!victim.program.isRunning || victim.program.pid !== pid)
      run.fail(`the program fell with its database (${way})`);
    await examine(scene);
    crew.forget();
  }
  for (const [answer, n] of answers) {
    if (!['200', '503 database_away 5', '503 busy 5'].includes(answer))
      run.fail(`${n} readers were answered ${answer} while the database was away`);
  }
  return { dbRestarts: times };
}

async function send({ victim }: Scene, way: string, { random }: Run): Promise<void> {
  const [signal, , , target] = way.split(' ') as [NodeJS.Signals, string?, string?, string?];
  const pid = target ? random.of(victim.backends()) : victim.program.postmasterPid();
  process.kill(pid, signal);
  await until('it is gone', () => !isAlive(pid));
}

/** Somebody who only looks: his answers are right, or "come again" with a time. */
function readAll({ victim }: Scene, answers: Map<string, number>) {
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      const reply = await victim.program.ask('GET', '/employees', {
        headers: victim.founder.headers,
      });
      const { code } = (await reply.json()) as { code?: string };
      const words = [reply.status, code, reply.headers.get('retry-after')];
      const answer = words.filter(Boolean).join(' ');
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      await sleep(30);
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await running;
    },
  };
}
