import { expect } from 'vitest';
import { type TestEmployee, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { peopleRoutes } from '../contract.ts';

const keyBy = (owner: TestEmployee, roleKey: string) =>
  owner.call(peopleRoutes.addApiKey, {
    body: { name: '报表程序', roleKey, expiresAt: '2027-01-01T00:00:00.000Z' },
  });

test('G-10 the keys of a sister shop are neither seen nor ended', async ({ shop }) => {
  const [here, there] = await sisterShops(shop);
  const own = await keyBy(await here.employee('owner'), 'cashier');
  const sister = await there.employee('owner');
  expect((await sister.call(peopleRoutes.listApiKeys, {})).items).toEqual([]);
  const ending = sister.call(peopleRoutes.revokeApiKey, { params: { apiKeyId: own.id } });
  await expect(ending).rejects.toMatchObject({ status: 404 });
  const above = await shop.employee('owner');
  expect((await above.call(peopleRoutes.listApiKeys, {})).items).toHaveLength(1);
});

test('G-10 a program’s key has no session of a person: 404, never a 500', async ({ shop }) => {
  const { secret } = await keyBy(await shop.employee('owner'), 'cashier');
  const headers = { authorization: `Bearer ${secret}` };
  const reply = await shop.http.inject({ method: 'GET', url: '/api/v1/session', headers });
  expect(reply.statusCode).toBe(404);
});
