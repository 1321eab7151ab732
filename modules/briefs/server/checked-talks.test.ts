import { expect } from 'vitest';
import { callCheckRoutes } from '#modules/call-checks/contract.ts';
import { aTalk, judge, turnOn } from '#modules/call-checks/server/checks.fixture.ts';
import { drawWeek } from '#modules/call-checks/server/drawing.ts';
import { test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { indicatorRoutes } from '../contract.ts';
import { november } from './briefs.fixture.ts';

test('ASM-01 FUP-11 talks that were judged are a figure of their month; its records open the checks and name no caller', async ({
  shop,
}) => {
  const agent = await shop.employee('followUpAgent');
  const supervisor = await shop.employee('supervisor');
  const { customerId } = await endedVisit(shop, await shop.employee('advisor'));
  for (const words of ['问保养', '问价格', '问活动']) await aTalk(agent, customerId, words);
  await turnOn(supervisor, { amount: 9 });
  await shop.write((work) => drawWeek(work, shop.unitId, '2026-11-16'));
  const { items } = await supervisor.call(callCheckRoutes.list, { query: {} });
  const [good, bad] = items;
  await judge(supervisor, good!.id);
  const marks = (await supervisor.call(callCheckRoutes.read, { params: { callCheckId: bad!.id } }))
    .marks;
  const points = Object.fromEntries(marks.map(({ key }) => [key, 0]));
  const agreement = { coaching: '先报姓名', agreed: '先报姓名', agreedOn: '2026-12-20' };
  await judge(supervisor, bad!.id, { points, ...agreement });
  const { figures, agents } = await supervisor.call(indicatorRoutes.show, { query: november });
  const figure = figures.find(({ key }) => key === 'checked')!;
  expect(figure.now).toEqual({ value: 1, of: 2, share: 0.5 });
  expect(agents.flatMap(({ cells }) => cells.map(({ key }) => key))).not.toContain('checked');
  const query = Object.fromEntries(new URLSearchParams(figure.records)) as never;
  const behind = await agent.call(indicatorRoutes.listRecords, { query });
  expect(behind.items.map(({ aboutType, agentName }) => [aboutType, agentName])).toEqual([
    ['callCheck', ''],
    ['callCheck', ''],
  ]);
  expect(behind.items.map(({ aboutId }) => aboutId).toSorted()).toEqual(
    [good!.id, bad!.id].toSorted(),
  );
});
