import pg from 'pg';
import { describe, expect, inject } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { ratingRoutes, segmentRoutes, standingRoutes } from '../contract.ts';
import { visited } from './segments.fixture.ts';

const of = (customerId: string) => ({ params: { customerId } });

describe('where a customer stands', () => {
  test('ARC-06 active, asleep or lost by months since the last visit, with the figures behind it', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const active = await visited(shop, advisor, '周活跃', [{ daysAgo: 30, fen: 60_000 }]);
    const asleep = await visited(shop, advisor, '吴沉睡', [{ daysAgo: 200, fen: 40_000 }]);
    const lost = await visited(shop, advisor, '郑流失', [{ daysAgo: 400, fen: 90_000 }]);
    const read = (who: { customerId: string }) =>
      advisor.call(standingRoutes.ofCustomer, of(who.customerId));
    expect(await read(active)).toMatchObject({
      standing: 'active',
      formula: 'months',
      yearVisits: 1,
      yearSpendFen: 60_000,
      valueClass: 'low',
    });
    expect(await read(asleep)).toMatchObject({ standing: 'sleeping' });
    expect(await read(lost)).toMatchObject({
      standing: 'lost',
      yearSpendFen: 0,
      twoYearSpendFen: 90_000,
    });
  });

  test('ARC-06 by his own interval: who comes every month and stays away four is lost, though months say active', async ({
    shop,
  }) => {
    const supervisor = await shop.employee('supervisor');
    const monthly = [120, 150, 180, 210].map((daysAgo) => ({ daysAgo, fen: 10_000 }));
    const { customerId } = await visited(shop, supervisor, '每月来', monthly);
    const { formula, byFormula } = await supervisor.call(standingRoutes.figures, {});
    expect(byFormula).toMatchObject({
      months: { active: 1 },
      interval: { lost: 1 },
      visits: { active: 1 },
    });
    await supervisor.call(standingRoutes.choose, { body: { ...formula, formula: 'interval' } });
    await shop.settle();
    expect(await supervisor.call(standingRoutes.ofCustomer, of(customerId))).toMatchObject({
      standing: 'lost',
      formula: 'interval',
      intervalDays: 30,
    });
    const wrong = { ...formula, months: { sleepingAfter: 12, lostAfter: 12 } };
    await expect(supervisor.call(standingRoutes.choose, { body: wrong })).rejects.toMatchObject({
      status: 422,
      code: 'lost_before_sleeping',
    });
  });

  test('ARC-06 who goes to sleep overnight is listed with the day, and wakes by a visit', async ({
    shop,
  }) => {
    const agent = await shop.employee('followUpAgent');
    const visit = [{ daysAgo: 183, fen: 50_000 }];
    const { customerId } = await visited(shop, agent, '将沉睡', visit);
    const asleep = () => agent.call(standingRoutes.changes, { query: { to: 'sleeping' } });
    expect((await asleep()).items).toEqual([]);
    await shop.moveTo('2026-11-23T00:00:00.000Z');
    expect((await asleep()).items).toMatchObject([
      { customerId, from: 'active', to: 'sleeping', onDate: '2026-11-22', formula: 'months' },
    ]);
    expect((await agent.call(standingRoutes.figures, {})).changed).toMatchObject({ sleeping: 1 });
    await shop.forward(24);
    expect((await asleep()).items).toHaveLength(1);
  });
});

/** A house too large to be counted while somebody waits. */
const addStandings = async (shop: TestShop, customers: number) => {
  const owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await owner.connect();
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenantId]);
  const standings = `insert into customer_standings (tenant_id, customer_id, org_unit_id, org_path, year_visits, year_spend_fen,
      two_year_spend_fen, by_months, by_interval, by_visits, standing, formula, value_class, since_on, updated_at)
    select $1, gen_random_uuid(), $2, $3, 0, 900000, 0, 'lost', 'lost', 'lost', 'lost', 'months', 'none', now(), now()
      from generate_series(1, $4::integer)`;
  await owner.query(standings, [shop.tenantId, shop.unitId, shop.unitPath, customers]);
  await owner.end();
};

test('ARC-06 a large house is shown its last count with the time, and counted anew minutes after a visit', async ({
  shop,
}) => {
  const supervisor = await shop.employee('supervisor');
  const figures = () => supervisor.call(standingRoutes.figures, {});
  const all = ({ byFormula: { months } }: Awaited<ReturnType<typeof figures>>) => months;
  await visited(shop, supervisor, '周活跃', [{ daysAgo: 30, fen: 600_000 }]);
  expect(await figures()).toMatchObject({ countedAt: null });
  await addStandings(shop, 20_000);
  expect(await figures(), 'nothing was counted before').toMatchObject({ countedAt: null });
  await visited(shop, supervisor, '吴活跃', [{ daysAgo: 20, fen: 600_000 }]);
  await shop.forward(1 / 12);
  const countedAt = shop.now.toISOString();
  const counted = await figures();
  expect(counted).toMatchObject({ countedAt, byValue: { high: 2, none: 20_000 } });
  expect(all(counted)).toEqual({ active: 2, sleeping: 0, lost: 20_000, never: 0 });
  expect(counted.byRecency).toContainEqual({ recency: 'never', customers: 20_000 });
  await visited(shop, supervisor, '郑沉睡', [{ daysAgo: 200, fen: 0 }]);
  expect(all(await figures()), 'not counted at once').toEqual(all(counted));
  await shop.forward(1 / 12);
  expect(all(await figures())).toEqual({ active: 2, sleeping: 1, lost: 20_000, never: 0 });
});

test('ARC-06 whom few conditions fit is sought behind the best five thousand, too', async ({
  shop,
}) => {
  const supervisor = await shop.employee('supervisor');
  await addStandings(shop, 5001);
  const last = await visited(shop, supervisor, '末位', [{ daysAgo: 30, fen: 100 }], '轩逸');
  const conditions = { models: ['轩逸'] };
  const preview = await supervisor.call(segmentRoutes.preview, { body: { conditions } });
  expect(preview).toMatchObject({
    total: 1,
    isMore: false,
    sample: [{ customerId: last.customerId }],
  });
});

describe('a segment', () => {
  test('ARC-06 conditions are counted live with a sample, saved and shared; fields that are none of it are refused', async ({
    shop,
  }) => {
    const [agent, colleague] = [
      await shop.employee('followUpAgent'),
      await shop.employee('advisor'),
    ];
    await visited(shop, agent, '大客户', [{ daysAgo: 20, fen: 600_000 }]);
    await visited(shop, agent, '沉睡大客户', [{ daysAgo: 200, fen: 700_000 }]);
    await visited(shop, agent, '别的车型', [{ daysAgo: 200, fen: 700_000 }], '海豚');
    const conditions = { standings: ['sleeping'], valueClasses: ['high'], models: ['秦'] } as const;
    const body = { conditions: conditions as never };
    expect(await agent.call(segmentRoutes.preview, { body })).toMatchObject({
      total: 1,
      sample: [{ name: '沉睡大客户', standing: 'sleeping', valueClass: 'high' }],
    });
    const named = { ...body, name: '沉睡的大客户' };
    const own = await agent.call(segmentRoutes.add, { body: { ...named, isShared: false } });
    expect((await colleague.call(segmentRoutes.list, {})).items).toEqual([]);
    const shared = await agent.call(
      segmentRoutes.change,
      { params: { segmentId: own.id }, body: { isShared: true } },
      { version: own.version },
    );
    expect((await colleague.call(segmentRoutes.list, {})).items).toMatchObject([{ isMine: false }]);
    await expect(
      colleague.call(
        segmentRoutes.remove,
        { params: { segmentId: own.id } },
        { version: shared.version },
      ),
    ).rejects.toMatchObject({ status: 403, code: 'not_your_segment' });
    const theirs = await TestShop.open();
    const elsewhere = { ...named, conditions: { orgUnitId: theirs.unitId }, isShared: false };
    await expect(agent.call(segmentRoutes.add, { body: elsewhere })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/conditions/orgUnitId', code: 'reference_unknown' }],
    });
    const sql = { conditions: { standings: ['sleeping'], where: '1=1' } };
    const reply = await agent.raw('POST', '/segment-previews', sql);
    expect(reply.statusCode).toBe(400);
  });

  test('ORG-01 a customer’s car and complaint at a sister shop decide nothing here, and are not shown', async ({
    shop,
  }) => {
    const [own, sister] = await sisterShops(shop);
    const agent = await own.employee('followUpAgent');
    const { customerId } = await visited(own, agent, '老客户', [{ daysAgo: 20, fen: 1_000 }]);
    await sister.write(async (work) => {
      const car = { ownerId: customerId, model: '海豚', lastVisitOn: '2026-11-20' };
      await work.insert('vehicles', { ...car, plate: '粤C99999', plateType: 'ordinary' });
      await work.insert('complaints', {
        customerId,
        number: 'TS-9',
        channel: 'phone',
        complainantName: '老客户',
        complainantPhone: '',
        kind: 'repairTechnique',
        content: '异响',
        receivedAt: work.now,
        answerDueAt: work.now,
        dueAt: work.now,
      });
    });
    const asked = (conditions: object) =>
      agent.call(segmentRoutes.preview, { body: { conditions: conditions as never } });
    expect(await asked({ models: ['海豚'] })).toMatchObject({ total: 0 });
    expect(await asked({ hasOpenComplaint: true })).toMatchObject({ total: 0 });
    const { sample } = await asked({ models: ['秦'] });
    expect(sample).toMatchObject([{ customerId, model: '秦PLUS' }]);
  });

  test('FUP-08 calls for a segment: previewed, up to the budget, nobody twice, nothing commercial without consent', async ({
    shop,
  }) => {
    const supervisor = await shop.employee('supervisor');
    const best = await visited(shop, supervisor, '同意的', [{ daysAgo: 200, fen: 300_000 }]);
    await visited(shop, supervisor, '没问过的', [{ daysAgo: 200, fen: 200_000 }]);
    await supervisor.call(customerRoutes.recordConsent, {
      params: { customerId: best.customerId },
      body: { purpose: 'marketing', channel: 'phone', given: true, evidence: '签字' },
    });
    const { id: segmentId } = await supervisor.call(segmentRoutes.add, {
      body: { name: '沉睡', isShared: true, conditions: { standings: ['sleeping'] } },
    });
    const params = { segmentId };
    expect(
      await supervisor.call(segmentRoutes.callPreview, { params, query: { isOffer: true } }),
    ).toMatchObject({ looked: 2, callable: 1, held: { noConsent: 1 } });
    const plan = (isOffer: boolean) =>
      supervisor.call(segmentRoutes.planCalls, {
        params,
        body: { topic: '秋季免费检测', isOffer, budget: 1 },
      });
    expect(await plan(true)).toMatchObject({ planned: 1 });
    const { items } = await supervisor.call(followUpRoutes.due, {});
    expect(items).toMatchObject([
      {
        rule: 'segment',
        customer: { id: best.customerId },
        reasons: [{ kind: 'segment', note: '秋季免费检测' }],
      },
    ]);
    expect(await plan(true)).toMatchObject({ planned: 0 });
    expect(await plan(false)).toMatchObject({ planned: 1 });
  });
});

test('ARC-06 a rating round ranks by spend, is frozen after its last day, and then stands for good', async ({
  shop,
}) => {
  const supervisor = await shop.employee('supervisor');
  await visited(shop, supervisor, '第二名', [{ daysAgo: 5, fen: 100_000 }]);
  const first = await visited(shop, supervisor, '第一名', [{ daysAgo: 6, fen: 300_000 }]);
  const body = {
    name: '十一月之星',
    fromOn: '2026-11-01',
    untilOn: '2026-11-21',
    criterion: 'spend',
    places: 10,
  } as const;
  const { id: roundId } = await supervisor.call(ratingRoutes.open, { body });
  const params = { roundId };
  const ranking = async () =>
    (await supervisor.call(ratingRoutes.entries, { params })).items.map(({ rank, name }) => [
      rank,
      name,
    ]);
  expect(await ranking()).toEqual([
    [1, '第一名'],
    [2, '第二名'],
  ]);
  await expect(supervisor.call(ratingRoutes.freeze, { params })).rejects.toMatchObject({
    status: 422,
    code: 'round_not_over',
  });
  await shop.forward(24);
  expect((await supervisor.call(ratingRoutes.freeze, { params })).frozenAt).not.toBeNull();
  await shop.write((work) =>
    work.update('serviceOrders', { customerId: first.customerId }, { settledFen: 0 }),
  );
  expect(await ranking()).toEqual([
    [1, '第一名'],
    [2, '第二名'],
  ]);
  await expect(supervisor.call(ratingRoutes.freeze, { params })).rejects.toMatchObject({
    status: 409,
  });
});
