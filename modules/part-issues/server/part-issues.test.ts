import { describe, expect } from 'vitest';
import { TestShop, test } from '#test/shop.ts';
import { partBarcodeRoutes, partChargeRoutes, partIssueRoutes as routes } from '../contract.ts';
import {
  atTheCounter,
  battery,
  filter,
  issue,
  setRules,
  shownParts,
  takeBack,
} from './part-issues.fixture.ts';

const ofPart = (parts: { number: string; issuedThousandths: number }[], number: string) =>
  parts.find((part) => part.number === number)?.issuedThousandths;

describe('WSH-06 parts are issued to an order in two scans', () => {
  test('WSH-06 the order by its number, its paper or a plate, then one of a part to the technician', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    const { number, id } = visit.order;
    for (const code of [number.toLowerCase(), `https://jm.example.cn/r/o/${id}`, '粤C6M218']) {
      const found = await clerk.call(routes.counter, { query: { code } });
      expect(found).toMatchObject({ orderId: id, mayIssue: true, missing: 4 });
    }
    const onTag = `https://jm.example.cn/l?o=${id.replaceAll('-', '').toUpperCase()}#token`;
    expect((await clerk.call(routes.counter, { query: { code: onTag } })).orderId).toBe(id);
    const after = await issue(clerk, visit, ' 06l115562b ');
    expect(after.done).toMatchObject({
      ...{ kind: 'issued', number: filter, name: '机油滤清器', quantityThousandths: 1000 },
      ...{ technicianName: visit.technician.name, byName: clerk.name, oldPart: 'notAsked' },
    });
    expect(after.missing).toBe(3);
    const nowhere = clerk.call(routes.counter, { query: { code: 'GD000101-001' } });
    await expect(nowhere).rejects.toMatchObject({ status: 422, code: 'part_order_unknown' });
  });

  test('WSH-06 a part that does not fit is refused with what is on the order; so is more than was agreed to', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    const other = issue(clerk, visit, '06L115562C');
    await expect(other).rejects.toMatchObject({
      ...{ status: 422, code: 'part_not_on_order' },
      detail: expect.stringContaining(filter),
    });
    await issue(clerk, visit, filter);
    const second = issue(clerk, visit, filter);
    await expect(second).rejects.toMatchObject({ status: 409, code: 'part_all_issued' });
    const three = issue(clerk, visit, '3Q0407152D', { quantityThousandths: 3000 });
    await expect(three).rejects.toMatchObject({ status: 422, code: 'part_too_many' });
    expect((await issue(clerk, visit, '3Q0407152D', { quantityThousandths: 2000 })).missing).toBe(
      2,
    );
    await expect(issue(clerk, visit, 'WB-1')).rejects.toMatchObject({ code: 'part_not_on_order' });
  });

  test('WSH-06 what has no number goes by its name, and what is left below one is one scan', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    for (let scans = 0; scans < 4; scans++) await issue(clerk, visit, '全合成机油');
    const last = await issue(clerk, visit, '全合成机油');
    expect(last.done).toMatchObject({ quantityThousandths: 500, unit: 'L' });
    expect(last.parts[1]).toMatchObject({ issuedThousandths: 4500 });
  });

  test('WSH-06 the maker’s barcode stands for the number once it is bound', async ({ shop }) => {
    const { visit, clerk } = await atTheCounter(shop);
    const body = { barcode: '6901234567892', number: filter };
    await expect(issue(clerk, visit, body.barcode)).rejects.toMatchObject({
      code: 'part_not_on_order',
    });
    const bound = await clerk.call(partBarcodeRoutes.bind, { body });
    expect(await clerk.call(partBarcodeRoutes.bind, { body })).toEqual(bound);
    expect((await issue(clerk, visit, body.barcode)).done).toMatchObject({ number: filter });
    const taken = clerk.call(partBarcodeRoutes.bind, { body: { ...body, number: battery } });
    await expect(taken).rejects.toMatchObject({ status: 422, code: 'part_barcode_taken' });
    const params = { partBarcodeId: bound.id };
    await expect(clerk.call(partBarcodeRoutes.unbind, { params })).rejects.toMatchObject({
      status: 403,
    });
    const owner = await shop.employee('owner');
    await owner.call(partBarcodeRoutes.unbind, { params });
    expect((await clerk.call(partBarcodeRoutes.list, { query: {} })).items).toEqual([]);
  });

  test('WSH-06 many tries at two counters never issue more than was agreed to, and every movement is kept', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    const other = await shop.employee('partsClerk');
    const tries = Array.from({ length: 40 }, (_, at) =>
      issue(at % 2 === 0 ? clerk : other, visit, '3Q0407152D'),
    );
    const ended = await Promise.allSettled(tries);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const refusals = ended.flatMap((one) => (one.status === 'rejected' ? one.reason.code : []));
    expect(new Set(refusals)).toEqual(new Set(['part_all_issued']));
    const { parts, issues } = await shownParts(clerk, visit);
    expect(ofPart(parts, '3Q0407152D')).toBe(2000);
    expect(issues).toHaveLength(2);
  });

  test('WSH-06 the database itself refuses more than was agreed to, and less than nothing', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    await issue(clerk, visit, filter);
    const { id: lineId } = visit.order.lines[0]!;
    const set = (issuedThousandths: number) =>
      shop.write((work) =>
        work.update('partBalances', { lineId, place: 0 }, { issuedThousandths }),
      );
    await expect(set(1001)).rejects.toMatchObject({ constraint: 'part_balances_within' });
    await expect(set(-1)).rejects.toMatchObject({ constraint: 'part_balances_within' });
  });

  test('WSH-06 the same scan sent twice counts once', async ({ shop }) => {
    const { visit, clerk } = await atTheCounter(shop);
    const given = { params: visit.params, body: { code: '3Q0407152D' } };
    const once = { idempotencyKey: 'one-scan-one-part-0001' };
    const first = await clerk.call(routes.issue, given, once);
    expect(await clerk.call(routes.issue, given, once)).toEqual(first);
    expect(ofPart((await shownParts(clerk, visit)).parts, '3Q0407152D')).toBe(1000);
  });

  test('WSH-05 only what the customer agreed to, of an order in the workshop, by who may', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop, { refused: ['更换下摆臂'] });
    const refused = issue(clerk, visit, '3Q0407152D');
    await expect(refused).rejects.toMatchObject({ code: 'part_not_on_order' });
    const byHand = issue(visit.technician, visit, filter);
    await expect(byHand).rejects.toMatchObject({ status: 403 });
    const stranger = await (await TestShop.open()).employee('partsClerk');
    await expect(issue(stranger, visit, filter)).rejects.toMatchObject({ status: 404 });
    await visit.doJobs();
    await visit.check();
    const late = issue(clerk, visit, filter);
    await expect(late).rejects.toMatchObject({ status: 409, code: 'step_not_allowed' });
  });
});

describe('WSH-06 old for new', () => {
  test('WSH-06 the old part first: with a tag of its own or a number of the house, each tag once', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    const without = issue(clerk, visit, battery);
    await expect(without).rejects.toMatchObject({ status: 409, code: 'part_old_needed' });
    const after = await issue(clerk, visit, battery, { oldPart: { is: 'handedIn' } });
    expect(after.done).toMatchObject({
      oldPart: 'handedIn',
      oldPartTag: expect.stringMatching(/^JJ/),
    });
    await setRules(shop, { oldForNew: 'all' });
    const { oldPartTag: tag } = after.done!;
    const twice = issue(clerk, visit, filter, { oldPart: { is: 'handedIn', tag } });
    await expect(twice).rejects.toMatchObject({ status: 422, code: 'part_tag_twice' });
    const own = await issue(clerk, visit, filter, { oldPart: { is: 'handedIn', tag: 'a-77' } });
    expect(own.done).toMatchObject({ oldPartTag: 'A-77' });
  });

  test('WSH-06 without it only for a reason, by who may decide; what the maker pays is always asked for', async ({
    shop,
  }) => {
    const line = { description: '更换水泵', labourFen: 9_000, payer: 'warranty' as const };
    const pump = { number: '06L121111', name: '水泵', origin: 'original' as const };
    const parts = [{ ...pump, quantityThousandths: 1000, unit: '件', unitFen: 50_000 }];
    const { visit, clerk } = await atTheCounter(shop, { lines: [{ ...line, parts }] });
    await setRules(shop, { oldForNew: 'none' });
    await expect(issue(clerk, visit, pump.number)).rejects.toMatchObject({
      code: 'part_old_needed',
    });
    const oldPart = { is: 'excepted', reason: '旧件已被交警扣作证物' } as const;
    const asClerk = issue(clerk, visit, pump.number, { oldPart });
    await expect(asClerk).rejects.toMatchObject({ status: 403 });
    const owner = await shop.employee('owner');
    const after = await issue(owner, visit, pump.number, { oldPart });
    expect(after.done).toMatchObject({ oldPart: 'excepted', reason: oldPart.reason });
  });
});

describe('WSH-06 what comes back, what is asked, what is charged', () => {
  test('WSH-06 an unused part comes back by a scan, never more than is out', async ({ shop }) => {
    const { visit, clerk } = await atTheCounter(shop);
    await expect(takeBack(clerk, visit, filter)).rejects.toMatchObject({ code: 'part_not_out' });
    await issue(clerk, visit, filter);
    const back = await takeBack(clerk, visit, filter, { reason: '没用上' });
    expect(back.done).toMatchObject({ kind: 'returned', reason: '没用上' });
    expect(ofPart(back.parts, filter)).toBe(0);
    expect(back.issues.map(({ kind }) => kind).toSorted()).toEqual(['issued', 'returned']);
    expect((await issue(clerk, visit, filter)).done).toMatchObject({ kind: 'issued' });
  });

  test('WSH-06 the technician confirms what he had, or asks and is answered; nobody does it for him', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    const { technician } = visit;
    const { done } = await issue(clerk, visit, filter);
    const params = { partIssueId: done!.id };
    const mine = await technician.call(routes.list, { query: { mine: true } });
    expect(mine.items).toMatchObject([{ number: filter, said: '', steps: ['confirm', 'ask'] }]);
    await expect(clerk.call(routes.confirm, { params })).rejects.toMatchObject({
      code: 'part_not_yours',
    });
    await technician.call(routes.ask, { params, body: { words: '给的是柴油滤' } });
    const open = await clerk.call(routes.list, { query: { isAsked: true } });
    expect(open.items).toMatchObject([{ saidWords: '给的是柴油滤', steps: ['answer'] }]);
    await clerk.call(routes.answer, { params, body: { words: '拿错，已换' } });
    expect((await clerk.call(routes.list, { query: { isAsked: true } })).items).toEqual([]);
    const said = await technician.call(routes.confirm, { params });
    expect(said).toMatchObject({ said: 'confirmed', steps: [] });
    await expect(technician.call(routes.confirm, { params })).rejects.toMatchObject({
      code: 'part_confirmed',
    });
  });

  test('WSH-06 loss and deliberate damage are charged with who, how much and why, and taken back once', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    const owner = await shop.employee('owner');
    const body = { employeeId: visit.technician.id, cause: 'lost' as const, name: '下摆臂' };
    const whole = { ...body, amountFen: 44_500, reason: '领后遗失' };
    const { params } = visit;
    const byClerk = clerk.call(partChargeRoutes.charge, { params, body: whole });
    await expect(byClerk).rejects.toMatchObject({ status: 403 });
    const charged = await owner.call(partChargeRoutes.charge, { params, body: whole });
    expect(charged).toMatchObject({ employeeName: visit.technician.name, amountFen: 44_500 });
    const seen = async (who: typeof clerk) =>
      (await who.call(partChargeRoutes.list, { query: {} })).items.length;
    expect([await seen(visit.technician), await seen(clerk), await seen(owner)]).toEqual([1, 0, 1]);
    const reversal = { params: { partChargeId: charged.id }, body: { reason: '在工具车下找到' } };
    const after = await owner.call(partChargeRoutes.reverse, reversal);
    expect(after).toMatchObject({ isReversed: true, reversedReason: '在工具车下找到' });
    await expect(owner.call(partChargeRoutes.reverse, reversal)).rejects.toMatchObject({
      status: 409,
      code: 'part_charge_reversed',
    });
  });
});

describe('WSH-15 settling what was not issued', () => {
  test('WSH-15 where the house says so, it is refused until all is issued or explained', async ({
    shop,
  }) => {
    await setRules(shop, { settling: 'refuse' });
    const { visit, clerk } = await atTheCounter(shop);
    await issue(clerk, visit, filter);
    await issue(clerk, visit, '3Q0407152D', { quantityThousandths: 2000 });
    await issue(clerk, visit, battery, { oldPart: { is: 'handedIn' } });
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
    await expect(visit.settle()).rejects.toMatchObject({ status: 409, code: 'parts_not_issued' });
    const { id: lineId } = visit.order.lines[0]!;
    const waived = { params: visit.params, body: { lineId, place: 1, reason: '散装油从油罐加' } };
    await expect(clerk.call(routes.waive, waived)).rejects.toMatchObject({ status: 403 });
    const owner = await shop.employee('owner');
    expect((await owner.call(routes.waive, waived)).missing).toBe(0);
    await visit.settle();
    const { parts } = await shownParts(clerk, visit);
    expect(parts[0]).toMatchObject({ issuedThousandths: 1000, settledThousandths: 1000 });
    const after = takeBack(clerk, visit, filter);
    await expect(after).rejects.toMatchObject({ status: 409, code: 'step_not_allowed' });
  });

  test('WSH-15 as shipped it warns: the number stands on the order, the settlement goes on', async ({
    shop,
  }) => {
    const { visit, clerk } = await atTheCounter(shop);
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
    expect((await shownParts(clerk, visit)).missing).toBe(4);
    await visit.settle();
    expect(visit.order.state).toBe('settled');
  });
});

test('WSH-06 the issue list is printed as PDF', async ({ shop }) => {
  const { visit, clerk } = await atTheCounter(shop);
  await issue(clerk, visit, filter);
  const reply = await clerk.raw('GET', `/api/v1/service-orders/${visit.order.id}/part-issues.pdf`);
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toBe('application/pdf');
});
