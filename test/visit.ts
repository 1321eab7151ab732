import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { countVisit } from '#modules/service-orders/server/queries-visit-counts.ts';
import { dateIn } from '#shared/dates.ts';
import type { TestEmployee, TestShop } from './tenant.ts';

export interface VisitMade {
  orderId: string;
  customerId: string;
  vehicleId: string;
}

let plates = 10_000;

/**
 * A visit that has just ended, without walking through the workshop: customer, car and order on file, and the house
 * told that the car is back with its owner (or that only a question was answered).
 */
export async function endedVisit(
  shop: TestShop,
  advisor: TestEmployee,
  given: { name?: string; callFrom?: string; callUntil?: string; leftUnrepaired?: boolean } = {},
): Promise<VisitMade> {
  const on = dateIn('Asia/Shanghai', shop.now);
  const made = await shop.write(async (work) => {
    const customer = await work.insert('customers', {
      name: given.name ?? '王秀英',
      phone: '13800138000',
      firstSeenOn: on,
      lastVisitOn: on,
      callFrom: given.callFrom ?? null,
      callUntil: given.callUntil ?? null,
    });
    const vehicle = await work.insert('vehicles', {
      plate: `粤A${plates++}`,
      plateType: 'ordinary',
      ownerId: customer.id,
      model: '秦PLUS',
    });
    const order = await work.insert('serviceOrders', {
      number: `GD${on.slice(2).replaceAll('-', '')}-${String(plates).slice(-3)}`,
      vehicleId: vehicle.id,
      customerId: customer.id,
      state: given.leftUnrepaired ? 'leftUnrepaired' : 'delivered',
      customerWords: '刹车有异响',
      mileageKm: 42_000,
      advisorId: advisor.id,
      stateSince: shop.now,
      receivedAt: shop.now,
      deliveredAt: given.leftUnrepaired ? null : shop.now,
    });
    await countVisit(work, order);
    const visit = { orderId: order.id, customerId: customer.id, vehicleId: vehicle.id };
    await tellEnd(work, visit, shop, advisor, given.leftUnrepaired ?? false);
    return visit;
  });
  await shop.settle();
  return made;
}

/** Tells the end of a visit once more, as a task that runs twice would. */
export async function toldAgain(shop: TestShop, advisor: TestEmployee, visit: VisitMade) {
  await shop.write((work) => tellEnd(work, visit, shop, advisor, false));
  await shop.settle();
}

function tellEnd(
  work: Parameters<Parameters<TestShop['write']>[0]>[0],
  visit: VisitMade,
  shop: TestShop,
  advisor: TestEmployee,
  leftUnrepaired: boolean,
): Promise<void> {
  const on = dateIn('Asia/Shanghai', shop.now);
  const place = { orgUnitId: shop.unitId, orgPath: shop.unitPath };
  const departure = { ...visit, advisorId: advisor.id, ...place };
  const about = { type: 'serviceOrder', id: visit.orderId, orgPath: shop.unitPath };
  return leftUnrepaired
    ? work.emit(serviceOrderEvents.leftUnrepaired, { ...departure, leftOn: on }, about)
    : work.emit(serviceOrderEvents.delivered, { ...departure, deliveredOn: on }, about);
}
