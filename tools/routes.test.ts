import { describe, expect } from 'vitest';
import { routeTable } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import { openApiDocument } from '#platform/openapi.ts';
import type { Route } from '#shared/route.ts';
import { TestShop, test } from '#test/shop.ts';

/** An address with ids that nobody has. */
const addressOf = (route: Route, id: string) =>
  `/api/v1${route.path.replace(/:(rowNo|key)\b/g, '1').replace(/:\w+/g, id)}`;
/** For those who came by a link: a login is nobody to them. */
const isForLinks = (route: Route) => route.access.startsWith('link:');
const closed = () => routeTable().filter(({ access }) => access !== 'public');

describe('every route, generated from the table', () => {
  test('D-01 G-10 nobody in particular gets 401, whatever he sends', async ({ shop }) => {
    const id = newId(shop.now);
    const open: string[] = [];
    for (const route of closed()) {
      const reply = await shop.http.inject({
        method: route.method,
        url: addressOf(route, id),
        headers: { 'if-match': '"1"' },
      });
      if (reply.statusCode !== 401) open.push(`${route.id} ${reply.statusCode}`);
    }
    expect(open).toEqual([]);
    expect(closed().length).toBeGreaterThan(80);
  });

  test('D-01 G-10 one without any role is refused wherever a permission is asked', async ({
    shop,
  }) => {
    const nobody = await shop.employee();
    const id = newId(shop.now);
    const open: string[] = [];
    for (const route of closed().filter(
      (each) => each.access !== 'signedIn' && !isForLinks(each),
    )) {
      const reply = await nobody.raw(route.method, addressOf(route, id), undefined, {
        'if-match': '"1"',
      });
      if (reply.statusCode !== 403) open.push(`${route.id} ${reply.statusCode}`);
    }
    expect(open).toEqual([]);
  });

  test('G-10 an owner finds nothing under an id that nobody has, and nothing breaks', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const id = newId(shop.now);
    const odd: string[] = [];
    for (const route of closed().filter(
      (each) => each.path.includes(':') && each.method === 'GET' && !isForLinks(each),
    )) {
      const reply = await owner.raw('GET', addressOf(route, id));
      if (reply.statusCode !== 404) odd.push(`${route.id} ${reply.statusCode}`);
    }
    expect(odd).toEqual([]);
  });

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
