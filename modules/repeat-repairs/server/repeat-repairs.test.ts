import { describe, expect } from 'vitest';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { aJobOutside, fetchBack, lookAt } from '#modules/sublets/server/sublets.fixture.ts';
import { test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { type RepeatRepair, repeatRepairRoutes as routes } from '../contract.ts';
import { cameBack, repeatOf } from './repeat-repairs.fixture.ts';

const ofIt = ({ id, version }: RepeatRepair) => [{ repeatRepairId: id }, { version }] as const;
async function confirm(by: TestEmployee, repeat: RepeatRepair, more: object = {}) {
  const [params, seen] = ofIt(repeat);
  const { lineId } = repeat.jobs[1]!;
  return by.call(routes.confirm, { params, body: { lineId, ...more } }, seen);
}
async function judge(
  by: TestEmployee,
  repeat: RepeatRepair,
  causeKind: 'part' | 'accident',
  cause = '',
) {
  const [params, seen] = ofIt(repeat);
  return by.call(routes.judge, { params, body: { causeKind, cause } }, seen);
}
const proofOf = async (who: TestEmployee, orderId: string) =>
  (await who.call(serviceOrderRoutes.read, { params: { orderId } })).commitments.find(
    ({ rule }) => rule === 'repeatRepairs.proof',
  );

describe('WSH-14 a return within the guarantee', () => {
  test('WSH-14 is recognised when the car is received, and proposed with what was done then', async ({
    shop,
  }) => {
    const { earlier, back, repeat } = await cameBack(shop);
    expect(repeat).toMatchObject({
      ...{ state: 'proposed', attempt: 1, days: 5, km: 190, plate: '粤C6M218' },
      earlierOrderId: earlier.order.id,
      ...{ deliveredOn: '2026-11-21', untilOn: '2026-12-21', untilKm: 57_310 },
      jobs: [
        { description: '二级维护', technicianName: earlier.technician.name },
        { description: '更换右前下摆臂' },
        { description: '天窗排水管疏通' },
      ],
      ...{ elsewhereSource: '', proofDays: 3, proofSource: '机动车维修管理规定 第三十七条' },
    });
    expect(repeat.steps.map(({ step }) => step)).toEqual(['confirm', 'decline']);
    const { items } = await back.advisor.call(routes.list, { query: { state: 'proposed' } });
    expect(items).toMatchObject([{ id: repeat.id, orderId: back.order.id }]);
  });

  test('WSH-14 beyond the days or the kilometres nothing is proposed', async ({ shop }) => {
    const { repeat } = await cameBack(shop, { mileageKm: 57_311 });
    expect(repeat).toBeNull();
    const other = await Visit.begin(shop, '粤C6M219');
    await other.toDelivered();
    await shop.forward(31 * 24);
    const late = await other.returns(shop);
    await late.receive({ mileageKm: 52_400 });
    await shop.settle();
    expect(await repeatOf(late.advisor, late.order.id)).toBeNull();
  });

  test('WSH-14 it is none only for a reason, and then nothing is free', async ({ shop }) => {
    const { back, repeat } = await cameBack(shop);
    const [params, seen] = ofIt(repeat);
    const body = { reason: '另一侧的新故障' };
    const after = await back.advisor.call(routes.decline, { params, body }, seen);
    expect(after).toMatchObject({ state: 'declined', reason: '另一侧的新故障', steps: [] });
    await back.inspect();
    await back.estimate();
    expect(back.order.lines[0]).toMatchObject({ payer: 'customer' });
    await expect(confirm(back.advisor, after)).rejects.toMatchObject({ status: 409 });
  });
});

describe('WSH-10 a repeat repair', () => {
  test('WSH-10 confirmed, it is linked to order, job and technician, and free of charge', async ({
    shop,
  }) => {
    const { earlier, back, repeat } = await cameBack(shop);
    const after = await confirm(back.advisor, repeat, { symptom: '还是“咯噔”响' });
    expect(after).toMatchObject({
      ...{ state: 'confirmed', job: '更换右前下摆臂', symptom: '还是“咯噔”响' },
      technicianName: earlier.technician.name,
      decidedByName: back.advisor.name,
    });
    await back.inspect();
    await back.estimate();
    expect(back.order).toMatchObject({
      ...{ kind: 'repeatRepair', earlierOrder: { id: earlier.order.id } },
      lines: [{ payer: 'internal' }, { payer: 'internal' }, { payer: 'warranty' }],
    });
    await back.approve();
    expect(back.order.approvedFen).toBe(0);
  });

  test('WSH-10 a repeat repair that the customer would pay alone is not quoted', async ({
    shop,
  }) => {
    const { back, repeat } = await cameBack(shop);
    await confirm(back.advisor, repeat);
    await back.inspect();
    const lines = [{ description: '更换摆臂', labourFen: 32_400, payer: 'customer' as const }];
    const { params } = back;
    const quote = back.advisor.call(serviceOrderRoutes.estimate, { params, body: { lines } });
    await expect(quote).rejects.toMatchObject({ code: 'repeat_not_free' });
  });

  test('WSH-10 what was quoted before it was confirmed is taken off the customer', async ({
    shop,
  }) => {
    const { back, repeat } = await cameBack(shop);
    await back.inspect();
    await back.estimate();
    await back.approve();
    expect(back.order.approvedFen).toBe(217_000);
    await expect(confirm(back.advisor, repeat)).rejects.toMatchObject({ code: 'repeat_not_free' });
    const arm = back.order.lines.find(({ description }) => description === '更换右前下摆臂')!;
    await confirm(back.advisor, repeat, { freeLines: [{ lineId: arm.id }] });
    const order = await back.advisor.call(serviceOrderRoutes.read, { params: back.params });
    expect(order.approvedFen).toBe(95_600);
  });

  test('WSH-10 said at reception it is confirmed at once; the job is named later', async ({
    shop,
  }) => {
    const earlier = await Visit.begin(shop);
    await earlier.toDelivered();
    const said = { kind: 'repeatRepair', earlierOrderId: earlier.order.id } as const;
    const { back, repeat } = await cameBack(shop, said, earlier);
    expect(repeat).toMatchObject({ state: 'confirmed', job: '' });
    expect(await confirm(back.advisor, repeat)).toMatchObject({ job: '更换右前下摆臂' });
  });

  test('WSH-14 another cause is proved within three days, with evidence; then it is a repair like others', async ({
    shop,
  }) => {
    const { back, repeat } = await cameBack(shop);
    const confirmed = await confirm(back.advisor, repeat);
    expect(await proofOf(back.advisor, back.order.id)).toMatchObject({ state: 'open' });
    await expect(judge(back.inspector, confirmed, 'accident')).rejects.toMatchObject({
      code: 'repeat_evidence_needed',
    });
    const after = await judge(back.inspector, confirmed, 'accident', '右前轮撞击痕迹，有照片');
    expect(after).toMatchObject({ state: 'otherCause', causeKind: 'accident' });
    expect(await proofOf(back.advisor, back.order.id)).toMatchObject({ state: 'kept' });
    const order = await back.advisor.call(serviceOrderRoutes.read, { params: back.params });
    expect(order.kind).toBe('repair');
  });

  test('WSH-14 after three days it stays free of charge; a cause of the house is still recorded', async ({
    shop,
  }) => {
    const { back, repeat } = await cameBack(shop);
    await confirm(back.advisor, repeat);
    await shop.forward(3 * 24 + 1);
    const later = await back.returns(shop);
    const seen = (await repeatOf(later.advisor, back.order.id))!;
    expect(seen.steps).toContainEqual({
      ...{ step: 'proveOther', allowed: false },
      reason: 'repeat_proof_late',
    });
    await expect(judge(later.advisor, seen, 'accident', '撞过')).rejects.toMatchObject({
      code: 'repeat_proof_late',
    });
    expect(await proofOf(later.advisor, back.order.id)).toMatchObject({ state: 'broken' });
    const after = await judge(later.advisor, seen, 'part', '球头批次不良');
    expect(after).toMatchObject({ state: 'confirmed', causeKind: 'part' });
  });

  test('WSH-14 after two failed repairs the article about another shop is shown', async ({
    shop,
  }) => {
    const first = await cameBack(shop);
    await confirm(first.back.advisor, first.repeat);
    await first.back.inspect();
    await first.back.estimate();
    await first.back.approve();
    await first.back.start();
    await first.back.doJobs();
    await first.back.check();
    await first.back.finalInspect();
    await first.back.settle();
    await first.back.deliver();
    const { repeat } = await cameBack(shop, { mileageKm: 52_700 }, first.back);
    expect(repeat).toMatchObject({
      ...{ attempt: 2, earlierOrderId: first.back.order.id },
      elsewhereSource: '机动车维修管理规定 第三十七条',
    });
  });

  test('WSH-10 the rates by technician, job and month open their records', async ({ shop }) => {
    const { earlier, back, repeat } = await cameBack(shop);
    const other = await Visit.begin(shop, '粤C6M219');
    await other.toDelivered();
    await confirm(back.advisor, repeat);
    const ask = (by: 'technician' | 'job' | 'month') =>
      back.advisor.call(routes.figures, { query: { by } });
    const { total, items } = await ask('technician');
    const rates = { repeatRate: 500, firstTimeRate: 500 };
    expect(total).toMatchObject({ orders: 2, repeats: 1, cameBack: 1, ...rates });
    const technicianId = earlier.technician.id;
    expect(items).toMatchObject([
      { key: technicianId, name: earlier.technician.name, repeatRate: 1000, firstTimeRate: 0 },
      { name: other.technician.name, orders: 1, repeats: 0, cameBack: 0, firstTimeRate: 1000 },
    ]);
    expect((await ask('job')).items).toContainEqual(
      expect.objectContaining({ name: '更换右前下摆臂', orders: 2, repeats: 1, cameBack: 1 }),
    );
    expect((await ask('month')).items).toMatchObject([{ key: '2026-11', orders: 2, repeats: 1 }]);
    const list = await back.advisor.call(routes.list, {
      query: {
        technicianId,
        counted: 'decided',
        from: '2026-11-01',
        until: '2026-11-30',
        count: true,
      },
    });
    expect(list).toMatchObject({ total: 1, items: [{ id: repeat.id }] });
    const orders = await back.advisor.call(routes.orders, { query: { technicianId, count: true } });
    expect(orders).toMatchObject({ total: 1, items: [{ id: earlier.order.id, cameBack: true }] });
  });
});

test('WSH-14 of a job that another firm did that firm is named; the guarantee is the house’s all the same', async ({
  shop,
}) => {
  const { visit, partner, sublet } = await aJobOutside(shop);
  const passed = await fetchBack(visit.technician, sublet);
  await lookAt(visit.technician, passed, { passed: true });
  await visit.doJobs();
  await visit.check();
  await visit.finalInspect();
  await visit.settle();
  await visit.deliver();
  const { back, repeat } = await cameBack(shop, {}, visit);
  expect(repeat.jobs.map(({ partnerName }) => partnerName)).toEqual(['', partner.name, '']);
  const after = await confirm(back.advisor, repeat);
  expect(after).toMatchObject({ state: 'confirmed', partnerName: partner.name });
});
