import { expect } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { newId } from '#platform/ids.ts';
import { statement } from '#platform/sql.ts';
import { test } from '#test/shop.ts';

const keysOf = statement<{ key: string }, object>(
  'test.idempotencyKeys',
  'select key from idempotency_keys where tenant_id = :tenant',
);

test('D-20 the numbers of submissions are kept for a week, and then they go', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const body = { name: '王五', roleKeys: [] };
  await owner.call(peopleRoutes.addEmployee, { body }, { idempotencyKey: newId(shop.now) });
  await shop.forward(6 * 24);
  expect(await shop.reading.rows(keysOf, {})).toHaveLength(1);
  await shop.forward(3 * 24);
  expect(await shop.reading.rows(keysOf, {})).toEqual([]);
});
