import type { Hint } from '#shared/hint.ts';
import type { ImportField } from './fields.ts';
import { type PriceValues, priceFaults, priceTidied, priceWarnings } from './price-fields.ts';

/** Reasons of the row itself to hold it back. */
export const faultCodes = [
  'name_missing',
  'phone_invalid',
  'plate_invalid',
  'vin_length',
  'vin_letter',
  'date_invalid',
  'date_future',
  'birthday_invalid',
  'mileage_negative',
  'mileage_text',
  'mileage_too_large',
  'vehicle_unnamed',
  'owner_ambiguous',
  'employee_unnamed',
  'post_unknown',
  'shop_unknown',
  'shop_ambiguous',
  'shop_outside',
  'shop_closed',
  'amount_text',
  'amount_negative',
  'amount_too_large',
  'count_text',
  'count_negative',
  'count_too_large',
  'day_over',
  'list_day_future',
  'holder_unnamed',
  'holder_unknown',
  'holder_ambiguous',
  'holder_other_name',
  'balance_taken_over',
  'member_elsewhere',
  'tier_unknown',
  'package_unnamed',
  'package_name_long',
  'package_uses_missing',
  'package_until_missing',
  ...priceFaults,
] as const;

/** Accepted, and the person is told. */
export const warningCodes = [
  'vin_check_digit',
  'phone_missing',
  'vehicle_missing',
  'interval_unreadable',
  'employee_without_phone',
  'balance_nothing',
  'member_already',
  'tier_kept',
  'package_unpriced',
  'balance_spent',
  'balance_points_used',
  'balance_package_used',
  'balance_refunded',
  'balance_merged',
  ...priceWarnings,
] as const;

/** Accepted after tidying, or kept as it is although it looks odd. */
export const tidiedCodes = [
  'phone_separators',
  'phone_fullwidth',
  'phone_numeric',
  'birthday_year',
  'plate_dot_case',
  'vin_case_space',
  'mileage_unit',
  'formula_like_text',
  'long_text',
  'owner_by_name',
  'owner_by_phone',
  'amount_tidied',
  'holder_by_plate',
  'holder_by_number',
  ...priceTidied,
] as const;

/** What a row is to another one. All but the first are put to the person, both side by side. */
export const relationCodes = [
  'second_vehicle_of',
  'duplicate_row',
  'same_vehicle_other_customer',
  'same_vin_other_plate',
  'same_plate_other_vin',
  'same_phone_other_name',
  'employee_twice',
  'employee_on_file',
  'balance_twice',
  'price_twice',
] as const;

export type FaultCode = (typeof faultCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
export type TidiedCode = (typeof tidiedCodes)[number];
export type RelationCode = (typeof relationCodes)[number];

/** Something found in one cell. */
export interface Finding<Code extends string> {
  code: Code;
  field: ImportField;
  /** What stands in the cell. */
  text: string;
  /** What the person may do. */
  hint?: Hint;
  /** The value that was probably meant. */
  suggestion?: string;
}

/** The other record of a relation: an earlier row of the list, or what is on file already. */
export type Counterpart =
  | { kind: 'row'; row: number }
  | { kind: 'archive'; customerId: string; vehicleId: string | null }
  | { kind: 'person'; employeeId: string };

export interface Relation {
  code: RelationCode;
  to: Counterpart;
  /** Which of the two is the later visit; the newer work item is kept when they become one. */
  newer: 'this' | 'other';
}

/** A row's values as they go into the archive; `null` where the list holds nothing. */
export interface TidyValues extends PriceValues {
  serialNo: string | null;
  customerName: string | null;
  phone: string | null;
  address: string | null;
  /** As the archive keeps it: `1985-03-07`, `lunar 08-15`. */
  birthday: string | null;
  plate: string | null;
  vin: string | null;
  model: string | null;
  vehicleType: string | null;
  /** `YYYY-MM-DD`. */
  lastVisitOn: string | null;
  /** `YYYY-MM-DD`. */
  nextMaintenanceOn: string | null;
  mileageKm: number | null;
  maintenanceItems: string | null;
  intervalMonths: number | null;
  intervalKm: number | null;
  wishes: string | null;
  history: string | null;
  /** `YYYY-MM-DD`. */
  firstRegisteredOn: string | null;
  /** `YYYY-MM-DD`. */
  insuranceUntil: string | null;
  remark: string | null;
  employeeName: string | null;
  post: string | null;
  /** Name or code of the unit. */
  shop: string | null;
  /** The number of a member here, or of his card in the other program. */
  memberNo: string | null;
  tier: string | null;
  points: number | null;
  /** `YYYY-MM-DD`. */
  pointsUntil: string | null;
  principalFen: number | null;
  giftFen: number | null;
  packageName: string | null;
  packageUses: number | null;
  /** `YYYY-MM-DD`. */
  packageUntil: string | null;
  /** What one use of the package comes to. */
  packageUnitFen: number | null;
  /** `YYYY-MM-DD`: on which day the other program told it. */
  listOn: string | null;
}

/** What one row says, looked at alone. */
export interface TidyRow {
  values: TidyValues;
  faults: Finding<FaultCode>[];
  warnings: Finding<WarningCode>[];
  tidied: Finding<TidiedCode>[];
}

export interface Judgement extends TidyRow {
  /** Row number in the sheet. */
  row: number;
  isHeld: boolean;
  relation: Relation | null;
}

/**
 * The judgement in one word: `ok`, `ok:…`, `warn:…`, or the reason why the row is held. Relations
 * name the row (`duplicate_row:24`) or `archive`.
 */
export function verdictOf({ faults, warnings, tidied, relation }: Judgement): string {
  const related = relation && `${relation.code}:${counterpartName(relation.to)}`;
  if (faults[0]) return faults[0].code;
  if (related && holds(relation.code)) return related;
  if (warnings[0]) return `warn:${warnings[0].code}`;
  if (related) return `ok:${related}`;
  return tidied[0] ? `ok:${tidied[0].code}` : 'ok';
}

/** Whether a relation is for the person to decide. */
export function holds(code: RelationCode): boolean {
  return code !== 'second_vehicle_of';
}

function counterpartName(to: Counterpart): string {
  return to.kind === 'row' ? String(to.row) : 'archive';
}
