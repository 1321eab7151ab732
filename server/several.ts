import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '#platform/config.ts';
import { answerForFigures } from '#platform/metrics-of-several.ts';
import { type Place, type Running, run } from './running.ts';

/** What the first process and the others tell each other. */
type Told = { place: Place } | { ready: { port: number } };

/** A process that falls again and again is not begun again at once. */
const pauseMs = 1000;
/** As long as a request may take to end (D-83), and a little more. */
const patienceMs = 30_000;

/**
 * Several processes answer requests behind one port (`JINGMING_WORKERS`); this one reaches the database, carries out
 * what is due if it `works`, and begins another process where one falls.
 */
export async function runSeveral(
  config: Config,
  place: Place,
  works: boolean,
  say: (line: string) => void,
): Promise<Running> {
  const others = new Set<Worker>();
  let isLeaving = false;
  let port = config.port;

  async function begin(): Promise<void> {
    const worker = cluster.fork();
    others.add(worker);
    worker.once('exit', (code) => {
      others.delete(worker);
      if (isLeaving) return;
      say(`a process that answers requests fell (${code}); another one begins`);
      void sleep(pauseMs).then(() => (isLeaving ? undefined : begin().catch(() => {})));
    });
    worker.send({ place } satisfies Told);
    port = await untilReady(worker);
  }

  async function end(): Promise<void> {
    isLeaving = true;
    await Promise.all([...others].map(ended));
  }

  const figures = answerForFigures();
  try {
    // The first one finds out whether the port can be had, and which one it is.
    await begin();
    await Promise.all(Array.from({ length: config.processes - 1 }, begin));
  } catch (error) {
    await end();
    throw error;
  }
  const work = works
    ? await run(config, place, { serves: false, works: true, listens: false })
    : undefined;
  return {
    port,
    stop: async () => {
      await end();
      figures.stop();
      await work?.stop();
    },
  };
}

async function untilReady(worker: Worker): Promise<number> {
  const ready = new Promise<number>((resolve) => {
    worker.on('message', (told: Told) => {
      if ('ready' in told) resolve(told.ready.port);
    });
  });
  const fell = once(worker, 'exit').then(([code]) => {
    throw new ProcessFell(code);
  });
  return Promise.race([ready, fell]);
}

/** It said itself, on the console, why. */
export class ProcessFell extends Error {
  constructor(code: unknown) {
    super(`a process that answers requests ended with ${code}`);
  }
}

/** Answers what is under way and ends; whoever does not is ended. */
async function ended(worker: Worker): Promise<void> {
  const exit = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  const late = setTimeout(() => worker.process.kill('SIGKILL'), patienceMs);
  await exit;
  clearTimeout(late);
}

/** One of several: waits to be told where the database is, answers requests, and ends with the first process. */
export async function runAsOneOf(config: Config): Promise<void> {
  const [told] = (await once(process, 'message')) as [{ place: Place }];
  const running = await run(config, told.place, { serves: true, works: false, listens: true });
  let isLeaving = false;
  const leave = () => {
    if (isLeaving) return;
    isLeaving = true;
    void running.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave);
  process.once('disconnect', leave);
  process.send!({ ready: { port: running.port } } satisfies Told);
}
