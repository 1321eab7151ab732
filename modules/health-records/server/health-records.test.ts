import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { TestShop, test } from '#test/shop.ts';
import { healthRecordRoutes as routes } from '../contract.ts';
import { connect, PlatformPeer } from './platform-peer.fixture.ts';

const peer = new PlatformPeer();
let address = '';
beforeAll(async () => {
  address = await peer.open();
});
beforeEach(() => {
  peer.mood = 'well';
});
afterAll(() => peer.close());

const vin = 'LSVAA49J132047371';
let plates = 20_000;
/** A car that is settled; with its VIN on file unless told otherwise. */
async function settled(shop: TestShop, more: { vin?: string } = {}) {
  const plate = `粤H${plates++}`;
  const visit = await Visit.begin(shop, plate);
  if (more.vin !== '') await nameVin(visit, more.vin ?? vin);
  await visit.toReady();
  await visit.settle();
  await shop.settle();
  return { visit, plate };
}
async function nameVin({ advisor, vehicleId }: Visit, known: string) {
  const params = { vehicleId };
  const { version } = await advisor.call(vehicleRoutes.read, { params });
  await advisor.call(vehicleRoutes.change, { params, body: { vin: known } }, { version });
}
const recordOf = async ({ advisor, params }: Visit) =>
  (await advisor.call(routes.ofOrder, { params })).healthRecord;

describe('the health archive is told after the settlement', () => {
  test('WSH-15 with car, readings, jobs and parts, and nothing of the customer', async ({
    shop,
  }) => {
    await connect(shop, address);
    const { visit, plate } = await settled(shop);
    expect(peer.of(plate)).toEqual([
      {
        basicInfo: {
          vehicleplatenumber: plate,
          companyname: '景明汽修',
          ...{ vin, repairdate: '20261121', settledate: '20261121', repairmileage: '52310' },
          faultdescription: '早上冷车启动时前面有“咯噔”一声',
          costlistcode: visit.order.number,
        },
        vehiclepartslist: [],
        repairprojectlist: [
          { repairproject: '二级维护', workinghours: '1.5' },
          { repairproject: '更换右前下摆臂', workinghours: '0' },
          { repairproject: '天窗排水管疏通', workinghours: '0' },
        ],
      },
    ]);
    expect(JSON.stringify(peer.of(plate))).not.toContain('欧阳');
    expect(await recordOf(visit)).toMatchObject({
      state: 'accepted',
      answers: [{ outcome: 'accepted', code: '1', said: '上传成功' }],
    });
  });

  test('WSH-15 also in the envelope that Chengdu asks for', async ({ shop }) => {
    await connect(shop, address, { form: 'enveloped' });
    const { visit, plate } = await settled(shop);
    expect(peer.of(plate)).toHaveLength(1);
    expect(await recordOf(visit)).toMatchObject({ state: 'accepted' });
  });

  test('WSH-15 not while it is off; settled before, it is sent by hand', async ({ shop }) => {
    const { visit, plate } = await settled(shop);
    const { advisor, params } = visit;
    expect(await advisor.call(routes.ofOrder, { params })).toEqual({
      healthRecord: null,
      mayPrepare: false,
    });
    const early = advisor.call(routes.send, { params });
    await expect(early).rejects.toMatchObject({ status: 422, code: 'health_off' });
    await connect(shop, address);
    expect((await advisor.call(routes.ofOrder, { params })).mayPrepare).toBe(true);
    await advisor.call(routes.send, { params });
    await shop.settle();
    expect(peer.of(plate)).toHaveLength(1);
    const again = advisor.call(routes.send, { params });
    await expect(again).rejects.toMatchObject({ status: 409, code: 'step_not_allowed' });
  });
});

describe('what the record lacks', () => {
  test('WSH-15 is told at the order and in a list; mended, it is sent', async ({ shop }) => {
    await connect(shop, address);
    const { visit, plate } = await settled(shop, { vin: '' });
    expect(await recordOf(visit)).toMatchObject({ state: 'incomplete', missing: ['vin'] });
    expect(peer.of(plate)).toEqual([]);
    const { advisor, params } = visit;
    const { items } = await advisor.call(routes.list, { query: { state: 'incomplete' } });
    expect(items).toMatchObject([{ orderId: params.orderId, plate, missing: ['vin'] }]);
    const still = await advisor.call(routes.send, { params });
    expect(still.healthRecord).toMatchObject({ state: 'incomplete' });
    await nameVin(visit, vin);
    await advisor.call(routes.send, { params });
    await shop.settle();
    expect(await recordOf(visit)).toMatchObject({ state: 'accepted', missing: [] });
  });
});

describe('a platform that is not as it should be', () => {
  test('WSH-15 it refuses: its words stand at the order, and it is sent again by hand', async ({
    shop,
  }) => {
    await connect(shop, address);
    peer.mood = 'refuses';
    const { visit, plate } = await settled(shop);
    expect(await recordOf(visit)).toMatchObject({ state: 'refused', said: '车架号与车牌不符' });
    await shop.forward(48);
    expect(peer.of(plate)).toEqual([]);
    peer.mood = 'well';
    const advisor = await shop.employee('advisor');
    await advisor.call(routes.send, { params: visit.params });
    await shop.settle();
    const shown = await advisor.call(routes.ofOrder, { params: visit.params });
    expect(shown.healthRecord).toMatchObject({
      state: 'accepted',
      answers: [{ outcome: 'refused' }, { outcome: 'accepted' }],
    });
  });

  for (const mood of ['down', 'ill'] as const) {
    test(`WSH-15 it is ${mood}: asked again until it answers`, async ({ shop }) => {
      await connect(shop, address);
      peer.mood = mood;
      const { visit, plate } = await settled(shop);
      expect(await recordOf(visit)).toMatchObject({ state: 'waiting', attempts: 1 });
      peer.mood = 'well';
      await shop.forward(1);
      const advisor = await shop.employee('advisor');
      const { healthRecord } = await advisor.call(routes.ofOrder, { params: visit.params });
      expect(healthRecord).toMatchObject({
        state: 'accepted',
        answers: [{ outcome: 'noAnswer' }, {}],
      });
      expect(peer.of(plate)).toHaveLength(1);
    });
  }

  test('WSH-15 it is slow: nobody waits for it, and it is asked again', async ({ shop }) => {
    await connect(shop, address);
    peer.mood = 'slow';
    const { visit, plate } = await settled(shop);
    expect(await recordOf(visit)).toMatchObject({ state: 'waiting', said: 'too_slow' });
    peer.mood = 'well';
    await shop.forward(1);
    expect(peer.of(plate)).toHaveLength(1);
  }, 30_000);

  test('WSH-15 it took it and the answer was lost: told twice it has it once', async ({ shop }) => {
    await connect(shop, address);
    peer.mood = 'silent';
    const { visit, plate } = await settled(shop);
    expect(await recordOf(visit)).toMatchObject({ state: 'waiting' });
    peer.mood = 'well';
    await shop.forward(1);
    const advisor = await shop.employee('advisor');
    const { healthRecord } = await advisor.call(routes.ofOrder, { params: visit.params });
    expect(healthRecord).toMatchObject({
      state: 'accepted',
      answers: [{ outcome: 'noAnswer' }, { outcome: 'accepted', code: '5' }],
    });
    expect(peer.of(plate)).toHaveLength(1);
  });
});

test('WSH-15 turned off and on again, what waited goes out', async ({ shop }) => {
  await connect(shop, address);
  peer.mood = 'down';
  const { visit, plate } = await settled(shop);
  await connect(shop, address, { isOn: false });
  peer.mood = 'well';
  await shop.forward(24);
  expect(peer.of(plate)).toEqual([]);
  await connect(shop, address);
  await shop.settle();
  expect(peer.of(plate)).toHaveLength(1);
  expect(visit.order.state).toBe('settled');
});

describe('the password', () => {
  test('WSH-15 is kept sealed, shown to nobody, and forgotten with another address', async ({
    shop,
  }) => {
    const { platform } = await connect(shop, address);
    expect(platform).toMatchObject({ hasSecret: true });
    expect(JSON.stringify(platform)).not.toContain('档案口令');
    const owner = await shop.employee('owner');
    expect(await owner.call(routes.test, {})).toEqual({ isHeard: true });
    const { hasSecret: _, ...same } = platform;
    const body = { ...same, tokenUrl: `${address}/elsewhere` };
    const moved = await owner.call(routes.setUp, { body });
    expect(moved.platform.hasSecret).toBe(false);
  });

  test('WSH-15 a wrong one is told in the platform’s own words', async ({ shop }) => {
    await connect(shop, address, { secret: '错的' });
    const owner = await shop.employee('owner');
    await expect(owner.call(routes.test, {})).rejects.toMatchObject({ code: 'health_refused' });
    const advisor = await shop.employee('advisor');
    await expect(advisor.call(routes.platform, {})).rejects.toMatchObject({ status: 403 });
  });
});

test('WSH-15 another house’s records are unknown', async ({ shop }) => {
  await connect(shop, address);
  const { visit } = await settled(shop);
  const stranger = await (await TestShop.open()).employee('owner');
  const { params } = visit;
  await expect(stranger.call(routes.ofOrder, { params })).rejects.toMatchObject({ status: 404 });
  await expect(stranger.call(routes.send, { params })).rejects.toMatchObject({ status: 404 });
  expect((await stranger.call(routes.list, {})).items).toEqual([]);
});
