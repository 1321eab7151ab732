import { randomInt } from 'node:crypto';
import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { type OpenPrices, priceRoutes } from '../contract.ts';
import { priceOfJob } from './index.ts';
import { thresholds } from './thresholds.ts';

const today = '2026-11-21';
const pads = {
  kind: 'part',
  code: 'bp-01',
  name: '前制动片',
  origin: 'original',
  measure: '套',
  priceFen: 350_00,
  validFrom: today,
} as const;
const fitting = {
  kind: 'job',
  code: 'GS-01',
  name: '更换前制动片',
  standardHours: 150,
  hoursSource: 'maker',
  workGrade: 'minor',
  validFrom: today,
} as const;

const add = (who: TestEmployee, body: object = pads) =>
  who.call(priceRoutes.add, { body: body as typeof pads });
const rate = (who: TestEmployee, rateFen: number | null, more: object = {}) =>
  who.call(priceRoutes.setRate, { body: { rateFen, validFrom: today, ...more } });
const listed = async (who: TestEmployee, query: object = {}) =>
  (await who.call(priceRoutes.list, { query })).items;
const codes = async (who: TestEmployee, query: object) =>
  (await listed(who, query)).map(({ code }) => code);
const amounts = async (who: TestEmployee, query: object = {}) =>
  (await listed(who, query)).map(({ amountFen }) => amountFen);

describe('the price list', () => {
  test('WSH-12 a part has its price, a job its hours times the labour rate of the day', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await add(owner);
    await add(owner, fitting);
    expect(await amounts(owner)).toEqual([null, 350_00]);
    await rate(owner, 133_33);
    expect(await amounts(owner)).toEqual([200_00, 350_00]);
    await rate(owner, 150_01, { validFrom: '2026-12-01' });
    expect(await amounts(owner, { day: '2026-12-01' })).toEqual([225_02, 350_00]);
    expect(await amounts(owner), 'today as before').toEqual([200_00, 350_00]);
  });

  test('WSH-11 the price of a job on a day: for its model before all, fixed before counted, by its own grade of labour', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const where = { orgPath: shop.unitPath, day: today };
    const price = async (code: string, model?: string) =>
      (await priceOfJob(shop.reading, { code, ...(model && { model }) }, where))?.amountFen;
    await rate(owner, 100_00);
    await rate(owner, 300_00, { grade: '钣金' });
    await add(owner, fitting);
    await add(owner, { ...fitting, model: '帕萨特', standardHours: 200 });
    await add(owner, { ...fitting, code: 'BJ-01', name: '钣金整形', rateGrade: '钣金' });
    await add(owner, { ...fitting, code: 'BY-01', name: '小保养', priceFen: 99_00 });
    expect(await price('gs-01')).toBe(150_00);
    expect(await price('GS-01', '帕萨特')).toBe(200_00);
    expect(await price('GS-01', '卡罗拉')).toBe(150_00);
    expect(await price('BJ-01')).toBe(450_00);
    expect(await price('BY-01')).toBe(99_00);
    expect(await price('NO-01')).toBeUndefined();
  });

  test('WSH-12 nothing is overwritten: who changed what from which day on stays to be read', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { id: priceItemId } = await add(owner);
    const { kind: _, code: __, ...terms } = pads;
    const change = (body: object) =>
      owner.call(priceRoutes.change, {
        params: { priceItemId },
        body: { ...terms, ...body },
      });
    await change({ priceFen: 380_00, validFrom: '2026-12-01' });
    const [now] = await listed(owner);
    expect(now).toMatchObject({ amountFen: 350_00, nextFrom: '2026-12-01', code: 'BP-01' });
    await expect(change({ validFrom: '2026-11-20' })).rejects.toMatchObject({ code: 'price_day' });
    const { items } = await owner.call(priceRoutes.history, { params: { priceItemId } });
    expect(items).toMatchObject([
      { priceFen: 380_00, validFrom: '2026-12-01', createdByName: owner.name },
      { priceFen: 350_00, validFrom: today },
    ]);
    await shop.settle();
    const entries = await owner.call(auditRoutes.list, {});
    expect(entries.items.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['price.added', 'price.changed']),
    );
  });

  test('WSH-12 an item is found by the beginning of its code or two signs of its name, page by page', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await add(owner);
    await add(owner, fitting);
    await add(owner, { ...pads, code: 'JY-01', name: '全合成机油' });
    expect(await codes(owner, { q: 'bp' })).toEqual(['BP-01']);
    expect(await codes(owner, { q: '制动' })).toEqual(['GS-01', 'BP-01']);
    expect(await codes(owner, { q: '制动', kind: 'part' })).toEqual(['BP-01']);
    expect(await codes(owner, { q: '%' })).toEqual([]);
    const first = await owner.call(priceRoutes.list, { query: { limit: 2 } });
    const cursor = first.nextCursor!;
    const rest = await owner.call(priceRoutes.list, { query: { limit: 2, cursor } });
    expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual([
      'GS-01',
      'BP-01',
      'JY-01',
    ]);
    expect(rest.nextCursor).toBeNull();
  });

  test('WSH-12 what a kind lacks is refused with its reason, and a code stands once', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { origin: _, ...unmarked } = pads;
    const { hoursSource: __, ...unsourced } = fitting;
    const refusals = [
      [unmarked, 'price_origin_missing'],
      [unsourced, 'price_source_missing'],
      [{ ...pads, standardHours: 100 }, 'price_not_of_kind'],
      [{ ...pads, validFrom: '2036-01-01' }, 'price_day'],
    ] as const;
    for (const [body, code] of refusals)
      await expect(add(owner, body)).rejects.toMatchObject({ status: 422, code });
    for (const typed of [{ code: 'ﷺ'.repeat(40) }, { rateGrade: 'ﷺ'.repeat(20) }])
      await expect(add(owner, { ...fitting, ...typed })).rejects.toMatchObject({
        code: 'too_long',
      });
    await add(owner);
    await expect(add(owner, { ...pads, code: 'BP－01' })).rejects.toMatchObject({
      code: 'price_code_taken',
    });
  });

  test('WSH-12 an advisor reads it and changes nothing', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    await add(owner);
    expect(await amounts(advisor)).toEqual([350_00]);
    await expect(add(advisor, fitting)).rejects.toMatchObject({ status: 403 });
    await expect(rate(advisor, 1)).rejects.toMatchObject({ status: 403 });
  });
});

describe('prices down the tree', () => {
  test('WSH-12 a shop has the price of the nearest unit above until it has its own, and may give it back', async ({
    shop,
  }) => {
    const [north, south] = await sisterShops(shop);
    const top = await shop.employee('owner');
    const [here, there] = [await north.employee('owner'), await south.employee('owner')];
    const { id: priceItemId } = await add(top);
    const { kind: _, code: __, ...terms } = pads;
    await here.call(priceRoutes.change, {
      params: { priceItemId },
      body: { ...terms, priceFen: 300_00 },
    });
    expect(await listed(here)).toMatchObject([{ amountFen: 300_00, isOwn: true }]);
    expect(await listed(there)).toMatchObject([{ amountFen: 350_00, isOwn: false }]);
    const end = (who: TestEmployee, standing: 'asAbove' | 'notOffered') =>
      who.call(priceRoutes.end, {
        params: { priceItemId },
        body: { validFrom: '2026-12-01', standing },
      });
    await end(here, 'asAbove');
    await end(there, 'notOffered');
    const later = { day: '2026-12-01' };
    expect(await listed(here, later)).toMatchObject([{ amountFen: 350_00, isOwn: false }]);
    expect(await listed(there, later)).toEqual([]);
    expect(await listed(there, { ...later, withEnded: true })).toMatchObject([
      { standing: 'notOffered' },
    ]);
    expect(await amounts(top, later)).toEqual([350_00]);
  });

  test('WSH-12 a labour rate flows down as well; a sister’s prices and places do not exist', async ({
    shop,
  }) => {
    const [north, south] = await sisterShops(shop);
    const top = await shop.employee('owner');
    const [here, there] = [await north.employee('owner'), await south.employee('owner')];
    await rate(top, 100_00);
    await rate(here, 120_00);
    await add(top, fitting);
    expect(await amounts(here)).toEqual([180_00]);
    expect(await amounts(there)).toEqual([150_00]);
    const own = await add(here);
    expect(await amounts(top, { orgUnitId: north.unitId })).toEqual([180_00, 350_00]);
    const params = { priceItemId: own.id };
    await expect(there.call(priceRoutes.history, { params })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      there.call(priceRoutes.list, { query: { orgUnitId: north.unitId } }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(add(there, { ...pads, orgUnitId: north.unitId })).rejects.toMatchObject({
      status: 404,
    });
    const body = {
      validFrom: '2026-12-01',
      standing: 'notOffered',
      orgUnitId: south.unitId,
    } as const;
    await expect(top.call(priceRoutes.end, { params, body })).rejects.toMatchObject({
      status: 404,
    });
  });
});

/** Somebody before the poster, at an address of his own. */
function passer(shop: TestShop) {
  const remoteAddress = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  return async (query: Record<string, string> = {}) => {
    const address = new URLSearchParams({ house: `t-${shop.tenantId.slice(-12)}`, ...query });
    const url = `/api/v1/open-prices?${address}`;
    const reply = await shop.http.inject({ method: 'GET', url, remoteAddress });
    return { status: reply.statusCode, text: reply.body, ...(reply.json() as OpenPrices) };
  };
}

describe('the open price list', () => {
  test('WSH-12 anybody reads what a shop opened: rates, hours with their source, prices; no word of a person', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await add(owner);
    await add(owner, fitting);
    await rate(owner, 100_00);
    const read = passer(shop);
    expect((await read()).status, 'not open').toBe(404);
    const opened = await owner.call(priceRoutes.publish, {
      body: { isOpen: true, complaintPhone: '12315' },
    });
    expect(new URL(opened.address).searchParams.get('h')).toBe(`t-${shop.tenantId.slice(-12)}`);
    const open = await read();
    expect(open).toMatchObject({
      status: 200,
      shop: '试车行',
      complaintPhone: '12315',
      day: today,
      rates: [{ grade: '', rateFen: 100_00 }],
      items: [
        { code: 'GS-01', standardHours: 150, hoursSource: 'maker', amountFen: 150_00 },
        { code: 'BP-01', origin: 'original', amountFen: 350_00 },
      ],
    });
    expect(open.text).not.toContain(owner.name);
    expect(open.text).not.toContain(owner.id);
    expect((await read({ q: 'bp' })).items).toHaveLength(1);
    await owner.call(priceRoutes.publish, { body: { isOpen: false } });
    expect((await read()).status).toBe(404);
  });

  test('WSH-12 a shop opens below an open house; a house or shop that there is not says no more than a closed one', async ({
    shop,
  }) => {
    const [north] = await sisterShops(shop);
    const top = await shop.employee('owner');
    await add(top);
    await top.call(priceRoutes.publish, { body: { isOpen: true } });
    const read = passer(shop);
    expect(await read({ shop: 'shop-1' })).toMatchObject({ status: 200, shop: '分店1' });
    const here = await north.employee('owner');
    await here.call(priceRoutes.publish, { body: { isOpen: false } });
    const said = ({ status, text }: { status: number; text: string }) => [
      status,
      (JSON.parse(text) as { code: string }).code,
    ];
    const closed = said(await read({ shop: 'shop-1' }));
    expect(closed).toEqual([404, 'not_found']);
    expect(said(await read({ shop: 'no-such' }))).toEqual(closed);
    expect(said(await read({ house: 'no-such-house' }))).toEqual(closed);
  });

  test('WSH-12 one address does not read on and on', async ({ shop }) => {
    const read = passer(shop);
    for (let at = 0; at < thresholds.perAddressMinute; at++) await read();
    expect((await read()).status).toBe(429);
  });

  test('WSH-12 the list on paper has what the law asks for, and the way to the page', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await add(owner);
    await add(owner, { ...fitting, guaranteeDays: 30, guaranteeKm: 5000 });
    await rate(owner, 100_00);
    const reply = await owner.raw('GET', '/prices/list.pdf');
    expect(reply.headers['content-type']).toBe('application/pdf');
    const { pages, qr } = await readPdf(reply.rawPayload);
    const [page] = pages;
    for (const said of [
      '试车行',
      '工时单价',
      '100.00',
      '更换前制动片',
      '1.5',
      '生产厂家',
      '150.00',
      '30天',
      '原厂',
      '350.00',
    ])
      expect(page).toContain(said);
    expect(qr).toContain('/p?h=');
  });
});
