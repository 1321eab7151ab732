import { completenessOf } from '#modules/customers/server/index.ts';
import { can } from '#platform/actor.ts';
import { notFound } from '#platform/problem.ts';
import type { Language } from '#platform/words.ts';
import type { Work } from '#platform/work.ts';
import { maskPhone } from '#shared/phones.ts';
import { readPlate } from '#shared/plates.ts';
import type { Desk, PlateCard, PlateReading } from '../contract.ts';
import { type CardRow, cardById, cardByPlate, type Sees } from './card-queries.ts';
import { deskOf } from './desk-queries.ts';

const seenBy = ({ actor }: Work): Sees => ({
  seesCustomers: can(actor, 'customers.see'),
  seesOrders: can(actor, 'serviceOrders.see'),
  seesComplaints: can(actor, 'complaints.see'),
  seesFollowUps: can(actor, 'followUps.see'),
});

export async function cardOfVehicle(work: Work, vehicleId: string): Promise<PlateCard> {
  const row = await cardById(work, vehicleId, seenBy(work));
  if (!row) throw notFound();
  return shown(work, row);
}

/** Never refuses: what is no plate is said with what to check, and the car may be known by it all the same. */
export async function cardOfPlate(
  work: Work,
  typed: string,
  language: Language,
): Promise<PlateReading> {
  const read = readPlate(typed);
  const plate = read.kind === 'plate' ? read.plate : typed.trim().toUpperCase();
  const row = await cardByPlate(work, plate, seenBy(work));
  return {
    plate,
    kind: read.kind,
    type: read.kind === 'plate' ? read.type : null,
    colour: read.kind === 'plate' ? read.colour : null,
    hint: read.hint?.[language] ?? '',
    suggestion: (read.kind === 'faulty' && read.suggestion) || null,
    card: row ? shown(work, row) : null,
  };
}

/** Cars in the shop, and promises that are late or soon will be. */
export function deskFor(work: Work): Promise<Desk> {
  const sees = seenBy(work);
  const shownTypes = ['vehicle', 'serviceOrder', ...(sees.seesCustomers ? ['customer'] : [])];
  return deskOf(work, { seesCustomers: sees.seesCustomers, shownTypes });
}

function shown(work: Work, row: CardRow): PlateCard {
  const { maintenanceItems, intervalMonths, intervalKm, ...vehicle } = row.vehicle;
  const { customer } = row;
  return {
    ...row,
    vehicle,
    customer: customer && shownCustomer(customer),
    missing: can(work.actor, 'customers.see') ? missingOf(row) : [],
  };
}

/** What the archive of this customer and this car lacks (ARC-01); the owner himself, where nobody is on file. */
function missingOf({ vehicle, customer }: CardRow): string[] {
  if (customer === null) return ['owner'];
  const { missing } = completenessOf({ customer, vehicles: [vehicle], onceHadVehicle: true });
  return missing.map(({ field }) => field);
}

/** Phones stay masked on a card that anybody passing may read: a whole one is asked for, on record (ARC-10). */
function shownCustomer(
  stored: NonNullable<CardRow['customer']>,
): NonNullable<PlateCard['customer']> {
  const { address, firstSeenOn, ...customer } = stored;
  const contacts = customer.contacts.map((one) => ({ ...one, phone: maskPhone(one.phone) }));
  return { ...customer, phone: maskPhone(customer.phone), contacts };
}
