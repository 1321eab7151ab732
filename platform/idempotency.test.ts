import { expect } from 'vitest';
import { test } from '#test/shop.ts';

test('G-03 D-20 a refusal is given again letter by letter, and says that it is a replay', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const body = { name: '新人', roleKeys: ['nobody'] };
  const send = () => owner.raw('POST', '/employees', body, { 'idempotency-key': 'refused-1' });
  const first = await send();
  expect(first.statusCode).toBe(422);
  const again = await send();
  expect(again.body).toBe(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
});
