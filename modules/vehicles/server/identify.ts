import { Problem, ruleBroken } from '#platform/problem.ts';
import { type Hint, plainText } from '#shared/hint.ts';
import { normalisePlate, type PlateColour, readPlate } from '#shared/plates.ts';
import { readVin } from '#shared/vin.ts';
import type { VehicleRow } from './queries.ts';

const factsOf = (hint: Hint) => ({ hint: hint['zh-CN'], hintEn: hint.en });

export interface Plate {
  plate: string;
  plateType: VehicleRow['plateType'];
  plateColour: PlateColour;
}
const longestPlate = 12;

/**
 * A plate as typed, in its stored form. A wrong one is refused with what to mend (422 `plate_invalid`); one of another
 * form (abroad, temporary, military) is kept as it is when the person says so. Empty: there is none yet.
 */
export function identifiedPlate(typed: string, asTyped: boolean | undefined): Plate {
  const plate = normalisePlate(typed);
  if (plate === '') return { plate, plateType: 'none', plateColour: 'blue' };
  const read = readPlate(typed);
  if (read.kind === 'plate') {
    const isArmed = read.type === 'military' || read.type === 'armedPolice';
    return {
      plate: read.plate,
      plateType: isArmed ? 'other' : (read.type as Plate['plateType']),
      plateColour: read.colour,
    };
  }
  if (asTyped)
    return { plate: plate.slice(0, longestPlate), plateType: 'other', plateColour: 'blue' };
  const { suggestion = '' } = read;
  const facts = { ...factsOf(read.hint), suggestion };
  throw ruleBroken('/plate', read.code, facts);
}

/** A VIN as typed; a check digit that does not fit is a warning beside it and blocks nothing (GB 16735). */
export function identifiedVin(typed: string): { vin: string; vinWarning: string } {
  if (plainText(typed) === '') return { vin: '', vinWarning: '' };
  const read = readVin(typed);
  if (read.kind === 'ok') return { vin: read.vin, vinWarning: '' };
  if (read.kind === 'warn') return { vin: read.vin, vinWarning: read.hint['zh-CN'] };
  throw ruleBroken('/vin', read.code, factsOf(read.hint));
}

/** A record that went into another takes no more changes: the answer says where it went. */
export function refuseMerged({ mergedIntoId }: Pick<VehicleRow, 'mergedIntoId'>): void {
  if (mergedIntoId !== null) throw new Problem(409, 'vehicle_merged', { mergedIntoId });
}

export const plateTaken = (vehicleId: string, plate: string) =>
  new Problem(409, 'plate_taken', { vehicleId, plate }, [
    { pointer: '/plate', code: 'plate_taken', facts: { plate } },
  ]);
