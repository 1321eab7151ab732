import { expect } from 'vitest';
import { genuineRoutes } from '#modules/genuine-check/contract.ts';
import { comingRoutes } from '#modules/links/contract.ts';
import { orderLinkRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { type TestShop, test } from '#test/shop.ts';
import { ask, houseIn, openShop, savePageBy } from './shop-page.fixture.ts';

/** Comes by a new link to an order of the shop; what is open to everybody there. */
async function waysOf(shop: TestShop, plate: string) {
  const visit = await Visit.begin(shop, plate);
  await visit.receive();
  const { params, advisor } = visit;
  const { url } = await advisor.call(orderLinkRoutes.makeLink, { params, body: {} });
  const reply = await ask(shop, 'POST', comingRoutes.come.path, { token: url.split('#')[1] });
  return reply.json().ways;
}

test('CAR-07 ARC-11 WSH-02 a customer who came by a link goes on to the shop’s page, to a time and to the genuine check, as far as they are open', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  expect(await waysOf(shop, '粤B11111')).toEqual({ shopAt: '', bookAt: '', genuineAt: '' });
  const { at } = await openShop(owner);
  const shopAt = at.slice(new URL(at).origin.length);
  expect(await waysOf(shop, '粤B22222')).toEqual({
    ...{ shopAt, bookAt: `${shopAt}#book`, genuineAt: '' },
  });
  await savePageBy(owner, { takesBookings: false });
  const body = { product: '前制动片（原厂）', partNumber: '04465-02240', codes: 3 };
  const batch = await owner.call(genuineRoutes.issue, { body });
  const { genuineAt, ...rest } = await waysOf(shop, '粤B33333');
  expect(rest).toEqual({ shopAt, bookAt: '' });
  expect(genuineAt).toMatch(new RegExp(`^/g\\?h=${houseIn(at)}&s=.+`));
  await savePageBy(owner, { isOpen: false });
  const params = { genuineBatchId: batch.id };
  await owner.call(genuineRoutes.withdrawBatch, { params, body: { reason: '印错' } });
  expect(await waysOf(shop, '粤B44444')).toEqual({ shopAt: '', bookAt: '', genuineAt: '' });
});
