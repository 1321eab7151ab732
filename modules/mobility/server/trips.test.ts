import { describe, expect } from 'vitest';
import { picture } from '#modules/check-ins/server/check-ins.fixture.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { test } from '#test/shop.ts';
import { tripRoutes as routes } from '../contract.ts';
import { OnTheWay } from './mobility.fixture.ts';

describe('WSH-13 a trip', () => {
  test('WSH-13 a car is fetched: asked for, given out, taken over signed, and handed over at the shop', async ({
    shop,
  }) => {
    const way = await OnTheWay.ask(shop, 'pickUp', { contactName: '欧阳思远', wish: '六万保养' });
    expect(way.trip).toMatchObject({ state: 'asked', driverId: null, customerName: '欧阳思远' });
    await way.there();
    const photo = await picture(way.driver, '照片.png');
    const taken = { mileageKm: 52_000, fuelEighths: 3, note: '左前门划痕', photoFileIds: [photo] };
    await way.hand('takeOver', { ...taken, ...(await way.signed()) });
    expect(way.trip).toMatchObject({
      state: 'carTaken',
      steps: [{ step: 'finish' }],
      handovers: [
        { stage: 'takenOver', mileageKm: 52_000, note: '左前门划痕', signedBy: '欧阳思远' },
      ],
    });
    expect(way.trip.handovers[0]!.photoFileIds).toEqual([photo]);
    await way.hand('finish', { mileageKm: 52_012 });
    expect(way.trip).toMatchObject({ state: 'done', steps: [] });
  });

  test('WSH-13 its driver sees his trips, and he alone the whole address while it lasts', async ({
    shop,
  }) => {
    const way = await OnTheWay.ask(shop, 'onSite');
    await way.assign();
    const { items } = await way.driver.call(routes.mine, {});
    expect(items.map(({ id, address }) => [id, address])).toEqual([
      [way.trip.id, '深圳市南山区***'],
    ]);
    const whole = await way.driver.call(routes.whereTo, { params: way.params });
    expect(whole).toMatchObject({ contactName: '欧阳思远', phone: '13800138000' });
    expect(whole.address).toContain('科苑路 15 号');
    const other = await shop.employee('technician');
    await expect(other.call(routes.whereTo, { params: way.params })).rejects.toMatchObject({
      code: 'trip_not_yours',
    });
    await way.step('setOut');
    await way.step('arrive');
    await way.hand('finish', { note: '换了电瓶', ...(await way.signed()) });
    await expect(way.driver.call(routes.whereTo, { params: way.params })).rejects.toMatchObject({
      code: 'trip_over',
    });
  });

  test('WSH-13 a rescue has a promised time: whose it is, kept on arrival, broken without', async ({
    shop,
  }) => {
    const kept = await OnTheWay.ask(shop, 'rescue');
    const late = await OnTheWay.ask(shop, 'rescue', {}, '粤B70001');
    await kept.there();
    await late.assign();
    await shop.forward(2);
    const owner = await shop.employee('owner');
    const inState = async (state: 'kept' | 'late') =>
      (await owner.call(commitmentRoutes.list, { query: { rule: 'mobility.arrive', state } }))
        .items;
    expect(await inState('kept')).toMatchObject([
      { aboutId: kept.trip.id, ownerId: kept.driver.id },
    ]);
    expect(await inState('late')).toMatchObject([
      { aboutId: late.trip.id, ownerId: late.driver.id },
    ]);
  });

  test('WSH-13 a driver hears of what he is given; another than he and the desk may not go on with it', async ({
    shop,
  }) => {
    const way = await OnTheWay.ask(shop, 'pickUp');
    await way.assign();
    const { items } = await way.driver.call(commitmentRoutes.listNotices, { query: {} });
    expect(items).toMatchObject([{ kind: 'mobility.assigned.pickUp', aboutId: way.trip.id }]);
    await expect(way.step('setOut', way.visit.inspector)).rejects.toMatchObject({
      code: 'trip_not_yours',
    });
    expect((await way.step('setOut', way.desk)).state).toBe('underWay');
  });

  test('WSH-13 nobody was there: why stays on record, and it is given out once more', async ({
    shop,
  }) => {
    const way = await OnTheWay.ask(shop, 'pickUp');
    await way.there();
    const { params } = way;
    const body = { reason: '到了没人，电话不通' };
    way.trip = await way.driver.call(routes.fail, { params, body });
    expect(way.trip).toMatchObject({ state: 'failed', endReason: body.reason });
    await shop.forward(2);
    const again = { driverId: way.driver.id };
    await expect(way.desk.call(routes.assign, { params, body: again })).rejects.toMatchObject({
      code: 'trip_time_past',
    });
    const arriveBy = new Date(shop.now.getTime() + 3_600_000).toISOString();
    const after = await way.desk.call(routes.assign, { params, body: { ...again, arriveBy } });
    expect(after).toMatchObject({ state: 'assigned', endReason: '', arriveBy, setOutAt: null });
  });

  test('WSH-13 a car is not taken over without its reading and the signature, nor with less mileage than before', async ({
    shop,
  }) => {
    const way = await OnTheWay.ask(shop, 'pickUp');
    await way.there();
    await expect(way.hand('takeOver', await way.signed())).rejects.toMatchObject({
      code: 'handover_mileage_needed',
    });
    await expect(way.hand('takeOver', { mileageKm: 52_000 })).rejects.toMatchObject({
      code: 'handover_signature_needed',
    });
    await way.hand('takeOver', { mileageKm: 52_000, ...(await way.signed()) });
    await expect(way.hand('finish', { mileageKm: 51_999 })).rejects.toMatchObject({
      code: 'handover_mileage_lower',
    });
  });

  test('WSH-13 served where he is there is no car to be taken over', async ({ shop }) => {
    const way = await OnTheWay.ask(shop, 'onSite');
    await way.there();
    expect(way.trip.steps.map(({ step }) => step)).toEqual(['finish', 'fail']);
    await expect(way.hand('takeOver', await way.signed())).rejects.toMatchObject({
      code: 'step_not_allowed',
    });
  });

  test('WSH-08 a car is not brought back before it has passed its final inspection', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toWork();
    const body = {
      ...{ kind: 'sendBack' as const, orderId: visit.order.id, address: '南山区' },
      ...{ arriveBy: new Date(shop.now.getTime() + 3_600_000).toISOString() },
      driverId: visit.technician.id,
    };
    const { id: tripId } = await visit.advisor.call(routes.ask, { body });
    const setOut = () => visit.technician.call(routes.setOut, { params: { tripId } });
    await expect(setOut()).rejects.toMatchObject({ code: 'trip_order_not_ready' });
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
    expect(await setOut()).toMatchObject({ state: 'underWay' });
    const { items } = await visit.advisor.call(routes.list, { query: { orderId: visit.order.id } });
    expect(items.map(({ id }) => id)).toEqual([tripId]);
  });

  test('WSH-13 called off: nobody goes, and the clock ends', async ({ shop }) => {
    const way = await OnTheWay.ask(shop, 'rescue');
    const { params } = way;
    const cancelled = await way.desk.call(routes.cancel, {
      params,
      body: { reason: '自己打着了' },
    });
    expect(cancelled).toMatchObject({ state: 'cancelled', endReason: '自己打着了', steps: [] });
    expect((await way.desk.call(routes.open, {})).items).toEqual([]);
    await shop.forward(2);
    const owner = await shop.employee('owner');
    const query = { rule: 'mobility.arrive', state: 'late' as const };
    expect((await owner.call(commitmentRoutes.list, { query })).items).toEqual([]);
  });

  test('WSH-13 until he sets out the place can be put right; what was seen changed meanwhile is refused', async ({
    shop,
  }) => {
    const way = await OnTheWay.ask(shop, 'pickUp');
    const { params } = way;
    const body = { address: '深圳市福田区深南大道 1 号' };
    const { version } = way.trip;
    const after = await way.desk.call(routes.change, { params, body }, { version });
    expect(after.address).toBe(body.address);
    await expect(way.desk.call(routes.change, { params, body }, { version })).rejects.toMatchObject(
      { status: 412 },
    );
    way.trip = after;
    await way.assign();
    await way.step('setOut');
    await expect(
      way.desk.call(routes.change, { params, body }, { version: way.trip.version }),
    ).rejects.toMatchObject({ code: 'step_not_allowed' });
  });
});
