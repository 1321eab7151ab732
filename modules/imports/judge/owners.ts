import type { ArchivedRecord } from './judge.ts';
import { bareName, type KnownRecords } from './relations.ts';
import type { Relation, TidyRow, TidyValues } from './verdict.ts';

/** By which names owners are looked up: those of rows that tell no telephone. */
export const ownersToFind = (rows: readonly TidyRow[]): string[] => [
  ...new Set(
    rows.flatMap(({ values: { phone, customerName } }) =>
      phone === null && customerName !== null ? [customerName, bareName(customerName)] : [],
    ),
  ),
];

/** A telephone without a name: who is known under it says the rest. */
export function nameOwner(row: TidyRow, ...known: readonly KnownRecords[]): void {
  const { values, faults, tidied } = row;
  if (values.customerName !== null || values.phone === null) return;
  const owner = known.map((each) => each.sameCustomer(values)).find((each) => each !== undefined);
  if (owner?.customerName) {
    values.customerName = owner.customerName;
    tidied.push({ code: 'owner_by_phone', field: 'phone', text: values.phone });
  } else {
    faults.push({ code: 'name_missing', field: 'customerName', text: '' });
  }
}

/**
 * A name without a telephone: the one customer on file who bears it owns the car as well. Several of the name: a person
 * has to say which. Nobody: a new customer, of whom the telephone is to be asked for.
 */
export function findOwner(row: TidyRow, onFile: readonly ArchivedRecord[]): Relation | null {
  const { values, faults, warnings, tidied } = row;
  if (values.phone !== null || values.customerName === null) return null;
  const owners = new Set(
    onFile
      .filter(({ customerName }) => isSame(customerName, values.customerName))
      .map(({ customerId }) => customerId),
  );
  const [customerId] = owners;
  const found = { field: 'customerName', text: values.customerName } as const;
  if (owners.size > 1) faults.push({ code: 'owner_ambiguous', field: 'phone', text: '' });
  else if (customerId) {
    tidied.push({ code: 'owner_by_name', ...found });
    const to = { kind: 'archive' as const, customerId, vehicleId: null };
    return { code: 'second_vehicle_of', to, newer: 'this' };
  } else warnings.push({ code: 'phone_missing', field: 'phone', text: '' });
  return null;
}

const isSame = (one: string | null, other: TidyValues['customerName']) =>
  bareName(one) === bareName(other);
