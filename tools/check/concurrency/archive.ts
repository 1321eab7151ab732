import { newId } from '#platform/ids.ts';
import { dateIn } from '#shared/dates.ts';
import type { TestShop } from '#test/tenant.ts';

export interface Known {
  customerId: string;
  vehicleId: string;
}

let made = 0;
let plates = 10_000;

/** A plate that no other car in the run has. */
export const newPlate = (): string => `闽A${plates++}`;

/** So many customers with a car each, on file in one go. */
export async function knownCustomers(shop: TestShop, count: number): Promise<Known[]> {
  const on = dateIn('Asia/Shanghai', shop.now);
  const all = Array.from({ length: count }, () => ({
    number: ++made,
    customerId: newId(shop.now),
    vehicleId: newId(shop.now),
  }));
  await shop.write(async (work) => {
    await work.insertAll(
      'customers',
      all.map(({ customerId, number }) => ({
        id: customerId,
        name: `来客${number}`,
        phone: `137${String(number).padStart(8, '0')}`,
        firstSeenOn: on,
      })),
    );
    await work.insertAll(
      'vehicles',
      all.map(({ vehicleId, customerId, number }) => ({
        id: vehicleId,
        ownerId: customerId,
        plate: `湘A${String(number).padStart(5, '0')}`,
        plateType: 'ordinary' as const,
        mileageKm: 40_000,
        mileageOn: on,
      })),
    );
  });
  return all;
}
