import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '#test/process.ts';
import type { Run } from '#tools/check/harness.ts';
import { examine, type Scene } from './shop.ts';
import type { Victim } from './victim.ts';

export interface Stops {
  sigterms: number;
  failedInFlight: number;
  toldToComeAgain: number;
  slowestStopMs: number;
}

interface Answer {
  status: number | 'refused' | 'broken';
  code?: string;
}

const longestStopMs = 30_000;

/** One person's requests on a connection that stays open, as a browser's does, until the house is closed. */
async function visitor(victim: Victim, name: string, answers: Answer[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let at = 1; ; at++) {
    const answer = await employ(victim, agent, `${name}-${at}`);
    answers.push(answer);
    // Told to come again in five seconds, he does not knock before.
    if (answer.status !== 201) break;
    await sleep(2);
  }
  agent.destroy();
}

const isRefusal = (code: string | undefined) => code === 'ECONNREFUSED';

/** A colleague is added; the body may come in two parts, so that the server is stopped in its middle. */
async function employ(
  { program, founder }: Victim,
  agent: Agent,
  key: string,
  between?: () => Promise<void>,
): Promise<Answer> {
  const asked = request(`${program.url}/api/v1/employees`, {
    method: 'POST',
    agent,
    headers: {
      ...founder.headers,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
  });
  try {
    const answered = once(asked, 'response');
    answered.catch(() => {});
    asked.write(`{"name":"${key}",`);
    await between?.();
    asked.end('"roleKeys":[]}');
    const [response] = await answered;
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece as Buffer);
    const { code } = JSON.parse(Buffer.concat(pieces).toString()) as { code?: string };
    return { status: response.statusCode as number, ...(code && { code }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { status: isRefusal(code) ? 'refused' : 'broken', ...(code && { code }) };
  }
}

/** Told to stop under load: who was heard gets his answer, who comes now is told so, and it ends soon (G-06). */
export async function stopUnderLoad(scene: Scene, run: Run, times: number): Promise<Stops> {
  const { victim } = scene;
  const figures: Stops = { sigterms: 0, failedInFlight: 0, toldToComeAgain: 0, slowestStopMs: 0 };
  for (let time = 1; time <= times; time++) {
    const answers: Answer[] = [];
    const names = Array.from({ length: 8 }, (_, at) => `stop-${time}-${at}`);
    const visitors = names.map((name) => visitor(victim, name, answers));
    await until('some are served', () => answers.length > 20);
    await sleep(run.random.whole(200));
    let stopped: Promise<{ code: number | null; ms: number }> | undefined;
    const slow = employ(victim, new Agent({ keepAlive: true }), `slow-${time}`, async () => {
      await sleep(50);
      stopped = stopOf(victim);
      await sleep(300);
    });
    const slowAnswer = await slow;
    const { code, ms } = await stopped!;
    await Promise.all(visitors);
    answers.push(slowAnswer);
    figures.sigterms++;
    figures.slowestStopMs = Math.max(figures.slowestStopMs, Math.round(ms));
    if (code !== 0) run.fail(`stop ${time}: the program ended with ${code}`);
    if (ms > longestStopMs) run.fail(`stop ${time}: it took ${Math.round(ms)} ms`);
    for (const answer of answers) countAnswer(answer, figures, run, time);
    await victim.restart();
    await examine(scene);
  }
  return figures;
}

async function stopOf({ program }: Victim) {
  const from = performance.now();
  const code = await program.end('SIGTERM');
  return { code, ms: performance.now() - from };
}

function countAnswer({ status, code }: Answer, figures: Stops, run: Run, time: number): void {
  if (status === 201 || status === 'refused') return;
  if (status === 503 && code === 'stopping') {
    figures.toldToComeAgain++;
    return;
  }
  figures.failedInFlight++;
  run.fail(`stop ${time}: a request that was heard ended with ${status} ${code ?? ''}`);
}
