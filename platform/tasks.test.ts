import { describe, expect } from 'vitest';
import { test } from '#test/shop.ts';
import { statement } from './sql.ts';
import { defineTask, runDue } from './tasks.ts';

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

  test('the same key again moves a task instead of doubling it', async ({ shop }) => {
    const soon = new Date(shop.now.getTime() + 60_000);
    await shop.write((work) => work.later(note, { key: 'moved-1' }, soon, 'k'));
    await shop.write((work) => work.later(note, { key: 'moved-2' }, soon, 'k'));
    await shop.forward(1);
    expect(await shop.reading.rows(noted, { key: 'moved-1' })).toEqual([]);
    expect(await shop.reading.rows(noted, { key: 'moved-2' })).toHaveLength(1);
  });
});
