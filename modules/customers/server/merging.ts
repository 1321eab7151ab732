import type { Work } from '#platform/work.ts';
import { customerEvents } from '../events.ts';
import { type CustomerRow, customersToMerge, updateCustomer } from './queries.ts';
import { aboutCustomer, searchTextsOf } from './service.ts';

/** What of a record takes part in a merge: by it both records are kept as they were, and put back. */
export const customerMergeFields = [
  'kind',
  'name',
  'salutation',
  'namePinyin',
  'nameInitials',
  'grams',
  'phone',
  'address',
  'birthday',
  'wishes',
  'doNotMention',
  'language',
  'preferredChannel',
  'callFrom',
  'callUntil',
  'firstSeenOn',
  'lastVisitOn',
] as const satisfies readonly (keyof CustomerRow)[];
export type CustomerInMerge = Pick<CustomerRow, (typeof customerMergeFields)[number]>;

/** Both customers locked, always in the same order, so that two merges of the same people wait for each other. */
export const lockCustomersToMerge = (work: Work, ids: readonly string[]) =>
  customersToMerge(work, ids);

/** Writes what was chosen into the record that stays; search texts follow the name. @returns what was written */
export async function writeMergedCustomer(
  work: Work,
  row: CustomerRow,
  chosen: Partial<CustomerInMerge>,
): Promise<Partial<CustomerInMerge>> {
  const written = { ...chosen, ...(chosen.name !== undefined && searchTextsOf(chosen.name)) };
  await updateCustomer(work, row.id, written);
  await work.emit(customerEvents.changed, { customerId: row.id }, aboutCustomer(row));
  return written;
}

/** Leaves an empty record that leads to the other: no search and no list finds it, its address still works. */
export async function leaveCustomerShell(work: Work, id: string, mergedIntoId: string) {
  await updateCustomer(work, id, {
    mergedIntoId,
    namePinyin: '',
    nameInitials: '',
    grams: [],
    phone: '',
    address: '',
    birthday: '',
    wishes: '',
    doNotMention: '',
    callFrom: null,
    callUntil: null,
  });
}

/** Puts fields back as they were; `mergedIntoId: null` makes a shell a record again. */
export async function restoreCustomer(
  work: Work,
  row: CustomerRow,
  former: Partial<CustomerInMerge>,
): Promise<void> {
  const { name } = { ...row, ...former };
  await updateCustomer(work, row.id, { ...former, ...searchTextsOf(name), mergedIntoId: null });
  await work.emit(customerEvents.changed, { customerId: row.id }, aboutCustomer(row));
}
