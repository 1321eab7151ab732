import pg from 'pg';
import { describe, expect, inject } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { followUpRoutes, matterRoutes } from '../contract.ts';

/** A matter of Tuesday, eleven o'clock: the customer wants an invoice sent. */
async function openedMatter(shop: TestShop, solution?: string) {
  const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
  await endedVisit(shop, advisor);
  await shop.moveTo('2026-11-24T03:00:00.000Z');
  const { items } = await agent.call(followUpRoutes.due, {});
  const { matterIds } = await agent.call(followUpRoutes.record, {
    params: { followUpId: items[0]!.id },
    body: {
      result: 'connected',
      reason: 'talked',
      mainPoints: '客户要求补寄发票',
      matters: [{ kind: 'demand', content: '补寄发票', solution }],
    },
  });
  return { agent, params: { matterId: matterIds[0]! } };
}
const read = (who: TestEmployee, params: { matterId: string }) =>
  who.call(matterRoutes.read, { params });

describe('a matter to its end', () => {
  test('FUP-04 what the customer asked for is tracked from the call on', async ({ shop }) => {
    const { agent, params } = await openedMatter(shop);
    expect(await read(agent, params)).toMatchObject({
      state: 'open',
      content: '补寄发票',
      ownerId: agent.id,
      customer: { name: '王秀英' },
      deadline: { dueAt: '2026-11-26T10:00:00.000Z' },
      steps: [
        { step: 'solve', allowed: true },
        { step: 'tell', allowed: false, reason: 'needs_solution' },
      ],
    });
  });

  test('FUP-05 answered in the same talk, nothing is left to do', async ({ shop }) => {
    const { agent, params } = await openedMatter(shop, '已告知发票在交车资料袋内');
    expect(await read(agent, params)).toMatchObject({
      state: 'told',
      toldHow: 'call',
      deadline: null,
    });
  });

  test('FUP-05 after two working days it climbs to the supervisor, and not earlier', async ({
    shop,
  }) => {
    const { agent, params } = await openedMatter(shop);
    const supervisor = await shop.employee('supervisor');
    await shop.moveTo('2026-11-26T09:59:00.000Z');
    expect((await read(agent, params)).state).toBe('open');
    await shop.moveTo('2026-11-26T10:01:00.000Z');
    expect((await read(agent, params)).state).toBe('escalated');
    const { items } = await supervisor.call(commitmentRoutes.listNotices, {});
    expect(items.some(({ aboutId }) => aboutId === params.matterId)).toBe(true);
    await shop.settle();
    expect((await read(agent, params)).state).toBe('escalated');
  });

  test('FUP-05 on the day a solution is found the customer is told', async ({ shop }) => {
    const { agent, params } = await openedMatter(shop);
    await shop.moveTo('2026-11-25T02:00:00.000Z');
    const solved = await agent.call(matterRoutes.solve, {
      params,
      body: { solution: '财务已补开，今天寄出' },
    });
    expect(solved).toMatchObject({
      state: 'solved',
      deadline: { dueAt: '2026-11-25T10:00:00.000Z' },
    });
    const told = await agent.call(matterRoutes.tell, { params, body: { how: 'phone' } });
    expect(told).toMatchObject({ state: 'told', toldHow: 'phone' });
    expect(told.deadline?.settledAt).toBe('2026-11-25T02:00:00.000Z');
    await expect(
      agent.call(matterRoutes.tell, { params, body: { how: 'phone' } }),
    ).rejects.toMatchObject({ status: 409, code: 'step_not_allowed' });
  });

  test('FUP-05 solved but not told the same day: the supervisor hears of it', async ({ shop }) => {
    const { agent, params } = await openedMatter(shop);
    const supervisor = await shop.employee('supervisor');
    await agent.call(matterRoutes.solve, { params, body: { solution: '财务已补开' } });
    await shop.moveTo('2026-11-24T10:01:00.000Z');
    const { items } = await supervisor.call(commitmentRoutes.listNotices, {});
    expect(items.map(({ aboutId }) => aboutId)).toContain(params.matterId);
    expect((await read(agent, params)).state).toBe('solved');
  });

  test('only the supervisor drops a matter, with the reason', async ({ shop }) => {
    const { agent, params } = await openedMatter(shop);
    const supervisor = await shop.employee('supervisor');
    const body = { reason: '客户自己找到了发票' };
    await expect(agent.call(matterRoutes.drop, { params, body })).rejects.toMatchObject({
      status: 403,
    });
    const dropped = await supervisor.call(matterRoutes.drop, { params, body });
    expect(dropped).toMatchObject({ state: 'dropped', dropReason: body.reason });
    const open = await agent.call(matterRoutes.list, { query: { open: true, count: true } });
    expect(open).toMatchObject({ items: [], total: 0 });
  });
});

test('FUP-05 no week without its days gets into the calendar: a solution found is not lost over it', async ({
  shop,
}) => {
  const { agent, params } = await openedMatter(shop);
  const owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await owner.connect();
  try {
    await owner.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenantId]);
    const week =
      'insert into calendar_weeks (tenant_id, weekly, updated_at) values ($1, $2, now())';
    for (const weekly of ['{}', '[]', '{"1": {}}']) {
      await expect(owner.query(week, [shop.tenantId, weekly])).rejects.toMatchObject({
        constraint: 'calendar_weeks_whole',
      });
    }
    const day = `insert into calendar_days (tenant_id, on_date, kind, name, spans, updated_at)
      values ($1, '2026-11-24', 'special', '半天', '{}', now())`;
    await expect(owner.query(day, [shop.tenantId])).rejects.toMatchObject({
      constraint: 'calendar_days_spans',
    });
  } finally {
    await owner.end();
  }
  const solved = await agent.call(matterRoutes.solve, { params, body: { solution: '今天寄出' } });
  expect(solved.state).toBe('solved');
});
