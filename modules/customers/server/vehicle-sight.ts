import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';

interface Sight {
  mayBeSeen(work: Work, vehicleId: string): Promise<boolean>;
  /** What tells each car of a customer from all others. */
  identitiesOf(
    work: Work,
    customerId: string,
  ): Promise<{ id: string; plate: string; vin: string }[]>;
}

let sight: Sight | undefined;

/** Vehicles lie below customers: their module says here which the caller may see. */
export function defineVehicleSight(told: Sight): void {
  sight = told;
}

/** The plates and VINs of a customer’s cars, as far as the caller may see the cars. */
export const identitiesOfCars = async (work: Work, customerId: string) =>
  (await sight?.identitiesOf(work, customerId)) ?? [];

/** A contact drives a car that the caller may see; a sister shop's is as unknown as one that is not there (G-10). */
export async function refuseUnseenVehicle(
  work: Work,
  vehicleId: string | null | undefined,
): Promise<void> {
  if (vehicleId === null || vehicleId === undefined) return;
  if (!(await sight?.mayBeSeen(work, vehicleId)))
    throw ruleBroken('/vehicleId', 'reference_unknown');
}
