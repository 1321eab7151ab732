import { describe, expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { callRoutes, followUpRoutes } from '#modules/follow-ups/contract.ts';
import { planCalls } from '#modules/follow-ups/server/index.ts';
import { memberRoutes } from '#modules/members/contract.ts';
import { Member } from '#modules/members/server/members.fixture.ts';
import { peopleRoutes, staffRoutes } from '#modules/people/contract.ts';
import { rightsRoutes } from '#modules/privacy/contract.ts';
import { reminderSettingRoutes } from '#modules/reminders/contract.ts';
import { type TestShop, test } from '#test/shop.ts';
import { organisationRoutes as routes, treeRoutes } from '../contract.ts';

/** A shop with a customer below an agent, closed since; `before` is done in it while it is open. */
async function closedShop(
  shop: TestShop,
  before: (at: TestShop, customerId: string) => Promise<unknown> = async () => {},
) {
  const owner = await shop.employee('owner');
  // Somebody who can sign in has to be left in charge.
  await owner.call(peopleRoutes.addEmployee, {
    body: {
      ...{ name: '总部负责人', roleKeys: ['owner'] },
      ...{ username: 'zongbu', password: '春天的早上去跑步' },
    },
  });
  const [top] = (await owner.call(routes.listUnits, {})).items;
  await owner.call(
    routes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { tier: 'headquarters' } },
    { version: top!.version },
  );
  const add = (parentId: string, tier: 'agent' | 'shop', name: string) =>
    owner.call(routes.addUnit, { body: { parentId, tier, code: name, name } });
  const north = await add(top!.id, 'agent', '北方代理');
  const east = await add(north.id, 'shop', '城东店');
  const advisor = await shop.at(east).employee('advisor');
  const { id: customerId } = await advisor.call(customerRoutes.add, {
    body: { name: '张三丰', phone: '13800138000' },
  });
  await before(shop.at(east), customerId);
  const { items } = await owner.call(peopleRoutes.listEmployees, { query: { limit: 100 } });
  for (const { id: employeeId } of items.filter(({ orgUnitId }) => orgUnitId === east.id))
    await owner.call(staffRoutes.leave, { params: { employeeId }, body: {} });
  const params = { orgUnitId: east.id };
  await owner.call(treeRoutes.closeUnit, { params, body: { reason: '门店搬迁' } });
  const open = () => owner.call(treeRoutes.previewClosing, { params });
  return { owner, north, east, customerId, open };
}

describe('what comes up about a customer of a closed shop', () => {
  test('ORG-01 CMP-01 a complaint is the agent’s above it', async ({ shop }) => {
    const { owner, north, customerId, open } = await closedShop(shop);
    const agent = await shop.at(north).employee('owner');
    const how = { channel: 'phone', kind: 'serviceAttitude' } as const;
    const body = { ...how, complainantName: '张三丰', content: '旧店的事没人管', customerId };
    const { id, number } = await owner.call(complaintRoutes.receive, { body });
    const complaintId = id;
    expect(await agent.call(complaintRoutes.one, { params: { complaintId } })).toMatchObject({
      number,
    });
    expect(await open()).toEqual({ unitsOpen: 0, counts: [] });
  });

  test('ORG-01 FUP-04 a call, what he wants, and calls that are planned are the agent’s', async ({
    shop,
  }) => {
    const { owner, north, east, customerId, open } = await closedShop(shop);
    const agent = await shop.at(north).employee('owner');
    const talk = { direction: 'in', result: 'connected', reason: 'talked' } as const;
    const matters = [{ kind: 'question' as const, content: '什么时候能来保养' }];
    await owner.call(callRoutes.recordFor, {
      params: { customerId },
      body: { ...talk, mainPoints: '问保养', matters },
    });
    const calls = [
      {
        ...{ customerId, vehicleId: null, reasons: [] },
        ...{ orgUnitId: east.id, orgPath: east.path },
      },
    ];
    const unit = { id: north.id, path: north.path };
    await shop.write((work) => planCalls(work, { rule: 'segment', unit, calls }));
    const { items } = await agent.call(followUpRoutes.list, { query: { customerId } });
    expect(items).toHaveLength(1);
    expect(await open()).toEqual({ unitsOpen: 0, counts: [] });
  });

  test('ORG-01 ARC-10 his request about his data is the agent’s', async ({ shop }) => {
    const { owner, north, customerId, open } = await closedShop(shop);
    const agent = await shop.at(north).employee('owner');
    const how = { kind: 'access', channel: 'phone', identityBy: 'calledBack' } as const;
    const { id: rightsRequestId } = await owner.call(rightsRoutes.add, {
      params: { customerId },
      body: { ...how, askedByName: '张三丰', wish: '想看看你们记了什么' },
    });
    await agent.call(rightsRoutes.read, { params: { rightsRequestId } });
    expect(await open()).toEqual({ unitsOpen: 0, counts: [] });
  });
});

test('ORG-01 ARC-07 a closed shop takes no money for later; who becomes a member now is not its own', async ({
  shop,
}) => {
  const ids = { member: '', other: '' };
  const { owner } = await closedShop(shop, async (at, of) => {
    ids.member = (await Member.join(at, of)).record.id;
    const advisor = await at.employee('advisor');
    const body = { name: '李四', phone: '13700137000' };
    ids.other = (await advisor.call(customerRoutes.add, { body })).id;
  });
  const agreed = { method: 'cash', termsId: ids.other, signedBy: '张三丰' } as const;
  const topUp = (membershipId: string) =>
    owner.call(memberRoutes.topUp, {
      params: { membershipId },
      body: { paidFen: 100_00, ...agreed },
    });
  await expect(topUp(ids.member)).rejects.toMatchObject({ status: 422, code: 'unit_closed' });
  const joined = await owner.call(memberRoutes.join, { body: { customerId: ids.other } });
  // Above it money is taken, under the terms of that place.
  await expect(topUp(joined.id)).rejects.toMatchObject({ status: 409, code: 'terms_outdated' });
});

test('ARC-04 no calls are drawn by hand for a closed shop', async ({ shop }) => {
  const { owner, east } = await closedShop(shop);
  await expect(
    owner.call(reminderSettingRoutes.extract, { body: { orgUnitId: east.id } }),
  ).rejects.toMatchObject({ status: 422, code: 'unit_closed' });
});
