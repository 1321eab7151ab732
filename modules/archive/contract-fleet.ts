import { type Static, Type } from 'typebox';
import { customerKinds } from '#modules/customers/contract.ts';
import { plateColours } from '#modules/vehicles/contract.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  mileageAheadKm,
  mileageKm,
  nullable,
  oneOf,
  pageFields,
  personalName,
  plateText,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

export const carItem = shape({
  id,
  plate: plateText,
  plateColour: oneOf(plateColours),
  model: text(200),
});
const fleetCar = shape(
  {
    ...carItem.properties,
    mileageKm: nullable(mileageKm),
    lastVisitOn: nullable(date),
    nextDueOn: nullable(date),
    nextDueKm: nullable(mileageAheadKm),
    contacts: Type.Array(shape({ id, role: line(20), name: personalName(80) }), { maxItems: 5 }),
    order: nullable(
      shape({ id, number: line(40), state: line(40), promisedAt: nullable(instant) }),
    ),
    promises: count,
    promiseDueAt: nullable(instant),
  },
  { $id: 'FleetCar' },
);
export type FleetCar = Static<typeof fleetCar>;
const fleetTotals = shape({ vehicles: count, due: count, inHouse: count });

export const fleetRoutes = {
  fleet: route({
    id: 'archive.fleet',
    method: 'GET',
    path: '/customers/:customerId/fleet',
    summary:
      'The cars of a customer, the next due first: who drives each, its open order and what was promised of it',
    access: 'vehicles.see',
    about: 'customer',
    personal: true,
    params: shape({ customerId: id }),
    query: shape({ ...pageFields }),
    reply: shape({
      ...listOf(fleetCar).properties,
      name: personalName(80),
      kind: oneOf(customerKinds),
      totals: fleetTotals,
    }),
  }),
};
