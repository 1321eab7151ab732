import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { HelperProcess } from './helper-process.ts';

/** Does what it is told: answers, dies, hangs, grows. */
const obedient = `
import { serveOrders } from '${pathToFileURL(join(import.meta.dirname, 'helper-process.ts'))}';
const kept = [];
serveOrders(async ({ what }) => {
  if (what === 'crash') process.abort();
  if (what === 'hang') for (;;);
  if (what === 'grow') for (;;) {
    kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  if (what === 'secrets') return Object.keys(process.env).sort();
  return what === 'pid' ? process.pid : 'done';
});`;
const folder = mkdtempSync(join(tmpdir(), 'helper-'));
const script = join(folder, 'obedient.mjs');
writeFileSync(script, obedient);
afterAll(() => rmSync(folder, { recursive: true }));

const started: HelperProcess<{ what: string }, unknown>[] = [];
function helper(limits: { waiting?: number; ms?: number; memoryMb?: number } = {}) {
  const made = new HelperProcess<{ what: string }, unknown>(pathToFileURL(script), {
    waiting: 10,
    ms: 30_000,
    memoryMb: 300,
    ...limits,
  });
  started.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.close()));
});

test('G-22 a crash of foreign code takes its own process only; what waited is done by a new one', async () => {
  const one = helper();
  const pid = await one.ask({ what: 'pid' });
  const crashed = one.ask({ what: 'crash' });
  const waited = one.ask({ what: 'pid' });
  await expect(crashed).rejects.toMatchObject({ kind: 'died', message: /SIGABRT/ });
  expect(await waited).not.toBe(pid);
});

test('G-22 who never ends is ended', async () => {
  const hasty = helper({ ms: 1000 });
  await expect(hasty.ask({ what: 'hang' })).rejects.toMatchObject({ kind: 'tooSlow' });
});

test.runIf(process.platform === 'linux')('G-22 who grows without end is ended', async () => {
  await expect(helper().ask({ what: 'grow' })).rejects.toMatchObject({ kind: 'tooBig' });
});

test('one process serves order after order, and too many waiting are refused at once', async () => {
  const one = helper({ waiting: 1 });
  const asked = [one.ask({ what: 'pid' }), one.ask({ what: 'pid' })];
  await expect(one.ask({ what: 'pid' })).rejects.toMatchObject({ kind: 'busy' });
  const [first, second] = await Promise.all(asked);
  expect(second).toBe(first);
});

test('D-70 the secrets of the environment are not passed on', async () => {
  process.env.DATABASE_URL = 'postgres://secret';
  try {
    expect(await helper().ask({ what: 'secrets' })).not.toContain('DATABASE_URL');
  } finally {
    delete process.env.DATABASE_URL;
  }
});

test('what waits when the program stops is refused', async () => {
  const one = helper();
  const refused = Promise.allSettled([one.ask({ what: 'hang' }), one.ask({ what: 'pid' })]);
  await one.close();
  expect((await refused).map((each) => each.status === 'rejected' && each.reason.kind)).toEqual([
    'stopped',
    'stopped',
  ]);
});
