import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Route } from '#shared/route.ts';
import { until } from '#test/process.ts';
import type { Sent } from '#tools/check/fuzz/sender.ts';
import { type BugKind, bugHeader, readingFails, survived } from './bugs.ts';
import { type Scene, startAgain } from './scene.ts';

const routeOf = ({ routes }: Scene, id: string): Route => {
  const found = routes.find((route) => route.id === id);
  if (!found) throw new Error(`no route is called ${id}`);
  return found;
};

/** A post in the owner’s name outside the contracts’ generator. */
const post = (routeId: string, path: string, body: object): Sent => ({
  routeId,
  method: 'POST',
  path: `/api/v1${path}`,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(body)),
});

const mailsSent = 4;

/** Letters that a mail server refuses, quoting them. */
export async function failingMail({ visitor, canaries }: Scene, port: number) {
  const from = 'shop@example.test';
  const host = { host: '127.0.0.1', port, isSecure: false, username: '', from, fromName: '城东' };
  await visitor.ask(post('messages.setUpEmail', '/message-channels/email', host));
  // Whoever was on file before may be merged or forgotten by now: the letters go to a new one.
  const added = await visitor.ask(post('customers.add', '/customers', { name: '收信人' }));
  const customerId = (JSON.parse(added.text) as { id: string }).id;
  for (let sent = 0; sent < mailsSent; sent++) {
    const text = (name: string) => canaries.for('messages.send mail', name, 200);
    const body = {
      channel: 'email',
      purpose: 'service',
      subject: text('subject'),
      body: text('body'),
      address: text('mail'),
    };
    const path = `/customers/${customerId}/messages`;
    await visitor.ask(post('messages.send', path, body));
  }
}

/** Handlers and tasks that fail and say with what. @returns how many did */
export async function quotingBugs(scene: Scene): Promise<number> {
  const { filling, visitor, run } = scene;
  const asked = ['customers.add', 'customers.list', 'people.addEmployee'];
  for (const kind of survived) {
    for (const id of asked) {
      const sent = filling.request(routeOf(scene, id), true);
      const { status } = await visitor.ask(sent, { [bugHeader]: kind });
      if (status < 400 && kind !== 'task') run.fail(`the fault ${kind} in ${id} led to ${status}`);
    }
  }
  // By now tasks fail too: wait until one has said so.
  await visitor.ask(filling.request(routeOf(scene, 'files.add'), true));
  return survived.length * asked.length;
}

/** Lists whose reader fails on their rows, in its own thread. */
export async function readingThread(scene: Scene): Promise<number> {
  await startAgain(scene, { [readingFails]: '1' });
  const { filling, visitor } = scene;
  const files = [1, 2, 3];
  for (const _ of files) {
    const sent = filling.request(routeOf(scene, 'files.add'), true);
    const { status, text } = await visitor.ask(sent);
    if (status !== 201) continue;
    const fileId = (JSON.parse(text) as { id: string }).id;
    await visitor.ask(post('imports.begin', '/imports', { fileId }));
  }
  await sleep(2000);
  return files.length;
}

/** Uploads to a volume that has no room left. @returns whether one was refused for it */
export async function fullDisk(scene: Scene, filesDir: string): Promise<boolean> {
  try {
    writeFileSync(join(filesDir, 'filler'), Buffer.alloc(8 * 1024 * 1024));
  } catch {
    // As far as there was room.
  }
  const { status } = await scene.visitor.ask(
    scene.filling.request(routeOf(scene, 'files.add'), true),
  );
  return status >= 500;
}

/** The database loses a process in the midst of requests, and starts anew. */
export async function dyingDatabase(scene: Scene): Promise<void> {
  const { program, visitor, filling, routes } = scene;
  const under = Array.from({ length: 24 }, (_, at) =>
    visitor.ask(filling.request(routes[at * 3]!, true)),
  );
  const pids = await program.withClient('superuser', async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'jingming_app' order by state, query_start desc`,
    );
    return rows.map(({ pid }) => pid);
  });
  process.kill(pids[0]!, 'SIGKILL');
  await Promise.all(under);
  await until('the database is back', () => program.isReady());
}

/** A base backup of all that was sent, as the night makes one; what is not sealed in it is looked at later. */
export async function backUp({ dataDir }: Scene): Promise<void> {
  const tool = resolve(import.meta.dirname, '../../backup/backup.ts');
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [tool], { env });
}

/** Faults that nobody catches: the program ends, and may not say whom it was about. */
export async function lastWords(scene: Scene): Promise<number> {
  const ends: BugKind[] = ['rejection', 'exception'];
  for (const kind of ends) {
    const sent = scene.filling.request(routeOf(scene, 'customers.add'), true);
    await scene.visitor.ask(sent, { [bugHeader]: kind });
    await until('the program ended of itself', () => !scene.program.isRunning, 10_000);
    await startAgain(scene);
  }
  return ends.length;
}
