import { received } from '#modules/complaints/server/complaints.fixture.ts';
import { createCustomer } from '#modules/customers/server/index.ts';
import { createVehicle } from '#modules/vehicles/server/index.ts';
import { statement } from '#platform/sql.ts';
import { sisterShops } from '#test/sisters.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';

const agentAt = statement<{ id: string; path: string }, { path: string }>(
  'complaintLevelsFixture.agent',
  'select id, path from org_units where tenant_id = :tenant and path = :path',
);
/** Headquarters, an agent, a shop and its sister, each with somebody who handles complaints. */
export async function house(root: TestShop) {
  const [shop, sister] = await sisterShops(root);
  const path = shop.unitPath.slice(0, -2);
  const agent = root.at((await root.reading.first(agentAt, { path }))!);
  return {
    ...{ shop, sister, agent },
    advisor: await shop.employee('advisor'),
    stranger: await sister.employee('owner'),
    region: await agent.employee('owner'),
    maker: await root.employee('owner'),
  };
}

/** A complaint of a customer on file, with his car. */
export async function known(by: TestEmployee) {
  const { customerId, vehicleId } = await by.shop.write(async (work) => {
    const customer = await createCustomer(work, { name: '王建国', phone: '13800138000' });
    const vehicle = await createVehicle(work, { plate: '京A12345', ownerId: customer.id });
    return { customerId: customer.id, vehicleId: vehicle.id };
  });
  const complainantName = '王建国';
  const complaint = await received(by, { customerId, vehicleId, complainantName });
  await by.shop.forward(1);
  return complaint;
}
