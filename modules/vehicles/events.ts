import { events, personal } from '#shared/events.ts';
import { date, id, nullable, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = shape({ vehicleId: id, ownerId: nullable(id) });

export const vehicleEvents = events(
  'vehicle',
  {
    added: which,
    changed: which,
    visited: shape({ vehicleId: id, ownerId: nullable(id), onDate: date }),
    ownerChanged: shape({ vehicleId: id, ownerId: nullable(id), formerOwnerId: nullable(id) }),
    plateChanged: shape({
      vehicleId: id,
      ownerId: nullable(id),
      plate: personal(text(20)),
      formerPlate: personal(text(20)),
    }),
  },
  { subject: { type: 'customer', by: 'ownerId' } },
);
