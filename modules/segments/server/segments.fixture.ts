import { customerEvents } from '#modules/customers/events.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import type { TestEmployee, TestShop } from '#test/shop.ts';

const zone = 'Asia/Shanghai';
let plates = 30_000;

/** A customer with a car who was here so many days ago and paid so much each time; the house is told of his visits. */
export async function visited(
  shop: TestShop,
  advisor: TestEmployee,
  name: string,
  visits: readonly { daysAgo: number; fen: number }[],
  model = '秦PLUS',
): Promise<{ customerId: string; vehicleId: string }> {
  const today = dateIn(zone, shop.now);
  const number = plates++;
  const made = await shop.write(async (work) => {
    const days = visits.map(({ daysAgo }) => addDays(today, -daysAgo)).toSorted();
    const customer = await work.insert('customers', {
      name,
      phone: '13800138000',
      firstSeenOn: days[0] ?? today,
      lastVisitOn: days.at(-1) ?? null,
    });
    const vehicle = await work.insert('vehicles', {
      plate: `粤C${number}`,
      plateType: 'ordinary',
      ownerId: customer.id,
      model,
    });
    const ids = { customerId: customer.id, vehicleId: vehicle.id };
    for (const [at, { daysAgo, fen }] of visits.entries()) {
      const on = addDays(today, -daysAgo);
      const instant = instantAt(zone, on, '10:00');
      await work.insert('serviceOrders', {
        ...ids,
        number: `GD-${number}-${at}`,
        state: 'delivered',
        customerWords: '保养',
        mileageKm: 40_000,
        advisorId: advisor.id,
        stateSince: instant,
        receivedAt: instant,
        deliveredAt: instant,
        approvedFen: fen,
        settledFen: fen,
      });
      const about = { type: 'customer', id: customer.id, orgPath: shop.unitPath };
      const told = { customerId: customer.id, onDate: on };
      await work.emit(customerEvents.visited, told, about);
    }
    return ids;
  });
  await shop.settle();
  return made;
}
