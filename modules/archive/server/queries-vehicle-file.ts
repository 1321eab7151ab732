import {
  type ContactRow,
  type CustomerRow,
  presentContact,
  presentCustomerItem,
} from '#modules/customers/server/index.ts';
import { vehicleDuplicatesCard } from '#modules/duplicates/server/index.ts';
import { vehicleServicesCard } from '#modules/reminders/server/index.ts';
import { ofFormerOwner } from '#modules/vehicles/server/index.ts';
import { type JsonRow, jsonRow, jsonRows, rowOfJson } from '#platform/json-rows.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { CarPeople, VehicleFile } from '../contract-vehicle.ts';
import { openPromises, type Walled } from './queries.ts';

/** What other modules show on the page of a car. */
export const cards = { services: vehicleServicesCard, duplicates: vehicleDuplicatesCard } as const;

const owner =
  '(select v.owner_id from vehicles v where v.tenant_id = :tenant and v.id = :vehicleId)';
const seenOwner = `select c.* from customers c where c.tenant_id = :tenant and c.id = ${owner}
   and c.merged_into_id is null and c.org_path ^@ any(:scopes)`;
const contacts = `select k.* from contacts k join (${seenOwner}) c on c.id = k.customer_id
   where k.tenant_id = :tenant and k.vehicle_id = :vehicleId order by k.id limit 20`;

/** Where promises about a car come from, by type; what a former owner was promised is not the next one's (ARC-05). */
const tables = {
  serviceOrder: 'service_orders',
  complaint: 'complaints',
  followUp: 'follow_ups',
  matter: 'matters',
} as const;
const promised = Object.entries(tables).map(
  ([type, table]) => `select '${type}' as type, x.id from ${table} x
     where x.tenant_id = :tenant and x.vehicle_id = :vehicleId and '${type}' = any(:promised::text[])
       and not ${ofFormerOwner('x', owner)}`,
);

interface Told {
  owner: JsonRow<CustomerRow> | null;
  contacts: JsonRow<ContactRow>[] | null;
  promises: Walled<VehicleFile['promises'][number]>[];
  services: Parameters<typeof vehicleServicesCard.shown>[0] | null;
  duplicates: Parameters<typeof vehicleDuplicatesCard.shown>[0] | null;
}
const beside = statement<Told, { vehicleId: string; sees: readonly string[]; promised: string[] }>(
  'archive.besideVehicle',
  `select case when 'people' = any(:sees::text[]) then ${jsonRow(seenOwner)} end as owner,
          case when 'people' = any(:sees::text[]) then ${jsonRows(contacts)} end as contacts,
          ${openPromises(promised.join(' union all '))} as promises,
          case when 'services' = any(:sees::text[]) then ${cards.services.sql} end as services,
          case when 'duplicates' = any(:sees::text[]) then ${cards.duplicates.sql} end as duplicates`,
  { isPlannedOnce: true },
);
/** What stands beside a car on its page: of what `sees` and `promised` do not name nothing is looked for. */
export async function besideVehicle(
  work: Work,
  asked: { vehicleId: string; sees: readonly string[]; promised: string[] },
): Promise<Told> {
  const given = Object.values(cards).map((card) => card.given?.(work));
  return (await work.first(beside, Object.assign({}, asked, ...given)))!;
}

const dated = { createdAt: true, updatedAt: true } as const;

/** The owner and his people for the car, as the customer's own page shows them. */
export function presentPeople(told: Pick<Told, 'owner' | 'contacts'>): CarPeople {
  const row = told.owner && rowOfJson(told.owner, dated);
  return {
    owner: row && { ...presentCustomerItem(row), doNotMention: row.doNotMention },
    contacts: (told.contacts ?? []).map((contact) => presentContact(rowOfJson(contact, dated))),
  };
}
