import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { createCustomer } from '#modules/customers/server/index.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';

import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import type { TestShop } from '#test/tenant.ts';
import { signInRuleRoutes, staffRoutes } from '../contract.ts';
import { giveRoles } from './index.ts';

const notThere = { status: 404 };

/** Keeps one shop, and only takes the money in its sister. */
async function inTwoPlaces(root: TestShop) {
  const [own, sister] = await sisterShops(root);
  const person = await own.employee('owner');
  await own.write((work) => giveRoles(work, person.id, ['cashier'], sister.unitPath));
  const customerAt = ({ unitId, unitPath }: TestShop, name: string) =>
    root.write((work) => createCustomer(work, { name, orgUnitId: unitId, orgPath: unitPath }));
  return { own, sister, person, customerAt };
}

test('ORG-01 an owner of one shop who is cashier in its sister changes nothing there that a cashier may not', async ({
  shop: root,
}) => {
  const { own, sister, person, customerAt } = await inTwoPlaces(root);
  const [here, there] = [await customerAt(own, '林一'), await customerAt(sister, '林二')];
  const rename = ({ id }: { id: string }) =>
    person.call(
      customerRoutes.change,
      { params: { customerId: id }, body: { name: '林三' } },
      { version: 1 },
    );
  await expect(rename(there)).rejects.toMatchObject(notThere);
  expect(await rename(here)).toMatchObject({ name: '林三' });
  const { items } = await person.call(customerRoutes.list, { query: { limit: 50 } });
  expect(items.map(({ name }) => name).sort()).toEqual(['林三', '林二']);
});

test('ORG-01 steps are offered by the role that holds where the order is', async ({
  shop: root,
}) => {
  const { own, sister, person } = await inTwoPlaces(root);
  const offered = async (place: TestShop, plate: string) => {
    const visit = await Visit.begin(place, plate);
    await visit.receive();
    const { steps } = await person.call(serviceOrderRoutes.read, { params: visit.params });
    return { visit, steps: steps.map(({ step }) => step) };
  };
  expect((await offered(own, '粤A10001')).steps).toContain('cancel');
  const there = await offered(sister, '粤A10002');
  expect(there.steps).toEqual(['settle']);
  await expect(
    person.call(serviceOrderRoutes.wait, {
      params: there.visit.params,
      body: { waitingFor: 'parts' },
    }),
  ).rejects.toMatchObject({ status: 403, code: 'forbidden' });
});

test('ORG-01 nobody keeps people, or the whole house, by a lesser role that reaches further', async ({
  shop: root,
}) => {
  const { own, sister, person } = await inTwoPlaces(root);
  await own.write((work) => giveRoles(work, person.id, ['technician'], root.unitPath));
  const colleague = await sister.employee('technician');
  await expect(
    person.call(
      staffRoutes.change,
      { params: { employeeId: colleague.id }, body: { roleKeys: ['owner'] } },
      { version: 1 },
    ),
  ).rejects.toMatchObject(notThere);
  await expect(
    person.call(signInRuleRoutes.change, { body: { secondFactorFrom: null } } as never),
  ).rejects.toMatchObject({ status: 403, code: 'whole_house_needed' });
});
