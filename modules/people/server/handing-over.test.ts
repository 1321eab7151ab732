import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { received, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { peopleRoutes, staffRoutes } from '../contract.ts';

const of = ({ id }: { id: string }) => ({ employeeId: id });
const leave = (owner: TestEmployee, leaver: { id: string }, handOver: object = {}) =>
  owner.call(staffRoutes.leave, {
    params: of(leaver),
    body: {
      handOver: Object.entries(handOver).map(([kind, people]) => ({
        kind: kind as never,
        employeeIds: (people as { id: string }[]).map(({ id }) => id),
      })),
    },
  });
const openWith = async (owner: TestEmployee, person: { id: string }) =>
  (await owner.call(staffRoutes.openWork, { params: of(person) })).items;

/** An advisor with two visits in the house and a complaint to handle. */
async function busyAdvisor(shop: TestShop) {
  const owner = await shop.employee('owner');
  const visit = await Visit.begin(shop);
  await visit.receive();
  const leaver = visit.advisor;
  const complaint = await received(owner);
  await upTo(owner, complaint.id, 'acknowledge');
  await owner.call(complaintRoutes.assign, {
    params: { complaintId: complaint.id },
    body: { handlerId: leaver.id, reason: '由接待的顾问处理' },
  });
  return { owner, leaver, visit, complaint };
}

describe('people leave, service stays', () => {
  test('ORG-07 what lies with a leaver is listed by kind; promises go with what they are about', async ({
    shop,
  }) => {
    const { owner, leaver } = await busyAdvisor(shop);
    expect(await openWith(owner, leaver)).toMatchObject([
      { kind: 'orders', count: 1, needs: 'serviceOrders.receive', items: [{}] },
      { kind: 'complaints', count: 1, needs: 'complaints.handle', items: [{}] },
      { kind: 'promises', count: 0, following: expect.any(Number) },
    ]);
  });

  test('ORG-07 nobody leaves while something would be left with nobody', async ({ shop }) => {
    const { owner, leaver } = await busyAdvisor(shop);
    const other = await shop.employee('advisor');
    await expect(leave(owner, leaver, { orders: [other] })).rejects.toMatchObject({
      status: 409,
      code: 'open_work',
      facts: { count: 1, kinds: ['complaints'] },
    });
    expect(await openWith(owner, other)).toEqual([]);
    const still = await owner.call(staffRoutes.read, { params: of(leaver) });
    expect(still.state).toBe('active');
  });

  test('ORG-07 one action moves all of it, ends the login, and keeps whose it was', async ({
    shop,
  }) => {
    const { owner, leaver, visit, complaint } = await busyAdvisor(shop);
    const other = await shop.employee('advisor');
    const left = await leave(owner, leaver, { orders: [other], complaints: [other] });
    expect(left.state).toBe('left');
    expect(await openWith(owner, leaver)).toEqual([]);
    const order = await owner.call(serviceOrderRoutes.read, { params: visit.params });
    expect(order).toMatchObject({ advisorId: other.id });
    const params = { complaintId: complaint.id };
    const read = await owner.raw('GET', `/complaints/${params.complaintId}`);
    expect(read.json()).toMatchObject({ handlerId: other.id });
    const promises = await owner.call(commitmentRoutes.list, { query: { state: 'unsettled' } });
    expect(promises.items.map(({ ownerId }) => ownerId)).not.toContain(leaver.id);
    const { items } = await owner.call(staffRoutes.listHandoversOf, {
      query: { aboutId: complaint.id },
    });
    expect(items).toMatchObject([{ fromName: leaver.name, toName: other.name }]);
    const sums = await owner.call(staffRoutes.listHandovers, { params: of(leaver) });
    expect(sums.items.map(({ kind }) => kind)).toEqual(['complaints', 'orders', 'promises']);
    await expect(leaver.call(peopleRoutes.session, {})).rejects.toMatchObject({ status: 401 });
    const about = await owner.call(auditRoutes.list, { query: { aboutId: complaint.id } });
    expect(about.items.map(({ event }) => event)).toContain('people.recordHandedOver');
    await shop.settle();
    const bell = await other.call(commitmentRoutes.listNotices, { query: {} });
    expect(bell.items.map(({ kind }) => kind)).toContain('people.handedOver');
  });

  test('ORG-07 several receivers share it in turn', async ({ shop }) => {
    const { owner, leaver } = await busyAdvisor(shop);
    for (let at = 0; at < 3; at++) {
      const { id } = await received(owner);
      await upTo(owner, id, 'acknowledge');
      const body = { handlerId: leaver.id, reason: '一起处理' };
      await owner.call(complaintRoutes.assign, { params: { complaintId: id }, body });
    }
    const [first, second] = [await shop.employee('advisor'), await shop.employee('advisor')];
    await leave(owner, leaver, { orders: [first], complaints: [first, second] });
    const countOf = async (person: TestEmployee) =>
      (await openWith(owner, person)).find(({ kind }) => kind === 'complaints')?.count;
    expect([await countOf(first), await countOf(second)]).toEqual([2, 2]);
  });

  test('ORG-07 who may not do the work, is away or leaves himself does not receive it', async ({
    shop,
  }) => {
    const { owner, leaver } = await busyAdvisor(shop);
    const technician = await shop.employee('technician');
    const away = await shop.employee('advisor');
    await owner.call(staffRoutes.goAway, { params: of(away) });
    for (const unfit of [technician, away, leaver]) {
      const wish = leave(owner, leaver, { orders: [unfit], complaints: [owner] });
      await expect(wish).rejects.toMatchObject({ status: 422, code: 'receiver_unfit' });
    }
  });

  test('ORG-06 whom a leaver stood in for gets another stand-in, and a key another keeper', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const leaver = await shop.employee('owner');
    const [absent, other] = [
      await shop.employee('followUpAgent'),
      await shop.employee('followUpAgent'),
    ];
    await owner.call(staffRoutes.nameStandIn, {
      params: of(absent),
      body: {
        standInId: leaver.id,
        fromAt: '2026-11-21T08:00:00.000Z',
        untilAt: '2026-11-25T10:00:00.000Z',
      },
    });
    await leaver.call(peopleRoutes.addApiKey, {
      body: { name: '报表', roleKey: 'cashier', expiresAt: '2027-06-01T00:00:00.000Z' },
    });
    const left = await owner.call(peopleRoutes.addEmployee, {
      body: { name: '乙', roleKeys: ['owner'], username: 'second', password: '春天的早上去跑步' },
    });
    expect(left.state).toBe('active');
    await leave(owner, leaver, { standIns: [other], keys: [owner] });
    const running = await owner.call(staffRoutes.listStandIns, { query: { running: true } });
    expect(running.items).toMatchObject([{ absentId: absent.id, standInId: other.id }]);
    expect(await openWith(owner, owner)).toMatchObject([{ kind: 'keys', count: 1 }]);
  });
});
