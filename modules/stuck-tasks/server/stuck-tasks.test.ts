import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { statement } from '#platform/sql.ts';
import { taskNames } from '#platform/task-failures.ts';
import { defineTask } from '#platform/tasks.ts';
import { TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { stuckTaskRoutes as routes } from '../contract.ts';
import { areas } from '../locales/areas.ts';

const broken = new Set<string>();
const done: string[] = [];
const fragile = defineTask<{ house: string }>('test.fragile', async (_work, { house }) => {
  if (broken.has(house)) throw new Error('not now: 13800138000 was busy');
  done.push(house);
});
const idOf = statement<{ id: string }, object>(
  'test.waiting',
  `select id from tasks where tenant_id = :tenant and name = 'test.fragile'`,
);

/** A house whose task failed for so many hours. */
async function afterHours(shop: TestShop, hours: number): Promise<void> {
  broken.add(shop.tenantId);
  await shop.write((work) => work.later(fragile, { house: shop.tenantId }, work.now));
  await shop.settle();
  for (let hour = 0; hour < hours; hour++) await shop.forward(1);
}

const list = async (shop: TestShop, query: { state?: 'failing' | 'givenUp' } = {}) => {
  const owner = await shop.employee('owner');
  return (await owner.call(routes.list, { query })).items;
};

describe('what the house could not do by itself', () => {
  test('D-21 a task that failed is listed in plain words, and is gone once it is done', async ({
    shop,
  }) => {
    await shop.write((work) => work.later(fragile, { house: shop.tenantId }, work.now));
    expect(await list(shop)).toEqual([]);
    await shop.settle();
    await afterHours(shop, 0);
    expect(await list(shop)).toMatchObject([
      { name: 'test.fragile', state: 'failing', attempts: 1, lastError: 'Error: not now: …' },
    ]);
    expect(await list(shop, { state: 'givenUp' })).toEqual([]);
    broken.delete(shop.tenantId);
    await shop.forward(1);
    expect(await list(shop)).toEqual([]);
  });

  test('D-21 after ten tries it stays, the owner is told once, and it runs again when asked', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await afterHours(shop, 48);
    const [task] = await list(shop, { state: 'givenUp' });
    expect(task).toMatchObject({ name: 'test.fragile', attempts: 10 });
    const bell = (await owner.call(commitmentRoutes.listNotices, {})).items;
    expect(bell.filter(({ kind }) => kind === 'stuckTasks.givenUp')).toMatchObject([
      { facts: { name: 'test.fragile' }, aboutType: 'task', aboutId: task!.id },
    ]);
    const before = done.length;
    broken.delete(shop.tenantId);
    await shop.forward(24);
    expect(done).toHaveLength(before);
    await owner.call(routes.retry, { params: { taskId: task!.id } });
    await shop.settle();
    expect(done).toHaveLength(before + 1);
    expect(await list(shop)).toEqual([]);
    const { items } = await owner.call(auditRoutes.list, { query: { event: 'task.retried' } });
    expect(items).toMatchObject([{ actorId: owner.id, aboutId: task!.id }]);
  });

  test('D-21 who does without it says why, and it never runs', async ({ shop }) => {
    const owner = await shop.employee('owner');
    await afterHours(shop, 0);
    const [task] = await list(shop);
    const params = { taskId: task!.id };
    await owner.call(routes.drop, { params, body: { reason: '已手工补做' } });
    broken.delete(shop.tenantId);
    await shop.forward(24);
    expect(done).not.toContain(shop.tenantId);
    const { items } = await owner.call(auditRoutes.list, { query: { event: 'task.dropped' } });
    expect(items).toMatchObject([{ actorId: owner.id, aboutId: task!.id }]);
    await expect(owner.call(routes.retry, { params })).rejects.toMatchObject({ status: 404 });
  });

  test('D-21 what has not failed, and what is another house’s, is nobody’s to touch', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const later = new Date(shop.now.getTime() + 24 * 3_600_000);
    await shop.write((work) => work.later(fragile, { house: shop.tenantId }, later));
    const waiting = (await shop.reading.first(idOf, {}))!.id;
    const other = await TestShop.open();
    await afterHours(other, 0);
    const [foreign] = await list(other);
    for (const taskId of [waiting, foreign!.id]) {
      for (const [route, body] of [
        [routes.retry, undefined],
        [routes.drop, { reason: '试试' }],
      ] as const) {
        const call = owner.call(route as never, { params: { taskId }, body } as never);
        await expect(call).rejects.toMatchObject({ status: 404 });
      }
    }
    expect(await list(other)).toHaveLength(1);
  });

  test('D-21 only who runs the whole house sees them', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    await expect(advisor.call(routes.list, {})).rejects.toMatchObject({ status: 403 });
    const [north] = await sisterShops(shop);
    const here = await north!.employee('owner');
    await expect(here.call(routes.list, {})).rejects.toMatchObject({ code: 'whole_house_needed' });
  });

  test('D-21 every task of the product has words for what it leaves undone', () => {
    const nameless = taskNames()
      .filter((name) => !name.startsWith('test.'))
      .filter((name) => !areas[name.split('.')[0]!]);
    expect(nameless).toEqual([]);
    expect(taskNames().length).toBeGreaterThan(60);
  });
});
