import { type Static, Type } from 'typebox';
import { commitmentLife } from '#modules/commitments/lifecycle.ts';
import { customer } from '#modules/customers/contract.ts';
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
  personalText,
  sumSpan,
  text,
  vinText,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { completeness } from './contract.ts';
import { fileCards } from './contract-cards.ts';
import { carItem } from './contract-fleet.ts';
import { timelineEntry } from './contract-timeline.ts';
import { archiveVisit } from './contract-visit.ts';

const car = shape({
  ...carItem.properties,
  vin: vinText,
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
  // Nameless: the name stands with the services that are proposed, and once in an answer.
  nextDueWhy: nullable(shape(nextDueWhy.properties)),
  lastVisitOn: nullable(date),
  historyNote: text(20_000),
});
const complaint = shape({
  id,
  number: text(40),
  kind: text(40),
  state: line(40),
  content: text(20_000),
  receivedAt: instant,
  closedAt: nullable(instant),
  isWalled: Type.Boolean({ description: 'kept from a tier above: it tells its state alone' }),
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
/** What the house promised and has not settled. */
export const openPromise = shape({
  id,
  rule: line(80),
  aboutType: line(40),
  aboutId: id,
  subject: personalText('words', 200),
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
    cards: fileCards,
  },
  { $id: 'Archive' },
);
export type Archive = Static<typeof archive>;

/** The file of one customer: apart from the lists, which need not know what all cards hold. */
export const fileRoutes = {
  read: route({
    id: 'archive.read',
    method: 'GET',
    path: '/customers/:customerId/archive',
    summary: 'The whole file of a customer, with all that his page shows first',
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
};
