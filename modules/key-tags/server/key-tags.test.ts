import { expect } from 'vitest';
import { comingRoutes } from '#modules/links/contract.ts';
import { heldOrderRoutes, orderLinkRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { pathOf } from '#shared/call.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { keyTagRoutes as routes } from '../contract.ts';

const printed = async (by: TestEmployee, params: { orderId: string }) => {
  const reply = await by.shop.http.inject({
    method: 'GET',
    url: pathOf(routes.sheet, params),
    headers: { cookie: by.cookie },
  });
  expect(reply.headers['content-type']).toBe('application/pdf');
  return readPdf(reply.rawPayload);
};
let addresses = 0;
/** Who comes by links is counted by his address: each telephone has one of its own. */
const comes = (shop: TestShop, url: string) =>
  shop.http.inject({
    method: 'POST',
    url: pathOf(comingRoutes.come),
    payload: { token: new URL(url).hash.slice(1) },
    remoteAddress: `10.63.0.${++addresses}`,
  });

test('CAR-07 the sticker says plate, order and promised time; its code leads to the order and shows nothing personal', async ({
  shop,
}) => {
  const visit = await Visit.begin(shop);
  const order = await visit.receive({ promisedAt: '2026-12-24T09:00:00.000Z' });
  const { params, advisor } = visit;
  expect(await advisor.call(routes.ofOrder, { params })).toMatchObject({
    ...{ isMade: false, printedAt: null, mayPrint: true },
  });
  await advisor.call(routes.make, { params, body: {} });
  const { pages, qr } = await printed(advisor, params);
  expect(pages).toHaveLength(1);
  for (const said of ['粤C6M218', order.number, '12-2417:00']) expect(pages[0]).toContain(said);
  expect(qr).toContain(`/k?o=${params.orderId.replaceAll('-', '')}#`);
  const came = await comes(shop, qr!);
  const cookie = String(came.headers['set-cookie']).split(';')[0]!;
  const seen = await shop.http.inject({
    method: 'GET',
    url: pathOf(heldOrderRoutes.read, params),
    headers: { cookie },
  });
  expect(seen.json()).toMatchObject({ number: order.number, isProved: false });
  expect(seen.body).not.toContain('6M218');
  expect(await advisor.call(routes.ofOrder, { params })).toMatchObject({
    ...{ isMade: true, printedByName: advisor.name },
  });
});

test('CAR-07 printed again the sticker is the same; for a lost one there is another, and the lost one opens nothing', async ({
  shop,
}) => {
  const visit = await Visit.begin(shop);
  await visit.receive();
  const { params, advisor } = visit;
  await Promise.all([1, 2].map(() => advisor.call(routes.make, { params, body: {} })));
  const { qr: first } = await printed(advisor, params);
  expect((await printed(advisor, params)).qr).toBe(first);
  await advisor.call(routes.make, { params, body: { isLost: true } });
  const { qr: second } = await printed(advisor, params);
  expect(second).not.toBe(first);
  expect((await comes(shop, first!)).json()).toMatchObject({ status: 410, code: 'link_over' });
  expect((await comes(shop, second!)).statusCode).toBe(201);
});

test('D-40 once the car was handed over its sticker opens nothing; a link that the customer was sent goes on', async ({
  shop,
}) => {
  const visit = await Visit.begin(shop);
  await visit.toReady();
  const { params, advisor } = visit;
  await advisor.call(routes.make, { params, body: {} });
  const { qr } = await printed(advisor, params);
  const { url } = await advisor.call(orderLinkRoutes.makeLink, { params, body: {} });
  await visit.settle();
  await visit.deliver();
  await shop.settle();
  expect((await comes(shop, qr!)).statusCode).toBe(410);
  expect((await comes(shop, url)).statusCode).toBe(201);
  await expect(advisor.call(routes.make, { params, body: {} })).rejects.toMatchObject({
    code: 'key_tag_not_now',
  });
  expect(await advisor.call(routes.ofOrder, { params })).toMatchObject({ isMade: false });
});
