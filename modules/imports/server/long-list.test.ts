import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { globalStatement, valuesOf } from '#platform/sql.ts';
import { runDue } from '#platform/tasks.ts';
import { testServer } from '#test/server.ts';
import { test } from '#test/shop.ts';
import { importRoutes } from '../contract.ts';
import { longList, upload } from './lists-for-tests.ts';

const tasksOf = globalStatement<{ name: string; attempts: number }, { owner: string }>(
  'imports.test.tasks',
  "select name, attempts from tasks where tenant_id = :owner and name like 'imports.%'",
);

test('ARC-09 twenty thousand rows come in while others are answered', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const fileId = await upload(owner, longList(20_000), '客户.csv');
  const { id: importId } = await owner.call(importRoutes.begin, { body: { fileId } });
  const params = { importId };
  const seen = new Set<number>();
  /** Asks again and again until the work is done: every answer came in between. */
  const whileBusy = async () => {
    let answers = 0;
    let isDone = false;
    const working = shop.settle().finally(() => {
      isDone = true;
    });
    while (!isDone) {
      const { doneRows } = await owner.call(importRoutes.read, { params });
      await owner.call(customerRoutes.list, { query: { q: '客户' } });
      seen.add(doneRows);
      answers++;
    }
    await working;
    return answers;
  };
  expect(await whileBusy()).toBeGreaterThan(10);
  expect(seen.size).toBeGreaterThan(5);
  expect(await owner.call(importRoutes.read, { params })).toMatchObject({
    state: 'judged',
    counts: { rows: 20_000, ready: 20_000 },
  });
  await owner.call(importRoutes.run, { params });
  expect(await whileBusy()).toBeGreaterThan(10);
  expect(await owner.call(importRoutes.read, { params })).toMatchObject({
    state: 'imported',
    made: { customers: 20_000, vehicles: 20_000 },
  });
  await owner.call(importRoutes.undo, { params });
  await shop.settle();
  expect(await owner.call(importRoutes.read, { params })).toMatchObject({ state: 'undone' });
  const { items } = await owner.call(customerRoutes.list, {});
  expect(items).toEqual([]);
}, 180_000);

test('ARC-09 a server that dies between two parts goes on where it was', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const fileId = await upload(owner, longList(12_000), '客户.csv');
  const { id: importId } = await owner.call(importRoutes.begin, { body: { fileId } });
  const params = { importId };
  const { taskHost } = (await testServer()).app;
  let left = 4;
  /** Four parts are committed; then the process is gone. */
  const dying = {
    ...taskHost,
    clock: {
      now: (tenantId?: string) => {
        if (left-- <= 0) throw new Error('killed');
        return taskHost.clock.now(tenantId);
      },
    },
  };
  await expect(runDue(dying, shop.tenantId)).rejects.toThrow('killed');
  const halfway = await owner.call(importRoutes.read, { params });
  expect(halfway.state).toBe('judging');
  expect(halfway.doneRows).toBeGreaterThan(0);
  const { rows } = await shop.host.database.global(
    tasksOf,
    valuesOf(tasksOf, { owner: shop.tenantId }),
  );
  expect(rows).toMatchObject([{ name: 'imports.judge' }]);
  await shop.settle();
  expect(await owner.call(importRoutes.read, { params })).toMatchObject({
    state: 'judged',
    counts: { rows: 12_000, ready: 12_000 },
  });
}, 120_000);
