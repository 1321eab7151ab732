import { Type } from 'typebox';
import { arrivalAppointment } from '#modules/appointments/contract.ts';
import { offeredPackage } from '#modules/prices/contract.ts';
import {
  date,
  id,
  instant,
  line,
  listOf,
  mileageKm,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { discountRoutes } from './contract-discounts.ts';
import { guaranteeRoutes } from './contract-guarantees.ts';
import { offeredPrice } from './contract-lines.ts';
import {
  boardCard,
  fuelEighths,
  guarantee,
  listedOrder,
  serviceOrder,
  workshopJob,
} from './contract-record.ts';
import { orderStepRoutes } from './contract-steps.ts';
import { orderKinds, plateColours } from './contract-vocabulary.ts';
import { orderStates } from './lifecycle.ts';

export type { DiscountLimit, DiscountLimits } from './contract-discounts.ts';
export type { RepairGuarantees } from './contract-guarantees.ts';
export type {
  JobLine,
  OfferedPrice,
  Part,
  QuotedLine,
  RefusedBefore,
} from './contract-lines.ts';
export { type HeldOrder, heldOrderRoutes, orderLinkRoutes } from './contract-links.ts';
export {
  type PackageHead,
  type PackageOfLine,
  packageHead,
  packageHeads,
  packageOfLine,
} from './contract-packages.ts';
export type {
  BoardCard,
  Guarantee,
  ListedOrder,
  ServiceOrder,
  WorkshopJob,
} from './contract-record.ts';
export { fuelEighths } from './contract-record.ts';
export type { Discount } from './contract-shares.ts';
export type { CustomerAnswer, ToldAnswer } from './contract-steps.ts';
export * from './contract-vocabulary.ts';
export { orderKinds, payers } from './contract-vocabulary.ts';

const one = shape({ orderId: id });
const see = 'serviceOrders.see';
const receive = 'serviceOrders.receive';

const request = {
  kind: Type.Optional(oneOf(orderKinds)),
  senderName: Type.Optional(text(80)),
  senderPhone: Type.Optional(text(40)),
  fuelEighths: Type.Optional(fuelEighths),
  valuables: Type.Optional(text(500)),
};

/** What reception has to say before the first word: an order that is open, a guarantee that runs, what was refused. */
export const arrivalNotes = {
  openOrder: nullable(shape({ id, number: line(40) })),
  guarantee: nullable(guarantee),
  refused: Type.Array(shape({ description: text(300), reason: text(300) }), { maxItems: 20 }),
};

export const serviceOrderRoutes = {
  receive: route({
    id: 'serviceOrders.receive',
    method: 'POST',
    path: '/service-orders',
    summary: 'Receive a vehicle: the customer’s own words, mileage, what was promised',
    access: receive,
    personal: true,
    body: shape({
      vehicleId: id,
      customerId: Type.Optional(
        Type.Unsafe<string>({ ...id, description: 'the owner, if left out' }),
      ),
      customerWords: line(2000),
      mileageKm,
      mileageReason: Type.Optional(line(200, 'why it is lower than before')),
      promisedAt: Type.Optional(instant),
      earlierOrderId: Type.Optional(id),
      appointmentId: Type.Optional(id),
      ...request,
    }),
    reply: serviceOrder,
    status: 201,
    problems: [
      'advisor_needed',
      'mileage_lower',
      'vehicle_here_already',
      'owner_unknown',
      'earlier_order_needed',
      'earlier_order_unknown',
      'promise_past',
      'appointment_unknown',
      'appointment_of_other_car',
    ],
  }),
  list: route({
    id: 'serviceOrders.list',
    method: 'GET',
    path: '/service-orders',
    summary: 'Service orders, the latest first',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(orderStates)),
      vehicleId: Type.Optional(id),
      customerId: Type.Optional(id),
      advisorId: Type.Optional(id),
      number: Type.Optional(line(40, 'how the number begins, or ends')),
      receivedFrom: Type.Optional(date),
      receivedUntil: Type.Optional(date),
      sort: Type.Optional(oneOf(['receivedAt', '-receivedAt'])),
    }),
    reply: listOf(listedOrder),
  }),
  board: route({
    id: 'serviceOrders.board',
    method: 'GET',
    path: '/service-orders/board',
    summary: 'Every vehicle in the shop by what it waits for, late promises first (WSH-17)',
    access: see,
    personal: true,
    reply: shape({ items: Type.Array(boardCard, { maxItems: 500 }) }),
  }),
  card: route({
    id: 'serviceOrders.card',
    method: 'GET',
    path: '/service-orders/:orderId/card',
    summary:
      'One vehicle as the board shows it, or none once it has left: a change renews its card alone',
    access: see,
    about: 'serviceOrder',
    personal: true,
    params: one,
    reply: shape({ card: nullable(boardCard) }),
  }),
  workshop: route({
    id: 'serviceOrders.workshop',
    method: 'GET',
    path: '/service-orders/workshop',
    summary: 'One’s own jobs, what may be taken up, what waits for a check; without prices',
    access: 'serviceOrders.work',
    query: shape({ of: Type.Optional(oneOf(['mine', 'waiting', 'inspection'])) }),
    reply: shape({ items: Type.Array(workshopJob, { maxItems: 200 }) }),
  }),
  arrival: route({
    id: 'serviceOrders.arrival',
    method: 'GET',
    path: '/service-orders/arrival',
    summary: 'What reception has to know of a vehicle: last reading, running guarantee (WSH-14)',
    access: receive,
    about: null,
    personal: true,
    query: shape({ vehicleId: id, mileageKm: Type.Optional(mileageKm) }),
    reply: shape({
      vehicleId: id,
      plate: plateText,
      plateColour: oneOf(plateColours),
      model: text(120),
      lastMileageKm: nullable(mileageKm),
      lastMileageOn: nullable(date),
      customer: nullable(
        shape({
          id,
          name: personalName(120),
          phone: personalText('phone', 40),
          wishes: text(2000),
        }),
      ),
      ...arrivalNotes,
      appointment: nullable(arrivalAppointment),
    }),
  }),
  read: route({
    id: 'serviceOrders.read',
    method: 'GET',
    path: '/service-orders/:orderId',
    summary: 'The whole order',
    access: see,
    about: 'serviceOrder',
    personal: true,
    params: one,
    reply: serviceOrder,
  }),
  offers: route({
    id: 'serviceOrders.offers',
    method: 'GET',
    path: '/service-orders/:orderId/offers',
    summary: 'What the price list of the shop offers today for this vehicle, by what is typed',
    access: receive,
    about: 'serviceOrder',
    params: one,
    query: shape({
      q: text(60, 'the beginning of a code, a part of the name, or its pinyin initials'),
      kind: Type.Optional(oneOf(['job', 'part'])),
    }),
    reply: shape({ items: Type.Array(offeredPrice, { maxItems: 20 }) }),
  }),
  packages: route({
    id: 'serviceOrders.packages',
    method: 'GET',
    path: '/service-orders/:orderId/packages',
    summary:
      'The packages that the shop offers today for this vehicle, with their lines, by what is typed',
    access: receive,
    about: 'serviceOrder',
    params: one,
    query: shape({ q: text(60, 'the beginning of a code, a part of the name, or its initials') }),
    reply: shape({ items: Type.Array(offeredPackage, { maxItems: 20 }) }),
  }),
  change: route({
    id: 'serviceOrders.change',
    method: 'PATCH',
    path: '/service-orders/:orderId',
    summary: 'Correct what was written down at reception',
    access: receive,
    about: 'serviceOrder',
    personal: true,
    params: one,
    body: shape({ customerWords: Type.Optional(line(2000)), ...request }),
    reply: serviceOrder,
    problems: ['order_closed'],
  }),
  sheet: route({
    id: 'serviceOrders.sheet',
    audit: 'read',
    method: 'GET',
    path: '/service-orders/:orderId/sheet.pdf',
    summary: 'The order on paper (任务委托书), A4',
    access: see,
    about: 'serviceOrder',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    params: one,
    reply: Type.Unknown({ description: 'PDF' }),
  }),
  ...orderStepRoutes,
  ...discountRoutes,
  ...guaranteeRoutes,
};
