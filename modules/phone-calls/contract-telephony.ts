import { type Static, Type } from 'typebox';
import { id, line, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** An extension is what the telephone system calls a desk: digits, as a rule. */
const extensionText = Type.String({
  pattern: '^[0-9A-Za-z*#_-]{1,20}$',
  maxLength: 20,
  description: 'as the telephone system calls it',
});
const callBackMinutes = Type.Integer({
  minimum: 5,
  maximum: 2880,
  description: 'working minutes within which a missed call is called back',
});
const dialUrl = text(400, 'where the telephone system listens; empty: people dial themselves');

const telephony = shape({
  dialUrl,
  callBackMinutes,
  hasEndpoint: Type.Boolean({ description: 'an address for incoming events is enabled' }),
});
export type Telephony = Static<typeof telephony>;

export const phoneExtension = shape(
  { id, extension: extensionText, employeeId: id, employeeName: line(80), orgUnitName: line(80) },
  { $id: 'PhoneExtension' },
);
export type PhoneExtension = Static<typeof phoneExtension>;

const access = 'organisation.manage';

export const telephonyRoutes = {
  read: route({
    id: 'telephony.read',
    method: 'GET',
    path: '/telephony',
    summary: 'How the telephone system is spoken to, without any secret',
    access,
    reply: telephony,
  }),
  setUp: route({
    id: 'telephony.setUp',
    method: 'POST',
    path: '/telephony',
    summary:
      'Say where the telephone system listens, and within what time missed calls are called back',
    access,
    body: shape({ dialUrl, callBackMinutes }),
    reply: telephony,
    problems: ['telephony_address'],
  }),
  test: route({
    id: 'telephony.test',
    method: 'POST',
    path: '/telephony/test',
    summary: 'Ask the telephone system whether it hears us; no telephone rings',
    access,
    rate: 'heavy',
    writesItself: true,
    reply: shape({ isHeard: Type.Boolean() }),
    problems: ['telephony_not_set_up', 'telephony_not_allowed', 'telephony_refused'],
  }),
  extensions: route({
    id: 'telephony.extensions',
    method: 'GET',
    path: '/phone-extensions',
    summary: 'Whose telephone is which extension',
    access,
    reply: shape({ items: Type.Array(phoneExtension, { maxItems: 500 }) }),
  }),
  setExtension: route({
    id: 'telephony.setExtension',
    method: 'POST',
    path: '/phone-extensions',
    summary: 'Say whose telephone an extension is; said again it is another’s',
    access,
    body: shape({ employeeId: id, extension: extensionText }),
    reply: shape({ id }),
    status: 201,
    problems: ['extension_employee'],
  }),
  removeExtension: route({
    id: 'telephony.removeExtension',
    method: 'DELETE',
    path: '/phone-extensions/:phoneExtensionId',
    summary: 'An extension is nobody’s any more',
    access,
    about: 'phoneExtension',
    params: shape({ phoneExtensionId: id }),
    reply: shape({}),
  }),
};
