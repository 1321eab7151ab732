import { type Static, Type } from 'typebox';
import {
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
import { messageLife } from './lifecycle.ts';

export { messageRuleRoutes, optOutRoutes } from './contract-rules.ts';
export {
  partsOf,
  smsCallbackRoutes,
  smsEndpoints,
  smsProviders,
  smsRoutes,
} from './contract-sms.ts';
export { wecomCallbackRoutes, wecomEndpoint, wecomRoutes } from './contract-wecom.ts';

export const messageChannels = ['sms', 'email', 'wecom', 'letter', 'phone'] as const;
/** Those that the product itself carries; letters are printed, calls are made by people. */
export const carriedChannels = ['sms', 'email', 'wecom'] as const;
export const messagePurposes = ['service', 'marketing'] as const;
export const waitingReasons = [
  '',
  'restricted',
  'no_consent',
  'wishes_none',
  'quiet_hours',
  'too_often',
  'no_address',
  'no_channel',
  'undeliverable',
  'no_template',
  'reply_needed',
  'called_off',
  'reminder_off',
] as const;

export const message = shape(
  {
    id,
    customerId: nullable(id),
    direction: oneOf(['out', 'in']),
    channel: oneOf(messageChannels),
    purpose: oneOf(messagePurposes),
    template: text(80),
    address: personalText('words', 200, 'a telephone always masked, mail without customers.reveal'),
    subject: personalText('words', 200),
    body: personalText('words', 5000),
    aboutType: nullable(line(40)),
    aboutId: nullable(id),
    state: oneOf(messageLife.states),
    waitingFor: oneOf(waitingReasons, 'why it is held, or waits, or failed'),
    attempts: Type.Integer({ minimum: 0, maximum: 1000 }),
    nextTryAt: nullable(instant),
    sentAt: nullable(instant),
    delivery: oneOf(['', 'arrived', 'lost'], 'what the provider reports'),
    costLi: nullable(
      Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: 'thousandths of a yuan' }),
    ),
    createdAt: instant,
    createdByName: nullable(line(80)),
    version,
    steps: Type.Array(stepShape, { maxItems: 5 }),
  },
  { $id: 'Message' },
);
export type MessageShown = Static<typeof message>;

/** So many at a time stand on the page of a customer. */
export const threadAsked = { limit: 10 };

const port = Type.Integer({ minimum: 1, maximum: 65_535 });
const mailAddress = Type.String({ maxLength: 200, pattern: '^[^@\\s<>]+@[^@\\s<>]+$' });
const emailFields = {
  host: line(200),
  port,
  isSecure: Type.Boolean({
    description: 'TLS from the first byte (465); else STARTTLS if offered',
  }),
  username: text(200),
  from: mailAddress,
  fromName: text(80),
};

export const messageRoutes = {
  thread: route({
    id: 'messages.thread',
    method: 'GET',
    path: '/customers/:customerId/messages',
    summary: 'All messages to and from a customer, the latest first',
    access: 'messages.see',
    about: 'customer',
    params: shape({ customerId: id }),
    query: shape({ ...pageFields }),
    reply: listOf(message),
    personal: true,
  }),
  send: route({
    id: 'messages.send',
    method: 'POST',
    path: '/customers/:customerId/messages',
    summary: 'Send a customer a message; it is held where consent or the hour forbid it',
    access: 'messages.send',
    about: 'customer',
    params: shape({ customerId: id }),
    body: shape({
      channel: oneOf(carriedChannels),
      purpose: oneOf(messagePurposes),
      subject: Type.Optional(text(200)),
      body: line(5000),
      address: Type.Optional(
        text(200, 'the customer’s telephone, or who he is at WeCom, when left out'),
      ),
    }),
    reply: message,
    status: 201,
    personal: true,
  }),
  retry: route({
    id: 'messages.retry',
    method: 'POST',
    path: '/messages/:messageId/retry',
    summary: 'Try again to send a message that failed',
    access: 'messages.send',
    about: 'message',
    params: shape({ messageId: id }),
    reply: message,
    personal: true,
  }),
  channels: route({
    id: 'messages.channels',
    method: 'GET',
    path: '/message-channels',
    summary: 'By what this house can send, without its secrets',
    access: 'organisation.manage',
    reply: shape({
      email: nullable(shape({ ...emailFields, hasPassword: Type.Boolean() })),
    }),
  }),
  setUpEmail: route({
    id: 'messages.setUpEmail',
    method: 'POST',
    path: '/message-channels/email',
    summary: 'Say which mail server sends; what waited for it goes out',
    access: 'organisation.manage',
    body: shape({
      ...emailFields,
      password: Type.Optional(Type.String({ maxLength: 200, description: 'kept when left out' })),
    }),
    reply: shape({ ...emailFields, hasPassword: Type.Boolean() }),
  }),
  testEmail: route({
    id: 'messages.testEmail',
    audit: { none: 'one mail to try the server; nothing is kept' },
    method: 'POST',
    path: '/message-channels/email/test',
    summary: 'Send one mail to an address of one’s own, by the mail server as it is set up',
    access: 'organisation.manage',
    rate: 'heavy',
    writesItself: true,
    body: shape({ address: mailAddress }),
    reply: shape({ address: mailAddress }),
    problems: ['email_not_set_up', 'email_refused', 'email_not_allowed'],
  }),
};
