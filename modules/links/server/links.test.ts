import { describe, expect } from 'vitest';
import { heldOrderRoutes as held, orderLinkRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { newId } from '#platform/ids.ts';
import { statement } from '#platform/sql.ts';
import { pathOf } from '#shared/call.ts';
import type { Route } from '#shared/route.ts';
import { TestShop, test } from '#test/shop.ts';
import { comingRoutes, linkRoutes } from '../contract.ts';

/** A customer with a telephone: no login, only what the link gave him. */
class Holder {
  cookie = '';
  readonly shop: TestShop;
  constructor(shop: TestShop) {
    this.shop = shop;
  }
  async ask(route: Route, params: object = {}, body?: object) {
    return this.shop.http.inject({
      method: route.method,
      url: pathOf(route, params),
      headers: { cookie: this.cookie },
      ...(body && { payload: body }),
    });
  }
  async come(url: string) {
    const reply = await this.ask(comingRoutes.come, {}, { token: new URL(url).hash.slice(1) });
    this.cookie = String(reply.headers['set-cookie'] ?? this.cookie).split(';')[0]!;
    return reply;
  }
}

async function sent(shop: TestShop, given: { validDays?: number; maxUses?: number } = {}) {
  const visit = await Visit.begin(shop);
  const order = await visit.receive();
  const advisor = await shop.employee('advisor');
  const params = { orderId: order.id };
  const { url, link } = await advisor.call(orderLinkRoutes.makeLink, { params, body: given });
  const holder = new Holder(shop);
  const read = () => holder.ask(held.read, params);
  const paper = () => holder.ask(held.sheet, params);
  const prove = (code: string) => holder.ask(held.prove, params, { code });
  const links = async () => (await advisor.call(orderLinkRoutes.links, { params })).items;
  return { order, advisor, params, url, link, holder, read, paper, prove, links };
}
const audited = statement<{ event: string; actorKind: string }, object>(
  'test.linkEvents',
  `select event, actor_kind from audit_entries
    where tenant_id = :tenant and (event like 'link.%' or event = 'data.read') order by id`,
);

/** The last digits of the telephone that the visit's customer gave, and others. */
const rightCode = '8000';
const wrongCode = '0000';

describe('a link', () => {
  test('D-40 opens the one order, its papers after the code, and each use is on record', async ({
    shop,
  }) => {
    const { order, url, holder, read, paper, prove, links } = await sent(shop);
    expect(url).toMatch(/^http:\/\/localhost:8080\/k#[0-9a-f]{32}\.[0-9a-f]{32}\.[\w-]{43}$/);
    expect((await holder.come(url)).json()).toMatchObject({
      purpose: 'orderPapers',
      isProved: false,
    });
    expect((await read()).json()).toMatchObject({ number: order.number, isProved: false });
    expect((await read()).json().plate).not.toBe(order.plate);
    expect((await paper()).json().code).toBe('link_code_needed');
    expect((await prove(rightCode)).json()).toMatchObject({ plate: order.plate, isProved: true });
    const pdf = await paper();
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const events = await shop.reading.rows(audited, {});
    expect(events.map(({ event, actorKind }) => `${event} ${actorKind}`)).toEqual([
      'link.made user',
      'link.opened system',
      'link.proved link',
      'data.read link',
    ]);
    expect(await links()).toMatchObject([
      { state: 'open', uses: 1, openedAt: shop.now.toISOString() },
    ]);
  });

  test('D-40 looking at the address has no effect, however often a preview does', async ({
    shop,
  }) => {
    const { url, links } = await sent(shop);
    for (let at = 0; at < 5; at++) {
      await shop.http.inject({ method: 'GET', url: new URL(url).pathname });
      await shop.http.inject({ method: 'GET', url: '/api/v1/link-visits' });
    }
    expect(await links()).toMatchObject([{ uses: 0, openedAt: null }]);
  });

  test('D-40 its secret stands nowhere: not in the list, not in the database', async ({ shop }) => {
    const { url, advisor, params } = await sent(shop);
    const secret = url.slice(-43);
    const rows = statement<{ text: string }, object>(
      'test.links',
      'select l::text as text from links l where tenant_id = :tenant',
    );
    expect(JSON.stringify(await shop.reading.rows(rows, {}))).not.toContain(secret);
    const page = await advisor.raw('GET', pathOf(orderLinkRoutes.links, params));
    expect(page.body).not.toContain(secret);
  });

  test('D-40 another order, another house, another purpose do not exist for who holds it', async ({
    shop,
  }) => {
    const { url, holder, prove, order } = await sent(shop);
    const other = await (await Visit.begin(shop, '粤B23456')).receive();
    await holder.come(url);
    await prove(rightCode);
    for (const route of [held.read, held.sheet]) {
      expect((await holder.ask(route, { orderId: other.id })).statusCode).toBe(404);
      expect((await holder.ask(route, { orderId: newId(shop.now) })).statusCode).toBe(404);
    }
    const staffRoute = await holder.ask(orderLinkRoutes.links, { orderId: order.id });
    expect(staffRoute.statusCode).toBe(401);
    const stranger = new Holder(await TestShop.open());
    stranger.cookie = holder.cookie.replace(shop.tenantId.replaceAll('-', ''), '0'.repeat(32));
    expect((await stranger.ask(held.read, { orderId: order.id })).statusCode).toBe(401);
  });

  test('D-40 a login opens no route of a link', async ({ shop }) => {
    const { order } = await sent(shop);
    const owner = await shop.employee('owner');
    const reply = await owner.raw('GET', pathOf(held.read, { orderId: order.id }));
    expect(reply.statusCode).toBe(401);
  });
});

describe('the end of a link', () => {
  test('D-40 withdrawn, it is 410 at once, also for who has it open', async ({ shop }) => {
    const { url, holder, read, paper, advisor, link, links } = await sent(shop);
    await holder.come(url);
    await advisor.call(linkRoutes.withdraw, { params: { linkId: link.id } });
    await advisor.call(linkRoutes.withdraw, { params: { linkId: link.id } });
    const codes = [await read(), await paper(), await holder.come(url)].map((reply) => [
      reply.statusCode,
      reply.json().code,
    ]);
    expect(codes).toEqual(Array(3).fill([410, 'link_over']));
    expect(await links()).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('D-40 after its days it is 410, and so is the visit', async ({ shop }) => {
    const { url, holder, read } = await sent(shop, { validDays: 1 });
    await holder.come(url);
    await shop.forward(13);
    expect((await read()).statusCode).toBe(401);
    expect((await holder.come(url)).statusCode).toBe(201);
    await shop.forward(12);
    expect((await holder.come(url)).json()).toMatchObject({ status: 410, code: 'link_over' });
  });

  test('D-40 used up, nobody comes any more; who came last stays', async ({ shop }) => {
    const { url, holder, read } = await sent(shop, { maxUses: 2 });
    const replies = await Promise.all([1, 2, 3, 4].map(() => new Holder(shop).come(url)));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 201, 410, 410]);
    holder.cookie = String(
      replies.find(({ statusCode }) => statusCode === 201)!.headers['set-cookie'],
    ).split(';')[0]!;
    expect((await read()).statusCode).toBe(200);
  });

  test.for(['', 'x', `${'0'.repeat(32)}.${'0'.repeat(32)}.${'a'.repeat(43)}`])(
    'D-40 %j is no link of ours',
    async (token, { shop }) => {
      const reply = await new Holder(shop).ask(comingRoutes.come, {}, { token });
      expect(reply.json()).toMatchObject({ status: 404, code: 'link_unknown' });
    },
  );

  test('D-40 a changed token is no link of ours, and counts as no use', async ({ shop }) => {
    const { url, holder, links } = await sent(shop);
    const last = url.endsWith('A') ? 'B' : 'A';
    expect((await holder.come(url.slice(0, -1) + last)).statusCode).toBe(404);
    expect(await links()).toMatchObject([{ uses: 0 }]);
  });
});

describe('the code', () => {
  test('D-34 G-46 after five wrong codes the next waits; parallel guesses are counted too', async ({
    shop,
  }) => {
    const { url, holder, prove } = await sent(shop);
    await holder.come(url);
    const replies = await Promise.all(Array.from({ length: 12 }, () => prove(wrongCode)));
    const looked = replies.filter(({ statusCode }) => statusCode === 422);
    expect(looked.length).toBeLessThanOrEqual(5);
    expect(replies.every(({ statusCode }) => [422, 429].includes(statusCode))).toBe(true);
    expect((await prove(rightCode)).statusCode).toBe(429);
  });

  test('D-40 the tenth wrong code ends the link', async ({ shop }) => {
    const { url, holder, prove, links } = await sent(shop);
    await holder.come(url);
    for (let at = 0; at < 10; at++) {
      await prove(wrongCode);
      await shop.forward(0.3);
    }
    expect((await prove(rightCode)).statusCode).toBe(410);
    expect(await links()).toMatchObject([{ state: 'withdrawn' }]);
  });
});
