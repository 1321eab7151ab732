import { type Static, Type } from 'typebox';
import { messagePurposes } from '#modules/messages/contract.ts';
import {
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { filters, letterKinds, paper, postRoutes } from './contract-post.ts';
import { letterLife } from './lifecycle.ts';

export { labelsASheet, letterKinds, mostSheets } from './contract-post.ts';

export const letterWays = ['post', 'hand', 'email'] as const;
export const letterLanguages = ['zh-CN', 'en'] as const;

const name = nullable(line(80));
const entryFields = {
  id,
  number: text(20, 'empty until it is in the register'),
  registeredOn: nullable(date),
  kind: oneOf(letterKinds),
  purpose: oneOf(messagePurposes),
  way: oneOf(letterWays),
  customerId: id,
  customerName: personalName(80),
  recipient: personalText('name', 80),
  address: personalText('address', 200),
  subject: personalText('words', 120),
  state: oneOf(letterLife.states),
  sentOn: nullable(date),
  returnedOn: nullable(date),
  reason: text(200, 'why it was sent back, withdrawn, or came back'),
  orgUnitName: line(80),
  writtenByName: name,
};
/** A line of the register 追踪服务信函登记表, or a letter that is still being written. */
const letterEntry = shape(entryFields, { $id: 'LetterEntry' });
export type LetterEntry = Static<typeof letterEntry>;

export const letter = shape(
  {
    ...entryFields,
    language: oneOf(letterLanguages),
    body: personalText('words', 4000),
    templateName: text(80, 'the approved template whose words it has unchanged'),
    needsApproval: Type.Boolean(),
    askedByName: name,
    decidedByName: name,
    decidedAt: nullable(instant),
    sentByName: name,
    fileId: nullable(id),
    createdAt: instant,
    version,
    steps: Type.Array(stepShape, { maxItems: 9 }),
  },
  { $id: 'Letter' },
);
export type Letter = Static<typeof letter>;

const words = {
  kind: oneOf(letterKinds),
  way: oneOf(letterWays),
  recipient: text(80, 'the customer with his salutation when left out'),
  address: text(200, 'the customer’s own when left out'),
};
const handwritten = {
  purpose: oneOf(messagePurposes),
  language: oneOf(letterLanguages),
  subject: line(120),
  body: line(4000),
};

const params = shape({ letterId: id });
const about = 'letter';
const one = { about, params, personal: true } as const;
const write = { ...one, access: 'messages.send', reply: letter } as const;
const why = shape({ reason: line(200) });
/** Why nothing may go to this customer now; asked again when it leaves (CAR-04). */
export const sendingProblems = [
  'letter_restricted',
  'letter_wishes_none',
  'letter_reminder_off',
  'letter_no_consent',
  'letter_too_often',
] as const;

export const letterRoutes = {
  list: route({
    id: 'letters.list',
    method: 'GET',
    path: '/letters',
    summary: 'The letters, the latest first; with a day the register alone (追踪服务信函登记表)',
    access: 'messages.see',
    personal: true,
    query: shape({
      ...pageFields,
      ...filters,
      state: Type.Optional(oneOf(letterLife.states)),
    }),
    reply: listOf(letterEntry),
  }),
  one: route({
    ...one,
    id: 'letters.one',
    method: 'GET',
    path: '/letters/:letterId',
    summary: 'A letter, with what may be done with it next',
    access: 'messages.see',
    reply: letter,
  }),
  write: route({
    id: 'letters.write',
    method: 'POST',
    path: '/customers/:customerId/letters',
    summary: 'Write a customer a letter by hand; another person approves it',
    access: 'messages.send',
    about: 'customer',
    params: shape({ customerId: id }),
    body: shape({
      ...words,
      ...handwritten,
      recipient: Type.Optional(words.recipient),
      address: Type.Optional(words.address),
    }),
    reply: letter,
    status: 201,
    personal: true,
  }),
  compose: route({
    id: 'letters.compose',
    method: 'POST',
    path: '/customers/:customerId/template-letters',
    summary: 'Write a customer what an approved template says to him; refused where it has a gap',
    access: 'messages.send',
    about: 'customer',
    params: shape({ customerId: id }),
    body: shape({
      ...words,
      recipient: Type.Optional(words.recipient),
      address: Type.Optional(words.address),
      templateId: id,
      vehicleId: Type.Optional(nullable(id)),
    }),
    reply: letter,
    status: 201,
    problems: ['template_not_approved', 'template_variable_empty', 'delivery_not_checked'],
    personal: true,
  }),
  change: route({
    ...write,
    id: 'letters.change',
    method: 'PATCH',
    path: '/letters/:letterId',
    summary: 'Write it anew; changed words need approval',
    body: shape({
      kind: Type.Optional(words.kind),
      way: Type.Optional(words.way),
      recipient: Type.Optional(line(80)),
      address: Type.Optional(words.address),
      purpose: Type.Optional(handwritten.purpose),
      subject: Type.Optional(handwritten.subject),
      body: Type.Optional(handwritten.body),
    }),
    problems: ['step_not_allowed'],
  }),
  release: route({
    ...write,
    id: 'letters.release',
    method: 'POST',
    path: '/letters/:letterId/release',
    summary: 'Put the unchanged words of an approved template into the register, with a number',
    problems: ['step_not_allowed', 'letter_needs_approval'],
  }),
  ask: route({
    ...write,
    id: 'letters.ask',
    method: 'POST',
    path: '/letters/:letterId/ask',
    summary: 'Hand it in for approval',
    problems: ['step_not_allowed', 'letter_person'],
  }),
  approve: route({
    ...write,
    id: 'letters.approve',
    access: 'followUps.supervise',
    method: 'POST',
    path: '/letters/:letterId/approve',
    summary: 'Approve what another person wrote: it gets the next number of the register',
    problems: ['step_not_allowed', 'letter_own', 'letter_person'],
  }),
  refuse: route({
    ...write,
    id: 'letters.refuse',
    access: 'followUps.supervise',
    method: 'POST',
    path: '/letters/:letterId/refuse',
    summary: 'Send it back with a reason',
    body: why,
    problems: ['step_not_allowed', 'letter_own', 'letter_person'],
  }),
  print: route({
    ...write,
    id: 'letters.print',
    method: 'POST',
    path: '/letters/:letterId/print',
    summary: 'Note that it lies on paper',
    problems: ['step_not_allowed'],
  }),
  send: route({
    ...write,
    id: 'letters.send',
    method: 'POST',
    path: '/letters/:letterId/send',
    summary:
      'Posted, handed over, or mailed with its PDF; that goes into the customer’s archive bag, too',
    writesItself: true,
    body: shape({ email: Type.Optional(text(200, 'where it goes by mail')) }),
    problems: ['step_not_allowed', 'letter_not_printed', 'letter_no_address', ...sendingProblems],
  }),
  takeBack: route({
    ...write,
    id: 'letters.takeBack',
    method: 'POST',
    path: '/letters/:letterId/take-back',
    summary: 'Note that the post brought it back, and why',
    body: why,
    problems: ['step_not_allowed', 'letter_not_posted'],
  }),
  withdraw: route({
    ...write,
    id: 'letters.withdraw',
    method: 'POST',
    path: '/letters/:letterId/withdraw',
    summary: 'Do not send it; a number that it has stays its own in the register',
    body: why,
    problems: ['step_not_allowed'],
  }),
  paper: route({
    ...paper,
    id: 'letters.paper',
    method: 'GET',
    path: '/letters/:letterId/letter.pdf',
    summary: 'The letter on A4; a draft says that it is one',
    access: 'messages.see',
    about,
    params,
  }),
  register: route({
    ...paper,
    id: 'letters.register',
    method: 'GET',
    path: '/letter-register/register.pdf',
    summary: 'The register of letters on A4, this year’s unless days are given',
    access: 'messages.see',
    query: shape(filters),
    problems: ['letter_days_reversed'],
  }),
  ...postRoutes,
};
