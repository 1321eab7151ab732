import { describe, expect } from 'vitest';
import { routeTable } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import { openApiDocument } from '#platform/openapi.ts';
import type { Route } from '#shared/route.ts';
import { TestShop, test } from '#test/shop.ts';

/** An address with ids that nobody has. */
const addressOf = (route: Route, id: string) =>
  `/api/v1${route.path.replace(/:(rowNo|key)\b/g, '1').replace(/:\w+/g, id)}`;
const closed = () => routeTable().filter(({ access }) => access !== 'public');

describe('every route, generated from the table', () => {
  test('G-20 what no contract allows is refused with a reason, never a 500', async ({ shop }) => {
    const owner = await (await TestShop.open()).employee('owner');
    const id = newId(shop.now);
    const broken: string[] = [];
    for (const route of closed().filter(({ kind }) => kind === 'json')) {
      for (const body of [[], { unknown: 1 }, { customerId: 'x', orderId: null }, 'text']) {
        const sent = route.method === 'GET' ? undefined : body;
        const query = route.method === 'GET' ? '?unknown=1&limit=abc&cursor=%00' : '';
        const reply = await owner.raw(route.method, addressOf(route, id) + query, sent, {
          'if-match': '"1"',
        });
        if (reply.statusCode >= 500 || (reply.statusCode < 400 && route.method === 'GET')) {
          broken.push(`${route.id} ${reply.statusCode}`);
        }
      }
    }
    expect([...new Set(broken)]).toEqual([]);
  });

  test('the interface’s document holds every route, and every one says what it is for', () => {
    const document = openApiDocument(routeTable()) as {
      paths: Record<string, Record<string, { summary: string }>>;
    };
    const told = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(told).toHaveLength(routeTable().length);
    expect(told.filter(({ summary }) => summary.length < 6)).toEqual([]);
  });
});
