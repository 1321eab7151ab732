import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { Member } from '#modules/members/server/members.fixture.ts';
import { peopleRoutes, staffRoutes } from '#modules/people/contract.ts';
import { insertEmployee } from '#modules/people/server/index.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { organisationRoutes as routes, treeRoutes } from '../contract.ts';
import { sizeOfPlace } from './queries-tree.ts';

/** Headquarters, two agents, a shop below the first. */
async function threeTiers(shop: TestShop) {
  const owner = await shop.employee('owner');
  const [top] = (await owner.call(routes.listUnits, {})).items;
  const tier = 'headquarters' as const;
  await owner.call(
    routes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { tier } },
    { version: top!.version },
  );
  const add = (parentId: string, tier: 'agent' | 'shop', name: string) =>
    owner.call(routes.addUnit, { body: { parentId, tier, code: name, name } });
  const north = await add(top!.id, 'agent', '北方代理');
  const south = await add(top!.id, 'agent', '南方代理');
  const east = await add(north.id, 'shop', '城东店');
  return { owner, top: top!, north, south, east, add };
}
const move = (by: TestEmployee, unit: { id: string }, below: { id: string }) =>
  by.call(treeRoutes.moveUnit, { params: { orgUnitId: unit.id }, body: { parentId: below.id } });
const close = (by: TestEmployee, unit: { id: string }) =>
  by.call(treeRoutes.closeUnit, { params: { orgUnitId: unit.id }, body: { reason: '门店搬迁' } });
const aCustomer = { name: '张三丰', phone: '13800138000' };

describe('moving', () => {
  test('ORG-01 a unit moves below another with its records: the new agent sees them, the former no longer', async ({
    shop,
  }) => {
    const { owner, north, south, east } = await threeTiers(shop);
    const advisor = await shop.at(east).employee('advisor');
    const { id } = await advisor.call(customerRoutes.add, { body: aCustomer });
    const former = await shop.at(north).employee('owner');
    const next = await shop.at(south).employee('owner');
    const params = { customerId: id };
    await former.call(customerRoutes.read, { params });

    const preview = await owner.call(treeRoutes.previewMove, {
      params: { orgUnitId: east.id, parentId: south.id },
    });
    expect(preview).toMatchObject({ units: 1, shops: 1 });
    expect(preview.counts).toEqual([
      { kind: 'people', count: 1 },
      { kind: 'customers', count: 1 },
    ]);
    const moved = await move(owner, east, south);
    expect(moved).toMatchObject({ parentId: south.id, path: `${south.path}1.` });

    await expect(former.call(customerRoutes.read, { params })).rejects.toMatchObject({
      status: 404,
    });
    expect(await next.call(customerRoutes.read, { params })).toMatchObject({ name: '张三丰' });
    // His own rights went along: he finds what he made, and makes more at the new place.
    expect(await advisor.call(customerRoutes.read, { params })).toMatchObject({ id });
    const another = await advisor.call(customerRoutes.add, {
      body: { name: '李四', phone: '13700137000' },
    });
    expect(
      await next.call(customerRoutes.read, { params: { customerId: another.id } }),
    ).toMatchObject({ name: '李四' });
  });

  test('ORG-01 what was written at the former place while the unit moved comes along after it', async ({
    shop,
  }) => {
    const { owner, north, south, east } = await threeTiers(shop);
    await move(owner, east, south);
    // A request that began before the move, and was committed after it.
    const place = { orgUnitId: east.id, orgPath: east.path };
    const late = await shop.write((work) => insertEmployee(work, { ...place, name: '晚到的' }));
    await shop.forward(1);
    const params = { employeeId: late.id };
    const next = await shop.at(south).employee('owner');
    const former = await shop.at(north).employee('owner');
    expect((await next.call(staffRoutes.read, { params })).name).toBe('晚到的');
    await expect(former.call(staffRoutes.read, { params })).rejects.toMatchObject({ status: 404 });
  });

  test('ORG-01 every column that says where a record stands goes along, ledgers too; the audit stays', async ({
    shop,
  }) => {
    const { owner, south, east } = await threeTiers(shop);
    const advisor = await shop.at(east).employee('advisor');
    const { id } = await advisor.call(customerRoutes.add, { body: aCustomer });
    const member = await Member.join(shop.at(east), id);
    await member.topUp(1_000_00, 200_00);
    const before = await owner.call(auditRoutes.list, { query: { aboutId: id } });
    const former = await sizeOfPlace(shop.reading, east.path);
    const moved = await move(owner, east, south);
    expect(await sizeOfPlace(shop.reading, east.path)).toEqual({ units: 0, shops: 0, records: 0 });
    expect(await sizeOfPlace(shop.reading, moved.path)).toEqual(former);
    const next = await shop.at(moved).employee('owner');
    const there = await next.call(auditRoutes.list, { query: { aboutId: id } });
    expect(there.items).toEqual(before.items);
    const entry = await next.call(auditRoutes.one, { params: { entryId: there.items[0]!.id } });
    expect(entry.event).toBe('customer.added');
  });

  test('ORG-01 a step of the path is never given out again: who comes later sees nothing of who left', async ({
    shop,
  }) => {
    const { owner, north, south, east, add } = await threeTiers(shop);
    await move(owner, east, south);
    const west = await add(north.id, 'shop', '城西店');
    expect(west.path).toBe(`${north.path}2.`);
    const back = await move(owner, east, north);
    expect(back.path).toBe(`${north.path}3.`);
  });

  test('ORG-01 no unit moves below itself, below a shop, or out of what one manages', async ({
    shop,
  }) => {
    const { owner, top, north, south, east, add } = await threeTiers(shop);
    const west = await add(south.id, 'shop', '城西店');
    const refused = (code: string) => ({ status: 422, code });
    await expect(move(owner, east, west)).rejects.toMatchObject(refused('tier_order'));
    await expect(move(owner, north, east)).rejects.toMatchObject(refused('move_below_itself'));
    await expect(move(owner, top, north)).rejects.toMatchObject(refused('top_stays'));
    const agent = await shop.at(north).employee('owner');
    await expect(move(agent, east, south)).rejects.toMatchObject({ status: 404 });
    await expect(move(agent, north, south)).rejects.toMatchObject(refused('top_stays'));
    const advisor = await shop.employee('advisor');
    await expect(move(advisor, east, south)).rejects.toMatchObject({ status: 403 });
  });

  test('ORG-01 moving asks for a fresh proof, and is on record at both places', async ({
    shop,
  }) => {
    const { owner, north, south, east } = await threeTiers(shop);
    await move(owner, east, south);
    for (const [unit, event] of [
      [north, 'organisation.unitLeft'],
      [south, 'organisation.unitMoved'],
    ] as const) {
      const there = await shop.at(unit).employee('owner');
      const { items } = await there.call(auditRoutes.list, { query: { event } });
      expect(items).toHaveLength(1);
    }
    const token = owner.cookie;
    await shop.forward(0.5);
    const reply = await shop.http.inject({
      method: 'POST',
      url: `/api/v1/org-units/${east.id}/move`,
      headers: { cookie: token },
      payload: { parentId: north.id },
    });
    expect(reply.json()).toMatchObject({ status: 403, code: 'step_up_needed' });
  });
});

test('ORG-01 units stand in the order that they are put in', async ({ shop }) => {
  const { owner, north, south, top, add } = await threeTiers(shop);
  const west = await add(top.id, 'agent', '西部代理');
  await owner.call(treeRoutes.orderUnit, {
    params: { orgUnitId: west.id },
    body: { position: 1 },
  });
  const { items } = await owner.call(treeRoutes.readTree, {});
  const agents = items
    .filter(({ parentId }) => parentId === top.id)
    .sort((one, other) => one.position - other.position);
  expect(agents.map(({ id }) => id)).toEqual([west.id, north.id, south.id]);
});

describe('closing', () => {
  test('ORG-01 a unit is closed when nothing is open in it; then it takes nothing new, and its history stays', async ({
    shop,
  }) => {
    const { owner, north, east } = await threeTiers(shop);
    const advisor = await shop.at(east).employee('advisor');
    const { id } = await advisor.call(customerRoutes.add, { body: aCustomer });
    const params = { orgUnitId: east.id };
    const open = await owner.call(treeRoutes.previewClosing, { params });
    expect(open).toEqual({ unitsOpen: 0, counts: [{ kind: 'people', count: 1 }] });
    await expect(close(owner, east)).rejects.toMatchObject({ status: 409, code: 'unit_in_use' });
    await owner.call(staffRoutes.leave, { params: { employeeId: advisor.id }, body: {} });
    expect((await close(owner, east)).closedAt).not.toBeNull();

    const body = { name: '新人', roleKeys: ['advisor'], orgUnitId: east.id };
    await expect(owner.call(peopleRoutes.addEmployee, { body })).rejects.toMatchObject({
      status: 422,
      code: 'unit_closed',
    });
    expect(await owner.call(customerRoutes.read, { params: { customerId: id } })).toMatchObject({
      id,
    });
    await expect(close(owner, north)).resolves.toMatchObject({ id: north.id });
    const reopen = (orgUnitId: string) =>
      owner.call(treeRoutes.reopenUnit, { params: { orgUnitId } });
    await expect(reopen(east.id)).rejects.toMatchObject({ status: 409, code: 'unit_closed' });
    await reopen(north.id);
    expect((await reopen(east.id)).closedAt).toBeNull();
    await owner.call(peopleRoutes.addEmployee, { body });
  });

  test('ORG-01 a unit with an open one below it stays open, and so does one’s own', async ({
    shop,
  }) => {
    const { owner, north, top } = await threeTiers(shop);
    await expect(close(owner, north)).rejects.toMatchObject({ code: 'unit_in_use' });
    await expect(close(owner, top)).rejects.toMatchObject({ status: 422, code: 'top_stays' });
    const agent = await shop.at(north).employee('owner');
    await expect(close(agent, north)).rejects.toMatchObject({ status: 422, code: 'top_stays' });
  });
});
