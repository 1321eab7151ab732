import { describe, expect } from 'vitest';
import { at, bookedBy, hoursOf } from '#modules/appointments/server/appointments.fixture.ts';
import { known, received, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import { vehicleEvents } from '#modules/vehicles/events.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { endedVisit, toldAgain } from '#test/visit.ts';
import { followUpRoutes, type RuleDraft, followUpRuleRoutes as routes } from '../contract.ts';
import { carSeen, night, noAnswer, people, planned, setRule } from './rules.fixture.ts';

describe('rules as data', () => {
  test('FUP-01 as shipped the rules are those of the source, and nothing else is on', async ({
    shop,
  }) => {
    const { supervisor } = await people(shop);
    const { items } = await supervisor.call(routes.list, {});
    const on = items.filter(({ isOn }) => isOn);
    expect(on.map((one) => [one.occasion, one.earliestDays, one.latestDays])).toEqual([
      ['first', 3, 7],
      ['question', 3, 7],
      ['second', 7, 13],
      ['reminder', 0, 6],
      ['segment', 0, 13],
    ]);
    expect(items.every(({ source }) => source.length > 10)).toBe(true);
  });

  test('FUP-01 a new edition holds for what is planned from then on; what is planned keeps its own', async ({
    shop,
  }) => {
    const { advisor, agent, supervisor } = await people(shop);
    const before = await endedVisit(shop, advisor);
    const rule = await setRule(supervisor, 'first', {
      earliestDays: 1,
      latestDays: 2,
      mostTries: 2,
    });
    expect(rule).toMatchObject({ isOwn: true, ownEdition: 1, earliestDays: 1 });
    const after = await endedVisit(shop, advisor, { name: '赵敏' });
    const daysOf = async (orderId: string) =>
      (await planned(agent, { orderId }))
        .filter((row) => row.rule === 'first')
        .map(({ earliestOn, latestOn }) => [earliestOn, latestOn]);
    expect(await daysOf(before.orderId)).toEqual([['2026-11-24', '2026-11-28']]);
    expect(await daysOf(after.orderId)).toEqual([['2026-11-23', '2026-11-23']]);
    await shop.moveTo('2026-11-24T03:00:00.000Z');
    const { items } = await agent.call(followUpRoutes.due, {});
    const triesOf = async (customerId: string) => {
      const followUpId = items.find(({ customer }) => customer.id === customerId)!.id;
      const bench = await agent.call(followUpRoutes.read, { params: { followUpId } });
      return [bench.mostTries, bench.why.source.includes('第 1 版')];
    };
    expect(await triesOf(before.customerId)).toEqual([5, false]);
    expect(await triesOf(after.customerId)).toEqual([2, true]);
  });

  test('FUP-06 tries and their spacing follow the rule; tries used up may count as done', async ({
    shop,
  }) => {
    const { advisor, agent, supervisor } = await people(shop);
    const terms = { mostTries: 2, spacingMinutes: 60, countsAsDone: 'triesUsedUp' } as const;
    await setRule(supervisor, 'first', terms);
    await endedVisit(shop, advisor);
    await shop.moveTo('2026-11-24T03:00:00.000Z');
    const { items } = await agent.call(followUpRoutes.due, {});
    const params = { followUpId: items[0]!.id };
    const first = await agent.call(followUpRoutes.record, { params, body: noAnswer });
    // Eleven o'clock and one calling hour: the last before the noon rest.
    expect(first.nextTryAt).toBe('2026-11-24T04:00:00.000Z');
    await shop.moveTo('2026-11-24T07:00:00.000Z');
    const second = await agent.call(followUpRoutes.record, { params, body: noAnswer });
    expect(second).toMatchObject({ followUpState: 'done', nextTryAt: null });
  });

  test('a rule that is off plans nothing, and without a first call there is no second', async ({
    shop,
  }) => {
    const { advisor, agent, supervisor } = await people(shop);
    await setRule(supervisor, 'question', { isOn: false });
    await endedVisit(shop, advisor, { leftUnrepaired: true });
    expect(await planned(agent)).toEqual([]);
    await endedVisit(shop, advisor);
    expect(await planned(agent)).toHaveLength(2);
  });

  test('nothing is due by a rule before the day on which it begins', async ({ shop }) => {
    const { advisor, agent, supervisor } = await people(shop);
    await setRule(supervisor, 'first', { startsOn: '2026-11-25' });
    await endedVisit(shop, advisor);
    expect(await planned(agent)).toEqual([]);
    await shop.moveTo('2026-11-22T03:00:00.000Z');
    await endedVisit(shop, advisor);
    expect(await planned(agent)).toHaveLength(2);
  });

  test('a rule takes in whom its conditions name: work, payer, sum, kind of customer', async ({
    shop,
  }) => {
    const { advisor, agent, supervisor } = await people(shop);
    const takes = async (conditions: RuleDraft['conditions']) => {
      await setRule(supervisor, 'first', { conditions });
      const { orderId } = await endedVisit(shop, advisor);
      return (await planned(agent, { orderId })).length > 0;
    };
    expect(await takes({ orderKinds: ['repair'] })).toBe(true);
    expect(await takes({ orderKinds: ['bodyPaint'] })).toBe(false);
    expect(await takes({ leastFen: 1 })).toBe(false);
    expect(await takes({ payers: ['insurance'] })).toBe(false);
    expect(await takes({ customerKinds: ['company'] })).toBe(false);
    expect(await takes({ customerKinds: ['person', 'company'] })).toBe(true);
    await expect(
      setRule(supervisor, 'missed', { conditions: { leastFen: 100 } }),
    ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/conditions/leastFen' }] });
  });

  test('FUP-11 whom the rule names calls, and never the advisor who served', async ({ shop }) => {
    const both = await shop.employee('advisor', 'followUpAgent');
    const other = await shop.employee('followUpAgent');
    const supervisor = await shop.employee('supervisor');
    await setRule(supervisor, 'first', { agentId: both.id });
    const served = await endedVisit(shop, both);
    const unserved = await endedVisit(shop, await shop.employee('advisor'));
    const agentOf = async (orderId: string) =>
      (await planned(other, { orderId })).find(({ rule }) => rule === 'first')!.agentId;
    expect(await agentOf(served.orderId)).toBe(other.id);
    expect(await agentOf(unserved.orderId)).toBe(both.id);
    const technician = await shop.employee('technician');
    await expect(setRule(supervisor, 'first', { agentId: technician.id })).rejects.toMatchObject({
      code: 'agent_cannot_call',
    });
  });

  test('a shop’s own rule stands above that of the house, and can be given up; each stays on record', async () => {
    const root = await TestShop.open();
    const [one, other] = await sisterShops(root);
    const chief = await root.employee('supervisor');
    await setRule(chief, 'first', { latestDays: 5 });
    const [here, there] = [await one.employee('supervisor'), await other.employee('supervisor')];
    await setRule(here, 'first', { latestDays: 4 });
    const latest = async (who: TestEmployee) =>
      (await who.call(routes.list, {})).items.find(({ occasion }) => occasion === 'first')!;
    expect(await latest(here)).toMatchObject({ latestDays: 4, isOwn: true, ownEdition: 1 });
    expect(await latest(there)).toMatchObject({ latestDays: 5, isOwn: false, ownEdition: 0 });
    const params = { occasion: 'first' } as const;
    await expect(
      there.call(routes.withdraw, { params, body: { basedOn: 0 } }),
    ).rejects.toMatchObject({ code: 'rule_not_own' });
    await here.call(routes.withdraw, { params, body: { basedOn: 1 } });
    expect(await latest(here)).toMatchObject({ latestDays: 5, isOwn: false, ownEdition: 2 });
    const { items } = await here.call(routes.editions, { params });
    expect(items.map(({ edition, isWithdrawn }) => [edition, isWithdrawn])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect((await there.call(routes.editions, { params })).items).toEqual([]);
  });

  test('two who change the same edition: the second is told, and nothing is lost', async ({
    shop,
  }) => {
    const { supervisor, agent } = await people(shop);
    await setRule(supervisor, 'second');
    await expect(setRule(supervisor, 'second', { basedOn: 0 })).rejects.toMatchObject({
      status: 409,
      code: 'rule_changed_meanwhile',
    });
    await expect(
      setRule(supervisor, 'second', { earliestDays: 9, latestDays: 8 }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/latestDays' }] });
    await expect(agent.call(routes.list, {})).rejects.toMatchObject({ status: 403 });
  });
});

describe('occasions of their own', () => {
  test('FUP-03 work that was refused is asked about a month later', async ({ shop }) => {
    const { advisor, agent, supervisor } = await people(shop);
    await setRule(supervisor, 'refusedWork');
    const plain = await endedVisit(shop, advisor);
    expect((await planned(agent, { orderId: plain.orderId })).length).toBe(2);
    const visit = await endedVisit(shop, advisor, { name: '赵敏' });
    await shop.write((work) =>
      work.insert('jobLines', {
        ...{ orderId: visit.orderId, position: 1, origin: 'additional', description: '换刹车片' },
        ...{ payer: 'customer', answer: 'refused', recordedBy: advisor.id },
      }),
    );
    await toldAgain(shop, advisor, visit);
    await toldAgain(shop, advisor, visit);
    const rows = await planned(agent, { orderId: visit.orderId });
    expect(rows.find(({ rule }) => rule === 'refusedWork')).toMatchObject({
      earliestOn: '2026-12-21',
      latestOn: '2026-12-28',
    });
  });

  test('CMP-07 a closed complaint and a missed appointment are called about, if the house wants it', async ({
    shop,
  }) => {
    const { agent, supervisor } = await people(shop);
    const owner = await shop.employee('owner');
    const { customerId, vehicleId } = await known(shop);
    const closeOne = async () => {
      const { id } = await received(owner, { customerId, vehicleId });
      await upTo(owner, id, 'close');
      await shop.settle();
    };
    await closeOne();
    expect(await planned(agent)).toEqual([]);
    await setRule(supervisor, 'complaintClosed');
    await closeOne();
    const ofComplaint = await planned(agent);
    expect(ofComplaint.map(({ rule, agentId }) => [rule, agentId])).toEqual([
      ['complaintClosed', agent.id],
    ]);
    await setRule(supervisor, 'missed', { earliestDays: 1, latestDays: 2 });
    await hoursOf(owner, 480);
    const miss = async (on: string, given: { customerId: string; vehicleId: string }) => {
      await bookedBy(owner, { ...given, startsAt: at('10:00', on) });
      await shop.moveTo(at('11:30', on));
      await shop.settle();
    };
    // The days of the call about his complaint: nobody is called by two people about two things on one day.
    await miss('2026-11-24', { customerId, vehicleId });
    expect(await planned(agent)).toHaveLength(1);
    const { customerId: another, vehicleId: car } = await carSeen(shop, '粤B20001', '2026-11-01');
    await miss('2026-11-25', { customerId: another, vehicleId: car });
    const [row] = await planned(agent, { customerId: another });
    expect(row).toMatchObject({ rule: 'missed', earliestOn: '2026-11-26', latestOn: '2026-11-27' });
  });

  test('ARC-04 who was long unseen is called in his days, shared among the callers, and not when the car came', async ({
    shop,
  }) => {
    const { agent, supervisor } = await people(shop);
    const second = await shop.employee('followUpAgent');
    await shop.moveTo('2026-11-23T03:00:00.000Z');
    const due = await carSeen(shop, '粤B30001', '2026-05-20');
    await carSeen(shop, '粤B30002', '2026-05-21');
    await carSeen(shop, '粤B30003', '2024-01-01');
    await carSeen(shop, '粤B30004', '2026-11-01');
    await night(shop);
    expect(await planned(agent)).toEqual([]);
    await setRule(supervisor, 'longUnseen', { earliestDays: 180, latestDays: 210 });
    await night(shop);
    await night(shop);
    const rows = await planned(agent);
    expect(rows.map(({ vehicle }) => vehicle?.plate).sort()).toEqual(['粤B30001', '粤B30002']);
    expect(rows.map(({ agentId }) => agentId).sort()).toEqual([agent.id, second.id].sort());
    const params = { followUpId: rows[0]!.id };
    expect((await agent.call(followUpRoutes.read, { params })).why.anchor).toBe('lastVisit');
    await shop.write((work) =>
      work.emit(
        vehicleEvents.visited,
        { vehicleId: due.vehicleId, ownerId: due.customerId, onDate: '2026-11-23' },
        { type: 'vehicle', id: due.vehicleId, orgPath: shop.unitPath },
      ),
    );
    await shop.settle();
    const [gone] = (
      await agent.call(followUpRoutes.list, { query: { customerId: due.customerId } })
    ).items;
    expect(gone).toMatchObject({ state: 'cancelled', endReason: 'cameBack' });
  });

  test('a new rule does not flood the shop with years of calls', async ({ shop }) => {
    const { agent, supervisor } = await people(shop);
    await shop.moveTo('2026-11-23T03:00:00.000Z');
    await carSeen(shop, '粤B31001', '2026-05-20');
    await carSeen(shop, '粤B31002', '2026-05-27');
    await setRule(supervisor, 'longUnseen', { startsOn: '2026-11-23' });
    await night(shop);
    await shop.moveTo('2026-11-24T03:00:00.000Z');
    await night(shop);
    expect((await planned(agent)).map(({ vehicle }) => vehicle?.plate)).toEqual(['粤B31002']);
  });

  test('ARC-03 a new car that was never in is asked to its first service', async ({ shop }) => {
    const { agent, supervisor } = await people(shop);
    await shop.moveTo('2026-11-23T03:00:00.000Z');
    await carSeen(shop, '粤B32001', null, { firstRegisteredOn: '2026-08-20' });
    await carSeen(shop, '粤B32002', '2026-09-01', { firstRegisteredOn: '2026-08-20' });
    await setRule(supervisor, 'firstService');
    await night(shop);
    const rows = await planned(agent);
    expect(rows.map(({ vehicle, rule }) => [vehicle?.plate, rule])).toEqual([
      ['粤B32001', 'firstService'],
    ]);
  });
});
