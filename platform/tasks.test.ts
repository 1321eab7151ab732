import { describe, expect } from 'vitest';
import { TestShop, test } from '#test/shop.ts';
import { globalStatement, statement } from './sql.ts';
import { defineTask, runDue, runTasks } from './tasks.ts';

const noted = statement<{ value: unknown }, { key: string }>(
  'test.noted',
  'select value from settings where tenant_id = :tenant and key = :key',
);
const note = defineTask<{ key: string }>('test.note', async (work, { key }) => {
  await work.insert('settings', { key, value: '1', orgPath: '' });
});
const daily = defineTask<object>('test.daily', async (work) => {
  await work.insert('settings', { key: `day-${work.now.toISOString()}`, value: '1', orgPath: '' });
  await work.later(daily, {}, new Date(work.now.getTime() + 24 * 3_600_000), 'daily');
});
const notes = statement<{ key: string }, object>(
  'test.notes',
  `select key from settings where tenant_id = :tenant and key like 'day-%'`,
);
const order: string[] = [];
const inOrder = defineTask<{ whose: string }>('test.inOrder', async (_work, { whose }) => {
  order.push(whose);
});
const hopeless = defineTask<object>('test.hopeless', async () => {
  throw new Error('never');
});
const torn = globalStatement<never, object>(
  'test.torn',
  'select pg_terminate_backend(pg_backend_pid())',
);
const tearing = defineTask<object>('test.tearing', async (work) => {
  await work.run(torn, {});
});
const tried = statement<{ name: string; attempts: number }, object>(
  'test.tried',
  'select name, attempts from tasks where tenant_id = :tenant and attempts > 0',
);
const ends: AbortController[] = [];
const ending = defineTask<object>('test.ending', async () => {
  for (const end of ends) end.abort();
});
let tries = 0;
const stumble = defineTask<{ key: string }>('test.stumble', async (work, { key }) => {
  await work.insert('settings', { key, value: '1', orgPath: '' });
  tries++;
  if (tries < 3) throw new Error('not yet');
});

describe('tasks', () => {
  test('D-22 what is due runs, what is not waits', async ({ shop }) => {
    const dueAt = new Date(shop.now.getTime() + 3_600_000);
    await shop.write((work) => work.later(note, { key: 'later' }, dueAt));
    await shop.settle();
    expect(await shop.reading.rows(noted, { key: 'later' })).toEqual([]);
    await shop.forward(1);
    expect(await shop.reading.rows(noted, { key: 'later' })).toHaveLength(1);
  });

  test('D-83 a program that is to stop ends what it has begun and begins nothing more', async ({
    shop,
  }) => {
    await shop.settle();
    await shop.write(async (work) => {
      for (let nth = 0; nth < 20; nth++) await work.later(ending, {}, work.now);
    });
    const end = new AbortController();
    ends.push(end);
    const { taskHost } = shop.server.app;
    const now = { now: () => shop.now };
    expect(await runTasks({ ...taskHost, clock: now, ending: end.signal }, shop.tenantId)).toBe(1);
    ends.length = 0;
    expect(await runTasks({ ...taskHost, clock: now }, shop.tenantId)).toBe(19);
  });

  test('D-20 a task whose cause was rolled back never runs', async ({ shop }) => {
    const cause = shop.write(async (work) => {
      await work.later(note, { key: 'undone' }, shop.now);
      throw new Error('changed my mind');
    });
    await expect(cause).rejects.toThrow('changed my mind');
    await shop.settle();
    expect(await shop.reading.rows(noted, { key: 'undone' })).toEqual([]);
  });

  test('D-22 one that fails leaves nothing behind and is tried again', async ({ shop }) => {
    tries = 0;
    await shop.write((work) => work.later(stumble, { key: 'third' }, shop.now));
    await shop.settle();
    expect(await shop.reading.rows(noted, { key: 'third' })).toEqual([]);
    await shop.forward(1);
    await shop.forward(1);
    expect(await shop.reading.rows(noted, { key: 'third' })).toHaveLength(1);
    expect(tries).toBe(3);
  });

  test('D-22 several workers on the same work run each task once', async ({ shop }) => {
    await shop.settle();
    await shop.write(async (work) => {
      for (let at = 0; at < 40; at++) await work.later(note, { key: `one-${at}` }, shop.now);
    });
    const { taskHost } = shop.server.app;
    const counts = await Promise.all([1, 2, 3, 4].map(() => runDue(taskHost, shop.tenantId)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
  });

  test('a task may put itself to a later time under its own key', async ({ shop }) => {
    await shop.write((work) => work.later(daily, {}, shop.now, 'daily'));
    await shop.forward(60);
    expect(await shop.reading.rows(notes, {})).toHaveLength(3);
  });

  test('D-21 one tenant’s hundreds keep nobody waiting', async ({ shop }) => {
    const other = await TestShop.open();
    await other.settle();
    await shop.settle();
    // Long ago, when nothing of the other tests' houses is due.
    const then = new Date('2001-01-01T00:00:00.000Z');
    const soon = new Date(then.getTime() + 60_000);
    await shop.write(async (work) => {
      for (let at = 0; at < 100; at++) await work.later(inOrder, { whose: 'many' }, then);
    });
    await other.write((work) => work.later(inOrder, { whose: 'one' }, soon));
    order.length = 0;
    const host = shop.server.app.taskHost;
    const laterOn = new Date(soon.getTime() + 60_000);
    await runTasks({ ...host, clock: { now: () => laterOn } });
    expect(order.filter((whose) => whose === 'many')).toHaveLength(100);
    expect(order.indexOf('one')).toBeLessThan(9);
  });

  test('D-22 what another instance holds does not end the look for the rest', async ({ shop }) => {
    const other = await TestShop.open();
    await other.settle();
    await shop.settle();
    await shop.write((work) => work.later(inOrder, { whose: 'held' }, shop.now));
    const soon = new Date(shop.now.getTime() + 1);
    await other.write((work) => work.later(inOrder, { whose: 'free' }, soon));
    order.length = 0;
    const { taskHost } = shop.server.app;
    const clock = { now: () => soon };
    await taskHost.database.transaction(shop.tenantId, async (session) => {
      await session.plain(`select 1 from tasks where tenant_id = '${shop.tenantId}' for update`);
      await runTasks({ ...taskHost, clock });
      expect(order).toEqual(['free']);
    });
    await runTasks({ ...taskHost, clock });
    expect(order).toEqual(['free', 'held']);
  });

  test('D-21 a task that tears its connection down is put off like any other', async ({ shop }) => {
    await shop.write(async (work) => {
      await work.later(tearing, {}, shop.now);
      await work.later(note, { key: 'behind' }, new Date(shop.now.getTime() + 1));
    });
    await shop.forward(1);
    expect(await shop.reading.rows(noted, { key: 'behind' })).toHaveLength(1);
    expect(await shop.reading.rows(tried, {})).toMatchObject([{ name: 'test.tearing' }]);
  });

  test('D-21 ten tries in eight hours, then it is given up and waits for somebody', async ({
    shop,
  }) => {
    await shop.write((work) => work.later(hopeless, {}, shop.now));
    await shop.settle();
    for (let hour = 0; hour < 24; hour++) await shop.forward(1);
    expect(await shop.reading.rows(tried, {})).toMatchObject([
      { name: 'test.hopeless', attempts: 10 },
    ]);
  });

  test('the same key again moves a task instead of doubling it', async ({ shop }) => {
    const soon = new Date(shop.now.getTime() + 60_000);
    await shop.write((work) => work.later(note, { key: 'moved-1' }, soon, 'k'));
    await shop.write((work) => work.later(note, { key: 'moved-2' }, soon, 'k'));
    await shop.forward(1);
    expect(await shop.reading.rows(noted, { key: 'moved-1' })).toEqual([]);
    expect(await shop.reading.rows(noted, { key: 'moved-2' })).toHaveLength(1);
  });
});
