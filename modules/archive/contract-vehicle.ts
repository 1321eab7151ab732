import { type Static, type TSchema, Type } from 'typebox';
import { contact, customerItem } from '#modules/customers/contract.ts';
import { duplicatesOfOne } from '#modules/duplicates/contract.ts';
import { proposal } from '#modules/reminders/contract.ts';
import { vehicle } from '#modules/vehicles/contract.ts';
import { id, listOf, nullable, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { openPromise } from './contract-file.ts';
import { timelineEntry } from './contract-timeline.ts';

const along = <Card extends TSchema>(card: Card) => Type.Optional(card);

/** Whose car it is and who drives it; of former owners nothing (ARC-05). */
const carPeople = shape(
  {
    owner: nullable(shape({ ...customerItem.properties, doNotMention: text(500) })),
    /** The owner's people for this car. */
    contacts: Type.Array(contact, { maxItems: 20 }),
  },
  { $id: 'CarPeople' },
);
export type CarPeople = Static<typeof carPeople>;

/** What is shown of a car at a glance; each part as its own route answers it, left out where the caller may not see it. */
const vehicleFile = shape(
  {
    vehicle,
    people: along(carPeople),
    promises: Type.Array(openPromise, { maxItems: 20 }),
    /** What the car needs next. */
    services: along(listOf(proposal)),
    duplicates: along(duplicatesOfOne),
    /** The latest papers of the car. */
    papers: along(listOf(timelineEntry)),
    /** The newest of what happened; the rest comes by `archive.vehicleTimeline`. */
    timeline: listOf(timelineEntry),
  },
  { $id: 'VehicleFile' },
);
export type VehicleFile = Static<typeof vehicleFile>;

/** How many papers the first view shows. */
export const papersAtAGlance = 5;

export const vehicleFileRoutes = {
  read: route({
    id: 'archive.vehicleFile',
    method: 'GET',
    path: '/vehicles/:vehicleId/archive',
    summary: 'The whole file of a car, with all that its page shows first',
    access: 'vehicles.see',
    about: 'vehicle',
    personal: true,
    params: shape({ vehicleId: id }),
    reply: vehicleFile,
  }),
};
