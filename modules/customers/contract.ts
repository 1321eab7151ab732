import { type Static, Type } from 'typebox';
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
  text,
  version,
} from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';

import { reminderChoice } from './contract-reminders.ts';
import { restriction } from './contract-restrictions.ts';

export { type Paper, paper, paperKinds, paperRoutes } from './contract-papers.ts';
export {
  commercialReminders,
  type ReminderChoice,
  type ReminderKind,
  reminderChoice,
  reminderChoiceRoutes,
  reminderKinds,
} from './contract-reminders.ts';
export { type Restriction, restriction, restrictionRoutes } from './contract-restrictions.ts';

export const customerKinds = ['person', 'company'] as const;
export const salutations = ['', 'mr', 'ms'] as const;
export const channels = ['phone', 'sms', 'email', 'wecom', 'none'] as const;
export const customerSources = ['visit', 'enquiry', 'import', 'portal'] as const;
export const contactRoles = [
  'owner',
  'driver',
  'fleetManager',
  'payer',
  'family',
  'other',
] as const;
/** What a person’s whole data are wanted for (ARC-10). */
export const revealReasons = ['contact', 'identity', 'asked', 'other'] as const;
export const consentPurposes = ['service', 'marketing', 'sharing'] as const;
export const consentChannels = ['phone', 'sms', 'email', 'wecom', 'any'] as const;

const phoneTyped = text(40, 'as typed; stored as dialled in China, +… from abroad');
const clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', maxLength: 5 });

export const contact = shape(
  {
    id,
    vehicleId: nullable(id),
    role: oneOf(contactRoles),
    name: personalName(80),
    phone: personalText('phone', 40, 'masked'),
    note: text(300),
    version,
  },
  { $id: 'Contact' },
);
export type Contact = Static<typeof contact>;
export const consent = shape(
  {
    purpose: oneOf(consentPurposes),
    channel: oneOf(consentChannels),
    given: Type.Boolean(),
    evidence: text(300),
    at: instant,
  },
  { $id: 'Consent' },
);

const basics = {
  id,
  orgUnitId: id,
  kind: oneOf(customerKinds),
  name: personalName(80),
  salutation: oneOf(salutations),
  phone: personalText('phone', 40, 'masked; whole by POST /customers/{customerId}/reveal'),
  address: personalText('address', 200),
  birthday: personalText(
    'birthday',
    30,
    '1985-03-07, 03-07, lunar 08-15, lunar leap 04-15 or empty',
  ),
  source: oneOf(customerSources),
  firstSeenOn: date,
  lastVisitOn: nullable(date),
  version,
};
export const customerItem = shape(basics, { $id: 'CustomerItem' });
export type CustomerItem = Static<typeof customerItem>;

export const customer = shape(
  {
    ...basics,
    nextBirthdayOn: nullable(date),
    isBirthday: Type.Boolean({ description: 'today' }),
    wishes: text(2000),
    doNotMention: text(500),
    language: oneOf(['zh-CN', 'en']),
    preferredChannel: oneOf(channels),
    callFrom: nullable(clock),
    callUntil: nullable(clock),
    contacts: Type.Array(contact, { maxItems: 100 }),
    consents: Type.Array(consent, { maxItems: 20 }),
    reminders: Type.Array(reminderChoice, { maxItems: 8 }),
    restriction: nullable(restriction),
    mergedIntoId: nullable(id),
    createdAt: instant,
    updatedAt: instant,
  },
  { $id: 'Customer' },
);
export type Customer = Static<typeof customer>;

/** What can be said of a customer by hand; only the name is needed. */
export const customerFields = {
  kind: Type.Optional(oneOf(customerKinds)),
  salutation: Type.Optional(oneOf(salutations)),
  phone: Type.Optional(phoneTyped),
  address: Type.Optional(text(200)),
  birthday: Type.Optional(
    text(40, 'as typed: 1985-03-07, 3月7日, 农历八月十五; empty takes it out'),
  ),
  wishes: Type.Optional(text(2000, 'services hoped for')),
  doNotMention: Type.Optional(text(500)),
  language: Type.Optional(oneOf(['zh-CN', 'en'])),
  preferredChannel: Type.Optional(oneOf(channels)),
  callFrom: Type.Optional(nullable(clock)),
  callUntil: Type.Optional(nullable(clock)),
};
const contactFields = {
  vehicleId: Type.Optional(nullable(id)),
  phone: Type.Optional(phoneTyped),
  note: Type.Optional(text(300)),
};

const one = shape({ customerId: id });
const oneContact = shape({ contactId: id });

export const customerRoutes = {
  list: route({
    id: 'customers.list',
    method: 'GET',
    path: '/customers',
    summary:
      'List customers, latest first; q is a name, a piece of it, pinyin, initials or a phone’s tail',
    access: 'customers.see',
    personal: true,
    query: shape({
      ...pageFields,
      q: Type.Optional(text(80)),
      kind: Type.Optional(oneOf(customerKinds)),
      source: Type.Optional(oneOf(customerSources)),
    }),
    reply: listOf(customerItem),
  }),
  add: route({
    id: 'customers.add',
    method: 'POST',
    path: '/customers',
    summary: 'Put a customer on file',
    access: 'customers.edit',
    personal: true,
    body: shape({
      name: line(80),
      source: Type.Optional(oneOf(['visit', 'enquiry'])),
      ...customerFields,
    }),
    reply: customer,
    status: 201,
    problems: ['phone_invalid', 'birthday_invalid', 'birthday_of_company'],
  }),
  read: route({
    id: 'customers.read',
    method: 'GET',
    path: '/customers/:customerId',
    summary: 'A customer with contacts and what he allowed',
    access: 'customers.see',
    about: 'customer',
    personal: true,
    params: one,
    reply: customer,
  }),
  change: route({
    id: 'customers.change',
    method: 'PATCH',
    path: '/customers/:customerId',
    summary: 'Change a customer; a phone that is left out stays',
    access: 'customers.edit',
    about: 'customer',
    personal: true,
    params: one,
    body: shape({ name: Type.Optional(line(80)), ...customerFields }),
    reply: customer,
    problems: ['phone_invalid', 'birthday_invalid', 'birthday_of_company', 'customer_merged'],
  }),
  reveal: route({
    id: 'customers.reveal',
    method: 'POST',
    path: '/customers/:customerId/reveal',
    summary:
      'Phones, address, plates and VINs in full; who asked and what for is put on record (ARC-10)',
    access: 'customers.reveal',
    about: 'customer',
    personal: true,
    params: one,
    body: shape({
      reason: oneOf(revealReasons),
      note: Type.Optional(line(200, 'what for, in words; needed with `other`')),
    }),
    reply: shape({
      phone: text(40),
      address: text(200),
      contacts: Type.Array(shape({ id, phone: text(40) }), { maxItems: 100 }),
      vehicles: Type.Array(shape({ id, plate: text(20), vin: text(17) }), { maxItems: 1000 }),
    }),
    problems: ['reveal_reason_needed'],
  }),
  addContact: route({
    id: 'customers.addContact',
    method: 'POST',
    path: '/customers/:customerId/contacts',
    summary: 'Add a person to talk to about a customer or one of his vehicles',
    access: 'customers.edit',
    about: 'customer',
    personal: true,
    params: one,
    body: shape({ role: oneOf(contactRoles), name: line(80), ...contactFields }),
    reply: contact,
    status: 201,
    problems: ['phone_invalid'],
  }),
  changeContact: route({
    id: 'customers.changeContact',
    method: 'PATCH',
    path: '/contacts/:contactId',
    summary: 'Change a contact',
    access: 'customers.edit',
    about: 'contact',
    personal: true,
    params: oneContact,
    body: shape({
      role: Type.Optional(oneOf(contactRoles)),
      name: Type.Optional(line(80)),
      ...contactFields,
    }),
    reply: contact,
    problems: ['phone_invalid'],
  }),
  removeContact: route({
    id: 'customers.removeContact',
    method: 'DELETE',
    path: '/contacts/:contactId',
    summary: 'Remove a contact',
    access: 'customers.edit',
    about: 'contact',
    params: oneContact,
    reply: nothing,
    status: 204,
    problems: ['under_hold'],
  }),
  recordConsent: route({
    id: 'customers.recordConsent',
    method: 'POST',
    path: '/customers/:customerId/consents',
    summary: 'Record that a customer allowed or withdrew something; the last word holds',
    access: 'customers.edit',
    about: 'customer',
    params: one,
    body: shape({
      purpose: oneOf(consentPurposes),
      channel: oneOf(consentChannels),
      given: Type.Boolean(),
      evidence: Type.Optional(text(300, 'how it is known: a signed form, a call')),
    }),
    reply: consent,
    status: 201,
    problems: ['evidence_needed'],
  }),
};
