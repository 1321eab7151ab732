import type { Tables } from '../types.generated.ts';
import { type MarksOf, third } from './marks.ts';

/** Who was not on file gave his telephone or plate: by these he is found. */
const whose = (of: string) =>
  `(${of}customer_id = :customerId or (${of}customer_id is null
    and (${of}phone = any(:values) or ${of}plate = any(:values))))`;

/** The appointment book: who comes, and what he said; the bays themselves are nobody's. */
export const ofAppointments = {
  appointmentEntries: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    // Before the appointments: what is emptied there would lead nowhere.
    reach: `appointment_id in (select a.id from appointments a where a.tenant_id = :tenant and ${whose('a.')})`,
    personal: { note: 'words' },
    plain: 'appointmentId position step fromState toState formerAt startsAt byId at',
  },
  appointments: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: whose(''),
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
  bays: { of: 'nobody', plain: 'name kind position usedFrom usedUntil' },
  bayOutages: { of: 'nobody', plain: 'bayId fromAt untilAt reason' },
  shopPages: {
    of: 'nobody',
    plain:
      'slug isOpen intro mapPoint rescuePhone complaintPhone promises receptionSteps complaintSteps authorityPhone transportPhone takesBookings confirmsItself fetches changeUntilHours',
  },
  webBookings: { of: 'nobody', plain: 'formHash appointmentId' },
  teamHours: { of: 'nobody', plain: 'team weekday onDate minutes reason' },
  teamDays: { of: 'nobody', plain: 'team onDate bookedMinutes' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
