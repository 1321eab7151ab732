import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalText,
  plateText,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { archiveVisit } from './contract-visit.ts';

/** What happened with a customer, as the history tells it. */
export const entryKinds = [
  'visit',
  'call',
  'message',
  'complaint',
  'matter',
  'paper',
  'consent',
  'owner',
  'merge',
] as const;
export type EntryKind = (typeof entryKinds)[number];
/** What happened with a car. */
export const vehicleEntryKinds = [
  'visit',
  'call',
  'complaint',
  'paper',
  'owner',
  'plate',
  'merge',
] as const;
export type VehicleEntryKind = (typeof vehicleEntryKinds)[number];
export type AnyEntryKind = EntryKind | VehicleEntryKind;
const anyKinds = [...entryKinds, 'plate'] as const satisfies readonly AnyEntryKind[];

export const timelineEntry = shape(
  {
    kind: oneOf(anyKinds),
    id,
    at: instant,
    /** Of a call, message, paper, consent: which kind of it. */
    what: text(40),
    state: text(40),
    direction: text(20),
    number: text(40),
    text: personalText('words', 20_000),
    byName: nullable(line(80)),
    satisfaction: nullable(count),
    vehicleId: nullable(id),
    plate: plateText,
    untilOn: nullable(date),
    orderId: nullable(id),
    fileId: nullable(id),
    contentType: text(120),
    visit: nullable(archiveVisit),
    isWalled: Type.Boolean({ description: 'a complaint kept from a tier above: its state alone' }),
  },
  { $id: 'TimelineEntry' },
);
export type TimelineEntry = Static<typeof timelineEntry>;

export const timelineRoutes = {
  ofCustomer: route({
    id: 'archive.timeline',
    method: 'GET',
    path: '/customers/:customerId/timeline',
    summary:
      'What happened with a customer, latest first: visits, calls, messages, complaints, matters, papers, consents, cars, merged files',
    access: 'customers.see',
    about: 'customer',
    personal: true,
    params: shape({ customerId: id }),
    query: shape({ ...pageFields, kind: Type.Optional(oneOf(entryKinds)) }),
    reply: listOf(timelineEntry),
  }),
  ofVehicle: route({
    id: 'archive.vehicleTimeline',
    method: 'GET',
    path: '/vehicles/:vehicleId/timeline',
    summary:
      'What happened with a car, latest first: visits, calls, complaints, papers, owners, plates, merged files',
    access: 'vehicles.see',
    about: 'vehicle',
    personal: true,
    params: shape({ vehicleId: id }),
    query: shape({ ...pageFields, kind: Type.Optional(oneOf(vehicleEntryKinds)) }),
    reply: listOf(timelineEntry),
  }),
};
