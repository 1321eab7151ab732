import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';

type Sight = (work: Work, vehicleId: string) => Promise<boolean>;

let mayBeSeen: Sight | undefined;

/** Vehicles lie below customers: their module says here whether the caller may see one. */
export function defineVehicleSight(sight: Sight): void {
  mayBeSeen = sight;
}

/** A contact drives a car that the caller may see; a sister shop's is as unknown as one that is not there (G-10). */
export async function refuseUnseenVehicle(
  work: Work,
  vehicleId: string | null | undefined,
): Promise<void> {
  if (vehicleId === null || vehicleId === undefined) return;
  if (!(await mayBeSeen?.(work, vehicleId))) throw ruleBroken('/vehicleId', 'reference_unknown');
}
