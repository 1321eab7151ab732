import { type Static, Type } from 'typebox';
import {
  asPaper,
  codeProblems,
  link,
  madeLink,
  messageCode,
  newLink,
  sentCode,
} from '#modules/links/contract.ts';
import { plateColours } from '#modules/vehicles/contract.ts';
import { id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { orderStates } from './lifecycle.ts';

const one = shape({ orderId: id });

/** What a customer sees of his order: of the car and himself no more than needed before he has proved to be it. */
export const heldOrder = shape(
  {
    id,
    number: line(30),
    state: oneOf(orderStates),
    plate: text(20, 'its middle hidden until the code is shown'),
    plateColour: oneOf(plateColours),
    shopName: line(80),
    shopPhone: text(40),
    receivedAt: instant,
    promisedAt: nullable(instant),
    isProved: Type.Boolean(),
  },
  { $id: 'HeldOrder' },
);
export type HeldOrder = Static<typeof heldOrder>;

export const orderLinkRoutes = {
  links: route({
    id: 'serviceOrders.links',
    method: 'GET',
    path: '/service-orders/:orderId/links',
    summary: 'The links that were made for the customer of an order',
    access: 'serviceOrders.see',
    about: 'serviceOrder',
    params: one,
    reply: shape({ items: Type.Array(link, { maxItems: 20 }) }),
  }),
  makeLink: route({
    id: 'serviceOrders.makeLink',
    method: 'POST',
    path: '/service-orders/:orderId/links',
    summary: 'Make a link by which the customer sees his papers; its address is shown once',
    access: 'messages.send',
    about: 'serviceOrder',
    secretReply: true,
    params: one,
    body: newLink,
    reply: madeLink,
    status: 201,
    problems: ['link_needs_phone'],
  }),
};

const held = { access: 'link:orderPapers', about: 'serviceOrder', params: one } as const;

/** For the customer who holds a link. */
export const heldOrderRoutes = {
  read: route({
    ...held,
    id: 'heldOrders.read',
    method: 'GET',
    path: '/held-orders/:orderId',
    summary: 'The order of the link',
    personal: true,
    reply: heldOrder,
    problems: ['link_over'],
  }),
  prove: route({
    ...held,
    id: 'heldOrders.prove',
    method: 'POST',
    path: '/held-orders/:orderId/prove',
    summary: 'Show the last four digits of the telephone that the shop knows',
    rate: 'secret',
    writesItself: true,
    body: shape({ code: Type.String({ pattern: '^\\d{4}$', maxLength: 4 }) }),
    reply: heldOrder,
    problems: ['link_code_wrong', 'link_over', 'too_many'],
  }),
  sendCode: route({
    ...held,
    id: 'heldOrders.sendCode',
    method: 'POST',
    path: '/held-orders/:orderId/code',
    summary: 'Send a code to the telephone on file: before an answer is signed',
    rate: 'heavy',
    writesItself: true,
    reply: sentCode,
    problems: [...codeProblems],
  }),
  confirm: route({
    ...held,
    id: 'heldOrders.confirm',
    method: 'POST',
    path: '/held-orders/:orderId/confirm',
    summary: 'Show the code of the text message',
    rate: 'secret',
    writesItself: true,
    body: messageCode,
    reply: heldOrder,
    problems: ['link_message_wrong', 'code_over', 'link_over', 'too_many'],
  }),
  sheet: route({
    ...held,
    id: 'heldOrders.sheet',
    audit: 'read',
    method: 'GET',
    path: '/held-orders/:orderId/sheet.pdf',
    summary: 'The papers of the order: request, work, checks, settlement, A4',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    query: asPaper,
    reply: Type.Unknown({ description: 'PDF or SVG' }),
    problems: ['link_code_needed', 'link_over'],
  }),
};
