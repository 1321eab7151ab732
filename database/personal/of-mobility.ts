import type { Tables } from '../types.generated.ts';
import { his, kept, type MarksOf, third } from './marks.ts';

/** Where a customer was fetched or helped, and the cars that were lent to him. */
export const ofMobility = {
  trips: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: his,
    personal: {
      contactName: third('name'),
      contactPhone: third('phone'),
      address: 'address',
      wish: 'words',
      endReason: 'words',
    },
    plain:
      'kind state customerId vehicleId orderId appointmentId arriveBy driverId setOutAt arrivedAt endedAt',
  },
  loanCars: {
    of: 'nobody',
    plain: 'plate model condition conditionNote mileageKm inspectionUntil insuranceUntil',
  },
  loans: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: his,
    personal: { borrowerName: third('name'), costReason: 'words' },
    plain:
      'loanCarId customerId orderId state ground licenceClass licenceUntil checkedBy lentAt dueAt returnedAt costFen',
  },
  // Signed where the car went from hand to hand.
  carHandovers: {
    of: 'customer',
    purpose: 'proof',
    keep: 'repairRecord',
    reach: `(trip_id in (select t.id from trips t where t.tenant_id = :tenant and t.customer_id = :customerId)
      or loan_id in (select l.id from loans l where l.tenant_id = :tenant and l.customer_id = :customerId))`,
    personal: { note: kept('words'), signedBy: third('name') },
    plain: 'tripId loanId stage mileageKm fuelEighths signatureFileId takenBy at',
  },
  // Nothing of it speaks of him: the pictures themselves are marked with the files.
  carHandoverPhotos: { of: 'nobody', plain: 'carHandoverId fileId' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
