import { expect } from 'vitest';
import { test } from '#test/shop.ts';

test('D-33 a wrong method at a known address is 405 and names the right ones', async ({ shop }) => {
  const ask = (method: string, url: string) => shop.http.inject({ method: method as 'GET', url });
  const wrong = await ask('DELETE', '/api/v1/service-orders?limit=1');
  expect(wrong.statusCode).toBe(405);
  expect(wrong.headers.allow).toBe('GET, HEAD, POST');
  expect(wrong.json()).toMatchObject({ code: 'method_not_allowed', status: 405 });
  const withId = await ask('PUT', '/api/v1/customers/any/reveal/');
  expect([withId.statusCode, withId.headers.allow]).toEqual([405, 'POST']);
  expect((await ask('PUT', '/api/v1/nowhere')).statusCode).toBe(404);
});
