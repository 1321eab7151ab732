import { describe, expect } from 'vitest';
import { priceRoutes } from '#modules/prices/contract.ts';
import { type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { type QuotedLine, serviceOrderRoutes as routes } from '../contract.ts';
import { Visit } from './visit.fixture.ts';

const today = '2026-11-21';
const fitting = {
  kind: 'job',
  code: 'GS-01',
  name: '更换前制动片',
  standardHours: 150,
  hoursSource: 'maker',
  validFrom: today,
} as const;
const pads = {
  kind: 'part',
  code: 'BP-01',
  name: '前制动片',
  origin: 'equivalent',
  measure: '套',
  priceFen: 350_00,
  validFrom: today,
} as const;

/** A shop with a rate of 120.00 an hour, a job for all and for one model, and a part; a car that waits for its price. */
async function quotedFrom(shop: TestShop) {
  const owner = await shop.employee('owner');
  await owner.call(priceRoutes.setRate, { body: { rateFen: 120_00, validFrom: today } });
  const job = await owner.call(priceRoutes.add, { body: fitting });
  const part = await owner.call(priceRoutes.add, { body: pads });
  const visit = await Visit.begin(shop);
  await visit.receive();
  await visit.inspect();
  const offers = (q: string, kind?: 'job' | 'part') =>
    visit.advisor.call(routes.offers, {
      params: visit.params,
      query: { q, ...(kind && { kind }) },
    });
  const quote = async (...lines: QuotedLine[]) => {
    const { params } = visit;
    visit.order = await visit.advisor.call(routes.estimate, { params, body: { lines } });
    return visit.order;
  };
  return { owner, job, part, visit, offers, quote };
}

const brakes = (job: { id: string }, part: { id: string }, more: Partial<QuotedLine> = {}) => ({
  description: '更换前制动片',
  labourFen: 180_00,
  priceItemId: job.id,
  parts: [
    {
      name: '前制动片',
      number: 'BP-01',
      origin: 'original' as const,
      quantityThousandths: 2_000,
      unit: '套',
      unitFen: 350_00,
      priceItemId: part.id,
    },
  ],
  ...more,
});

describe('a line from the price list', () => {
  test('WSH-12 is found by code, by name and by pinyin initials, at the price of the day', async ({
    shop,
  }) => {
    const { job, part, offers } = await quotedFrom(shop);
    const codes = async (q: string, kind?: 'job' | 'part') =>
      (await offers(q, kind)).items.map(({ code }) => code);
    expect((await offers('gs-')).items).toEqual([
      {
        priceItemId: job.id,
        kind: 'job',
        code: 'GS-01',
        model: '',
        name: '更换前制动片',
        standardMinutes: 90,
        amountFen: 180_00,
        measure: '',
        origin: null,
        validFrom: today,
      },
    ]);
    expect(await codes('制动片')).toEqual(['GS-01', 'BP-01']);
    expect(await codes('qzdp')).toEqual(['GS-01', 'BP-01']);
    expect(await codes('qzdp', 'part')).toEqual(['BP-01']);
    expect((await offers('bp-01')).items).toMatchObject([
      { priceItemId: part.id, amountFen: 350_00 },
    ]);
    expect(await codes('%')).toEqual([]);
    expect(await codes('')).toEqual([]);
  });

  test('WSH-11 the job for the vehicle’s model goes before the one for all; another model’s is not offered', async ({
    shop,
  }) => {
    const { owner, job, offers, quote } = await quotedFrom(shop);
    const own = await owner.call(priceRoutes.add, {
      body: { ...fitting, model: '帕萨特', standardHours: 200 },
    });
    const other = await owner.call(priceRoutes.add, {
      body: { ...fitting, model: '卡罗拉', standardHours: 100 },
    });
    const { items } = await offers('GS-01');
    expect(items).toMatchObject([{ priceItemId: own.id, model: '帕萨特', amountFen: 240_00 }]);
    const description = fitting.name;
    const ofOther = quote({ description, labourFen: 120_00, priceItemId: other.id });
    await expect(ofOther).rejects.toMatchObject({ status: 422, code: 'price_not_current' });
    const order = await quote({ description, labourFen: 180_00, priceItemId: job.id });
    expect(order.lines[0]).toMatchObject({ standardMinutes: 90, departs: false });
  });

  test('WSH-12 what the list asks is looked up, not believed: a price that departs says so', async ({
    shop,
  }) => {
    const { job, part, quote } = await quotedFrom(shop);
    const order = await quote(brakes(job, part), brakes(job, part, { labourFen: 100_00 }), {
      description: '天窗排水管疏通',
      labourFen: 90_00,
    });
    expect(order.lines).toMatchObject([
      {
        listed: { priceItemId: job.id, code: 'GS-01', validFrom: today, labourFen: 180_00 },
        departs: false,
        standardMinutes: 90,
        partsFen: 700_00,
        parts: [{ listedFen: 350_00, origin: 'equivalent' }],
      },
      { listed: { labourFen: 180_00 }, labourFen: 100_00, departs: true },
      { listed: null, departs: false },
    ]);
    const cheaper = brakes(job, part);
    cheaper.parts[0]!.unitFen = 300_00;
    expect((await quote(cheaper)).lines).toMatchObject([{ departs: true, partsFen: 600_00 }]);
    const swapped = quote({ description: '片', labourFen: 1, priceItemId: part.id });
    await expect(swapped).rejects.toMatchObject({
      code: 'price_not_current',
      errors: [{ pointer: '/lines/0/priceItemId' }],
    });
  });

  test('WSH-12 what was quoted stays as it was quoted; a line taken anew has the new price', async ({
    shop,
  }) => {
    const { owner, job, part, visit, offers, quote } = await quotedFrom(shop);
    await quote(brakes(job, part));
    const { kind: _, code: __, ...terms } = fitting;
    await owner.call(priceRoutes.change, {
      params: { priceItemId: job.id },
      body: { ...terms, standardHours: 300, validFrom: today },
    });
    const again = brakes(job, part, { id: visit.order.lines[0]!.id });
    expect((await quote(again)).lines[0]).toMatchObject({
      departs: false,
      listed: { labourFen: 180_00 },
    });
    const stale = quote(brakes(job, part));
    await expect(stale).rejects.toMatchObject({ code: 'price_not_current' });
    const [now] = (await offers('GS-01')).items;
    expect(now).toMatchObject({ amountFen: 360_00, standardMinutes: 180 });
    const anew = brakes({ id: now!.priceItemId }, part, { labourFen: now!.amountFen });
    expect((await quote(again, anew)).lines[1]).toMatchObject({
      departs: false,
      labourFen: 360_00,
    });
  });

  test('WSH-12 the list of another shop offers nothing here, and its prices cannot be quoted', async ({
    shop,
  }) => {
    const [here, there] = await sisterShops(shop);
    const { offers, quote } = await quotedFrom(here);
    const neighbour = await there.employee('owner');
    const body = { ...fitting, code: 'GS-77', priceFen: 1_00 };
    const theirs = await neighbour.call(priceRoutes.add, { body });
    expect((await offers('GS-77')).items).toEqual([]);
    const stolen = quote({ description: '片', labourFen: 1_00, priceItemId: theirs.id });
    await expect(stolen).rejects.toMatchObject({ code: 'price_not_current' });
  });
});

describe('who pays', () => {
  test('WSH-12 each payer’s share is told apart, and the customer is asked for his alone', async ({
    shop,
  }) => {
    const { job, part, visit, quote } = await quotedFrom(shop);
    const order = await quote(
      brakes(job, part),
      { description: '召回检查', labourFen: 50_00, payer: 'campaign' },
      { description: '更换天窗电机', labourFen: 80_00, partsFen: 900_00, payer: 'warranty' },
    );
    expect(order).toMatchObject({
      estimatedFen: 880_00,
      shares: [
        { payer: 'customer', quotedFen: 880_00, approvedFen: 0 },
        { payer: 'warranty', quotedFen: 980_00, approvedFen: 0 },
        { payer: 'campaign', quotedFen: 50_00, approvedFen: 0 },
      ],
    });
    await visit.approve(['召回检查']);
    expect(visit.order).toMatchObject({
      approvedFen: 880_00,
      shares: [
        { payer: 'customer', approvedFen: 880_00 },
        { payer: 'warranty', approvedFen: 980_00 },
      ],
    });
  });
});

describe('asked again', () => {
  test('WSH-12 a line that is quoted anew after its answer says that it is asked again, until it is answered', async ({
    shop,
  }) => {
    const { job, part, visit, quote } = await quotedFrom(shop);
    const wash = { description: '洗车', labourFen: 30_00 };
    await quote(brakes(job, part), wash);
    await visit.approve();
    const [first, second] = visit.order.lines;
    const order = await quote(brakes(job, part, { id: first!.id }), {
      ...wash,
      id: second!.id,
      labourFen: 20_00,
    });
    expect(order.lines).toMatchObject([
      { answer: 'approved', isAskedAgain: false },
      { answer: 'open', isAskedAgain: true },
    ]);
    expect(order.history.at(-1)).toMatchObject({ step: 'estimate', note: '洗车' });
    await visit.approve();
    expect(visit.order.lines[1]).toMatchObject({ answer: 'approved', isAskedAgain: false });
  });

  test('WSH-12 what was refused is offered at the next visit with its reason, until it is done', async ({
    shop,
  }) => {
    const { job, part, visit, quote } = await quotedFrom(shop);
    const wash = { description: '洗车', labourFen: 30_00 };
    await quote(brakes(job, part), wash);
    await visit.approve(['更换前制动片']);
    expect(visit.order.refusedBefore).toEqual([]);
    await visit.start();
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
    await visit.settle();
    await visit.deliver();
    await shop.forward(24 * 30);
    const next = await visit.returns(shop);
    await next.receive();
    expect(next.order.refusedBefore).toMatchObject([
      {
        description: '更换前制动片',
        reason: '下次再说',
        onDate: today,
        code: 'GS-01',
        labourFen: 180_00,
        partsFen: 700_00,
        parts: [{ name: '前制动片', quantityThousandths: 2_000 }],
      },
    ]);
    await next.inspect();
    const { params } = next;
    const lines = [{ description: '更换前制动片', labourFen: 180_00 }];
    next.order = await next.advisor.call(routes.estimate, { params, body: { lines } });
    await next.approve();
    expect(next.order.refusedBefore, 'only while it is quoted').toEqual([]);
    await next.start();
    await next.doJobs();
    await next.check();
    await next.finalInspect();
    await next.settle();
    await next.deliver();
    await shop.forward(24 * 30);
    const third = await next.returns(shop);
    await third.receive();
    expect(third.order.refusedBefore, 'done meanwhile').toEqual([]);
  });
});
