import { expect } from 'vitest';
import { type TestEmployee, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { regionRoutes, organisationRoutes as routes } from '../contract.ts';

test('ORG-01 nothing stands below a shop in the tree', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const [top] = (await owner.call(routes.listUnits, {})).items;
  const below = { parentId: top!.id, tier: 'shop', code: 'CS-EAST', name: '城东店' } as const;
  await expect(owner.call(routes.addUnit, { body: below })).rejects.toMatchObject({
    status: 422,
    code: 'tier_order',
  });
});

test('ORG-01 a single shop that grows becomes a headquarters first; no unit stands above its parent', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const [top] = (await owner.call(routes.listUnits, {})).items;
  const set = (unit: { id: string; version: number }, tier: 'headquarters' | 'agent' | 'shop') =>
    owner.call(
      routes.changeUnit,
      { params: { orgUnitId: unit.id }, body: { tier } },
      { version: unit.version },
    );
  const raised = await set(top!, 'headquarters');
  const body = { parentId: top!.id, tier: 'agent', code: 'HN', name: '华南代理' } as const;
  const agent = await owner.call(routes.addUnit, { body });
  const outOfOrder = { status: 422, code: 'tier_order' };
  await expect(set(agent, 'headquarters')).rejects.toMatchObject(outOfOrder);
  await expect(set(raised, 'shop')).rejects.toMatchObject(outOfOrder);
  expect(await set(agent, 'shop')).toMatchObject({ tier: 'shop', path: agent.path });
});

test('ORG-03 a unit is given its region, and the list shows it', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const [top] = (await owner.call(routes.listUnits, {})).items;
  await owner.call(
    routes.changeUnit,
    { params: { orgUnitId: top!.id }, body: { region: '广东广西海南' } },
    { version: top!.version },
  );
  const { items } = await owner.call(routes.listUnits, {});
  expect(items[0]).toMatchObject({ region: '广东广西海南' });
});

test('ORG-03 regions are the house’s own: added, renamed at every unit, removed when none belongs to it', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const named = async (name: string) =>
    (await owner.call(regionRoutes.list, {})).items.find((one) => one.name === name);
  expect(await named('川渝')).toMatchObject({ units: 0 });
  const region = await owner.call(regionRoutes.add, { body: { name: '云贵' } });
  await expect(owner.call(regionRoutes.add, { body: { name: '云贵' } })).rejects.toMatchObject({
    status: 422,
    code: 'region_taken',
  });
  const [top] = (await owner.call(routes.listUnits, {})).items;
  const put = (name: string | null, version: number) =>
    owner.call(
      routes.changeUnit,
      { params: { orgUnitId: top!.id }, body: { region: name } },
      { version },
    );
  await expect(put('没有的大区', top!.version)).rejects.toMatchObject({ code: 'region_unknown' });
  const unit = await put('云贵', top!.version);
  const params = { regionId: region.id };
  const renamed = await owner.call(
    regionRoutes.rename,
    { params, body: { name: '西南' } },
    { version: region.version },
  );
  expect(renamed).toMatchObject({ name: '西南', units: 1 });
  const { items } = await owner.call(routes.listUnits, {});
  expect(items[0]).toMatchObject({ region: '西南' });
  const remove = () => owner.call(regionRoutes.remove, { params }, { version: renamed.version });
  await expect(remove()).rejects.toMatchObject({ status: 409, code: 'region_in_use' });
  await put(null, unit.version);
  await remove();
  expect(await named('西南')).toBeUndefined();
});

test('ORG-03 who manages a part of the house sees the regions, and that they are not his to change', async ({
  shop,
}) => {
  const [east] = await sisterShops(shop);
  const owner = await shop.employee('owner');
  const { items: units } = await owner.call(routes.listUnits, {});
  for (const { id: orgUnitId, version } of units.filter(({ tier }) => tier === 'shop')) {
    const change = { params: { orgUnitId }, body: { region: '川渝' } };
    await owner.call(routes.changeUnit, change, { version });
  }
  const seenBy = async (who: TestEmployee) => {
    const { items, mayChange } = await who.call(regionRoutes.list, {});
    return { mayChange, units: items.find(({ name }) => name === '川渝')?.units };
  };
  expect(await seenBy(owner)).toEqual({ mayChange: true, units: 2 });
  expect(await seenBy(await east.employee('owner'))).toEqual({ mayChange: false, units: 1 });
});
