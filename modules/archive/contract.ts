import { type Static, Type } from 'typebox';
import { commitmentLife } from '#modules/commitments/lifecycle.ts';
import { customerItem, customerKinds, customerSources } from '#modules/customers/contract.ts';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  sumSpan,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { carItem, fleetRoutes } from './contract-fleet.ts';
import { archiveVisit } from './contract-visit.ts';

export type * from './contract-file.ts';
export type { FleetCar } from './contract-fleet.ts';
export { archiveVisit } from './contract-visit.ts';

/** Everything that a file must hold (ARC-01), as `missing` names it. */
export const archiveFields = [
  'name',
  'phone',
  'address',
  'wishes',
  'visitedOn',
  'vehicle',
  'plate',
  'model',
  'vehicleType',
  'maintenanceItems',
  'interval',
  'nextDue',
] as const;

const missingField = shape({
  field: oneOf(archiveFields),
  vehicleId: Type.Optional(id),
  plate: Type.Optional(plateText),
  owedBy: line(60, 'the permission that fills it in'),
});
export const completeness = shape(
  {
    missing: Type.Array(missingField, { maxItems: 1000 }),
    filled: count,
    wanted: count,
  },
  { $id: 'Completeness' },
);

export const archiveItem = shape(
  { ...customerItem.properties, vehicles: Type.Array(carItem, { maxItems: 20 }) },
  { $id: 'ArchiveItem' },
);
export type ArchiveItem = Static<typeof archiveItem>;

export const incompleteArchive = shape(
  {
    customerId: id,
    name: personalName(80),
    phone: personalText('phone', 40, 'masked'),
    vehicles: Type.Array(carItem, { maxItems: 20 }),
    completeness,
    ownerId: nullable(id),
    ownerName: nullable(line(80)),
    startedAt: instant,
    warnAt: nullable(instant),
    dueAt: instant,
    state: oneOf(commitmentLife.states),
    sum: Type.Array(sumSpan, { maxItems: 5000 }),
  },
  { $id: 'IncompleteArchive' },
);
export type IncompleteArchive = Static<typeof incompleteArchive>;

export const archiveRoutes = {
  list: route({
    id: 'archive.list',
    method: 'GET',
    path: '/archives',
    summary:
      'Customers with their cars, latest first; q is a name, pinyin, phone’s tail, plate or VIN or the tail of one',
    access: 'customers.see',
    personal: true,
    query: shape({
      ...pageFields,
      q: Type.Optional(text(80)),
      kind: Type.Optional(oneOf(customerKinds)),
      source: Type.Optional(oneOf(customerSources)),
    }),
    reply: listOf(archiveItem),
  }),
  listIncomplete: route({
    id: 'archive.listIncomplete',
    method: 'GET',
    path: '/archives/incomplete',
    summary: 'Archives that owe something: what is missing, who owes it, by when (ARC-02)',
    access: 'customers.see',
    personal: true,
    query: shape({
      ...pageFields,
      ownerId: Type.Optional(id),
      late: Type.Optional(Type.Boolean({ description: 'only those past their term' })),
    }),
    reply: listOf(incompleteArchive),
  }),
  ...fleetRoutes,
  vehicleVisits: route({
    id: 'archive.vehicleVisits',
    method: 'GET',
    path: '/vehicles/:vehicleId/visits',
    summary: 'The visits of a vehicle, latest first',
    access: 'serviceOrders.see',
    about: 'vehicle',
    params: shape({ vehicleId: id }),
    query: shape({ ...pageFields }),
    reply: listOf(archiveVisit),
  }),
};
