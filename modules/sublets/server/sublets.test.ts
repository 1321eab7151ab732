import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { TestShop, test } from '#test/shop.ts';
import { subletRoutes as routes, subletPartnerRoutes } from '../contract.ts';
import { aJobOutside, aPartner, book, fetchBack, giveOut, lookAt } from './sublets.fixture.ts';

const check = { passed: true };
const read = async ({ advisor, params }: Visit) =>
  advisor.call(serviceOrderRoutes.read, { params });

describe('WSH-05 a job given to another firm', () => {
  test('WSH-05 the order waits for it, the board shows it, and no gate is passed while it is out', async ({
    shop,
  }) => {
    const { visit, sublet, partner } = await aJobOutside(shop);
    expect(sublet).toMatchObject({
      ...{ state: 'out', attempt: 1, agreedFen: 60_000, partnerName: partner.name },
      job: '更换右前下摆臂',
      givenByName: visit.advisor.name,
    });
    const order = await read(visit);
    expect(order).toMatchObject({ waitingFor: 'sublet', lines: [{}, { outside: 'out' }, {}] });
    const { items } = await visit.advisor.call(serviceOrderRoutes.board, {});
    expect(items).toMatchObject([{ linesOutside: 1, waitingFor: 'sublet' }]);
    const { params } = visit;
    const selfCheck = visit.technician.call(serviceOrderRoutes.selfCheck, { params, body: check });
    await expect(selfCheck).rejects.toMatchObject({ status: 409, code: 'line_outside' });
    const done = { params: { ...params, lineId: sublet.lineId }, body: { done: true } };
    const mark = visit.technician.call(serviceOrderRoutes.markDone, done);
    await expect(mark).rejects.toMatchObject({ status: 409, code: 'line_outside' });
  });

  test('WSH-07 back, it is looked at before it counts as done; then the order goes on to its delivery', async ({
    shop,
  }) => {
    const { visit, sublet } = await aJobOutside(shop);
    const back = await fetchBack(visit.advisor, sublet);
    expect(back.state).toBe('back');
    expect(await read(visit)).toMatchObject({
      waitingFor: '',
      lines: [{}, { outside: 'unchecked', doneAt: null }, {}],
    });
    await expect(lookAt(visit.advisor, back, check)).rejects.toMatchObject({ status: 403 });
    const passed = await lookAt(visit.technician, back, { passed: true, finding: '间隙 0.1 mm' });
    expect(passed).toMatchObject({ state: 'passed', checkedByName: visit.technician.name });
    visit.order = await read(visit);
    expect(visit.order.lines[1]).toMatchObject({ outside: '', doneByName: visit.technician.name });
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
    await visit.settle();
    await visit.deliver();
    expect(visit.order.state).toBe('delivered');
  });

  test('WSH-07 what failed says why, and is given out again as another attempt', async ({
    shop,
  }) => {
    const { visit, sublet } = await aJobOutside(shop);
    const back = await fetchBack(visit.technician, sublet);
    const wordless = lookAt(visit.technician, back, { passed: false });
    await expect(wordless).rejects.toMatchObject({ status: 422, code: 'reason_needed' });
    const failed = await lookAt(visit.technician, back, { passed: false, finding: '压偏了' });
    expect(failed).toMatchObject({ state: 'failed', finding: '压偏了' });
    const again = await giveOut(shop, visit, await aPartner(shop));
    expect(again).toMatchObject({ state: 'out', attempt: 2 });
  });

  test('WSH-05 only what the customer agreed to, once at a time, of an order in the workshop', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    await visit.inspect();
    await visit.estimate();
    await visit.approve(['更换右前下摆臂']);
    const partner = await aPartner(shop);
    const early = giveOut(shop, visit, partner);
    await expect(early).rejects.toMatchObject({ status: 409, code: 'step_not_allowed' });
    await visit.start();
    const refused = giveOut(shop, visit, partner);
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'line_not_approved' });
    const { params } = visit;
    const { givable } = await visit.advisor.call(routes.ofOrder, { params });
    expect(givable.map(({ description }) => description)).toEqual(['二级维护', '天窗排水管疏通']);
    const other = await aJobOutside(shop, { plate: '粤C6M219' });
    const twice = giveOut(shop, other.visit, partner);
    await expect(twice).rejects.toMatchObject({ status: 409, code: 'line_outside' });
  });

  test('WSH-05 two who give the same job out at once give it once', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.toWork();
    const [one, other] = [await aPartner(shop), await aPartner(shop)];
    const tried = await Promise.allSettled([
      giveOut(shop, visit, one),
      giveOut(shop, visit, other),
    ]);
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { items } = await visit.advisor.call(routes.ofOrder, { params: visit.params });
    expect(items).toHaveLength(1);
  });

  test('WSH-05 a firm’s paper is kept with it as a file; one that is not here is refused', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { id: partnerId, version, paperFileId } = await aPartner(shop);
    expect(paperFileId).toBeNull();
    const stored = await owner.raw(
      'POST',
      '/files?name=paper.pdf',
      Buffer.from('%PDF-1.7\n%%EOF\n'),
      {
        'content-type': 'application/octet-stream',
      },
    );
    const { id } = stored.json() as { id: string };
    const params = { partnerId };
    const kept = await owner.call(
      subletPartnerRoutes.change,
      { params, body: { paperFileId: id } },
      { version },
    );
    expect(kept).toMatchObject({ paperFileId: id, paperType: 'application/pdf' });
    const other = { params, body: { paperFileId: partnerId } };
    const unknown = owner.call(subletPartnerRoutes.change, other, { version: kept.version });
    await expect(unknown).rejects.toMatchObject({ status: 404 });
  });

  test('WSH-05 nothing is given to a firm that was struck off or whose paper has ended', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toWork();
    const expired = await aPartner(shop, { qualificationUntil: '2026-11-20' });
    expect(expired.isExpired).toBe(true);
    await expect(giveOut(shop, visit, expired)).rejects.toMatchObject({
      code: 'sublet_partner_unqualified',
    });
    const { id: partnerId, version } = await aPartner(shop);
    const owner = await shop.employee('owner');
    const struck = await owner.call(
      subletPartnerRoutes.change,
      { params: { partnerId }, body: { isActive: false } },
      { version },
    );
    await expect(giveOut(shop, visit, struck)).rejects.toMatchObject({
      code: 'sublet_partner_unknown',
    });
  });

  test('WSH-05 called off for a reason, the job is the house’s again', async ({ shop }) => {
    const { visit, sublet } = await aJobOutside(shop);
    const { id: subletId, version } = sublet;
    const body = { reason: '对方设备坏了' };
    const off = await visit.advisor.call(
      routes.callOff,
      { params: { subletId }, body },
      { version },
    );
    expect(off).toMatchObject({ state: 'calledOff', reason: '对方设备坏了' });
    expect(await read(visit)).toMatchObject({ waitingFor: '', lines: [{}, { outside: '' }, {}] });
  });
});

test('WSH-11 its being back is a promise: warned of, broken, and kept', async ({ shop }) => {
  const { visit, sublet } = await aJobOutside(shop);
  const { id: subletId, version } = sublet;
  const dueAt = new Date(shop.now.getTime() + 48 * 3_600_000).toISOString();
  const body = { dueAt, reason: '衬套缺货' };
  const later = await visit.advisor.call(
    routes.postpone,
    { params: { subletId }, body },
    { version },
  );
  expect(later.dueAt).toBe(dueAt);
  const standing = async (state: 'late' | 'open') => {
    const owner = await shop.employee('owner');
    const query = { rule: 'sublets.back', state };
    return (await owner.call(commitmentRoutes.list, { query })).items.length;
  };
  await shop.forward(30);
  expect([await standing('open'), await standing('late')]).toEqual([1, 0]);
  await shop.forward(20);
  expect(await standing('late')).toBe(1);
  const technician = await shop.employee('technician');
  await fetchBack(technician, later);
  expect([await standing('open'), await standing('late')]).toEqual([0, 0]);
});

describe('WSH-15 what it costs', () => {
  test('WSH-15 is booked once; a wrong booking is taken back by a contrary entry and booked anew', async ({
    shop,
  }) => {
    const { visit, sublet, partner } = await aJobOutside(shop);
    const { advisor, technician } = visit;
    await expect(book(advisor, sublet, { costFen: 60_000 })).rejects.toMatchObject({ status: 409 });
    const passed = await lookAt(technician, await fetchBack(technician, sublet), check);
    await expect(book(advisor, passed, { costFen: 66_000 })).rejects.toMatchObject({
      code: 'sublet_cost_reason',
    });
    const booked = await book(advisor, passed, { costFen: 66_000, reason: '多镗一个孔' });
    expect(booked).toMatchObject({ isBooked: true, bookedFen: 66_000 });
    const twice = book(advisor, booked, { costFen: 60_000 });
    await expect(twice).rejects.toMatchObject({ status: 409, code: 'sublet_booked' });
    const params = { subletId: sublet.id };
    const back = await advisor.call(routes.reverseCost, { params, body: { reason: '抄错单' } });
    expect(back).toMatchObject({ isBooked: false, bookedFen: null });
    await book(advisor, back, { costFen: 60_000 });
    const figures = await advisor.call(routes.figures, { query: { by: 'partner' } });
    expect(figures.items).toMatchObject([
      {
        ...{ key: partner.id, jobs: 1, priceFen: 121_400, costFen: 60_000, marginFen: 61_400 },
        marginRate: 506,
      },
    ]);
    const query = { partnerId: partner.id, from: figures.from, until: figures.until, count: true };
    const { items, total } = await advisor.call(routes.costs, { query });
    expect(total).toBe(3);
    expect(items.map(({ kind, costFen }) => [kind, costFen])).toEqual([
      ['booked', 60_000],
      ['reversed', -66_000],
      ['booked', 66_000],
    ]);
    const byMonth = await advisor.call(routes.figures, { query: { by: 'month' } });
    expect(byMonth.items).toMatchObject([{ key: figures.until.slice(0, 7), marginFen: 61_400 }]);
  });

  test('WSH-15 two who book at once book once', async ({ shop }) => {
    const { visit, sublet } = await aJobOutside(shop);
    const { advisor, technician } = visit;
    const passed = await lookAt(technician, await fetchBack(technician, sublet), check);
    const tried = await Promise.allSettled([
      advisor.call(routes.bookCost, { params: { subletId: passed.id }, body: { costFen: 60_000 } }),
      advisor.call(routes.bookCost, { params: { subletId: passed.id }, body: { costFen: 60_000 } }),
    ]);
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('WSH-15 of what failed nothing is asked: its cost is the house’s', async ({ shop }) => {
    const { visit, sublet } = await aJobOutside(shop);
    const { advisor, technician } = visit;
    const back = await fetchBack(technician, sublet);
    const failed = await lookAt(technician, back, { passed: false, finding: '报废' });
    await book(advisor, failed, { costFen: 60_000 });
    const { total } = await advisor.call(routes.figures, {});
    expect(total).toMatchObject({ priceFen: 0, costFen: 60_000, marginFen: -60_000 });
  });

  test('WSH-15 is known to the desk, not to the workshop, and not to the customer', async ({
    shop,
  }) => {
    const { visit, sublet } = await aJobOutside(shop);
    const { technician, advisor, params } = visit;
    const { items } = await technician.call(routes.ofOrder, { params });
    expect(items).toMatchObject([{ agreedFen: null, bookedFen: null, costs: [] }]);
    await expect(technician.call(routes.figures, {})).rejects.toMatchObject({ status: 403 });
    const order = JSON.stringify(await read(visit));
    expect(order).not.toContain(sublet.partnerName);
    expect(order).not.toContain('60000');
    expect((await advisor.call(routes.list, {})).items).toMatchObject([{ agreedFen: 60_000 }]);
  });
});

test('WSH-05 another house’s jobs and firms are unknown', async ({ shop }) => {
  const other = await TestShop.open();
  const { visit, sublet } = await aJobOutside(shop);
  const stranger = await other.employee('owner');
  const { params } = visit;
  await expect(stranger.call(routes.ofOrder, { params })).rejects.toMatchObject({ status: 404 });
  await expect(fetchBack(stranger, sublet)).rejects.toMatchObject({ status: 404 });
  expect((await stranger.call(routes.list, {})).items).toEqual([]);
  expect((await stranger.call(subletPartnerRoutes.list, {})).items).toEqual([]);
});
