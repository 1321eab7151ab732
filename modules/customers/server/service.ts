import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import { pinyinOf } from '#platform/pinyin.ts';
import { plainField } from '#platform/plain-field.ts';
import { withoutMasked } from '#platform/privacy.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { readBirthday } from '#shared/birthdays.ts';
import { dateIn } from '#shared/dates.ts';
import { readPhone } from '#shared/phones.ts';
import type { BodyOf } from '#shared/route.ts';
import { grams } from '#shared/search-text.ts';
import type { customerRoutes } from '../contract.ts';
import { customerEvents } from '../events.ts';
import {
  type CustomerRow,
  insertConsent,
  insertCustomer,
  lockCustomer,
  noteVisitRow,
  updateCustomer,
} from './queries.ts';

/** What stands beside a name so that it is found by its pieces, its pinyin and its initials. */
export function searchTextsOf(name: string) {
  const { full, initials } = pinyinOf(name);
  return { namePinyin: full, nameInitials: initials, grams: grams(name) };
}

/** The stored form of a phone; one that cannot be dialled is refused with what to do (422 `phone_invalid`). */
export function dialable(typed: string | undefined, pointer: string): string | undefined {
  if (typed === undefined || typed.trim() === '') return typed === undefined ? undefined : '';
  const read = readPhone(typed);
  if (read.kind === 'phone') return read.phone;
  throw ruleBroken(pointer, read.code, { hint: read.hint['zh-CN'], hintEn: read.hint.en });
}

/**
 * The kept form of a birthday (CAR-03). A company has none: what is not needed is not held.
 * @throws Problem 422 `birthday_invalid` with what to do, `birthday_of_company`
 */
function birthdayOf(
  work: Work,
  kind: CustomerRow['kind'],
  typed: string | undefined,
): string | undefined {
  if (kind === 'company') {
    if (typed?.trim()) throw ruleBroken('/birthday', 'birthday_of_company');
    return '';
  }
  if (typed === undefined || typed.trim() === '') return typed === undefined ? undefined : '';
  const read = readBirthday(typed, dateIn(zoneOfTenant, work.now));
  if (read.kind === 'birthday') return read.birthday;
  throw ruleBroken('/birthday', read.code, { hint: read.hint['zh-CN'], hintEn: read.hint.en });
}

export type NewCustomer = Omit<BodyOf<typeof customerRoutes.add>, 'source'> & {
  source?: CustomerRow['source'];
  orgUnitId?: string;
  orgPath?: string;
  firstSeenOn?: string;
};

const nameRule = { pointer: '/name', most: 80, least: 1 };

/** Puts a customer on file; everything but the name may come later (ARC-02). */
export async function createCustomer(work: Work, input: NewCustomer): Promise<CustomerRow> {
  const { name: typed, phone, birthday, ...rest } = input;
  const name = plainField(typed, nameRule);
  const row = await insertCustomer(work, {
    firstSeenOn: dateIn(zoneOfTenant, work.now),
    ...rest,
    name,
    phone: dialable(phone, '/phone') ?? '',
    birthday: birthdayOf(work, input.kind ?? 'person', birthday) ?? '',
    ...searchTextsOf(name),
  });
  await work.emit(customerEvents.added, { customerId: row.id }, aboutCustomer(row));
  return row;
}

export async function changeCustomer(
  work: Work,
  customerId: string,
  asked: BodyOf<typeof customerRoutes.change>,
  expectedVersion: number | undefined,
): Promise<CustomerRow> {
  const before = await permit(work, customerId);
  refuseStale(before, expectedVersion);
  const birthday = birthdayOf(work, asked.kind ?? before.kind, asked.birthday);
  const typed = { ...asked, ...(birthday !== undefined && { birthday }) };
  const change = withoutMasked(work.actor, typed, before, {
    name: 'name',
    address: 'address',
    birthday: 'birthday',
  });
  const name = change.name === undefined ? undefined : plainField(change.name, nameRule);
  const after = (await updateCustomer(work, customerId, {
    ...change,
    phone: dialable(change.phone, '/phone'),
    ...(name !== undefined && { name, ...searchTextsOf(name) }),
  }))!;
  const changes = changesBetween(before, after, Object.keys(change));
  await work.emit(customerEvents.changed, { customerId }, aboutCustomer(after), changes);
  return after;
}

/** Phones, address, plates and VINs in full, on record under the name of who asked and with what for (ARC-10). */
export async function recordReveal(
  work: Work,
  row: CustomerRow,
  { reason, note }: BodyOf<typeof customerRoutes.reveal>,
): Promise<void> {
  const words = note?.trim();
  if (reason === 'other' && !words) throw ruleBroken('/note', 'reveal_reason_needed');
  const data = { customerId: row.id, what: 'all', reason, ...(words && { note: words }) };
  await work.emit(customerEvents.revealed, data, aboutCustomer(row));
}

/** A yes needs evidence (PIPL art. 14, 69: who processes has to prove it); a no is always believed. */
export async function recordConsent(
  work: Work,
  customerId: string,
  input: BodyOf<typeof customerRoutes.recordConsent>,
) {
  const customer = await permit(work, customerId);
  const evidence = input.evidence?.trim() ?? '';
  if (input.given && evidence === '') throw ruleBroken('/evidence', 'evidence_needed');
  const recordedBy = work.actor.kind === 'user' ? work.actor.id : null;
  const row = await insertConsent(work, {
    ...input,
    evidence,
    customerId,
    recordedBy,
    at: work.now,
  });
  const { purpose, channel, given } = row;
  await work.emit(
    customerEvents.consentRecorded,
    { customerId, purpose, channel, given },
    aboutCustomer(customer),
  );
  return row;
}

/** A customer was here on that day; the same or an earlier day again changes nothing. */
export async function noteVisit(work: Work, customerId: string, onDate: string): Promise<void> {
  const row = await noteVisitRow(work, customerId, onDate);
  if (row) await work.emit(customerEvents.visited, { customerId, onDate }, aboutCustomer(row));
}

/** The customer locked for a change; outside one's scope there is none (404), and one that went into another is told (409). */
export async function permit(work: Work, customerId: string): Promise<CustomerRow> {
  const row = await lockCustomer(work, customerId);
  if (!row) throw notFound();
  if (row.mergedIntoId !== null) {
    throw new Problem(409, 'customer_merged', { mergedIntoId: row.mergedIntoId });
  }
  return row;
}

export function refuseStale(row: { version: number }, expectedVersion: number | undefined): void {
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
}

export const aboutCustomer = (row: { id: string; orgPath: string }) => ({
  type: 'customer',
  id: row.id,
  orgPath: row.orgPath,
});
