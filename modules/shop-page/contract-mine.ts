import { type Static, Type } from 'typebox';
import {
  channels,
  consentPurposes,
  customerFields,
  reminderKinds,
} from '#modules/customers/contract.ts';
import {
  codeProblems,
  link,
  madeLink,
  messageCode,
  newLink,
  sentCode,
} from '#modules/links/contract.ts';
import { rightsRequestLife } from '#modules/privacy/lifecycle.ts';
import { proposalKinds } from '#modules/reminders/contract.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  nullable,
  oneOf,
  personalName,
  plateText,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const one = shape({ customerId: id });
const about = 'customer';

/** What he may ask for by his link; what changes words of his is described in the request. */
export const askedByLink = ['copy', 'correction', 'deletion', 'restriction'] as const;

const visit = shape({
  number: line(30),
  on: date,
  mileageKm: count,
  jobs: Type.Array(text(300), { maxItems: 12, description: 'what was agreed to and done' }),
});
const carFields = {
  model: text(120),
  mileageKm: nullable(count),
  nextDueOn: nullable(date),
  nextDueKm: nullable(count),
  due: Type.Array(shape({ kind: oneOf(proposalKinds), dueOn: date }), {
    maxItems: 12,
    description: 'what the car needs next, the earliest first',
  }),
  visits: Type.Array(visit, { maxItems: 20, description: 'the latest first' }),
};
const consent = shape({
  purpose: oneOf(consentPurposes),
  isOn: Type.Boolean(),
  since: nullable(instant),
});

const clock = Type.String({ pattern: '^\\d{2}:\\d{2}$', maxLength: 5 });
/** How he wants to be dealt with: what every call and message is judged by. */
const ownWishes = shape({
  preferredChannel: oneOf(channels),
  callFrom: nullable(clock),
  callUntil: nullable(clock),
  language: oneOf(['zh-CN', 'en']),
  doNotMention: text(500),
  birthday: text(30, 'without its year: who found out four digits learns no age'),
});
const reminder = shape({
  kind: oneOf(reminderKinds),
  isOn: Type.Boolean(),
  needsConsent: Type.Boolean({ description: 'sent only while he agrees to offers besides' }),
  since: nullable(instant),
});

const dataFields = {
  id,
  isProved: Type.Boolean(),
  needsMessage: Type.Boolean({ description: 'a code can be sent, and has to be shown first' }),
  shopName: line(80),
  shopPhone: text(40),
  rightsDays: Type.Integer({ minimum: 0, maximum: 10_000, description: 'working days' }),
  wishes: text(2000),
  ownWishes: nullable(ownWishes),
  consents: Type.Array(consent, { maxItems: consentPurposes.length }),
  reminders: Type.Array(reminder, { maxItems: reminderKinds.length }),
  kept: Type.Array(shape({ what: line(80), rows: count }), { maxItems: 100 }),
  keptUntil: nullable(instant),
  readings: Type.Array(shape({ month: line(7, 'YYYY-MM'), how: line(80), times: count }), {
    maxItems: 60,
    description: 'who saw him in full, by month and way',
  }),
  requests: Type.Array(
    shape({
      number: line(40),
      kind: line(40),
      state: oneOf(rightsRequestLife.states),
      receivedAt: instant,
      dueAt: instant,
    }),
    { maxItems: 20 },
  ),
};

/** What a customer sees of himself by his link: nothing but the shop before he has shown the digits of his telephone. */
export const heldData = shape(
  {
    ...dataFields,
    name: text(120),
    cars: Type.Array(shape({ plate: text(20), ...carFields }), { maxItems: 20 }),
  },
  { $id: 'HeldData' },
);
/** The same as the desk previews it. */
const previewedData = shape({
  ...dataFields,
  name: personalName(120),
  cars: Type.Array(shape({ plate: plateText, ...carFields }), { maxItems: 20 }),
});
export type HeldData = Static<typeof heldData>;

export const dataLinkRoutes = {
  links: route({
    id: 'dataLinks.list',
    method: 'GET',
    path: '/customers/:customerId/links',
    summary: 'The links that were made for a customer to what is held of him',
    access: 'customers.edit',
    about,
    params: one,
    reply: shape({ items: Type.Array(link, { maxItems: 20 }) }),
  }),
  preview: route({
    id: 'dataLinks.preview',
    method: 'GET',
    path: '/customers/:customerId/customer-page',
    summary: 'The page of the link, as he sees it once he has shown who he is',
    access: 'customers.export',
    about,
    personal: true,
    params: one,
    reply: previewedData,
    problems: ['not_shared'],
  }),
  makeLink: route({
    id: 'dataLinks.makeLink',
    method: 'POST',
    path: '/customers/:customerId/links',
    summary: 'Make a link by which a customer sees and steers what is held of him; shown once',
    access: 'customers.export',
    about,
    stepUp: true,
    secretReply: true,
    params: one,
    body: newLink,
    reply: madeLink,
    status: 201,
    problems: ['link_needs_phone', 'not_shared'],
  }),
};

const held = { access: 'link:myData', about, params: one, personal: true } as const;

/** For the customer who holds a link to what is held of him. */
export const heldDataRoutes = {
  read: route({
    ...held,
    id: 'heldData.read',
    method: 'GET',
    path: '/held-data/:customerId',
    summary: 'What is held of him: cars and visits, consents, what is kept, who looked, requests',
    reply: heldData,
    problems: ['link_over'],
  }),
  prove: route({
    ...held,
    id: 'heldData.prove',
    method: 'POST',
    path: '/held-data/:customerId/prove',
    summary: 'Show the last four digits of the telephone that the shop knows',
    rate: 'secret',
    writesItself: true,
    body: shape({ code: Type.String({ pattern: '^\\d{4}$', maxLength: 4 }) }),
    reply: heldData,
    problems: ['link_code_wrong', 'link_over', 'too_many'],
  }),
  sendCode: route({
    ...held,
    id: 'heldData.sendCode',
    method: 'POST',
    path: '/held-data/:customerId/code',
    summary: 'Send a code to the telephone on file: before anything of him is shown',
    rate: 'heavy',
    writesItself: true,
    reply: sentCode,
    problems: [...codeProblems],
  }),
  confirm: route({
    ...held,
    id: 'heldData.confirm',
    method: 'POST',
    path: '/held-data/:customerId/confirm',
    summary: 'Show the code of the text message',
    rate: 'secret',
    writesItself: true,
    body: messageCode,
    reply: heldData,
    problems: ['link_message_wrong', 'code_over', 'link_over', 'too_many'],
  }),
  consent: route({
    ...held,
    id: 'heldData.consent',
    method: 'POST',
    path: '/held-data/:customerId/consents',
    summary: 'Switch a kind of message on or off: in effect at once, on record as his own word',
    body: shape({ purpose: oneOf(consentPurposes), given: Type.Boolean() }),
    reply: heldData,
    problems: ['link_code_needed', 'link_message_needed', 'link_over', 'customer_merged'],
  }),
  remind: route({
    ...held,
    id: 'heldData.remind',
    method: 'POST',
    path: '/held-data/:customerId/reminders',
    summary: 'Switch a kind of reminder off or on: in effect at once, on record with the link',
    body: shape({ kind: oneOf(reminderKinds), isOn: Type.Boolean() }),
    reply: heldData,
    problems: ['link_code_needed', 'link_message_needed', 'link_over', 'customer_merged'],
  }),
  wish: route({
    ...held,
    id: 'heldData.wish',
    method: 'POST',
    path: '/held-data/:customerId/wishes',
    summary: 'Change how he wants to be reached, when, in which language and what about',
    body: shape({
      wishes: customerFields.wishes,
      doNotMention: customerFields.doNotMention,
      language: customerFields.language,
      preferredChannel: customerFields.preferredChannel,
      callFrom: customerFields.callFrom,
      callUntil: customerFields.callUntil,
      birthday: customerFields.birthday,
    }),
    reply: heldData,
    problems: [
      'link_code_needed',
      'link_message_needed',
      'link_over',
      'customer_merged',
      'call_hours_order',
      'birthday_invalid',
      'birthday_of_company',
    ],
  }),
  ask: route({
    ...held,
    id: 'heldData.ask',
    method: 'POST',
    path: '/held-data/:customerId/requests',
    summary: 'Ask for a copy, correction, deletion or restriction: its clock begins',
    body: shape({ kind: oneOf(askedByLink), wish: line(1000) }),
    reply: heldData,
    status: 201,
    problems: [
      'link_code_needed',
      'link_message_needed',
      'link_over',
      'already_erased',
      'request_open_already',
    ],
  }),
};
