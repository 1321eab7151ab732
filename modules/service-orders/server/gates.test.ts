import { describe, expect } from 'vitest';
import { test } from '#test/shop.ts';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { minimumGuarantee } from './guarantee.ts';
import { Visit } from './visit.fixture.ts';

describe('the intake inspection', () => {
  test('WSH-03 it is on record with methods, findings, grade and who looked', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect('minor');
    expect(visit.order.state).toBe('inspected');
    expect(visit.order.inspections).toEqual([
      expect.objectContaining({
        gate: 'intake',
        grade: 'minor',
        methods: expect.arrayContaining(['look']),
        inspectorName: visit.advisor.name,
      }),
    ]);
  });
});

describe('the three checks', () => {
  test('WSH-07 a check that is not passed names its reason and sends the vehicle back', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toWork();
    await visit.doJobs();
    const { params, technician } = visit;
    const check = (body: { passed: boolean; note?: string }) =>
      technician.call(routes.teamCheck, { params, body });
    await technician.call(routes.selfCheck, { params, body: { passed: true } });
    await expect(check({ passed: false })).rejects.toMatchObject({
      status: 422,
      code: 'reason_needed',
      errors: [{ pointer: '/note' }],
    });
    const order = await check({ passed: false, note: '螺栓未按力矩复紧' });
    expect(order).toMatchObject({ state: 'inWork' });
    expect(order.history.at(-1)).toMatchObject({ step: 'sendBack', note: '螺栓未按力矩复紧' });
    expect(order.inspections).toContainEqual(
      expect.objectContaining({ gate: 'teamCheck', passed: false, note: '螺栓未按力矩复紧' }),
    );
  });

  test('WSH-08 a pass issues a numbered certificate with the legal guarantee', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toReady();
    expect(visit.order).toMatchObject({
      state: 'ready',
      certificate: {
        number: 'HGZ261121-001',
        guaranteeKm: 5_000,
        guaranteeDays: 30,
        inspectorName: visit.inspector.name,
      },
    });
  });

  test('WSH-08 only an inspector inspects; less than the legal guarantee is refused', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toWork();
    await visit.doJobs();
    await visit.check();
    const { params } = visit;
    const body = { passed: true, methods: ['roadTest' as const], findings: [] };
    await expect(
      visit.technician.call(routes.finalInspect, { params, body }),
    ).rejects.toMatchObject({ status: 403 });
    const promised = visit.inspector.call(routes.finalInspect, {
      params,
      body: { ...body, guaranteeDays: 29 },
    });
    await expect(promised).rejects.toMatchObject({
      code: 'guarantee_below_minimum',
      detail: expect.stringContaining('机动车维修管理规定'),
    });
    const order = await visit.inspector.call(routes.finalInspect, {
      params,
      body: { ...body, guaranteeDays: 90, guaranteeKm: 10_000 },
    });
    expect(order.certificate).toMatchObject({ guaranteeDays: 90, guaranteeKm: 10_000 });
  });

  test('WSH-14 the table of art. 36', () => {
    const on = (grade: Parameters<typeof minimumGuarantee>[0], type: string) =>
      minimumGuarantee(grade, type, '2026-11-21');
    expect(on('overhaul', '小型轿车')).toMatchObject({ km: 20_000, days: 100 });
    expect(on('secondary', '')).toMatchObject({ km: 5_000, days: 30 });
    expect(on('special', '')).toMatchObject({ km: 2_000, days: 10 });
    expect(on('assembly', '二轮摩托车')).toMatchObject({ km: 7_000, days: 80 });
    expect(on('minor', '三轮汽车')).toMatchObject({ km: 700, days: 7 });
  });
});

describe('a guarantee that still runs', () => {
  const again = async (visit: Visit, mileageKm: number) =>
    (
      await visit.advisor.call(routes.arrival, {
        query: { vehicleId: visit.vehicleId, mileageKm },
      })
    ).guarantee;

  test('WSH-14 a return within days and km is recognised by its vehicle at reception', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toDelivered();
    const first = visit.order;
    await shop.forward(20 * 24);
    const back = await visit.returns(shop);
    expect(await again(back, 56_000)).toMatchObject({
      orderId: first.id,
      number: first.number,
      deliveredOn: '2026-11-21',
      untilOn: '2026-12-21',
      untilKm: 57_310,
      work: ['二级维护', '更换右前下摆臂', '天窗排水管疏通'],
    });
    const order = await back.receive({
      kind: 'repeatRepair',
      mileageKm: 56_000,
      earlierOrderId: first.id,
    });
    expect(order).toMatchObject({
      kind: 'repeatRepair',
      earlierOrder: { id: first.id, number: first.number },
      guarantee: { orderId: first.id },
    });
  });

  test('WSH-14 days or kilometres, whichever comes first', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toDelivered();
    await shop.forward(20 * 24);
    const back = await visit.returns(shop);
    expect(await again(back, 57_310)).not.toBeNull();
    expect(await again(back, 57_311)).toBeNull();
    await shop.forward(11 * 24);
    expect(await again(await visit.returns(shop), 53_000)).toBeNull();
  });

  test('WSH-10 a repeat repair names the order that it repeats', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    const other = await Visit.begin(shop, '粤C6M219');
    await other.receive();
    await expect(visit.receive({ kind: 'repeatRepair' })).rejects.toMatchObject({
      code: 'earlier_order_needed',
    });
    await expect(
      visit.receive({ kind: 'repeatRepair', earlierOrderId: other.order.id }),
    ).rejects.toMatchObject({ code: 'earlier_order_unknown' });
  });
});
