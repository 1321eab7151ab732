import type { Tables } from '../types.generated.ts';
import { his, kept, type MarksOf, third } from './marks.ts';

/** As a part of a longer union: pictures and signatures of where his car, or one that was lent to him, went from hand to hand. */
export const filesOfHisHandovers = (['trip', 'loan'] as const)
  .map(
    (of) => `select s.signature_file_id
        from car_handovers s join ${of}s t on t.tenant_id = s.tenant_id and t.id = s.${of}_id
       where s.tenant_id = :tenant and t.customer_id = :customerId and :isOver
      union all
      select p.file_id from car_handover_photos p
        join car_handovers s on s.tenant_id = p.tenant_id and s.id = p.car_handover_id
        join ${of}s t on t.tenant_id = s.tenant_id and t.id = s.${of}_id
       where p.tenant_id = :tenant and t.customer_id = :customerId and :isOver
      union all
      `,
  )
  .join('');

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
