import { describe, expect } from 'vitest';
import { TestShop, test } from '#test/shop.ts';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { type EarlierOrder, earlierOrders } from './index.ts';
import { Visit } from './visit.fixture.ts';

const stepsOf = (steps: readonly { step: string; allowed: boolean; reason?: string }[]) =>
  Object.fromEntries(steps.map(({ step, allowed, reason }) => [step, allowed || reason]));

describe('the life of an order', () => {
  test('WSH-01 a visit goes from reception to delivery, each step on record', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toDelivered();
    const { order } = visit;
    expect(order).toMatchObject({
      number: 'GD261121-001',
      state: 'delivered',
      plate: '粤C6M218',
      customerName: '欧阳思远',
      advisorName: visit.advisor.name,
      technicianName: visit.technician.name,
      approvedFen: 217_000,
      settledFen: 217_000,
      oldParts: 'waive',
      acceptedBy: '欧阳思远',
    });
    const taken = order.history.map(({ step }) => step).filter((step) => step !== 'jobDone');
    expect(taken).toEqual([
      'receive',
      'inspect',
      'estimate',
      'approve',
      'start',
      'selfCheck',
      'teamCheck',
      'finalInspect',
      'settle',
      'deliver',
    ]);
    expect(order.history.every(({ byName }) => byName !== '')).toBe(true);
  });

  test('WSH-01 a step that is not allowed says why, and is refused', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    expect(stepsOf(visit.order.steps)).toEqual({
      inspect: true,
      estimate: 'needs_inspection',
      approve: 'needs_estimate',
      handOver: 'needs_approval',
      answer: 'needs_hand_over',
      settle: 'needs_final_inspection',
      deliver: 'needs_settlement',
      leaveUnrepaired: true,
      cancel: true,
    });
    await expect(visit.deliver()).rejects.toMatchObject({
      status: 409,
      code: 'step_not_allowed',
      facts: { state: 'received' },
    });
  });

  test('a second delivery of the same order is 409 and changes nothing', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toDelivered();
    const { version } = visit.order;
    await expect(visit.deliver()).rejects.toMatchObject({
      status: 409,
      facts: { state: 'delivered', allowedSteps: [] },
    });
    const after = await visit.advisor.call(routes.read, { params: visit.params });
    expect(after.version).toBe(version);
  });

  test('WSH-01 a customer may leave with a diagnosis and quotation only', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive({ kind: 'enquiry' });
    await visit.inspect();
    await visit.estimate();
    const order = await visit.advisor.call(routes.leaveUnrepaired, {
      params: visit.params,
      body: { diagnosis: '下摆臂胶套开裂，可再开 2,000 公里' },
    });
    expect(order).toMatchObject({ state: 'leftUnrepaired', closingNote: /胶套/ });
    expect(order.steps.every(({ allowed }) => !allowed)).toBe(true);
  });

  test('a cancelled order says why, and the vehicle may come again', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    const body = { reason: '客户改天来' };
    const order = await visit.advisor.call(routes.cancel, { params: visit.params, body });
    expect(order).toMatchObject({ state: 'cancelled', closingNote: '客户改天来' });
    expect(await visit.receive()).toMatchObject({ number: 'GD261121-002', state: 'received' });
  });

  test('two people editing one order: the second is told, nothing is lost', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    const { params } = visit;
    const { version } = visit.order;
    const change = (customerWords: string) =>
      visit.advisor.call(routes.change, { params, body: { customerWords } }, { version });
    await change('左前异响');
    await expect(change('右前异响')).rejects.toMatchObject({ status: 412, code: 'version_stale' });
    const inspect = visit.advisor.call(
      routes.inspect,
      { params, body: { methods: ['look'], findings: [], grade: 'minor' } },
      { version },
    );
    await expect(inspect).rejects.toMatchObject({ status: 412 });
    const kept = await visit.advisor.call(routes.read, { params });
    expect(kept).toMatchObject({ customerWords: '左前异响', state: 'received' });
  });
});

describe('reception', () => {
  test('a mileage lower than the last is refused with the last, and taken with a reason', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await expect(visit.receive({ mileageKm: 4_000 })).rejects.toMatchObject({
      status: 422,
      code: 'mileage_lower',
      errors: [{ pointer: '/mileageKm' }],
    });
    const body = { vehicleId: visit.vehicleId, customerWords: '保养', mileageKm: 4_000 };
    const order = await visit.advisor.call(routes.receive, {
      body: { ...body, mileageReason: '换过仪表' },
    });
    expect(order.mileageKm).toBe(4_000);
  });

  test('one vehicle has one open order: the second is led to the first', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    const first = await visit.receive();
    await expect(visit.receive({ mileageKm: 52_311 })).rejects.toMatchObject({
      status: 409,
      code: 'vehicle_here_already',
      facts: { orderId: first.id, number: first.number },
    });
  });

  test('D-20 the same submission sent twice makes one order', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    const body = { vehicleId: visit.vehicleId, customerWords: '保养', mileageKm: 52_000 };
    const receive = () =>
      visit.advisor.call(routes.receive, { body }, { idempotencyKey: 'one-submission' });
    const [first, again] = [await receive(), await receive()];
    expect(again.id).toBe(first.id);
  });

  test('a stranger’s vehicle and order do not exist; who only sees may not receive', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    const stranger = await (await TestShop.open()).employee('owner');
    const read = stranger.call(routes.read, { params: visit.params });
    await expect(read).rejects.toMatchObject({ status: 404 });
    const body = { vehicleId: visit.vehicleId, customerWords: '保养', mileageKm: 52_000 };
    await expect(stranger.call(routes.receive, { body })).rejects.toMatchObject({ status: 404 });
    await expect(visit.technician.call(routes.receive, { body })).rejects.toMatchObject({
      status: 403,
    });
    const inspect = { methods: ['look' as const], findings: [], grade: 'minor' as const };
    await expect(
      visit.technician.call(routes.inspect, { params: visit.params, body: inspect }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('ARC-10 the workshop sees no whole phone number', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    const order = await visit.technician.call(routes.read, { params: visit.params });
    expect(order.customer.phone).toBe('138****8000');
  });

  test('the door: earlier visits with what was done and refused', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    await visit.estimate();
    await visit.approve(['更换右前下摆臂']);
    const [earlier] = await earlierOrders(shop.reading, visit.vehicleId, 5);
    expect(earlier).toMatchObject<Partial<EarlierOrder>>({
      number: 'GD261121-001',
      done: ['二级维护', '天窗排水管疏通'],
      refused: [{ description: '更换右前下摆臂', reason: '下次再说' }],
    });
    const arrival = await visit.advisor.call(routes.arrival, {
      query: { vehicleId: visit.vehicleId },
    });
    expect(arrival).toMatchObject({
      lastMileageKm: 52_310,
      openOrder: { number: 'GD261121-001' },
      refused: [{ description: '更换右前下摆臂' }],
    });
  });
});
