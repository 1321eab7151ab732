import { describe, expect } from 'vitest';
import { hashSecret, newSecret, writeToken } from '#modules/people/server/index.ts';
import { routeTable } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import { pathOf } from '#shared/call.ts';
import type { Route } from '#shared/route.ts';
import { type TestShop, test } from '#test/shop.ts';
import { comingRoutes, type LinkPurpose, linkPurposes } from '../contract.ts';

/* Every kind of link × what became of it × which record is asked for, over HTTP: a new kind is inside without anyone writing a test. */

const routesOf = (purpose: LinkPurpose) =>
  routeTable().filter(({ access }) => access === `link:${purpose}`);

const hourMs = 3_600_000;
const fates = {
  open: {},
  expired: { expiresAt: (now: Date) => new Date(now.getTime() - hourMs) },
  usedUp: { uses: () => 3 },
  withdrawn: { revokedAt: (now: Date) => now },
} as const;
type Fate = keyof typeof fates | 'guessed';

/** A link as it lies in the database, with what became of it. */
async function linkOf(shop: TestShop, purpose: LinkPurpose, fate: Fate) {
  const aboutType = routesOf(purpose)[0]!.about!;
  const [secret, aboutId] = [newSecret(), newId(shop.now)];
  const change = Object.entries(fate === 'guessed' ? {} : fates[fate]);
  const row = await shop.write((work) =>
    work.insert('links', {
      ...{ purpose, aboutType, aboutId, aboutVersion: 1, maxUses: 3 },
      ...{ tokenHash: hashSecret(secret), expiresAt: new Date(shop.now.getTime() + hourMs) },
      ...Object.fromEntries(
        change.map(([name, of]) => [name, (of as (now: Date) => unknown)(shop.now)]),
      ),
    }),
  );
  const shown = fate === 'guessed' ? newSecret() : secret;
  const token = writeToken({ tenantId: shop.tenantId, id: row.id, secret: shown });
  return { token, aboutId, linkId: row.id };
}

let addresses = 0;
async function come(shop: TestShop, token: string) {
  const remoteAddress = `10.77.${addresses >> 8}.${addresses++ % 256}`;
  const url = `/api/v1${comingRoutes.come.path}`;
  const reply = await shop.http.inject({ method: 'POST', url, payload: { token }, remoteAddress });
  const cookie = String(reply.headers['set-cookie'] ?? '').split(';')[0]!;
  return { status: reply.statusCode, code: reply.json().code as string | undefined, cookie };
}

/** What a route answers to who holds this cookie and asks for this record; everything else is named by chance. */
async function codeOf(shop: TestShop, route: Route, cookie: string, aboutId: string) {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const params = Object.fromEntries(
    names.map((name, at) => [name, at === 0 ? aboutId : newId(shop.now)]),
  );
  const { method } = route;
  const url = pathOf(route, params);
  const reply = await shop.http.inject({
    ...{ method, url, headers: { cookie } },
    ...(method !== 'GET' && { payload: {} }),
  });
  return reply.statusCode;
}

test('D-40 every kind of link leads to routes of one record, and somebody makes it', ({ shop }) => {
  expect(shop.http.hasRoute({ method: 'POST', url: `/api/v1${comingRoutes.come.path}` })).toBe(
    true,
  );
  for (const purpose of linkPurposes) {
    const held = routesOf(purpose);
    expect(held.length, purpose).toBeGreaterThan(0);
    expect(new Set(held.map(({ about }) => about)).size, purpose).toBe(1);
    const makers = routeTable().filter(({ id }) => id.endsWith('.makeLink'));
    expect(makers.map(({ about }) => about)).toContain(held[0]!.about);
  }
});

describe.each(linkPurposes)('a link for %s', (purpose) => {
  test.for([
    ['open', 201, undefined],
    ['expired', 410, 'link_over'],
    ['usedUp', 410, 'link_over'],
    ['withdrawn', 410, 'link_over'],
    ['guessed', 404, 'link_unknown'],
  ] as const)('D-40 one that is %s answers %s', async ([fate, status, code], { shop }) => {
    const { token } = await linkOf(shop, purpose, fate);
    const came = await come(shop, token);
    expect([came.status, came.code]).toEqual([status, code]);
    expect(came.cookie === '').toBe(fate !== 'open');
  });

  test('D-40 opens its one record; none other, none by another kind, and none once it is withdrawn', async ({
    shop,
  }) => {
    const { token, linkId, aboutId } = await linkOf(shop, purpose, 'open');
    const { cookie } = await come(shop, token);
    const own = routesOf(purpose);
    const others = routeTable().filter(
      ({ access }) => access.startsWith('link:') && access !== `link:${purpose}`,
    );
    for (const route of own) {
      expect(await codeOf(shop, route, '', aboutId), `${route.id}, nobody`).toBe(401);
      const stranger = await codeOf(shop, route, cookie, newId(shop.now));
      expect(stranger, `${route.id}, another record`).toBe(404);
    }
    for (const route of others)
      expect(await codeOf(shop, route, cookie, aboutId), `${route.id}, another kind`).toBe(403);
    await shop.write((work) => work.update('links', { id: linkId }, { revokedAt: work.now }));
    for (const route of own)
      expect(await codeOf(shop, route, cookie, aboutId), `${route.id}, withdrawn`).toBe(410);
  });
});
