import type { RelationCode } from './verdict.ts';

/** What a person may decide about a row that is the same as another record in some way. */
export const decisions = ['asOne', 'separate', 'changeOwner', 'changePlate', 'skip'] as const;
export type Decision = (typeof decisions)[number];

/** The first is the one that is right most often. */
const possible: Record<RelationCode, readonly Decision[]> = {
  second_vehicle_of: ['skip'],
  duplicate_row: ['asOne', 'skip'],
  same_vehicle_other_customer: ['changeOwner', 'asOne', 'skip'],
  same_vin_other_plate: ['changePlate', 'skip'],
  same_plate_other_vin: ['changePlate', 'skip'],
  same_phone_other_name: ['separate', 'asOne', 'skip'],
  employee_twice: ['skip', 'separate'],
  employee_on_file: ['skip', 'separate'],
  balance_twice: ['skip', 'separate'],
  price_twice: ['skip'],
};

/** What may be decided about a row; any row may be left out. */
export const decisionsFor = (code: RelationCode | undefined): readonly Decision[] =>
  code === undefined ? ['skip'] : possible[code];
