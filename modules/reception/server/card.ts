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
  const { intervalMonths, intervalKm, ...vehicle } = row.vehicle;
  const { customer } = row;
  return {
    ...row,
    vehicle,
    customer: customer && shownCustomer(customer),
    missing: [
      ...(vehicle.vin === '' ? ['vin' as const] : []),
      ...(vehicle.model === '' ? ['model' as const] : []),
      ...(vehicle.mileageKm === null ? ['mileage' as const] : []),
      ...(customer === null && can(work.actor, 'customers.see') ? ['owner' as const] : []),
      ...(intervalMonths === null && intervalKm === null ? ['interval' as const] : []),
    ],
  };
}

/** Phones stay masked on a card that anybody passing may read: a whole one is asked for, on record (ARC-10). */
function shownCustomer({
  address,
  ...customer
}: NonNullable<CardRow['customer']>): NonNullable<PlateCard['customer']> {
  return {
    ...customer,
    phone: maskPhone(customer.phone),
    contacts: customer.contacts.map((contact) => ({
      ...contact,
      phone: maskPhone(contact.phone),
    })),
    missing: [
      ...(customer.phone === '' ? ['phone' as const] : []),
      ...(address === '' ? ['address' as const] : []),
      ...(customer.wishes === '' ? ['wishes' as const] : []),
    ],
  };
}
