import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { isShared } from '#platform/privacy.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { nextBirthday } from '#shared/birthdays.ts';
import { dateIn } from '#shared/dates.ts';
import { maskPhone } from '#shared/phones.ts';
import type { Customer, CustomerItem } from '../contract.ts';
import type { ContactRow, CustomerRecord, CustomerRow } from './queries.ts';

/** The archive shows phones masked to everybody: whole ones are asked for, and that is on record (ARC-10). */
const masked = (phone: string) => (phone === '' ? '' : maskPhone(phone));

export function presentItem(row: CustomerRow): CustomerItem {
  const { id, orgUnitId, kind, name, salutation, phone, address, source } = row;
  const { birthday, firstSeenOn, lastVisitOn, version } = row;
  const shown = { id, orgUnitId, kind, name, salutation, phone: masked(phone), address, source };
  return { ...shown, birthday, firstSeenOn, lastVisitOn, version };
}

export function presentContact(row: CustomerRecord['contacts'][number] | ContactRow) {
  const { id, vehicleId, role, name, phone, note, version } = row;
  return { id, vehicleId, role, name, phone: masked(phone), note, version };
}

export function presentRecord(work: Work, row: CustomerRecord): Customer {
  const { wishes, doNotMention, language, preferredChannel, createdAt, updatedAt } = row;
  return {
    ...presentItem(row),
    ...birthdayOf(work, row),
    ...wire({ wishes, doNotMention, language, preferredChannel, createdAt, updatedAt }),
    callFrom: row.callFrom?.slice(0, 5) ?? null,
    callUntil: row.callUntil?.slice(0, 5) ?? null,
    contacts: row.contacts.map(presentContact),
    consents: row.consents,
    reminders: row.reminders,
    restriction: row.restriction,
    mergedIntoId: row.mergedIntoId,
  };
}

/** When his birthday comes next; of one who is not shared the day itself would tell what is masked. */
function birthdayOf(work: Work, { birthday, orgPath }: CustomerRow) {
  const today = dateIn(zoneOfTenant, work.now);
  const nextBirthdayOn = isShared(work.actor, orgPath) ? nextBirthday(birthday, today) : null;
  return { nextBirthdayOn, isBirthday: nextBirthdayOn === today };
}
