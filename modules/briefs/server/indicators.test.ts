import { expect } from 'vitest';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { endedVisit } from '#test/visit.ts';
import { type Indicator, indicatorRoutes } from '../contract.ts';
import type { IndicatorKey } from '../lifecycle.ts';
import { aMonthOfCalls, november } from './briefs.fixture.ts';

const shown = (by: TestEmployee, more: object = {}) =>
  by.call(indicatorRoutes.show, { query: { ...november, ...more } });
const figureOf = (figures: readonly Indicator[], key: IndicatorKey) =>
  figures.find((each) => each.key === key)?.now;
const behind = (by: TestEmployee, query: string, more: object = {}) =>
  by.call(indicatorRoutes.listRecords, {
    query: { ...Object.fromEntries(new URLSearchParams(query)), ...more } as never,
  });

test('ASM-01 each indicator names its numerator and of how many it is', async ({ shop }) => {
  const { supervisor } = await aMonthOfCalls(shop);
  // All windows of November are over.
  await shop.moveTo('2026-11-29T03:00:00.000Z');
  const { figures, unitName } = await shown(supervisor);
  expect(unitName).toBe('试车行');
  expect(figureOf(figures, 'connected')).toEqual({ value: 2, of: 3, share: 2 / 3 });
  expect(figureOf(figures, 'satisfied')).toEqual({ value: 1, of: 2, share: 0.5 });
  expect(figureOf(figures, 'cared')).toEqual({ value: 2, of: 4, share: 0.5 });
  expect(figureOf(figures, 'inTime')).toMatchObject({ value: 2, of: 4 });
  expect(figureOf(figures, 'returned')).toEqual({ value: 0, of: 2, share: 0 });
  expect(figureOf(figures, 'surveyed')).toEqual({ value: 0, of: 0, share: null });
});

test('ASM-01 every figure and every line opens just the records that it counts', async ({
  shop,
}) => {
  const { supervisor, agent } = await aMonthOfCalls(shop);
  await shop.moveTo('2026-11-29T03:00:00.000Z');
  const { figures, rules, agents } = await shown(supervisor);
  for (const { key, now, records } of figures) {
    const { items } = await behind(supervisor, records);
    expect(items, key).toHaveLength(now.of);
    expect((await behind(supervisor, records, { isHit: true })).items, key).toHaveLength(now.value);
  }
  expect(rules.map(({ rule, now }) => [rule, now.of])).toEqual([['followUps.contact', 4]]);
  expect((await behind(supervisor, rules[0]!.records)).items).toHaveLength(4);
  const own = agents.find(({ id }) => id === agent.id)!;
  expect(own.name).toBe(agent.name);
  for (const { key, now, records } of own.cells) {
    expect((await behind(supervisor, records)).items, key).toHaveLength(now.of);
  }
});

test('ASM-01 a visit within thirty days of a talk came of it; one before the talk did not', async ({
  shop,
}) => {
  const { supervisor, advisor, visits } = await aMonthOfCalls(shop);
  await shop.moveTo('2026-11-26T03:00:00.000Z');
  const { vehicleId } = visits[0]!;
  const body = { vehicleId, customerWords: '保养', mileageKm: 43_000 };
  await advisor.call(serviceOrderRoutes.receive, { body });
  const { figures } = await shown(supervisor);
  expect(figureOf(figures, 'returned')).toMatchObject({ value: 1, of: 2 });
});

test('ASM-01 retained are the cars seen six months before that came again since', async ({
  shop,
}) => {
  const { supervisor, advisor, visits } = await aMonthOfCalls(shop);
  const { vehicleId, customerId } = visits[0]!;
  const inMay = new Date('2026-05-10T03:00:00.000Z');
  await shop.write(async (work) => {
    const other = await work.insert('vehicles', {
      ...{ plate: '粤A99001', plateType: 'ordinary', ownerId: customerId, model: '秦PLUS' },
    });
    for (const [at, car] of [vehicleId, vehicleId, other.id].entries()) {
      await work.insert('serviceOrders', {
        ...{ number: `GD260510-00${at}`, vehicleId: car, customerId, advisorId: advisor.id },
        ...{ state: 'delivered', customerWords: '保养', mileageKm: 40_000 },
        ...{ stateSince: inMay, receivedAt: inMay, deliveredAt: inMay },
      });
    }
  });
  // Two cars in May, one of them twice; one of the two came in November.
  const { figures } = await shown(supervisor);
  expect(figureOf(figures, 'retained')).toEqual({ value: 1, of: 2, share: 0.5 });
});

test('FUP-11 figures of single people are for who supervises; everybody sees his own', async ({
  shop,
}) => {
  const { agent, supervisor } = await aMonthOfCalls(shop);
  const other = await shop.employee('followUpAgent');
  expect((await shown(agent)).agents.map(({ id }) => id)).toEqual([agent.id]);
  expect((await shown(other)).agents).toEqual([]);
  // He asks for a colleague's and is given his own.
  const asked = await shown(other, { agentId: agent.id });
  expect(asked.agentId).toBe(other.id);
  expect(figureOf(asked.figures, 'connected')).toMatchObject({ of: 0 });
  const his = await shown(supervisor, { agentId: agent.id });
  expect(figureOf(his.figures, 'connected')).toMatchObject({ value: 2, of: 3 });
  expect(figureOf(his.figures, 'retained')).toBeUndefined();
});

test('ASM-01 a sister shop is as unknown as none; the house sees both side by side', async ({
  shop,
}) => {
  const [here, sister] = await sisterShops(shop);
  const { supervisor } = await aMonthOfCalls(here);
  await endedVisit(sister, await sister.employee('advisor'));
  for (const orgUnitId of [sister.unitId, '01890000-0000-7000-8000-000000000000']) {
    await expect(shown(supervisor, { orgUnitId })).rejects.toMatchObject({ status: 404 });
  }
  const beside = await shown(await sister.employee('supervisor'));
  expect(figureOf(beside.figures, 'connected')).toMatchObject({ of: 0 });
  const stranger = await (await TestShop.open()).employee('owner');
  await expect(shown(stranger, { orgUnitId: here.unitId })).rejects.toMatchObject({ status: 404 });
});

test('FUP-12 the summary report of a person is his, and printed by who supervises', async ({
  shop,
}) => {
  const { agent, supervisor } = await aMonthOfCalls(shop);
  const address = `/follow-up-reports/${agent.id}/print.pdf?grain=month&on=2026-11-21`;
  const reply = await supervisor.raw('GET', address);
  expect(reply.statusCode).toBe(200);
  const text = (await readPdf(reply.rawPayload)).pages.join('');
  expect(text).toContain('回访总结报告');
  expect(text).toContain('66.7%');
  expect(text).toContain('无人接听');
  expect((await agent.raw('GET', address)).statusCode).toBe(200);
  const other = await shop.employee('followUpAgent');
  expect((await other.raw('GET', address)).statusCode).toBe(404);
});
