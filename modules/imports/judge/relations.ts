import { plainText } from '#shared/hint.ts';
import type { Counterpart, Relation, TidyValues } from './verdict.ts';

/** What is remembered of a record to compare later rows with: keys, not the record. */
export interface KnownRecord {
  at: Counterpart;
  customerName: string | null;
  phone: string | null;
  plate: string | null;
  vin: string | null;
  lastVisitOn: string | null;
  /** Of a row of a list of employees. */
  employeeName?: string | null;
}

/**
 * The records met so far, found by phone, plate and VIN. The first under a key stays: later rows
 * are compared with it, so that all relations of one car or customer point to one row.
 */
export class KnownRecords {
  private readonly byPhone = new Map<string, KnownRecord>();
  private readonly byPlate = new Map<string, KnownRecord>();
  private readonly byVin = new Map<string, KnownRecord>();

  add(record: KnownRecord): void {
    keepFirst(this.byPhone, record.phone, record);
    keepFirst(this.byPlate, record.plate, record);
    keepFirst(this.byVin, record.vin, record);
  }

  /** The record with the same VIN, else with the same plate. */
  sameVehicle({ vin, plate }: Pick<TidyValues, 'vin' | 'plate'>): KnownRecord | undefined {
    return find(this.byVin, vin) ?? find(this.byPlate, plate);
  }

  sameCustomer({ phone }: Pick<TidyValues, 'phone'>): KnownRecord | undefined {
    return find(this.byPhone, phone);
  }
}

/** Compares a row with earlier rows first, then with what is on file. `null`: a new customer and car. */
export function relate(
  values: TidyValues,
  rows: KnownRecords,
  archive: KnownRecords,
): Relation | null {
  const vehicle = rows.sameVehicle(values) ?? archive.sameVehicle(values);
  if (vehicle) return relation(vehicleCode(values, vehicle), values, vehicle);
  const customer = rows.sameCustomer(values) ?? archive.sameCustomer(values);
  if (customer) return relation(customerCode(values, customer), values, customer);
  return null;
}

function vehicleCode(values: TidyValues, known: KnownRecord): Relation['code'] {
  if (differ(values.plate, known.plate)) return 'same_vin_other_plate';
  if (differ(values.vin, known.vin)) return 'same_plate_other_vin';
  const isSameCustomer =
    (values.phone !== null && values.phone === known.phone) ||
    isSameName(values.customerName, known.customerName);
  return isSameCustomer ? 'duplicate_row' : 'same_vehicle_other_customer';
}

function customerCode(values: TidyValues, known: KnownRecord): Relation['code'] {
  if (!isSameName(values.customerName, known.customerName)) return 'same_phone_other_name';
  const hasVehicle = values.plate !== null || values.vin !== null;
  return hasVehicle ? 'second_vehicle_of' : 'duplicate_row';
}

function relation(code: Relation['code'], values: TidyValues, known: KnownRecord): Relation {
  const isOlder = (values.lastVisitOn ?? '') < (known.lastVisitOn ?? '');
  return { code, to: known.at, newer: isOlder ? 'other' : 'this' };
}

/** 张 三 is 张三: names of two characters are often spaced out to line up with those of three. */
const isSameName = (one: string | null, other: string | null) => bareName(one) === bareName(other);

export const bareName = (name: string | null): string => plainText(name ?? '').replace(/\s/g, '');

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function keepFirst(map: Map<string, KnownRecord>, key: string | null, record: KnownRecord): void {
  if (key !== null && !map.has(key)) map.set(key, record);
}

function find(map: Map<string, KnownRecord>, key: string | null): KnownRecord | undefined {
  return key === null ? undefined : map.get(key);
}
