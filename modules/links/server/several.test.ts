import { expect } from 'vitest';
import { heldOrderRoutes as held, orderLinkRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { pathOf } from '#shared/call.ts';
import type { Route } from '#shared/route.ts';
import { type TestShop, test } from '#test/shop.ts';
import { comingRoutes, linkRoutes } from '../contract.ts';

let addresses = 0;
/** A browser as it is: it keeps every cookie that it is given until it is taken back. */
class Browser {
  readonly cookies = new Map<string, string>();
  private readonly shop: TestShop;
  /** Who comes by links is counted by his address: each browser has one of its own. */
  private readonly remoteAddress = `10.62.0.${++addresses}`;
  constructor(shop: TestShop) {
    this.shop = shop;
  }
  async ask(route: Route, params: object = {}, body?: object) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await this.shop.http.inject({
      method: route.method,
      url: pathOf(route, params),
      headers: { cookie },
      remoteAddress: this.remoteAddress,
      ...(body && { payload: body }),
    });
    for (const { name, value } of reply.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return reply;
  }
  come(url: string) {
    return this.ask(comingRoutes.come, {}, { token: new URL(url).hash.slice(1) });
  }
}

async function anOrder(shop: TestShop, plate: string) {
  const visit = await Visit.begin(shop, plate);
  const { id: orderId } = await visit.receive();
  const params = { orderId };
  const made = await visit.advisor.call(orderLinkRoutes.makeLink, { params, body: {} });
  return { params, url: made.url, linkId: made.id, advisor: visit.advisor };
}
const code = '8000';

test('D-40 a browser holds several records side by side, each with its own step-up and its own end', async ({
  shop,
}) => {
  const [first, second] = [await anOrder(shop, '粤B10001'), await anOrder(shop, '粤B10002')];
  const browser = new Browser(shop);
  await browser.come(first.url);
  await browser.ask(held.prove, first.params, { code });
  await browser.come(second.url);
  expect((await browser.ask(held.read, second.params)).json()).toMatchObject({ isProved: false });
  expect((await browser.ask(held.read, first.params)).json()).toMatchObject({
    isProved: true,
    plate: '粤B10001',
  });
  await first.advisor.call(linkRoutes.withdraw, { params: { linkId: first.linkId } });
  expect((await browser.ask(held.read, first.params)).statusCode).toBe(410);
  expect((await browser.ask(held.read, second.params)).statusCode).toBe(200);
});

test('D-40 what no link of the browser leads to does not exist, however many it holds', async ({
  shop,
}) => {
  const [first, second, other] = [
    await anOrder(shop, '粤B10001'),
    await anOrder(shop, '粤B10002'),
    await anOrder(shop, '粤B10003'),
  ];
  const browser = new Browser(shop);
  await browser.come(first.url);
  await browser.come(second.url);
  expect((await browser.ask(held.read, other.params)).statusCode).toBe(404);
});

test('D-40 a browser holds six; for the seventh it lets go of what it came for first', async ({
  shop,
}) => {
  const orders = [];
  for (let at = 0; at < 7; at++) orders.push(await anOrder(shop, `粤B1000${at}`));
  const browser = new Browser(shop);
  for (const { url } of orders) {
    await browser.come(url);
    await shop.forward(1 / 60);
  }
  expect(browser.cookies.size).toBe(6);
  const [first, ...later] = orders;
  expect((await browser.ask(held.read, first!.params)).statusCode).toBe(404);
  for (const { params } of later)
    expect((await browser.ask(held.read, params)).statusCode).toBe(200);
});
