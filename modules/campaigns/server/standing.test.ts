import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { segmentRoutes } from '#modules/segments/contract.ts';
import { visited } from '#modules/segments/server/segments.fixture.ts';
import type { BodyOf } from '#shared/route.ts';
import { type TestShop, test } from '#test/shop.ts';
import { campaignRoutes as campaigns, standingRoutes as routes } from '../contract.ts';
import { campaignTemplate, everybody } from './campaigns.fixture.ts';

/** The shop stands on 2026-11-21; the next New Year's Day is 41 days off. */
async function begun(shop: TestShop) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const words = { purpose: 'service', name: '节日问候', body: '{称呼}，{门店}祝您新年快乐' };
  const templateId = await campaignTemplate(writer, words);
  const segmentId = await everybody(writer);
  const usual: BodyOf<typeof routes.write> = {
    ...{ occasion: 'newYear', seasonFrom: '', name: '元旦问候', content: '' },
    ...{ segmentId, templateId, way: 'message' },
  };
  const write = async (body: Partial<typeof usual> = {}) => ({
    standingCampaignId: (await writer.call(routes.write, { body: { ...usual, ...body } })).id,
  });
  const approved = async (body: Partial<typeof usual> = {}) => {
    const params = await write(body);
    await boss.call(routes.approve, { params });
    return params;
  };
  const customer = async (name: string, phone: string) => {
    const { customerId } = await visited(shop, writer, name, [{ daysAgo: 60, fen: 50_000 }]);
    const params = { customerId };
    const { version } = await boss.call(customerRoutes.read, { params });
    await boss.call(customerRoutes.change, { params, body: { phone } }, { version });
    return customerId;
  };
  const made = async () => (await writer.call(campaigns.list, { query: {} })).items;
  const told = async (customerId: string) =>
    (await boss.call(messageRoutes.thread, { params: { customerId } })).items;
  return { writer, boss, usual, write, approved, customer, made, told };
}

test('CAR-03 approved once, a greeting makes its campaign of the year by itself and greets on the day', async ({
  shop,
}) => {
  const { writer, approved, customer, made, told } = await begun(shop);
  const wang = await customer('王丽', '13800138001');
  const params = await approved();
  const { turns } = await writer.call(routes.preview, { params });
  expect(turns).toMatchObject([
    { on: '2027-01-01', customers: 1, isMade: false, first: [{ customerName: '王丽' }] },
  ]);
  await shop.forward(24 * 20);
  expect(await made()).toEqual([]);
  await shop.moveTo('2026-12-28T04:00:00.000Z');
  expect(await made()).toMatchObject([
    { kind: 'greeting', name: '元旦问候 2027', state: 'running', nextOn: '2027-01-01' },
  ]);
  expect(await told(wang)).toEqual([]);
  await shop.moveTo('2027-01-01T03:00:00.000Z');
  expect(await told(wang)).toMatchObject([{ aboutType: 'campaign', purpose: 'service' }]);
  await shop.forward(24 * 3);
  expect(await made()).toMatchObject([{ state: 'ended' }]);
  expect(await told(wang)).toHaveLength(1);
});

test('CAR-03 nobody is greeted twice on one occasion of a year, whoever draws up a second greeting for it', async ({
  shop,
}) => {
  const { writer, approved, customer, made, told } = await begun(shop);
  const wang = await customer('王丽', '13800138001');
  await approved();
  await approved({ name: '元旦再问候' });
  await shop.moveTo('2026-12-28T04:00:00.000Z');
  await shop.moveTo('2027-01-01T03:00:00.000Z');
  expect(await told(wang)).toHaveLength(1);
  const reasons = [];
  for (const { id: campaignId } of await made()) {
    const { rounds } = await writer.call(campaigns.one, { params: { campaignId } });
    reasons.push(...rounds.flatMap((round) => round.reasons.map(({ reason }) => reason)));
  }
  expect(reasons).toEqual(['greeted']);
});

test('CAR-04 a standing greeting is approved by another person, and written anew it is approved anew', async ({
  shop,
}) => {
  const { writer, boss, usual, write, made } = await begun(shop);
  const params = await write();
  await expect(writer.call(routes.approve, { params })).rejects.toMatchObject({
    status: 409,
    code: 'campaign_own',
  });
  await shop.moveTo('2026-12-28T04:00:00.000Z');
  expect(await made()).toEqual([]);
  const { version } = await boss.call(routes.approve, { params });
  const body = { ...usual, name: '元旦问候客户' };
  const changed = await writer.call(routes.change, { params, body }, { version });
  expect(changed).toMatchObject({ state: 'draft', approvedAt: null, nextOn: '2027-01-01' });
  await expect(writer.call(routes.change, { params, body }, { version })).rejects.toMatchObject({
    status: 412,
  });
});

test('CAR-03 stopped before its day, what it made does not go out', async ({ shop }) => {
  const { boss, approved, customer, made, told } = await begun(shop);
  const wang = await customer('王丽', '13800138001');
  const params = await approved();
  await shop.moveTo('2026-12-28T04:00:00.000Z');
  expect(await boss.call(routes.stop, { params })).toMatchObject({ state: 'stopped' });
  expect(await made()).toMatchObject([{ state: 'stopped' }]);
  await shop.moveTo('2027-01-02T03:00:00.000Z');
  expect(await told(wang)).toEqual([]);
});

test('CAR-03 a tip goes out on its day of each year to a shared segment of models', async ({
  shop,
}) => {
  const { writer, approved, write, made } = await begun(shop);
  await visited(shop, writer, '王丽', [{ daysAgo: 60, fen: 50_000 }], '秦PLUS');
  await visited(shop, writer, '李强', [{ daysAgo: 60, fen: 50_000 }], '帕萨特');
  const add = (isShared: boolean, name: string) =>
    writer.call(segmentRoutes.add, { body: { name, isShared, conditions: { models: ['秦'] } } });
  const season = { occasion: 'season', seasonFrom: '12-01', name: '冬季电瓶提示' } as const;
  const { id: own } = await add(false, '自己的');
  const none = { code: 'standing_segment_own' };
  await expect(write({ ...season, segmentId: own })).rejects.toMatchObject(none);
  await expect(write({ seasonFrom: '12-01' })).rejects.toMatchObject({ code: 'standing_season' });
  const { id: segmentId } = await add(true, '秦车主');
  await approved({ ...season, segmentId });
  await shop.moveTo('2026-11-26T04:00:00.000Z');
  const [campaign] = await made();
  expect(campaign).toMatchObject({ kind: 'tip', name: '冬季电瓶提示 2026' });
  const params = { campaignId: campaign!.id };
  const { items } = await writer.call(campaigns.contacts, { params, query: {} });
  expect(items).toMatchObject([{ customerName: '王丽' }]);
});
