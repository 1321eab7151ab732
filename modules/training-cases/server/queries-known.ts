import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Known } from '../judge/redaction.ts';

const complaint = `complaints c where c.tenant_id = :tenant and c.id = :complaintId`;
const withOrder = `complaints c join service_orders o on o.tenant_id = c.tenant_id and o.id = c.order_id
      where c.tenant_id = :tenant and c.id = :complaintId`;
const withCar = `complaints c join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
      where c.tenant_id = :tenant and c.id = :complaintId`;
/** Who handled the order or the complaint, as a role; the other colleagues where a text names them. */
const colleague = (role: string, from: string, column: string) => `
    union all select '${role}', x.kind, x.value
     from (select ${column} as id from ${from}) w
     join employees e on e.tenant_id = :tenant and e.id = w.id
    cross join lateral (values ('name', e.name), ('phone', e.phone)) x (kind, value)`;

const known = statement<Known, { complaintId: string; words: string; above: readonly string[] }>(
  'trainingCases.known',
  `select found.role, found.kind, found.value from (
     select 'customer' as role, x.kind, x.value
       from (select c.* from ${complaint}) c
      cross join lateral (values ('name', c.complainant_name), ('phone', c.complainant_phone),
        ('number', c.number), ('number', c.reference_number)) x (kind, value)
    union all select 'customer', x.kind, x.value
       from (select c.customer_id from ${complaint}) c
       join customers u on u.tenant_id = :tenant and u.id = c.customer_id
      cross join lateral (values ('name', u.name), ('phone', u.phone), ('address', u.address)) x (kind, value)
    union all select 'contact', x.kind, x.value
       from (select c.customer_id from ${complaint}) c
       join contacts k on k.tenant_id = :tenant and k.customer_id = c.customer_id
      cross join lateral (values ('name', k.name), ('phone', k.phone)) x (kind, value)
    union all select 'customer', x.kind, x.value
       from (select v.plate, v.vin from ${withCar}) v
      cross join lateral (values ('plate', v.plate), ('vin', v.vin)) x (kind, value)
    union all select 'contact', x.kind, x.value
       from (select v.owner_id from ${withCar}) v
       join customers u on u.tenant_id = :tenant and u.id = v.owner_id
      cross join lateral (values ('name', u.name), ('phone', u.phone)) x (kind, value)
    union all select 'sender', x.kind, x.value
       from (select o.number, o.sender_name, o.sender_phone from ${withOrder}) o
      cross join lateral (values ('number', o.number), ('name', o.sender_name), ('phone', o.sender_phone)) x (kind, value)
    ${colleague('handler', complaint, 'c.handler_id')}
    ${colleague('advisor', withOrder, 'o.advisor_id')}
    ${colleague('technician', withOrder, 'o.technician_id')}
    union all select 'employee', x.kind, x.value
       from (select c.org_path from ${complaint}) c
       join employees e on e.tenant_id = :tenant and (e.org_path ^@ c.org_path or e.org_path = any(:above::text[]))
      cross join lateral (values ('name', e.name), ('phone', e.phone)) x (kind, value)
      where position(e.name in :words) > 0 or (length(e.phone) > 6 and position(right(e.phone, 4) in :words) > 0)
   ) found where length(found.value) >= 2 limit 2000`,
);

/** The units above a place, the top first: whoever works there may be named in a shop's words too. */
const unitsAbove = (orgPath: string): string[] => {
  const parts = orgPath.split('.').filter((part) => part !== '');
  return parts.slice(0, -1).map((_, at) => `${parts.slice(0, at + 1).join('.')}.`);
};

/** What is on file of everyone concerned in a complaint, and of the colleagues whom a text names. */
export const knownOf = (work: Work, complaintId: string, orgPath: string, words: string) =>
  work.rows(known, { complaintId, words, above: unitsAbove(orgPath) });
