import { join } from 'node:path';
import type { Route } from '#shared/route.ts';
import { Program, setUp } from '#test/process.ts';
import { ask } from '#tools/check/crash/client.ts';
import { flowKinds, newFlow, stepsOf } from '#tools/check/crash/flows.ts';
import type { Run } from '#tools/check/harness.ts';
import { Canaries } from './canaries.ts';
import { Filling } from './filling.ts';
import { routesServed } from './routes.ts';
import { Visitor } from './visitor.ts';

const before = [join(import.meta.dirname, 'preload.ts')];

/** A shop with canaries in it, and who puts them there. */
export interface Scene {
  run: Run;
  dataDir: string;
  routes: readonly Route[];
  canaries: Canaries;
  filling: Filling;
  visitor: Visitor;
  program: Program;
  /** What the ended programs wrote. */
  written: string[];
  /** As in production, and more talkative. */
  env: Record<string, string>;
}

/** A new house on the way, with a day's work behind it. */
export async function begin(
  run: Run,
  dataDir: string,
  env: Record<string, string>,
): Promise<Scene> {
  const program = await Program.start({ dataDir, env, before });
  const founder = await setUp(program);
  const routes = await routesServed();
  const visitor = await Visitor.of(program, founder, routes, run.random);
  const canaries = new Canaries();
  const filling = new Filling(canaries, run.random, visitor.idFor);
  // The database tells each statement, as one who looks for a slow one lets it.
  await program.withClient('superuser', async (client) => {
    await client.query(`alter system set log_min_duration_statement = 0`);
    await client.query('select pg_reload_conf()');
  });
  await liveADay(program, founder.headers.cookie);
  return { run, dataDir, routes, canaries, filling, visitor, program, written: [], env };
}

/** Visits, complaints, letters: so that every route has something to be about. */
async function liveADay({ url }: Program, cookie: string): Promise<void> {
  for (const [at, kind] of flowKinds.entries()) {
    const flow = newFlow(kind, at + 1);
    for (const step of stepsOf(flow)) {
      const { status, text } = await ask({ url, cookie }, flow, step);
      if (status !== step.status) throw new Error(`${kind} ${step.name}: ${status} ${text}`);
      if (status < 300) step.learn?.(flow, JSON.parse(text) as never);
    }
  }
}

/** Each route with every field filled, again and again with some left out. */
export async function everyRoute({ run, routes, filling, visitor }: Scene): Promise<void> {
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    await visitor.ask(filling.request({ ...route, query: noQuery }, false));
  }
  for (let sent = 0; sent < run.count; sent++) {
    const route = routes[sent % routes.length]!;
    await visitor.ask(filling.request(route, sent < routes.length));
  }
}
const noQuery = { type: 'object', properties: {} } as never;

/** Starts the program again on the same data. */
export async function startAgain(scene: Scene, env: Record<string, string> = {}): Promise<void> {
  await scene.program.end();
  scene.written.push(scene.program.output);
  const { dataDir } = scene;
  scene.program = await Program.start({ dataDir, env: { ...scene.env, ...env }, before });
  scene.visitor.moveTo(scene.program);
}
