import { describe, expect } from 'vitest';
import { test } from '#test/shop.ts';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { Visit } from './visit.fixture.ts';

const stepOf = (visit: Visit, name: string) => visit.order.steps.find(({ step }) => step === name);

describe('quotation and approval', () => {
  test('WSH-12 each line is answered, by whom and how stands on record', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    await visit.estimate();
    expect(visit.order).toMatchObject({ estimatedFen: 217_000, approvedFen: 0 });
    await visit.approve(['更换右前下摆臂']);
    expect(visit.order).toMatchObject({ state: 'approved', approvedFen: 95_600 });
    expect(visit.order.lines[1]).toMatchObject({
      answer: 'refused',
      refusalReason: '下次再说',
      answeredBy: '欧阳思远',
      answerHow: 'inPerson',
      answeredAt: shop.now.toISOString(),
      recordedByName: visit.advisor.name,
    });
  });

  test('G-20 WSH-12 an order that comes to more than money can say is refused, not broken', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    const quote = (line: object) =>
      visit.advisor.call(routes.estimate, {
        params: visit.params,
        body: { lines: [{ description: '换发动机', labourFen: 10_000_000_000, ...line }] },
      });
    const named = { name: '缸体', number: '', origin: 'original', unit: '件' };
    const part = { ...named, unitFen: 10_000_000_000, quantityThousandths: 1_000_000_000 };
    const tooMuch = { status: 422, code: 'total_too_large' };
    await expect(quote({ partsFen: 1 })).rejects.toMatchObject(tooMuch);
    await expect(quote({ labourFen: 0, parts: [part] })).rejects.toMatchObject(tooMuch);
    visit.order = await quote({});
    await visit.approve();
    await visit.start();
    const proposed = visit.technician.call(routes.propose, {
      params: visit.params,
      body: { description: '还有异响', finding: '轴承', labourFen: 1 },
    });
    await expect(proposed).rejects.toMatchObject(tooMuch);
  });

  test('WSH-12 a line without an answer is refused; nothing agreed to is no order', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    await visit.estimate();
    const { params } = visit;
    const lineId = visit.order.lines[0]!.id;
    const body = {
      answers: [{ lineId, answer: 'approved' as const }],
      answeredBy: '欧阳思远',
      how: 'phone' as const,
    };
    await expect(visit.advisor.call(routes.approve, { params, body })).rejects.toMatchObject({
      code: 'answer_missing',
      detail: expect.stringContaining('更换右前下摆臂'),
    });
    const all = visit.order.lines.map(({ description }) => description);
    await expect(visit.approve(all)).rejects.toMatchObject({ code: 'nothing_approved' });
  });

  test('WSH-12 a line that changes after the approval loses its answer, the others keep theirs', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    await visit.estimate();
    await visit.approve();
    const lines = visit.order.lines.map(({ id, description, labourFen, partsFen, payer }) => ({
      ...{ id, description, labourFen, partsFen, payer },
    }));
    lines[1]!.partsFen = 99_000;
    const { params } = visit;
    visit.order = await visit.advisor.call(routes.estimate, { params, body: { lines } });
    expect(visit.order).toMatchObject({ state: 'estimated', approvedFen: 95_600 });
    expect(visit.order.lines.map(({ answer }) => answer)).toEqual(['approved', 'open', 'approved']);
    expect(visit.order.lines[1]).toMatchObject({ answeredBy: null, answeredAt: null });
    await visit.approve();
    expect(visit.order.approvedFen).toBe(227_000);
  });

  test('art. 26 parts are itemised, and their sum is reckoned', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    const oil = {
      name: '机油 5W-30',
      number: 'G055545',
      origin: 'original' as const,
      quantityThousandths: 4_500,
      unit: 'L',
      unitFen: 9_800,
    };
    const quote = (partsFen?: number) =>
      visit.advisor.call(routes.estimate, {
        params: visit.params,
        body: { lines: [{ description: '换机油', labourFen: 8_000, parts: [oil], partsFen }] },
      });
    await expect(quote(44_000)).rejects.toMatchObject({ code: 'parts_do_not_add_up' });
    expect((await quote()).lines[0]).toMatchObject({ partsFen: 44_100, parts: [oil] });
  });
});

describe('settlement', () => {
  const pay = (visit: Visit, totalFen: number, ...amounts: number[]) =>
    visit.advisor.call(routes.settle, {
      params: visit.params,
      body: {
        totalFen,
        payments: amounts.map((amountFen, at) => ({
          method: at === 0 ? ('cash' as const) : ('wechat' as const),
          amountFen,
        })),
        oldParts: 'return',
      },
    });

  test('WSH-12 never above what was approved; warranty work is not charged', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toReady();
    expect(visit.order.approvedFen).toBe(217_000);
    await expect(pay(visit, 217_001, 217_001)).rejects.toMatchObject({
      status: 422,
      code: 'above_approved',
      errors: [{ pointer: '/totalFen' }],
    });
    const order = await pay(visit, 217_000, 200_000, 17_000);
    expect(order).toMatchObject({ state: 'settled', settledFen: 217_000 });
    expect(order.payments.map(({ amountFen }) => amountFen).sort()).toEqual([17_000, 200_000]);
  });

  test('payments by method must add up to the fen', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toReady();
    await expect(pay(visit, 200_000, 100_000, 99_999)).rejects.toMatchObject({
      status: 422,
      code: 'payments_do_not_add_up',
      detail: expect.stringContaining('1,999.99'),
    });
    expect(await pay(visit, 200_000, 100_000, 100_000)).toMatchObject({ settledFen: 200_000 });
  });
});

describe('additional items', () => {
  const item = { description: '更换前制动摩擦片', finding: '前摩擦片余 3 mm' };

  test('WSH-05 found in the workshop, answered by the customer, only then worked on', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toWork();
    await visit.doJobs();
    const { params } = visit;
    visit.order = await visit.technician.call(routes.propose, { params, body: item });
    expect(visit.order.waitingFor).toBe('customer');
    expect(stepOf(visit, 'selfCheck')).toMatchObject({ reason: 'additional_item_open' });
    const line = visit.order.lines.at(-1)!;
    expect(line).toMatchObject({ ...item, origin: 'additional', answer: 'open' });
    const lineParams = { ...params, lineId: line.id };
    await expect(
      visit.technician.call(routes.markDone, { params: lineParams, body: { done: true } }),
    ).rejects.toMatchObject({ status: 409, code: 'line_not_approved' });
    await expect(visit.check()).rejects.toMatchObject({
      status: 409,
      code: 'additional_item_open',
    });

    visit.order = await visit.advisor.call(routes.answer, {
      params,
      body: {
        answers: [{ lineId: line.id, answer: 'approved', labourFen: 18_000, partsFen: 42_000 }],
        answeredBy: '欧阳思远',
        how: 'phone',
        note: '11:26 电话',
      },
    });
    expect(visit.order).toMatchObject({ approvedFen: 277_000, waitingFor: '' });
    await expect(visit.check()).rejects.toMatchObject({ status: 409, code: 'jobs_not_done' });
    await visit.doJobs();
    await visit.check();
    expect(visit.order.state).toBe('teamChecked');
  });

  test('WSH-05 a refused item stays on record and is not charged', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toWork();
    const { params } = visit;
    visit.order = await visit.technician.call(routes.propose, { params, body: item });
    const lineId = visit.order.lines.at(-1)!.id;
    const answers = [{ lineId, answer: 'refused' as const, refusalReason: '太贵' }];
    const body = { answers, answeredBy: '欧阳思远', how: 'message' as const };
    visit.order = await visit.advisor.call(routes.answer, { params, body });
    expect(visit.order).toMatchObject({ approvedFen: 217_000 });
    expect(visit.order.lines.at(-1)).toMatchObject({ answer: 'refused', refusalReason: '太贵' });
    await expect(visit.advisor.call(routes.answer, { params, body })).rejects.toMatchObject({
      status: 409,
      code: 'nothing_to_answer',
    });
  });
});
