import { afterAll, beforeAll, expect } from 'vitest';
import { customerRoutes, reminderChoiceRoutes } from '#modules/customers/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { letterRoutes } from '#modules/letters/contract.ts';
import { messageRoutes, smsRoutes } from '#modules/messages/contract.ts';
import { keyId, SmsPeer, secret } from '#modules/messages/server/sms-peer.fixture.ts';
import { visited } from '#modules/segments/server/segments.fixture.ts';
import type { BodyOf } from '#shared/route.ts';
import { type TestShop, test } from '#test/shop.ts';
import { campaignRoutes as routes } from '../contract.ts';
import { campaignTemplate, everybody } from './campaigns.fixture.ts';
import { sendNext } from './sending.ts';

const peer = new SmsPeer();
let endpoint = '';
beforeAll(async () => {
  endpoint = await peer.open();
});
afterAll(() => peer.close());

const day = 24;
type Body = BodyOf<typeof routes.write>;
const nothing = { drawn: 0, ready: 0, leftOut: 0, sent: 0 };

async function begun(shop: TestShop) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const agent = await shop.employee('followUpAgent');
  const templateId = await campaignTemplate(writer);
  const segmentId = await everybody(writer);
  const customer = async (name: string, phone: string, agrees = true) => {
    const { customerId } = await visited(shop, writer, name, [{ daysAgo: 90, fen: 50_000 }]);
    const params = { customerId };
    const { version } = await boss.call(customerRoutes.read, { params });
    await boss.call(customerRoutes.change, { params, body: { phone } }, { version });
    const said = { purpose: 'marketing', channel: 'any', evidence: '进厂登记表签字' } as const;
    if (agrees)
      await boss.call(customerRoutes.recordConsent, { params, body: { ...said, given: true } });
    return customerId;
  };
  const refuse = (customerId: string) =>
    boss.call(customerRoutes.recordConsent, {
      params: { customerId },
      body: { purpose: 'marketing', channel: 'any', given: false, evidence: '来电说不要' },
    });
  const offer: Body = {
    kind: 'offer',
    name: '冬季检测优惠',
    content: '空调与电瓶免费检测',
    event: null,
    segmentId,
    templateId,
    way: 'message',
  };
  const write = async (body: Partial<Body> = {}) =>
    (await writer.call(routes.write, { body: { ...offer, ...body } })).id;
  const examined = async (body: Partial<Body> = {}) => {
    const params = { campaignId: await write(body) };
    await writer.call(routes.examine, { params });
    await shop.settle();
    return params;
  };
  const started = async (body: Partial<Body> = {}) => {
    const params = await examined(body);
    await boss.call(routes.approve, { params });
    await boss.call(routes.start, { params });
    return params;
  };
  const eventIn = (days: number) => {
    const happensAt = new Date(shop.now.getTime() + days * day * 3_600_000).toISOString();
    return { kind: 'event' as const, event: { happensAt, place: '客户休息区', capacity: 20 } };
  };
  const toldOf = async (customerId: string) =>
    (await boss.call(messageRoutes.thread, { params: { customerId } })).items;
  return {
    ...{ writer, boss, agent, customer, refuse, offer, write, examined, started },
    eventIn,
    toldOf,
  };
}

test('CAR-04 before anything is sent everyone is judged, and who is left out stands there with the reason', async ({
  shop,
}) => {
  const { boss, agent, customer, examined } = await begun(shop);
  const agreed = await customer('王丽', '13800138001');
  await customer('李未同意', '13800138002', false);
  await customer('赵没有电话', '');
  await customer('王丽的先生', '13800138001');
  const params = await examined();
  const { customers, isExamined, rounds } = await agent.call(routes.one, { params });
  expect({ customers, isExamined }).toEqual({ customers: 4, isExamined: true });
  expect(rounds).toMatchObject([{ way: 'message', tally: { ...nothing, ready: 1, leftOut: 3 } }]);
  expect(rounds[0]?.reasons.map(({ reason }) => reason).toSorted()).toEqual([
    'no_address',
    'no_consent',
    'shared_number',
  ]);
  const ready = await boss.call(routes.contacts, { params, query: { state: 'ready' } });
  expect(ready.items).toMatchObject([{ way: 'message', reason: null }]);
  expect([agreed, ready.items[0]?.customerId]).toContain(ready.items[0]?.customerId);
  const query = { reason: 'no_consent' } as const;
  expect((await agent.call(routes.contacts, { params, query })).items).toMatchObject([
    { customerName: '李未同意', state: 'leftOut' },
  ]);
});

test('CAR-04 who switched off offers is left out of an offer with the reason, and not of a greeting', async ({
  shop,
}) => {
  const { boss, agent, customer, examined } = await begun(shop);
  const customerId = await customer('王丽', '13800138001');
  await boss.call(reminderChoiceRoutes.choose, {
    params: { customerId },
    body: { kind: 'offer', isOn: false },
  });
  for (const way of ['message', 'call'] as const) {
    const params = await examined({ way });
    const { rounds } = await agent.call(routes.one, { params });
    expect(rounds).toMatchObject([{ way, reasons: [{ reason: 'reminder_off', customers: 1 }] }]);
  }
  const params = await examined({ kind: 'tip', way: 'call' });
  const { rounds } = await agent.call(routes.one, { params });
  expect(rounds).toMatchObject([{ tally: { ready: 1, leftOut: 0 } }]);
});

test('CAR-03 drawn up by one, approved by another, started: each hears of it once, whoever runs the task again', async ({
  shop,
}) => {
  const { writer, boss, agent, customer, examined, toldOf } = await begun(shop);
  const customerId = await customer('王丽', '13800138001');
  const params = await examined();
  await expect(writer.call(routes.approve, { params })).rejects.toMatchObject({
    status: 409,
    code: 'campaign_own',
  });
  await expect(agent.call(routes.approve, { params })).rejects.toMatchObject({ status: 403 });
  const approved = await boss.call(routes.approve, { params });
  expect(approved).toMatchObject({ state: 'approved', isOwnApproval: false });
  expect(await toldOf(customerId)).toEqual([]);
  await boss.call(routes.start, { params });
  await shop.settle();
  const running = await boss.call(routes.one, { params });
  const [round] = running.rounds;
  expect(round).toMatchObject({ state: 'done', tally: { ...nothing, sent: 1 } });
  await shop.write((work) => sendNext(work, round!.id, 'http://localhost:8080'));
  await shop.settle();
  expect(await toldOf(customerId)).toMatchObject([
    { channel: 'sms', purpose: 'marketing', aboutType: 'campaign', aboutId: params.campaignId },
  ]);
});

test('CAR-04 who opted out after the list was approved is left out; a second before it leaves, his message stays here', async ({
  shop,
}) => {
  const { boss, customer, refuse, examined, toldOf } = await begun(shop);
  const first = await customer('王丽', '13800138001');
  const second = await customer('李强', '13800138002');
  const params = await examined({ onDate: '2026-12-01' });
  await boss.call(routes.approve, { params });
  await boss.call(routes.start, { params });
  await refuse(first);
  await shop.moveTo('2026-12-01T01:30:00.000Z');
  const { rounds } = await boss.call(routes.one, { params });
  expect(rounds).toMatchObject([
    { tally: { ...nothing, sent: 1, leftOut: 1 }, reasons: [{ reason: 'no_consent' }] },
  ]);
  expect(await toldOf(first)).toEqual([]);
  expect(await toldOf(second)).toMatchObject([{ state: 'queued', waitingFor: 'no_channel' }]);
  await refuse(second);
  const settings = {
    provider: 'aliyun',
    endpoint,
    keyId,
    appId: '',
    region: 'cn-hangzhou',
  } as const;
  const more = { signature: '景明汽修', priceLi: 45, secret };
  await boss.call(smsRoutes.setUpSms, { body: { ...settings, ...more } });
  await shop.settle();
  expect(await toldOf(second)).toMatchObject([{ state: 'held', waitingFor: 'no_consent' }]);
  expect(peer.taken).toEqual([]);
});

test('CAR-04 stopped at once: what waits for the morning stays here, and a round that is due does not begin', async ({
  shop,
}) => {
  const { boss, customer, started, toldOf } = await begun(shop);
  const customerId = await customer('王丽', '13800138001');
  await shop.moveTo('2026-11-23T14:00:00.000Z');
  const params = await started();
  await shop.settle();
  expect(await toldOf(customerId)).toMatchObject([{ state: 'held', waitingFor: 'quiet_hours' }]);
  const later = await started({ name: '下月优惠', onDate: '2026-12-01' });
  const why = { reason: '价格写错了' };
  for (const of of [params, later]) {
    expect(await boss.call(routes.stop, { params: of, body: why })).toMatchObject({
      state: 'stopped',
      reason: why.reason,
    });
  }
  await shop.moveTo('2026-12-01T04:00:00.000Z');
  expect(await toldOf(customerId)).toMatchObject([{ state: 'held', waitingFor: 'called_off' }]);
  const { rounds } = await boss.call(routes.one, { params: later });
  expect(rounds).toMatchObject([{ state: 'planned', tally: { ready: 1, sent: 0 } }]);
});

test('FUP-08 an event is told by phone two weeks ahead, and the letter is in the register within two days', async ({
  shop,
}) => {
  const { boss, customer, started, eventIn } = await begun(shop);
  const customerId = await customer('王丽', '13800138001');
  const { version } = await boss.call(customerRoutes.read, { params: { customerId } });
  const address = { address: '深圳市福田区1号' };
  await boss.call(customerRoutes.change, { params: { customerId }, body: address }, { version });
  const params = await started(eventIn(30));
  const { rounds, nextOn } = await boss.call(routes.one, { params });
  expect(rounds.map(({ way, state }) => [way, state])).toEqual([
    ['call', 'planned'],
    ['letter', 'planned'],
  ]);
  await shop.settle();
  const calls = async () =>
    (await boss.call(followUpRoutes.list, { query: {} })).items.filter(
      (row) => row.rule === 'segment',
    );
  expect(await calls()).toEqual([]);
  await shop.moveTo(`${nextOn}T02:00:00.000Z`);
  const told = await boss.call(routes.one, { params });
  expect(told.rounds.map(({ reasons, tally }) => ({ reasons, sent: tally.sent }))).toEqual([
    { reasons: [], sent: 1 },
    { reasons: [], sent: 1 },
  ]);
  expect(await calls()).toMatchObject([{ rule: 'segment', state: 'planned' }]);
  const letters = await boss.call(letterRoutes.list, { query: {} });
  expect(letters.items).toMatchObject([{ customerId, kind: 'invitation', state: 'approved' }]);
  await boss.call(routes.stop, { params, body: { reason: '场地不行' } });
  expect(await calls()).toMatchObject([{ state: 'cancelled' }]);
});

test('CAR-03 in a house of one, one’s own approval holds and says that it is one; never before everyone is judged', async ({
  shop,
}) => {
  const alone = await shop.employee('owner');
  await shop.write((work) => work.update('employees', { name: '店长' }, { state: 'left' }));
  await visited(shop, alone, '王丽', [{ daysAgo: 90, fen: 50_000 }]);
  const segmentId = await everybody(alone);
  const words = { kind: 'tip', name: '冬季用车提示', content: '电瓶', event: null } as const;
  const body = { ...words, segmentId, templateId: null, way: 'call' } as const;
  const { id: campaignId } = await alone.call(routes.write, { body });
  const params = { campaignId };
  await expect(alone.call(routes.approve, { params })).rejects.toMatchObject({
    status: 409,
    code: 'campaign_not_examined',
  });
  await alone.call(routes.examine, { params });
  await shop.settle();
  expect(await alone.call(routes.approve, { params })).toMatchObject({
    state: 'approved',
    isOwnApproval: true,
    approvedByName: alone.name,
  });
});

test('CAR-02 an offer is not made in words approved for service, nor an event without time and place', async ({
  shop,
}) => {
  const { writer, write } = await begun(shop);
  const body = '{称呼}，您的{车牌}该保养了。{门店}';
  const templateId = await campaignTemplate(writer, { purpose: 'service', body });
  await expect(write({ templateId })).rejects.toMatchObject({
    code: 'campaign_words_not_commercial',
  });
  await expect(write({ kind: 'event' })).rejects.toMatchObject({ code: 'campaign_needs_event' });
  await expect(write({ templateId: null })).rejects.toMatchObject({ code: 'campaign_needs_words' });
  await expect(write({ onDate: '2026-01-01' })).rejects.toMatchObject({ code: 'campaign_past' });
});
