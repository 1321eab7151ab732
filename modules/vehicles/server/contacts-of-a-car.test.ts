import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { newId } from '#platform/ids.ts';
import { type TestEmployee, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { vehicleRoutes } from '../contract.ts';

const arrive = (advisor: TestEmployee, plate: string) =>
  advisor.call(vehicleRoutes.arrive, {
    body: { plate, customerName: '欧阳思远', phone: '13800138000' },
  });

test('G-10 a contact drives a car of one’s own shop; a sister shop’s car is as unknown as none', async ({
  shop,
}) => {
  const [here, there] = await sisterShops(shop);
  const advisor = await here.employee('advisor');
  const { customerId, vehicleId } = await arrive(advisor, '粤C6M218');
  const elsewhere = await arrive(await there.employee('advisor'), '粤C6M219');
  const add = (id: string) =>
    advisor.call(customerRoutes.addContact, {
      params: { customerId },
      body: { role: 'driver', name: '周立', vehicleId: id },
    });
  expect(await add(vehicleId)).toMatchObject({ vehicleId });
  const unknown = { status: 422, code: 'reference_unknown' };
  await expect(add(elsewhere.vehicleId)).rejects.toMatchObject(unknown);
  await expect(add(newId(shop.now))).rejects.toMatchObject(unknown);
});
