import { comingRoutes } from '#modules/links/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { pathOf } from '#shared/call.ts';
import type { TestShop } from '#test/tenant.ts';
import { dataLinkRoutes, heldDataRoutes as held } from '../contract.ts';
import { ask } from './shop-page.fixture.ts';

/** A browser that came by a link to what is held of a customer. */
export async function comeBy(shop: TestShop, url: string) {
  const token = new URL(url).hash.slice(1);
  const came = await ask(shop, 'POST', comingRoutes.come.path, { token });
  const cookie = String(came.headers['set-cookie']).split(';')[0]!;
  const { aboutId: customerId } = came.json();
  const asking = async (name: keyof typeof held, body?: object, about = customerId) => {
    const path = pathOf(held[name], { customerId: about }).replace('/api/v1', '');
    const reply = await ask(shop, held[name].method as 'GET', path, body, { headers: { cookie } });
    return { status: reply.statusCode, text: reply.body, ...reply.json() };
  };
  return { asking };
}

/** A customer after a visit, with such a link in his browser. */
export async function linked(shop: TestShop) {
  const visit = await Visit.begin(shop);
  await visit.toDelivered();
  const { customerId } = visit;
  const owner = await shop.employee('owner');
  const params = { customerId };
  const { url } = await owner.call(dataLinkRoutes.makeLink, { params, body: {} });
  return { owner, params, visit, ...(await comeBy(shop, url)) };
}
