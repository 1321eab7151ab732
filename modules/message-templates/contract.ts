import { type Static, Type } from 'typebox';
import { reminderKinds } from '#modules/customers/contract.ts';
import { carriedChannels, message, messagePurposes } from '#modules/messages/contract.ts';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { gapReasons } from './judge/variables.ts';
import { templateLife } from './lifecycle.ts';

export const templateLanguages = ['zh-CN', 'en'] as const;
/** `carReady` says that the car may be fetched: it waits for the delivery check. */
export const templateOccasions = ['', 'carReady'] as const;

const words = {
  name: line(60),
  purpose: oneOf(messagePurposes),
  channel: oneOf(carriedChannels),
  language: oneOf(templateLanguages),
  occasion: oneOf(templateOccasions),
  subject: text(200, 'of an e-mail'),
  body: line(2000, 'with variables between braces: {称呼}'),
  remindsOf: oneOf(['', ...reminderKinds], 'what it reminds of: not sent to who switched that off'),
  providerTemplate: text(60, 'the SMS provider’s number for these words'),
  providerSignature: text(40, 'the signature before the text; the channel’s own when empty'),
};

export const messageTemplate = shape(
  {
    id,
    seriesId: id,
    edition: count,
    ...words,
    state: oneOf(templateLife.states),
    refusal: text(200),
    orgUnitName: line(80),
    writtenByName: nullable(line(80)),
    askedByName: nullable(line(80)),
    askedAt: nullable(instant),
    decidedByName: nullable(line(80)),
    decidedAt: nullable(instant),
    updatedAt: instant,
    version,
    steps: Type.Array(stepShape, { maxItems: 8 }),
  },
  { $id: 'MessageTemplate' },
);
export type MessageTemplate = Static<typeof messageTemplate>;

const gap = shape({ word: line(24, 'as it stands in the text'), why: oneOf(gapReasons) });
const filled = {
  subject: personalText('words', 1000),
  body: personalText('words', 10_000),
  gaps: Type.Array(gap, { maxItems: 60 }),
  parts: Type.Integer({ minimum: 0, maximum: 200, description: 'a text message is billed as' }),
};
/** A template as it would read to one customer. */
const preview = shape(filled, { $id: 'TemplatePreview' });
const usable = shape(
  {
    id,
    name: line(60),
    edition: count,
    purpose: oneOf(messagePurposes),
    channel: oneOf(carriedChannels),
    language: oneOf(templateLanguages),
    ...filled,
  },
  { $id: 'UsableTemplate' },
);
export type UsableTemplate = Static<typeof usable>;

const write = 'followUps.supervise';
const about = 'messageTemplate';
const params = shape({ templateId: id });
const one = { access: write, about, params } as const;
const ofCustomer = { about: 'customer', params: shape({ customerId: id }) } as const;
const wordingProblems = ['template_variable_unknown', 'template_no_subject'] as const;

export const templateRoutes = {
  list: route({
    id: 'messageTemplates.list',
    method: 'GET',
    path: '/message-templates',
    summary: 'Templates of one’s part of the tree and of the units above it, the latest first',
    access: write,
    query: shape({ ...pageFields, state: Type.Optional(oneOf(templateLife.states)) }),
    reply: listOf(messageTemplate),
  }),
  add: route({
    id: 'messageTemplates.add',
    method: 'POST',
    path: '/message-templates',
    summary: 'Write a template for one’s own unit and all below it; another person approves it',
    access: write,
    body: shape({
      ...words,
      occasion: Type.Optional(words.occasion),
      subject: Type.Optional(words.subject),
      remindsOf: Type.Optional(words.remindsOf),
      providerTemplate: Type.Optional(words.providerTemplate),
      providerSignature: Type.Optional(words.providerSignature),
    }),
    reply: messageTemplate,
    status: 201,
    problems: wordingProblems,
  }),
  change: route({
    ...one,
    id: 'messageTemplates.change',
    method: 'PATCH',
    path: '/message-templates/:templateId',
    summary: 'Write it anew, before it is handed in or after it was refused',
    body: shape({
      name: Type.Optional(words.name),
      purpose: Type.Optional(words.purpose),
      channel: Type.Optional(words.channel),
      language: Type.Optional(words.language),
      occasion: Type.Optional(words.occasion),
      subject: Type.Optional(words.subject),
      body: Type.Optional(words.body),
      remindsOf: Type.Optional(words.remindsOf),
      providerTemplate: Type.Optional(words.providerTemplate),
      providerSignature: Type.Optional(words.providerSignature),
    }),
    reply: messageTemplate,
    problems: wordingProblems,
  }),
  ask: route({
    ...one,
    id: 'messageTemplates.ask',
    method: 'POST',
    path: '/message-templates/:templateId/ask',
    summary: 'Hand it in for approval; what the law has against its words is said here',
    reply: messageTemplate,
    problems: ['template_no_way_out', 'template_forbidden_words', 'template_person'],
  }),
  approve: route({
    ...one,
    id: 'messageTemplates.approve',
    method: 'POST',
    path: '/message-templates/:templateId/approve',
    summary: 'Approve what another person wrote; the edition before it goes out of use',
    reply: messageTemplate,
    problems: ['template_own', 'template_person'],
  }),
  refuse: route({
    ...one,
    id: 'messageTemplates.refuse',
    method: 'POST',
    path: '/message-templates/:templateId/refuse',
    summary: 'Send it back with a reason',
    body: shape({ reason: line(200) }),
    reply: messageTemplate,
    problems: ['template_own', 'template_person'],
  }),
  retire: route({
    ...one,
    id: 'messageTemplates.retire',
    method: 'POST',
    path: '/message-templates/:templateId/retire',
    summary: 'Take it out of use, from the next message on',
    reply: messageTemplate,
  }),
  revise: route({
    ...one,
    id: 'messageTemplates.revise',
    method: 'POST',
    path: '/message-templates/:templateId/revise',
    summary: 'Begin its next edition; the present one stays in use until that is approved',
    reply: messageTemplate,
    status: 201,
    problems: ['template_edition_open', 'template_not_revisable'],
  }),
  preview: route({
    id: 'messageTemplates.preview',
    method: 'GET',
    path: '/customers/:customerId/message-templates/:templateId/preview',
    summary: 'How a template reads to a real customer, and what it lacks',
    access: write,
    about: 'customer',
    params: shape({ customerId: id, templateId: id }),
    reply: preview,
    personal: true,
  }),
  usable: route({
    id: 'messageTemplates.usable',
    method: 'GET',
    path: '/customers/:customerId/message-templates',
    summary: 'The approved templates as they read to this customer, with what each lacks',
    access: 'messages.send',
    ...ofCustomer,
    query: shape({ vehicleId: Type.Optional(id) }),
    reply: shape({ items: Type.Array(usable, { maxItems: 100 }) }),
    personal: true,
  }),
  send: route({
    id: 'messageTemplates.send',
    method: 'POST',
    path: '/customers/:customerId/template-messages',
    summary: 'Send a customer what an approved template says to him; refused where it has a gap',
    access: 'messages.send',
    ...ofCustomer,
    body: shape({
      templateId: id,
      vehicleId: Type.Optional(nullable(id)),
      address: Type.Optional(text(200, 'the customer’s telephone when left out')),
    }),
    reply: message,
    status: 201,
    problems: ['template_not_approved', 'template_variable_empty', 'delivery_not_checked'],
    personal: true,
  }),
};
