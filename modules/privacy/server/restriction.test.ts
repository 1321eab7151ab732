import { describe, expect } from 'vitest';
import { fileRoutes } from '#modules/archive/contract-file.ts';
import { customerRoutes, restrictionRoutes } from '#modules/customers/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { queueMessage } from '#modules/messages/server/queue.ts';
import { proposalRoutes, reminderSettingRoutes } from '#modules/reminders/contract.ts';
import { segmentRoutes } from '#modules/segments/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { newId } from '#platform/ids.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { rightsRoutes as routes } from '../contract.ts';

/** As it is done at the desk: the request is put on record and the processing restricted for it. */
async function restrict(by: TestEmployee, customerId: string): Promise<void> {
  const how = { kind: 'restriction', channel: 'phone', identityBy: 'calledBack' } as const;
  const body = { ...how, askedByName: '王秀英', wish: '不要再联系我' };
  const { id } = await by.call(routes.add, { params: { customerId }, body });
  await by.call(routes.restrict, { params: { rightsRequestId: id } });
  await by.shop.settle();
}

const lift = (by: TestEmployee, customerId: string) =>
  by.call(restrictionRoutes.liftRestriction, {
    params: { customerId },
    body: { reason: '客户到店要求恢复联系' },
  });
const callsOf = async (by: TestEmployee, customerId: string) =>
  (await by.call(followUpRoutes.list, { query: { customerId } })).items.map(({ state }) => state);

describe('a customer whose processing is restricted', () => {
  test('ARC-10 PIPL 44 calls that were planned are not made', async ({ shop }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await endedVisit(shop, boss);
    expect(await callsOf(boss, customerId)).toEqual(['planned', 'planned']);
    await restrict(boss, customerId);
    expect(await callsOf(boss, customerId)).toEqual(['cancelled', 'cancelled']);
  });

  test('ARC-10 PIPL 44 his visit goes on, and no call is planned after it', async ({ shop }) => {
    const boss = await shop.employee('owner');
    const visit = await Visit.begin(shop);
    await restrict(boss, visit.customerId);
    await visit.toDelivered();
    await shop.settle();
    expect(await callsOf(boss, visit.customerId)).toEqual([]);
  });

  test('ARC-10 PIPL 44 nothing is sent unasked, what he complained of is answered; lifted, the rest goes out', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const { customerId } = await endedVisit(shop, boss);
    await restrict(boss, customerId);
    const params = { customerId };
    const body = { channel: 'sms', purpose: 'service', body: '保养到期了' } as const;
    const unasked = await boss.call(messageRoutes.send, { params, body });
    expect(unasked).toMatchObject({ state: 'held', waitingFor: 'restricted' });
    const owed = await shop.write((work) => {
      const about = { type: 'complaint', id: newId(work.now) };
      const letter = { ...body, template: '', address: '13800138000', about };
      return queueMessage(work, { customerId, ...letter });
    });
    expect(owed.state).toBe('queued');
    await lift(boss, customerId);
    await shop.settle();
    const { items } = await boss.call(messageRoutes.thread, { params });
    expect(items.map(({ waitingFor }) => waitingFor)).not.toContain('restricted');
  });

  test('ARC-10 PIPL 44 he is not on the morning list and in nobody’s calls for a segment', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const { id: customerId } = await boss.call(customerRoutes.add, {
      body: { name: '周建国', phone: '13900139000' },
    });
    const car = { plate: '粤B77001', model: '秦PLUS', ownerId: customerId };
    const soon = { useKind: 'privateSmall', firstRegisteredOn: '2021-01-15' } as const;
    await boss.call(vehicleRoutes.add, { body: { ...car, ...soon } });
    await shop.settle();
    await restrict(boss, customerId);
    const { items } = await boss.call(proposalRoutes.list, { query: {} });
    expect(items).toMatchObject([{ held: 'restricted' }]);
    const draw = () => boss.call(reminderSettingRoutes.extract, { body: {} });
    expect(await draw()).toMatchObject({ planned: 0 });
    const { callable, held } = await reachOf(boss);
    expect([callable, held.restricted]).toEqual([0, 1]);
    await lift(boss, customerId);
    expect(await draw()).toMatchObject({ planned: 1 });
  });

  test('ARC-10 the restriction stands on his file; who lifts it says why, and not twice', async ({
    shop,
  }) => {
    const boss = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    const { customerId } = await endedVisit(shop, boss);
    await restrict(advisor, customerId);
    const read = () => boss.call(fileRoutes.read, { params: { customerId } });
    expect((await read()).customer.restriction).toMatchObject({ byName: advisor.name });
    await expect(lift(advisor, customerId)).rejects.toMatchObject({ status: 403 });
    await lift(boss, customerId);
    expect((await read()).customer.restriction).toBeNull();
    await expect(lift(boss, customerId)).rejects.toMatchObject({ code: 'not_restricted' });
  });
});

async function reachOf(boss: TestEmployee & { shop: TestShop }) {
  const segment = { name: '全部', isShared: true, conditions: {} };
  const { id: segmentId } = await boss.call(segmentRoutes.add, { body: segment });
  const asked = { params: { segmentId }, query: { isOffer: false } };
  return boss.call(segmentRoutes.callPreview, asked);
}
