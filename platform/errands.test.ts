import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect } from 'vitest';
import { TestShop, test } from '#test/shop.ts';
import { defineErrand, runErrands } from './errands.ts';
import { statement } from './sql.ts';
import { runDue } from './tasks.ts';

/** What was carried, in order; `die` breaks off between carrying and noting, as a crash does. */
const carried: string[] = [];
let peak = 0;
let atOnce = 0;
let heldConnections: number[] = [];
let dies = 0;

const marks = statement<{ key: string }, { key: string }>(
  'test.marks',
  'select key from settings where tenant_id = :tenant and key like :key',
);
const letter = defineErrand<{ key: string }, { key: string }, 'accepted'>('test.letter', {
  take: async (_work, data) => (data.key === 'needless' ? undefined : data),
  carry: async ({ key }, host) => {
    atOnce++;
    peak = Math.max(peak, atOnce);
    const { totalCount, idleCount } = host.database.pool;
    heldConnections.push(totalCount - idleCount);
    await sleep(20);
    carried.push(key);
    atOnce--;
    return 'accepted';
  },
  note: async (work, { key }) => {
    if (dies-- > 0) throw new Error('Connection terminated by the test');
    await work.insert('settings', { key, value: '1', orgPath: '' });
  },
});
const post = (shop: TestShop, ...keys: string[]) =>
  shop.write(async (work) => {
    for (const key of keys) await work.later(letter, { key }, work.now);
  });

beforeEach(() => {
  carried.length = 0;
  heldConnections = [];
  peak = atOnce = dies = 0;
});

describe('errands', () => {
  test('D-23 an errand leaves after the commit of its cause, and no transaction is open while it does', async ({
    shop,
  }) => {
    await post(shop, 'one', 'needless');
    expect(carried).toEqual([]);
    await shop.settle();
    expect(carried).toEqual(['one']);
    expect(heldConnections).toEqual([0]);
    expect(await shop.reading.rows(marks, { key: 'one' })).toHaveLength(1);
  });

  test('D-21 one that somebody waits for overtakes the many that were put down before it', async ({
    shop,
  }) => {
    const many = Array.from({ length: 9 }, (_, at) => `many ${at}`);
    await shop.write(async (work) => {
      for (const key of many) await work.later({ ...letter, isBulk: true }, { key }, work.now);
    });
    await post(shop, 'awaited');
    await shop.settle();
    expect(carried).toHaveLength(10);
    // Three leave at once.
    expect(carried.indexOf('awaited')).toBeLessThan(3);
  });

  test('CAR-04 what goes to many keeps a pace, and none of it is left over', async ({ shop }) => {
    const many = Array.from({ length: 9 }, (_, at) => `paced ${at}`);
    await shop.write(async (work) => {
      for (const key of many) await work.later({ ...letter, isBulk: true }, { key }, work.now);
    });
    await shop.settle();
    expect(carried).toHaveLength(9);
    // A tenth of a second apart, each is long gone before the next one leaves.
    expect(peak).toBe(1);
  });

  test('D-20 an errand whose cause was rolled back never leaves', async ({ shop }) => {
    const cause = shop.write(async (work) => {
      await work.later(letter, { key: 'undone' }, work.now);
      throw new Error('changed my mind');
    });
    await expect(cause).rejects.toThrow('changed my mind');
    await shop.settle();
    expect(carried).toEqual([]);
  });

  test('G-04 a crash between carrying and noting carries the same parcel again; drained twice, no more', async ({
    shop,
  }) => {
    dies = 1;
    await post(shop, 'again');
    await shop.settle();
    expect(await shop.reading.rows(marks, { key: 'again' })).toEqual([]);
    await shop.forward(0.05);
    await shop.settle();
    expect(carried).toEqual(['again', 'again']);
    expect(await shop.reading.rows(marks, { key: 'again' })).toHaveLength(1);
  });

  test('G-04 several programs carry each errand once', async ({ shop }) => {
    const keys = Array.from({ length: 30 }, (_, at) => `k${at}`);
    await post(shop, ...keys);
    const { taskHost } = shop.server.app;
    await Promise.all([1, 2, 3].map(() => runDue(taskHost, shop.tenantId)));
    expect(carried.toSorted()).toEqual(keys.toSorted());
  });

  test('G-54 many errands of one tenant do not keep another’s waiting', async ({ shop }) => {
    const other = await TestShop.open();
    await post(shop, ...Array.from({ length: 40 }, (_, at) => `long-${at}`));
    await post(other, 'short');
    await runErrands(shop.server.app.taskHost);
    expect(carried.indexOf('short')).toBeLessThan(8);
    expect(peak).toBeGreaterThan(1);
  });
});
