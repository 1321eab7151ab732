import { type Static, Type } from 'typebox';
import { commitmentLife } from '#modules/commitments/lifecycle.ts';
import {
  customer,
  customerItem,
  customerKinds,
  customerSources,
} from '#modules/customers/contract.ts';
import { nextDueWhy } from '#modules/vehicles/contract.ts';
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
  sumSpan,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { carItem, fleetRoutes } from './contract-fleet.ts';
import { timelineEntry } from './contract-timeline.ts';
import { archiveVisit } from './contract-visit.ts';

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
  plate: Type.Optional(text(20)),
  owedBy: line(60, 'the permission that fills it in'),
});
const completeness = shape(
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
    name: line(80),
    phone: text(40, 'masked'),
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

const car = shape({
  ...carItem.properties,
  vin: text(17),
  vinWarning: text(200),
  vehicleType: text(40),
  mileageKm: nullable(mileageKm),
  mileageOn: nullable(date),
  firstRegisteredOn: nullable(date),
  maintenanceItems: text(500),
  intervalMonths: nullable(count),
  intervalKm: nullable(count),
  nextDueOn: nullable(date),
  nextDueKm: nullable(mileageAheadKm),
  nextDueWhy: nullable(nextDueWhy),
  lastVisitOn: nullable(date),
  historyNote: text(20_000),
});
const complaint = shape({
  id,
  number: line(40),
  kind: line(40),
  state: line(40),
  content: text(20_000),
  receivedAt: instant,
  closedAt: nullable(instant),
});
const call = shape({
  id,
  at: instant,
  direction: line(20),
  result: line(20),
  mainPoints: text(20_000),
  satisfaction: nullable(count),
  byName: nullable(line(80)),
});
const planned = shape({
  id,
  rule: line(80),
  orderId: nullable(id),
  earliestOn: date,
  latestOn: date,
});
const matter = shape({
  id,
  kind: line(40),
  state: line(40),
  content: text(20_000),
  ownerName: nullable(line(80)),
  createdAt: instant,
});
const openPromise = shape({
  id,
  rule: line(80),
  aboutType: line(40),
  aboutId: id,
  subject: text(200),
  ownerName: nullable(line(80)),
  startedAt: instant,
  warnAt: nullable(instant),
  dueAt: instant,
  state: oneOf(commitmentLife.states),
  sum: Type.Array(sumSpan, { maxItems: 5000 }),
});
const some = <S extends Parameters<typeof Type.Array>[0]>(item: S) =>
  Type.Array(item, { maxItems: 20 });

export const archive = shape(
  {
    customer,
    completeness,
    vehicles: Type.Array(car, { maxItems: 100 }),
    visits: some(archiveVisit),
    complaints: some(complaint),
    calls: some(call),
    followUps: some(planned),
    matters: some(matter),
    promises: some(openPromise),
    /** The newest of what happened; the rest comes by `archive.timeline`. */
    timeline: listOf(timelineEntry),
  },
  { $id: 'Archive' },
);
export type Archive = Static<typeof archive>;

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
  read: route({
    id: 'archive.read',
    method: 'GET',
    path: '/customers/:customerId/archive',
    summary: 'The whole file of a customer',
    access: 'customers.see',
    about: 'customer',
    personal: true,
    params: shape({ customerId: id }),
    reply: archive,
  }),
  print: route({
    id: 'archive.print',
    audit: 'read',
    method: 'GET',
    path: '/customers/:customerId/archive.pdf',
    summary: 'The file on paper (客户档案基本资料表), A4; printing is put on record',
    access: 'customers.see',
    about: 'customer',
    personal: true,
    kind: 'stream',
    rate: 'heavy',
    params: shape({ customerId: id }),
    reply: Type.Unknown({ description: 'application/pdf' }),
    problems: ['print_busy', 'print_too_large', 'print_too_slow'],
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
