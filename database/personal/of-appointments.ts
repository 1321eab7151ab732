import type { Tables } from '../types.generated.ts';
import { type MarksOf, third } from './marks.ts';

/** The appointment book: who comes, and what he said; the bays themselves are nobody's. */
export const ofAppointments = {
  appointments: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    // Who was not on file gave his telephone or plate: by these he is found.
    reach:
      '(customer_id = :customerId or (customer_id is null and (phone = any(:values) or plate = any(:values))))',
    personal: {
      name: third('name'),
      phone: third('phone'),
      plate: 'plate',
      place: 'address',
      wish: 'words',
      partsNote: 'words',
      cancelReason: 'words',
    },
    plain:
      'customerId vehicleId kind team way fetching plannedMinutes startsAt endsAt loads bayId advisorId parts state timesMoved arrivedAt takenBy calledAt orderId',
  },
  appointmentEntries: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach:
      'appointment_id in (select a.id from appointments a where a.tenant_id = :tenant and a.customer_id = :customerId)',
    personal: { note: 'words' },
    plain: 'appointmentId position step fromState toState formerAt startsAt byId at',
  },
  bays: { of: 'nobody', plain: 'name kind position usedFrom usedUntil' },
  bayOutages: { of: 'nobody', plain: 'bayId fromAt untilAt reason' },
  teamHours: { of: 'nobody', plain: 'team weekday onDate minutes reason' },
  teamDays: { of: 'nobody', plain: 'team onDate bookedMinutes' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
