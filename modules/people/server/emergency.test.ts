import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { cookieName } from '#modules/people/server/index.ts';
import { privacyRoutes } from '#modules/privacy/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { emergencyRoutes, peopleRoutes } from '../contract.ts';

const reason = '夜间值班，对方店长联系不上，客户车辆抛锚';
const open = (by: TestEmployee, body: object = {}) =>
  by.call(emergencyRoutes.open, {
    body: { unitCode: 'shop-2', reason, minutes: 30, ...body },
  });

/** Two sister shops, their managers, and a customer of the second. */
async function twoShops(shop: TestShop) {
  const [here, there] = await sisterShops(shop);
  const [mine, other] = [await here.employee('owner'), await there.employee('owner')];
  const customer = await other.call(customerRoutes.add, {
    body: { name: '孙丽', phone: '13800138000' },
  });
  const see = (by: TestEmployee) =>
    by.call(customerRoutes.read, { params: { customerId: customer.id } });
  return { here, there, mine, other, customer, see };
}

describe('beyond one’s own scope', () => {
  test('trust 2 a reason opens a sister shop for a while, and it ends by itself at its minute', async ({
    shop,
  }) => {
    const { mine, see } = await twoShops(shop);
    await expect(see(mine)).rejects.toMatchObject({ status: 404 });
    expect(await open(mine)).toMatchObject({ unitName: '分店2', reason });
    expect(await see(mine)).toMatchObject({ name: '孙丽' });
    const { emergency } = await mine.call(peopleRoutes.session, {});
    expect(emergency).toMatchObject({ unitName: '分店2' });
    const { cookie } = mine;
    await shop.forward(31 / 60);
    const late = await shop.http.inject({ url: '/api/v1/session', headers: { cookie } });
    expect(late.json().emergency).toBeNull();
    await expect(see(mine)).rejects.toMatchObject({ status: 404 });
  });

  test('trust 2 it can be ended now; again it asks for another reason, and never two at a time', async ({
    shop,
  }) => {
    const { mine, see } = await twoShops(shop);
    await open(mine);
    await expect(open(mine, { reason: '另一个足够长的原因' })).rejects.toMatchObject({
      status: 409,
      code: 'emergency_running',
    });
    expect(await mine.call(emergencyRoutes.end, {})).toEqual({ ended: 1 });
    await expect(see(mine)).rejects.toMatchObject({ status: 404 });
    const same = open(mine, { reason: ` ${reason}！` });
    await expect(same).rejects.toMatchObject({ code: 'emergency_same_reason' });
    await expect(open(mine, { reason: '有事' })).rejects.toMatchObject({
      code: 'emergency_reason_short',
    });
    expect(await open(mine, { reason: '客户第二次来电，要查拖车记录' })).toMatchObject({});
  });

  test('trust 2 for people with the right and a fresh proof alone, and only where it is needed', async ({
    shop,
  }) => {
    const { here, mine } = await twoShops(shop);
    await expect(open(await here.employee('advisor'))).rejects.toMatchObject({ status: 403 });
    await expect(open(mine, { unitCode: 'shop-1' })).rejects.toMatchObject({
      code: 'emergency_needless',
    });
    await expect(open(mine, { unitCode: 'nowhere' })).rejects.toMatchObject({
      code: 'emergency_place_unknown',
    });
    const token = await here.signIn(mine.id);
    await shop.forward(0.3);
    const stale = await shop.http.inject({
      method: 'POST',
      url: '/api/v1/emergency-accesses',
      headers: { cookie: `${cookieName(false)}=${token}` },
      payload: { unitCode: 'shop-2', reason, minutes: 30 },
    });
    expect(stale.json()).toMatchObject({ status: 403, code: 'step_up_needed' });
  });

  test('trust 2 rights, keys, settings, export and erasure stay shut, though one’s role allows them', async ({
    shop,
  }) => {
    const { mine, customer } = await twoShops(shop);
    await open(mine, { unitCode: null });
    const closed = { status: 403, code: 'emergency_closed' };
    const add = mine.call(peopleRoutes.addEmployee, {
      body: { name: '内应', roleKeys: ['owner'] },
    });
    await expect(add).rejects.toMatchObject(closed);
    const body = { name: '钥匙', roleKey: 'cashier', expiresAt: '2027-06-01T00:00:00.000Z' };
    await expect(mine.call(peopleRoutes.addApiKey, { body })).rejects.toMatchObject(closed);
    const params = { customerId: customer.id };
    const erase = mine.call(privacyRoutes.erase, { params, body: { reason: '测试' } });
    await expect(erase).rejects.toMatchObject(closed);
    const copy = mine.call(privacyRoutes.askCopy, { params, body: { purpose: '测试' } });
    await expect(copy).rejects.toMatchObject(closed);
    await expect(mine.call(privacyRoutes.read, { params })).rejects.toMatchObject(closed);
    expect(await mine.call(customerRoutes.read, { params })).toMatchObject({ name: '孙丽' });
  });
});

describe('in the sight of the house', () => {
  test('trust 2 every manager is told at once, and sees who, why, when and how much', async ({
    shop,
  }) => {
    const { mine, other, customer, see } = await twoShops(shop);
    await open(mine);
    await shop.settle();
    const bell = async (by: TestEmployee) =>
      (await by.call(commitmentRoutes.listNotices, { query: {} })).items.filter(
        ({ kind }) => kind === 'people.emergencyOpened',
      );
    expect(await bell(other)).toMatchObject([{ facts: { name: mine.name, reason } }]);
    expect(await bell(mine)).toEqual([]);
    await see(mine);
    await see(mine);
    await mine.call(customerRoutes.list, { query: { limit: 10 } });
    await mine.call(
      customerRoutes.change,
      { params: { customerId: customer.id }, body: { address: '深圳市南山区' } },
      { version: customer.version },
    );
    const { items } = await other.call(emergencyRoutes.list, { query: {} });
    expect(items).toMatchObject([
      { employeeName: mine.name, reason, isRunning: true, isOwn: false, changes: 1, reads: 2 },
    ]);
    const stranger = await shop.at({ id: shop.unitId, path: shop.unitPath }).employee('advisor');
    await expect(stranger.call(emergencyRoutes.list, { query: {} })).rejects.toMatchObject({
      status: 403,
    });
  });

  test('G-41 all that is done meanwhile is marked in the record, and nothing else', async ({
    shop,
  }) => {
    const { mine, other, customer, see } = await twoShops(shop);
    await open(mine);
    await see(mine);
    await mine.call(
      customerRoutes.change,
      { params: { customerId: customer.id }, body: { address: '深圳市南山区' } },
      { version: customer.version },
    );
    const { items } = await other.call(auditRoutes.list, { query: { aboutId: customer.id } });
    expect(items.map(({ event, isEmergency }) => [event, isEmergency])).toEqual([
      ['customer.changed', true],
      ['data.read', true],
      ['customer.added', false],
    ]);
  });
});
