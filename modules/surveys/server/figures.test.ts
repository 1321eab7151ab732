import { describe, expect } from 'vitest';
import { received } from '#modules/complaints/server/complaints.fixture.ts';
import { drawnBy } from '#platform/drawn.ts';
import { statement } from '#platform/sql.ts';
import { dateIn } from '#shared/dates.ts';
import { defaultContactHours } from '#shared/default-calendars.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { endedVisit } from '#test/visit.ts';
import { figureRoutes, invitationRoutes, sampleRoutes } from '../contract.ts';
import { drawnTime } from './drawing.ts';
import { defaultSettings, unsealingOf } from './rules.ts';
import { answersOf, Holder, invitationOf } from './surveys.fixture.ts';

/** So many visits of one advisor, all asked; then answered as given, each on a telephone of its own. */
async function answered(
  shop: TestShop,
  advisor: TestEmployee,
  agent: TestEmployee,
  scores: readonly (readonly [overall: number, recommend: number] | null)[],
  device: (at: number) => string = (at) => `phone ${at}`,
) {
  const visits = [];
  for (const _ of scores) visits.push(await endedVisit(shop, advisor));
  await shop.forward(5 * 24);
  const ids = [];
  for (const [at, score] of scores.entries()) {
    const invitationId = await invitationOf(shop, visits[at]!.orderId);
    ids.push(invitationId);
    if (!score) continue;
    const holder = await Holder.sent(shop, agent, invitationId, device(at));
    await holder.answer(answersOf(...score));
  }
  return ids;
}
const thisMonth = (shop: TestShop) => {
  const to = dateIn('Asia/Shanghai', shop.now);
  return { from: '2026-11-01', to };
};

describe('figures', () => {
  test('SUR-02 CSAT, NPS and the rate of answers stand beside what they are of', async ({
    shop,
  }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const owner = await shop.employee('owner');
    await answered(shop, advisor, agent, [[5, 10], [4, 9], [5, 9], [3, 8], [1, 2], null]);
    const query = { ...thisMonth(shop), by: 'advisor' } as const;
    const { total, lines } = await owner.call(figureRoutes.figures, { query });
    const counts = { asked: 6, answered: 5, rated: 5, satisfied: 3, low: 1 };
    expect(total).toMatchObject({
      ...counts,
      ...{ promoters: 3, passives: 1, detractors: 1 },
      ...{ responsePercent: 83.3, satisfiedPercent: 60, netPromoter: 40 },
    });
    expect(lines).toMatchObject([{ key: advisor.id, name: advisor.name, ...counts }]);
    const opened = await owner.call(invitationRoutes.list, {
      query: { advisorId: advisor.id, state: 'answered', count: true },
    });
    expect(opened.total).toBe(counts.answered);
  });

  test('SUR-02 too few answers give counts and no rate', async ({ shop }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const owner = await shop.employee('owner');
    await answered(shop, advisor, agent, [[1, 0]]);
    const query = { ...thisMonth(shop), by: 'shop' } as const;
    const { total } = await owner.call(figureRoutes.figures, { query });
    expect(total).toMatchObject({
      ...{ asked: 1, rated: 1, satisfied: 0, satisfiedPercent: null, netPromoter: null },
      responsePercent: null,
    });
  });

  test('SUR-02 by technician and month, and days that do not fit are refused', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const { from, to } = thisMonth(shop);
    for (const by of ['technician', 'period', 'shop'] as const) {
      const { lines } = await owner.call(figureRoutes.figures, { query: { from, to, by } });
      expect(lines).toEqual([]);
    }
    const wrong = { query: { from: to, to: from, by: 'shop' } } as const;
    await expect(owner.call(figureRoutes.figures, wrong)).rejects.toMatchObject({
      code: 'span_wrong',
    });
  });
});

describe('against steering', () => {
  test('SUR-02 the shop sees a score when its week is unsealed, headquarters at once', async ({
    shop,
  }) => {
    const chief = await shop.employee('supervisor');
    const [branch] = await sisterShops(shop);
    const [advisor, agent] = [
      await branch.employee('advisor'),
      await branch.employee('followUpAgent'),
    ];
    const manager = await branch.employee('supervisor');
    const [surveyInvitationId] = await answered(branch, advisor, agent, [[2, 5]]);
    const params = { surveyInvitationId: surveyInvitationId! };
    const seenBy = (who: TestEmployee) => who.call(invitationRoutes.read, { params });
    expect(await seenBy(chief)).toMatchObject({ overall: 2, isLow: true, sealedUntil: null });
    for (const who of [manager, agent]) {
      const sealed = await seenBy(who);
      expect(sealed).toMatchObject({ overall: null, recommend: null, answers: null, isLow: false });
      expect(sealed.sealedUntil).toBe('2026-11-30T00:00:00.000Z');
    }
    const query = { ...thisMonth(shop), by: 'shop' } as const;
    const { total } = await manager.call(figureRoutes.figures, { query });
    expect(total).toMatchObject({ answered: 1, sealed: 1, rated: 0, low: 0 });
    await shop.moveTo('2026-11-30T00:00:01.000Z');
    expect(await seenBy(manager)).toMatchObject({ overall: 2, isLow: true, sealedUntil: null });
  });

  test('SUR-02 headquarters draws a sample by a seed on record and notes what was said again', async ({
    shop,
  }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const owner = await shop.employee('owner');
    await answered(shop, advisor, agent, [
      [5, 10],
      [4, 9],
      [5, 9],
      [5, 8],
    ]);
    const { from, to } = thisMonth(shop);
    const sample = await owner.call(sampleRoutes.draw, { body: { from, to, size: 2 } });
    expect(sample).toMatchObject({ drawn: 2, checked: 0 });
    const ids = statement<{ id: string }, object>(
      'test.answers',
      'select id from survey_answers where tenant_id = :tenant order by id',
    );
    const all = (await shop.reading.rows(ids, {})).map(({ id }) => id);
    const entries = sample.entries.map(({ surveyAnswerId }) => surveyAnswerId);
    expect(entries).toEqual(drawnBy(sample.seed, all, 2));
    const params = { surveySampleId: sample.id };
    const said = { outcome: 'notAsked', words: '没人问过我' } as const;
    const body = { surveyAnswerId: entries[0]!, ...said };
    const after = await owner.call(sampleRoutes.check, { params, body });
    expect(after).toMatchObject({
      checked: 1,
      entries: [{ ...said, checkedByName: owner.name }, {}],
    });
    const other = all.find((id) => !entries.includes(id))!;
    await expect(
      owner.call(sampleRoutes.check, { params, body: { ...body, surveyAnswerId: other } }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(agent.call(sampleRoutes.read, { params })).rejects.toMatchObject({ status: 403 });
  });

  test('SUR-02 all tens, one device, a telephone changed, low scorers never asked: each with its records', async ({
    shop,
  }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const owner = await shop.employee('owner');
    const tens = Array.from({ length: 5 }, () => [5, 10] as const);
    const ids = await answered(shop, advisor, agent, tens, (at) => (at < 3 ? 'tablet' : `p${at}`));
    const changed = await endedVisit(shop, advisor);
    const missing = await endedVisit(shop, advisor);
    await received(owner, { orderId: missing.orderId });
    await shop.write(async (work) => {
      await work.update('customers', { id: changed.customerId }, { phone: '13911112222' });
      await work.update('customers', { id: missing.customerId }, { preferredChannel: 'none' });
    });
    await shop.forward(5 * 24);
    const query = thisMonth(shop);
    const { items } = await owner.call(figureRoutes.patterns, { query });
    const of = (kind: string) => items.filter((item) => item.kind === kind);
    expect(of('allTop')).toMatchObject([{ name: advisor.name, count: 5 }]);
    expect(of('allTop')[0]!.invitationIds.toSorted()).toEqual(ids.toSorted());
    expect(of('oneDevice')).toMatchObject([{ count: 3, of: 3 }]);
    expect(of('phoneChanged')).toMatchObject([
      { count: 1, invitationIds: [await invitationOf(shop, changed.orderId)] },
    ]);
    expect(of('lowMissing')).toMatchObject([{ count: 1, orderIds: [missing.orderId] }]);
  });
});

test('SUR-01 the hour lies within the days of the window and the hours at which people may be called', () => {
  const anchoredAt = new Date('2026-11-21T08:00:00.000Z');
  const window = { anchoredAt, earliestDays: 2, latestDays: 3, hours: defaultContactHours };
  const first = drawnTime(window, () => 0);
  const last = drawnTime(window, (below) => below - 1);
  expect(first.toISOString()).toBe('2026-11-23T01:00:00.000Z');
  expect(last.toISOString()).toBe('2026-11-24T11:59:00.000Z');
  const drawn = Array.from({ length: 500 }, () => drawnTime(window));
  expect(drawn.every((at) => at >= first && at <= last)).toBe(true);
  expect(new Set(drawn.map(Number)).size).toBeGreaterThan(200);
});

test('SUR-02 a week is unsealed on the Monday after, a month on the first of the next', () => {
  const at = (on: string) => new Date(`${on}T04:00:00.000Z`);
  const week = (on: string) => unsealingOf(defaultSettings, at(on)).toISOString();
  expect(week('2026-11-23')).toBe('2026-11-30T00:00:00.000Z');
  expect(week('2026-11-29')).toBe('2026-11-30T00:00:00.000Z');
  const month = (on: string) =>
    unsealingOf({ ...defaultSettings, sealedUntil: 'month' }, at(on)).toISOString();
  expect(month('2026-11-01')).toBe('2026-12-01T00:00:00.000Z');
  expect(month('2026-12-31')).toBe('2027-01-01T00:00:00.000Z');
});
