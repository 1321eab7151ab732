import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { statement } from '#platform/sql.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { endedVisit, toldAgain } from '#test/visit.ts';
import { callRoutes, followUpRoutes } from '../contract.ts';

const complaintOf = statement<
  { vehicleId: string; orderId: string; sourceType: string; sourceId: string; dueAt: Date },
  { complaintId: string }
>(
  'test.complaintOf',
  `select p.vehicle_id, p.order_id, p.source_type, p.source_id, y.due_at from complaints p
     join commitments y on y.tenant_id = p.tenant_id and y.about_id = p.id and y.rule like 'complaints.%'
    where p.tenant_id = :tenant and p.id = :complaintId order by y.due_at limit 1`,
);
const failedTasks = statement<{ name: string }, object>(
  'test.failedTasks',
  'select name, last_error from tasks where tenant_id = :tenant and last_error is not null',
);
const talked = { result: 'connected', reason: 'talked', mainPoints: '车况良好，没有问题' } as const;
const noAnswer = { result: 'notConnected', reason: 'noAnswer' } as const;
const due = (agent: TestEmployee, on?: string) =>
  agent.call(followUpRoutes.due, { query: { on, mine: true } });
const record = (
  agent: TestEmployee,
  followUpId: string,
  body: Parameters<typeof agent.call<typeof followUpRoutes.record>>[1]['body'],
) => agent.call(followUpRoutes.record, { params: { followUpId }, body });

/** The car was fetched on Saturday: Tuesday, here at eleven, is the first day of its window. */
const tuesday = '2026-11-24T03:00:00.000Z';

async function dueOnTuesday(shop: TestShop, given: Parameters<typeof endedVisit>[2] = {}) {
  const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
  const visit = await endedVisit(shop, advisor, given);
  await shop.moveTo(tuesday);
  const { items } = await due(agent);
  return { advisor, agent, visit, followUp: items[0]!, items };
}

describe('what is planned after a visit', () => {
  test('FUP-01 FUP-02 delivery plans both calls; the first stands on the list when its days begin', async ({
    shop,
  }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const visit = await endedVisit(shop, advisor);
    expect((await due(agent)).items).toEqual([]);
    const { items } = await due(agent, '2026-11-24');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      rule: 'first',
      earliestOn: '2026-11-24',
      latestOn: '2026-11-28',
      agentId: agent.id,
      customer: { id: visit.customerId, name: '王秀英' },
      lastVisitOn: '2026-11-21',
    });
    const list = await agent.call(followUpRoutes.list, { query: { orderId: visit.orderId } });
    expect(list.items.map(({ rule, earliestOn }) => [rule, earliestOn])).toEqual([
      ['second', '2026-12-05'],
      ['first', '2026-11-24'],
    ]);
  });

  test('FUP-01 a visit with a question only is followed up too', async ({ shop }) => {
    const { followUp, agent } = await dueOnTuesday(shop, { leftUnrepaired: true });
    const bench = await agent.call(followUpRoutes.read, { params: { followUpId: followUp.id } });
    expect(bench.why).toMatchObject({ anchor: 'leftUnrepaired', anchorOn: '2026-11-21' });
  });

  test('told twice of the same delivery it plans nothing more', async ({ shop }) => {
    const { advisor, agent, visit } = await dueOnTuesday(shop);
    await toldAgain(shop, advisor, visit);
    const { items } = await agent.call(followUpRoutes.list, { query: { orderId: visit.orderId } });
    expect(items).toHaveLength(2);
    expect(await shop.reading.rows(failedTasks, {})).toEqual([]);
  });

  test('the advisor who served never calls, and the load is shared', async ({ shop }) => {
    const both = await shop.employee('advisor', 'followUpAgent');
    const other = await shop.employee('followUpAgent');
    await endedVisit(shop, both);
    await endedVisit(shop, both, { name: '赵敏' });
    const agents = async () => {
      const { items } = await other.call(followUpRoutes.due, { query: { on: '2026-11-24' } });
      return items.map(({ agentId }) => agentId);
    };
    expect(await agents()).toEqual([other.id, other.id]);
    await endedVisit(shop, await shop.employee('advisor'), { name: '李强' });
    expect((await agents()).filter((agentId) => agentId === both.id)).toHaveLength(1);
  });

  test('FUP-02 done on the second day, the next call counts from then', async ({ shop }) => {
    const { agent, visit, followUp } = await dueOnTuesday(shop);
    await shop.moveTo('2026-11-25T03:00:00.000Z');
    await record(agent, followUp.id, talked);
    const { items } = await agent.call(followUpRoutes.list, { query: { orderId: visit.orderId } });
    expect(items.find(({ rule }) => rule === 'second')).toMatchObject({
      earliestOn: '2026-12-02',
      latestOn: '2026-12-08',
    });
    expect((await due(agent, '2026-12-02')).items).toHaveLength(1);
  });

  test('a follow-up that nobody did expires two weeks after its window, on record', async ({
    shop,
  }) => {
    const { agent, visit } = await dueOnTuesday(shop);
    await shop.moveTo('2026-12-12T03:00:00.000Z');
    const listed = async () =>
      (await agent.call(followUpRoutes.list, { query: { orderId: visit.orderId, rule: 'first' } }))
        .items[0]!;
    expect((await listed()).state).toBe('planned');
    await shop.moveTo('2026-12-13T03:00:00.000Z');
    expect((await listed()).state).toBe('expired');
    const { items } = await due(agent);
    expect(items.map(({ rule }) => rule)).toEqual(['second']);
  });

  test('G-budget day list and bench are answered in two statements', async ({ shop }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    for (const path of ['/follow-ups/due?mine=true', `/follow-ups/${followUp.id}`]) {
      const reply = await agent.raw('GET', path);
      expect(reply.statusCode).toBe(200);
      const said = /desc="(\d+)"/.exec(String(reply.headers['server-timing']))?.[1];
      expect(Number(said)).toBeLessThanOrEqual(2);
    }
  });
});

describe('the call', () => {
  test('FUP-06 a talk is recorded, keeps the promise and leaves the list', async ({ shop }) => {
    const { agent, visit, followUp } = await dueOnTuesday(shop);
    const outcome = await record(agent, followUp.id, {
      ...talked,
      topics: ['usage', 'serviceFeeling'],
      answers: { carState: 'good', repaired: 'yes' },
      satisfaction: 5,
    });
    expect(outcome).toMatchObject({ followUpState: 'done', complaintId: null, matterIds: [] });
    expect(await due(agent)).toMatchObject({ items: [], doneToday: 1 });
    const { items } = await agent.call(callRoutes.list, {
      query: { customerId: visit.customerId },
    });
    expect(items[0]).toMatchObject({
      byName: agent.name,
      direction: 'out',
      topics: ['usage', 'serviceFeeling'],
      answers: { carState: 'good', repaired: 'yes' },
    });
    const kept = await agent.call(commitmentRoutes.list, {
      query: { state: 'kept', rule: 'followUps.contact' },
    });
    expect(kept.items.map(({ aboutId }) => aboutId)).toEqual([followUp.id]);
  });

  test('FUP-03 the second call shows what the first was about', async ({ shop }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    await record(agent, followUp.id, { ...talked, topics: ['usage', 'newNeeds'] });
    await shop.moveTo('2026-12-02T03:00:00.000Z');
    const second = (await due(agent)).items[0]!;
    const { topics, calls } = await agent.call(followUpRoutes.read, {
      params: { followUpId: second.id },
    });
    expect(topics.filter(({ usedAt }) => usedAt).map(({ key }) => key)).toEqual([
      'usage',
      'newNeeds',
    ]);
    expect(topics.filter(({ isProposed }) => isProposed).map(({ key }) => key)).toEqual([
      'serviceFeeling',
      'driving',
    ]);
    expect(calls[0]).toMatchObject({ mainPoints: talked.mainPoints });
    expect(second.lastWords).toBe(talked.mainPoints);
  });

  test('not reached: tried again half a working day later, five times, then unreachable', async ({
    shop,
  }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    const first = await record(agent, followUp.id, noAnswer);
    // Eleven o'clock and four calling hours: one before the noon rest, three after it.
    expect(first).toMatchObject({
      followUpState: 'planned',
      nextTryAt: '2026-11-24T09:00:00.000Z',
    });
    for (const state of ['planned', 'planned', 'planned', 'unreachable']) {
      expect((await record(agent, followUp.id, noAnswer)).followUpState).toBe(state);
    }
    await expect(record(agent, followUp.id, noAnswer)).rejects.toMatchObject({
      status: 409,
      code: 'step_not_allowed',
    });
  });

  test('a wrong number ends it at once; a time that the customer named is kept', async ({
    shop,
  }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    const nextTryAt = '2026-11-25T07:30:00.000Z';
    const later = { result: 'connected', reason: 'callLater', nextTryAt } as const;
    expect(await record(agent, followUp.id, later)).toMatchObject({
      followUpState: 'planned',
      nextTryAt,
    });
    const wrong = { result: 'invalid', reason: 'wrongNumber' } as const;
    expect((await record(agent, followUp.id, wrong)).followUpState).toBe('unreachable');
  });

  test('a talk without main points, or a reason of another result, is refused and named', async ({
    shop,
  }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    await expect(
      record(agent, followUp.id, { result: 'connected', reason: 'talked' }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/mainPoints', code: 'main_points_needed' }] });
    await expect(
      record(agent, followUp.id, { result: 'connected', reason: 'busy' }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/reason' }] });
  });

  test('FUP-09 in the hours of rest nobody calls, unless the customer asked', async ({ shop }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    await shop.moveTo('2026-11-24T04:30:00.000Z');
    await expect(record(agent, followUp.id, noAnswer)).rejects.toMatchObject({
      status: 422,
      code: 'quiet_hours',
      facts: { reason: 'restHours', opensAt: '2026-11-24T06:00:00.000Z' },
    });
    const params = { followUpId: followUp.id };
    await expect(agent.call(followUpRoutes.lock, { params, body: {} })).rejects.toMatchObject({
      code: 'quiet_hours',
    });
    const { steps, quiet } = await agent.call(followUpRoutes.read, { params });
    expect(quiet?.code).toBe('restHours');
    expect(steps).toContainEqual({ step: 'lock', allowed: false, reason: 'quiet_restHours' });
    const asked = await record(agent, followUp.id, { ...talked, askedByCustomer: true });
    expect(asked.followUpState).toBe('done');
  });

  test('a colleague sees who is dialling and keeps off; after ten minutes it is free', async ({
    shop,
  }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    const colleague = await shop.employee('followUpAgent');
    const params = { followUpId: followUp.id };
    await agent.call(followUpRoutes.lock, { params, body: {} });
    const seen = await colleague.call(followUpRoutes.read, { params });
    expect(seen.lock).toMatchObject({ byName: agent.name });
    await expect(colleague.call(followUpRoutes.lock, { params, body: {} })).rejects.toMatchObject({
      status: 409,
      code: 'locked_by_colleague',
    });
    await expect(record(colleague, followUp.id, noAnswer)).rejects.toMatchObject({ status: 409 });
    await shop.forward(11 / 60);
    expect((await record(colleague, followUp.id, noAnswer)).followUpState).toBe('planned');
  });

  test('CMP-01 CMP-03 complaint in one key: car, order and call attached, 24 hours run', async ({
    shop,
  }) => {
    const { agent, visit, followUp } = await dueOnTuesday(shop);
    const { complaintId, id } = await record(agent, followUp.id, {
      ...talked,
      satisfaction: 1,
      complaint: { kind: 'repairTechnique', content: '刹车异响没有修好' },
    });
    await shop.settle();
    const { items } = await agent.call(complaintRoutes.list, {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: complaintId, kind: 'repairTechnique' });
    const one = await shop.reading.rows(complaintOf, { complaintId: complaintId! });
    expect(one[0]).toMatchObject({
      vehicleId: visit.vehicleId,
      orderId: visit.orderId,
      sourceType: 'followUpCall',
      sourceId: id,
      dueAt: new Date('2026-11-25T03:00:00.000Z'),
    });
  });

  test('FUP-06 a call-in is recorded and may settle the follow-up that was due', async ({
    shop,
  }) => {
    const { agent, visit, followUp } = await dueOnTuesday(shop);
    await shop.moveTo('2026-11-24T13:30:00.000Z');
    const params = { customerId: visit.customerId };
    const callIn = { direction: 'in', ...talked } as const;
    const alone = await agent.call(callRoutes.recordFor, { params, body: callIn });
    expect(alone.followUpState).toBeNull();
    const settling = await agent.call(callRoutes.recordFor, {
      params,
      body: { ...callIn, followUpId: followUp.id },
    });
    expect(settling.followUpState).toBe('done');
  });

  test('ORG-06 a stand-in finds the absent colleague’s calls, and the record says for whom', async ({
    shop,
  }) => {
    const { agent, visit } = await dueOnTuesday(shop);
    const standIn = await shop.employee('followUpAgent');
    expect((await due(standIn)).items).toEqual([]);
    await shop.write((work) =>
      work.insert('standIns', {
        absentId: agent.id,
        standInId: standIn.id,
        fromAt: shop.now,
        untilAt: new Date(shop.now.getTime() + 86_400_000),
        namedBy: agent.id,
      }),
    );
    const [followUp] = (await due(standIn)).items;
    await record(standIn, followUp!.id, talked);
    const { items } = await standIn.call(callRoutes.list, {
      query: { customerId: visit.customerId },
    });
    expect(items[0]).toMatchObject({ byName: standIn.name, actingForName: agent.name });
  });

  test('FUP-11 the supervisor gives a call to another, or lets it go with a reason', async ({
    shop,
  }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    const [supervisor, other] = [
      await shop.employee('supervisor'),
      await shop.employee('followUpAgent'),
    ];
    const params = { followUpId: followUp.id };
    await supervisor.call(followUpRoutes.assign, { params, body: { agentId: other.id } });
    expect((await due(agent)).items).toEqual([]);
    expect((await due(other)).items).toHaveLength(1);
    const technician = await shop.employee('technician');
    await expect(
      supervisor.call(followUpRoutes.assign, { params, body: { agentId: technician.id } }),
    ).rejects.toMatchObject({ code: 'agent_cannot_call' });
    const body = { reason: '客户已移居国外' };
    await expect(other.call(followUpRoutes.cancel, { params, body })).rejects.toMatchObject({
      status: 403,
    });
    expect(await supervisor.call(followUpRoutes.cancel, { params, body })).toMatchObject({
      state: 'cancelled',
    });
  });

  test('a stranger’s follow-up does not exist', async ({ shop }) => {
    const { followUp } = await dueOnTuesday(shop);
    const stranger = await (await TestShop.open()).employee('supervisor');
    await expect(
      stranger.call(followUpRoutes.read, { params: { followUpId: followUp.id } }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(record(stranger, followUp.id, talked)).rejects.toMatchObject({ status: 404 });
  });

  test('D-15 an older version is refused', async ({ shop }) => {
    const { agent, followUp } = await dueOnTuesday(shop);
    const params = { followUpId: followUp.id };
    await record(agent, followUp.id, noAnswer);
    await expect(
      agent.call(followUpRoutes.record, { params, body: noAnswer }, { version: 1 }),
    ).rejects.toMatchObject({ status: 412 });
  });
});
