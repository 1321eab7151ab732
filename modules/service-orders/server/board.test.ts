import { describe, expect } from 'vitest';
import { fileRoutes } from '#modules/files/contract.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { TestShop, test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { Visit } from './visit.fixture.ts';

describe('the workshop', () => {
  test('WSH-17 the board shows where each vehicle is, late promises first', async ({ shop }) => {
    const [waiting, late, working] = [
      await Visit.begin(shop, '粤C00001'),
      await Visit.begin(shop, '粤C00002'),
      await Visit.begin(shop, '粤C00003'),
    ];
    await waiting.receive();
    await late.receive({ promisedAt: new Date(shop.now.getTime() + 3_600_000).toISOString() });
    await working.toWork();
    await shop.forward(2);
    const { items } = await waiting.advisor.call(routes.board, {});
    expect(items[0]).toMatchObject({ plate: '粤C00002', column: 'waiting', isLate: true });
    const others = items.slice(1).map(({ plate, column, isLate }) => [plate, column, isLate]);
    expect(others.sort()).toEqual([
      ['粤C00001', 'waiting', false],
      ['粤C00003', 'inWork', false],
    ]);
    await working.technician.call(routes.wait, {
      params: working.params,
      body: { waitingFor: 'parts' },
    });
    const after = await waiting.advisor.call(routes.board, {});
    const held = after.items.find(({ plate }) => plate === '粤C00003');
    expect(held).toMatchObject({ column: 'parts', jobs: 3, jobsDone: 0 });
    const one = await waiting.advisor.call(routes.card, { params: working.params });
    expect(one.card).toEqual(held);
    const stranger = await (await TestShop.open()).employee('owner');
    expect((await stranger.call(routes.board, {})).items).toEqual([]);
  });

  test('WSH-05 the technician holds his jobs in the hand, without prices', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    await visit.estimate();
    await visit.approve();
    const { technician } = visit;
    const waiting = await technician.call(routes.workshop, { query: { of: 'waiting' } });
    expect(waiting.items[0]!.steps).toContainEqual({ step: 'start', allowed: true });
    await visit.start();
    const mine = await technician.call(routes.workshop, {});
    expect(mine.items).toHaveLength(1);
    expect(mine.items[0]!.lines).toHaveLength(3);
    expect(JSON.stringify(mine)).not.toMatch(/Fen/);
    expect((await visit.inspector.call(routes.workshop, {})).items).toEqual([]);
  });

  test('WSH-01 what was handed over to nobody is taken up by one technician, and only by one', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    await visit.estimate();
    await visit.approve();
    await visit.advisor.call(routes.handOver, { params: visit.params, body: { bay: '3 号位' } });
    const { technician } = visit;
    const waiting = await technician.call(routes.workshop, { query: { of: 'waiting' } });
    expect(waiting.items[0]!.steps).toContainEqual({ step: 'start', allowed: true });
    await visit.start();
    expect(visit.order).toMatchObject({
      state: 'inWork',
      technicianId: technician.id,
      bay: '3 号位',
    });
    const again = visit.inspector.call(routes.start, { params: visit.params, body: {} });
    await expect(again).rejects.toMatchObject({ status: 409, code: 'step_not_allowed' });
  });

  test('the order, the board and the list are answered in at most two statements', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toReady();
    for (const path of [`/service-orders/${visit.order.id}`, '/service-orders/board']) {
      const reply = await visit.advisor.raw('GET', path);
      const statements = /sql;desc="(\d+)"/.exec(String(reply.headers['server-timing']))?.[1];
      expect(Number(statements), path).toBeLessThanOrEqual(2);
    }
    const list = await visit.advisor.raw('GET', '/service-orders?number=GD2611');
    expect(list.headers['server-timing']).toBe('sql;desc="1"');
  });

  test('an order is found by how its number begins and by how it ends', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    const { number } = await visit.receive();
    const found = async (typed: string) =>
      (await visit.advisor.call(routes.list, { query: { number: typed } })).items.map(
        (one) => one.number,
      );
    expect(await found(number.slice(0, 6).toLowerCase())).toEqual([number]);
    expect(await found(number.slice(-3))).toEqual([number]);
    expect(await found('999')).toEqual([]);
    expect(await found('%')).toEqual([]);
  });

  test('the list is filtered, sorted and read page by page', async ({ shop }) => {
    const visits = [];
    for (const plate of ['粤C00001', '粤C00002', '粤C00003']) {
      const visit = await Visit.begin(shop, plate);
      await visit.receive();
      visits.push(visit);
    }
    const { advisor } = visits[0]!;
    const first = await advisor.call(routes.list, { query: { limit: 2, count: true } });
    expect(first.items.map(({ plate }) => plate)).toEqual(['粤C00003', '粤C00002']);
    expect(first.total).toBe(3);
    const cursor = first.nextCursor!;
    const second = await advisor.call(routes.list, { query: { limit: 2, cursor } });
    expect(second.items.map(({ plate }) => plate)).toEqual(['粤C00001']);
    const plates = async (query: Parameters<typeof advisor.call<typeof routes.list>>[1]['query']) =>
      (await advisor.call(routes.list, { query })).items.map(({ plate }) => plate);
    expect(await plates({ sort: 'receivedAt' })).toEqual(['粤C00001', '粤C00002', '粤C00003']);
    expect(await plates({ number: '-002' })).toEqual(['粤C00002']);
    expect(await plates({ vehicleId: visits[2]!.vehicleId })).toEqual(['粤C00003']);
    expect(await plates({ state: 'delivered' })).toEqual([]);
    expect(await plates({ receivedUntil: '2026-11-20' })).toEqual([]);
    expect(await plates({ receivedFrom: '2026-11-21' })).toHaveLength(3);
  });
});

describe('what is promised, and what is on paper', () => {
  const inHours = (shop: TestShop, hours: number) =>
    new Date(shop.now.getTime() + hours * 3_600_000).toISOString();

  test('WSH-11 a promised time has its clock; another promise keeps the old on record', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await expect(visit.receive({ promisedAt: inHours(shop, -1) })).rejects.toMatchObject({
      code: 'promise_past',
    });
    const promisedAt = inHours(shop, 2);
    await visit.receive({ promisedAt });
    expect(visit.order.commitments).toMatchObject([
      {
        rule: 'serviceOrders.promised',
        dueAt: promisedAt,
        state: 'open',
        ownerId: visit.advisor.id,
      },
    ]);
    await shop.forward(1);
    const later = inHours(shop, 3);
    visit.order = await visit.advisor.call(routes.promise, {
      params: visit.params,
      body: { promisedAt: later, reason: '配件晚到' },
    });
    expect(visit.order.promisedAt).toBe(later);
    expect(visit.order.history.at(-1)).toMatchObject({
      step: 'promise',
      note: expect.stringMatching(/18:01 → .*20:01 配件晚到/),
    });
    await shop.forward(4);
    const order = await visit.advisor.call(routes.read, { params: visit.params });
    expect(order.commitments.find(({ dueAt }) => dueAt === later)?.state).toBe('broken');
  });

  test('WSH-11 the promise is kept when the vehicle is ready', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive({ promisedAt: inHours(shop, 2) });
    await visit.inspect();
    await visit.estimate();
    await visit.approve();
    await visit.start();
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
    expect(visit.order.commitments).toMatchObject([{ state: 'kept' }]);
  });

  test('WSH-04 the order prints as A4 with the customer’s words and the jobs', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toDelivered();
    const reply = await visit.advisor.raw('GET', `/service-orders/${visit.order.id}/sheet.pdf`);
    expect(reply.headers['content-type']).toBe('application/pdf');
    const { pages } = await readPdf(reply.rawPayload);
    const text = pages.join('');
    for (const said of ['GD261121-001', '欧阳思远', '冷车启动', '更换右前下摆臂', '2,170.00']) {
      expect(text).toContain(compact(said));
    }
  });

  test('a stored file is put to the order once', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    const stored = await shop.http.inject({
      method: 'POST',
      url: `/api/v1${fileRoutes.add.path}?name=sheet.pdf`,
      headers: { cookie: visit.advisor.cookie, 'content-type': 'application/octet-stream' },
      payload: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    expect(stored.statusCode).toBe(201);
    const add = () =>
      visit.advisor.call(routes.addPaper, {
        params: visit.params,
        body: { fileId: stored.json().id, kind: 'document', caption: '保险单' },
      });
    await add();
    const order = await add();
    expect(order.papers).toMatchObject([{ fileName: 'sheet.pdf', caption: '保险单' }]);
    expect(order.history.filter(({ step }) => step === 'paper')).toHaveLength(1);
  });
});

test('G-31 what a vehicle waits for, said twice, is on record once and no error', async ({
  shop,
}) => {
  const visit = await Visit.begin(shop);
  await visit.toWork();
  const say = () =>
    visit.technician.call(routes.wait, { params: visit.params, body: { waitingFor: 'parts' } });
  const first = await say();
  expect((await say()).version).toBe(first.version);
});

/** What the event stream tells this person from now on. */
async function heardBy(shop: TestShop, { cookie }: TestEmployee) {
  const heard: { type: string; id: string }[] = [];
  const reply = await shop.http.inject({
    method: 'GET',
    url: '/api/v1/events',
    headers: { cookie },
    payloadAsStream: true,
  });
  const stream = reply.stream();
  stream.on('data', (bytes: Buffer) => {
    for (const [, data] of String(bytes).matchAll(/^data: (.+)$/gm)) heard.push(JSON.parse(data!));
  });
  return { heard, end: () => stream.destroy() };
}

test('WSH-17 a change is told with the order that it is of: an open board reads that card, not the list', async ({
  shop,
}) => {
  const visit = await Visit.begin(shop);
  await visit.receive();
  const other = await (await TestShop.open()).employee('advisor');
  const board = await heardBy(shop, visit.technician);
  const elsewhere = await heardBy(shop, other);
  await visit.inspect();
  const { id } = visit.order;
  await expect
    .poll(() => board.heard)
    .toContainEqual(expect.objectContaining({ type: 'serviceOrder', id }));
  const { card } = await visit.technician.call(routes.card, { params: visit.params });
  expect(card).toMatchObject({ id, state: 'inspected', version: visit.order.version });
  expect(elsewhere.heard).toEqual([]);
  board.end();
  elsewhere.end();
});
