import { pinyinOf } from '#platform/pinyin.ts';
import type { Fresh } from '#platform/work.ts';
import { grams } from '#shared/search-text.ts';
import type { TestShop } from '#test/tenant.ts';

const today = '2026-11-21';

interface Car {
  name?: string;
  phone?: string;
  plate?: string;
  vin?: string;
  lastVisitOn?: string;
  customer?: Partial<Fresh<'customers'>>;
  vehicle?: Partial<Fresh<'vehicles'>>;
}

/** A customer with one car, as the archive writes them. */
export async function carOf(shop: TestShop, car: Car = {}) {
  const { name = '张三', phone = '13800138000', plate = '京A12345' } = car;
  const { full, initials } = pinyinOf(name);
  return shop.write(async (work) => {
    const customer = await work.insert('customers', {
      name,
      namePinyin: full,
      nameInitials: initials,
      grams: grams(name),
      phone,
      firstSeenOn: today,
      lastVisitOn: car.lastVisitOn ?? null,
      ...car.customer,
    });
    const vehicle = await work.insert('vehicles', {
      plate,
      plateType: 'ordinary',
      vin: car.vin ?? '',
      model: '帕萨特',
      grams: grams(plate),
      ownerId: customer.id,
      lastVisitOn: car.lastVisitOn ?? null,
      ...car.vehicle,
    });
    return { customer, vehicle };
  });
}

type Owned = Awaited<ReturnType<typeof carOf>>;

export async function orderOf(
  shop: TestShop,
  { customer, vehicle }: Owned,
  advisorId: string,
  more: Partial<Fresh<'serviceOrders'>> = {},
) {
  return shop.write((work) =>
    work.insert('serviceOrders', {
      number: 'GD261121-001',
      vehicleId: vehicle.id,
      customerId: customer.id,
      customerWords: '刹车有异响',
      mileageKm: 42_000,
      advisorId,
      stateSince: shop.now,
      receivedAt: shop.now,
      ...more,
    }),
  );
}
