import { afterAll, beforeAll, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { type TestShop, test } from '#test/shop.ts';
import { phoneCallRoutes as routes, telephonyRoutes } from '../contract.ts';
import { Exchange, exchangeOf } from './exchange.fixture.ts';

const exchange = new Exchange();
let dialUrl = '';
beforeAll(async () => {
  dialUrl = await exchange.open();
});
afterAll(() => exchange.close());

async function begun(shop: TestShop, own: { callFrom?: string; callUntil?: string } = {}) {
  const agent = await shop.employee('followUpAgent');
  const owner = await shop.employee('owner');
  const { id: customerId } = await owner.call(customerRoutes.add, {
    body: { name: '王丽', phone: '13800138000', ...own },
  });
  await owner.call(telephonyRoutes.setExtension, {
    body: { employeeId: agent.id, extension: '801' },
  });
  const dial = (more = {}) => agent.call(routes.dial, { body: { customerId, ...more } });
  return { agent, owner, dial };
}

test('FUP-09 in the hours of rest a customer is dialled from nowhere, unless he asked; that stands on record', async ({
  shop,
}) => {
  const { owner, agent, dial } = await begun(shop);
  const rest = {
    status: 422,
    code: 'quiet_hours',
    facts: { reason: 'restHours', opensAt: '2026-11-24T06:00:00.000Z' },
  };
  await shop.moveTo('2026-11-24T04:30:00.000Z');
  // Without a telephone system the device would dial: it is held back as well.
  await expect(dial()).rejects.toMatchObject(rest);
  exchange.secret = (await exchangeOf(shop, owner)).secret;
  await owner.call(telephonyRoutes.setUp, { body: { dialUrl, callBackMinutes: 30 } });
  await expect(dial()).rejects.toMatchObject(rest);
  expect(exchange.asked).toEqual([]);
  const recorded = async ({ phoneCallId }: { phoneCallId: string | null }) =>
    (await agent.call(routes.read, { params: { phoneCallId: phoneCallId! } })).askedByCustomer;
  expect(await recorded(await dial({ askedByCustomer: true }))).toBe(true);
  expect(exchange.asked).toHaveLength(1);
  await shop.moveTo('2026-11-24T06:00:00.000Z');
  expect(await recorded(await dial({ askedByCustomer: true }))).toBe(false);
  expect(await recorded(await dial())).toBe(false);
});

test('FUP-09 dialled by the device in the hours of rest, it stands on record who called and why; in time nothing is told', async ({
  shop,
}) => {
  const { owner, agent, dial } = await begun(shop);
  const told = async () =>
    (await owner.call(auditRoutes.list, { query: { event: 'phoneCall.dialledAtRest' } })).items;
  await shop.moveTo('2026-11-24T04:30:00.000Z');
  expect(await dial({ askedByCustomer: true })).toMatchObject({ isDialled: false });
  expect(await told()).toMatchObject([{ actorId: agent.id, aboutType: 'customer' }]);
  await shop.moveTo('2026-11-24T06:00:00.000Z');
  await dial({ askedByCustomer: true });
  await dial();
  expect(await told()).toHaveLength(1);
});

test('FUP-09 the hours that a customer named himself hold for a call from his page', async ({
  shop,
}) => {
  const { dial } = await begun(shop, { callFrom: '18:00', callUntil: '19:00' });
  await expect(dial()).rejects.toMatchObject({
    code: 'quiet_hours',
    facts: { reason: 'customerHours' },
  });
  await shop.moveTo('2026-11-21T10:30:00.000Z');
  expect(await dial()).toMatchObject({ isDialled: false });
});
