import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { backwards } from '#shared/search-text.ts';
import type { ReminderChoice, Restriction } from '../contract.ts';
import { choicesOf } from './queries-reminders.ts';

export type CustomerRow = RowOf<'customers'>;
export type ContactRow = RowOf<'contacts'>;
type ConsentRow = RowOf<'consents'>;

export interface CustomerRecord extends CustomerRow {
  contacts: Pick<ContactRow, 'id' | 'vehicleId' | 'role' | 'name' | 'phone' | 'note' | 'version'>[];
  consents: (Pick<ConsentRow, 'purpose' | 'channel' | 'given' | 'evidence'> & { at: string })[];
  reminders: ReminderChoice[];
  restriction: Restriction | null;
}
const record = statement<CustomerRecord, { customerId: string }>(
  'customers.record',
  `select c.*,
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'vehicleId', k.vehicle_id, 'role', k.role,
              'name', k.name, 'phone', k.phone, 'note', k.note, 'version', k.version) order by k.id), '[]')
         from (select * from contacts k where k.tenant_id = :tenant and k.customer_id = c.id
                order by k.id limit 100) k) as contacts,
      (select coalesce(jsonb_agg(jsonb_build_object('purpose', s.purpose, 'channel', s.channel,
              'given', s.given, 'evidence', s.evidence,
              'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
              order by s.purpose, s.channel), '[]')
         from (select distinct on (purpose, channel) purpose, channel, given, evidence, at
                 from consents where tenant_id = :tenant and customer_id = c.id
                order by purpose, channel, at desc, id desc) s) as consents,
      ${choicesOf('c.id')} as reminders,
      (select jsonb_build_object('reason', z.reason, 'byName', coalesce(e.name, ''),
              'since', to_char(z.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         from processing_restrictions z
         left join employees e on e.tenant_id = z.tenant_id and e.id = z.created_by
        where z.tenant_id = :tenant and z.customer_id = c.id and z.ended_at is null
        order by z.id limit 1) as restriction
     from customers c
    where c.tenant_id = :tenant and c.id = :customerId and c.org_path ^@ any(:scopes)`,
);
export const customerRecord = (work: Work, customerId: string) =>
  work.first(record, { customerId });

/**
 * Where a record leads that may have been merged away: itself, or the one it went into. A table of its own, since behind
 * row-level security a comparison with `coalesce` is served by no index: the whole archive would be read for one.
 */
const ledTo = `(select coalesce(merged_into_id, id) as id from customers
     where tenant_id = :tenant and id = :customerId offset 0) led`;
const byId = statement<CustomerRow, { customerId: string }>(
  'customers.byId',
  `select c.* from ${ledTo} join customers c on c.tenant_id = :tenant and c.id = led.id
    where c.org_path ^@ any(:scopes)`,
);
/** The customer; asked for by a record that was merged away, the one it went into (ARC-05): take the row's own id. */
export const customerById = (work: Work, customerId: string) => work.first(byId, { customerId });

const forChange = statement<CustomerRow, { customerId: string }>(
  'customers.forChange',
  `select * from customers
    where tenant_id = :tenant and id = :customerId and org_path ^@ any(:scopes) for update`,
);
export const lockCustomer = (work: Work, customerId: string) =>
  work.first(forChange, { customerId });

const toMerge = statement<CustomerRow, { ids: readonly string[] }>(
  'customers.toMerge',
  `select * from customers
    where tenant_id = :tenant and id = any(:ids::uuid[]) and org_path ^@ any(:scopes)
    order by id for update`,
);
export const customersToMerge = (work: Work, ids: readonly string[]) => work.rows(toMerge, { ids });

const contactForChange = statement<ContactRow & { orgPath: string }, { contactId: string }>(
  'customers.contactForChange',
  `select k.*, c.org_path from contacts k
     join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
    where k.tenant_id = :tenant and k.id = :contactId and c.org_path ^@ any(:scopes) for update of k`,
);
export const lockContact = (work: Work, contactId: string) =>
  work.first(contactForChange, { contactId });

const contactRemoved = statement<never, { contactId: string }>(
  'customers.contactRemoved',
  `delete from contacts
    where tenant_id = :tenant and id = :contactId and not evidence_is_held('customer', customer_id)`,
);
export const deleteContact = (work: Work, contactId: string) =>
  work.run(contactRemoved, { contactId });

const wholePhones = statement<{ id: string; phone: string }, { ids: readonly string[] }>(
  'customers.wholePhones',
  `select id, phone from customers
    where tenant_id = :tenant and id = any(:ids::uuid[]) and org_path ^@ any(:scopes)
      and not (org_path ^@ any(:notShared))`,
);
/** The same customers with their telephones in full: for who may reveal them, and on record at the caller’s (ARC-10). */
export async function phonesOf<Item extends { id: string; phone: string }>(
  work: Work,
  items: readonly Item[],
): Promise<Item[]> {
  const rows = await work.rows(wholePhones, { ids: items.map(({ id }) => id) });
  const phones = new Map(rows.map(({ id, phone }) => [id, phone]));
  return items.map((item) => ({ ...item, phone: phones.get(item.id) ?? item.phone }));
}

const visitNoted = statement<
  { id: string; orgPath: string },
  { customerId: string; onDate: string }
>(
  'customers.visitNoted',
  `update customers set last_visit_on = :onDate::date, updated_at = :now, version = version + 1
    where tenant_id = :tenant and id = :customerId
      and (last_visit_on is null or last_visit_on < :onDate::date)
   returning id, org_path`,
);
export const noteVisitRow = (work: Work, customerId: string, onDate: string) =>
  work.first(visitNoted, { customerId, onDate });

const ofPhone = statement<CustomerRow, { tail: string }>(
  'customers.ofPhone',
  `select * from customers
    where tenant_id = :tenant and phone_tail = :tail and merged_into_id is null
      and org_path ^@ any(:scopes)
    order by id desc limit 5`,
);
/** Who is on file under this number (in its stored form); the latest five. */
export const customersOfPhone = (work: Work, phone: string) =>
  work.rows(ofPhone, { tail: backwards(phone) });

export const insertCustomer = (work: Work, row: Fresh<'customers'>) =>
  work.insert('customers', row);
export const updateCustomer = (work: Work, id: string, change: ChangeOf<'customers'>) =>
  work.update('customers', { id }, change);
export const insertContact = (work: Work, row: Fresh<'contacts'>) => work.insert('contacts', row);
export const updateContact = (work: Work, id: string, change: ChangeOf<'contacts'>) =>
  work.update('contacts', { id }, change);
export const insertConsent = (work: Work, row: Fresh<'consents'>) => work.insert('consents', row);
