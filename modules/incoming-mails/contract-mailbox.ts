import { type Static, Type } from 'typebox';
import { count, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { mailboxFaults } from './lifecycle.ts';

const mailAddress = Type.String({
  pattern: '^[^@\\s<>]{1,64}@[^@\\s<>]{1,190}$',
  maxLength: 200,
  description: 'to which customers write',
});
const settings = {
  address: mailAddress,
  host: line(200, 'the IMAP server'),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  isSecure: Type.Boolean({
    description: 'TLS from the first byte (993); else STARTTLS, without which nothing is said',
  }),
  username: line(200),
  folder: line(200, 'whose mail is fetched'),
  doneFolder: text(200, 'where it goes once it is stored; empty: it stays, marked as read'),
  trustedServer: text(
    200,
    'the name under which the mail server signs its Authentication-Results; empty: senders are not checked',
  ),
  everyMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
  decideMinutes: Type.Integer({
    minimum: 15,
    maximum: 1440,
    description: 'working minutes within which somebody decides what a letter is',
  }),
  isActive: Type.Boolean(),
  isAnswered: Type.Boolean({ description: 'complaints by mail are acknowledged by mail' }),
};

const mailbox = shape({
  ...settings,
  hasPassword: Type.Boolean(),
  fetchedAt: nullable(instant),
  fault: oneOf(['', ...mailboxFaults]),
  said: text(300, 'what the mail server said, in its own words'),
  failingSince: nullable(instant),
  nextAt: nullable(instant),
});
export type Mailbox = Static<typeof mailbox>;

const access = 'organisation.manage';
/** Why a mailbox could not be opened, each with what to do. */
export const mailboxProblems = mailboxFaults.map(
  (fault) => `mailbox_${fault}` as const satisfies string,
);

export const mailboxRoutes = {
  read: route({
    id: 'mailbox.read',
    method: 'GET',
    path: '/mailbox',
    summary: 'The mailbox that is fetched from, and how it stands, without its password',
    access,
    reply: shape({ mailbox: nullable(mailbox) }),
  }),
  setUp: route({
    id: 'mailbox.setUp',
    method: 'POST',
    path: '/mailbox',
    summary: 'Say from which mailbox mail is fetched, how often, and where it goes afterwards',
    access,
    body: shape({
      ...settings,
      password: Type.Optional(text(200, 'kept sealed; left out it stays as it is')),
    }),
    reply: shape({ mailbox }),
    problems: ['mailbox_password_needed', 'mailbox_inside'],
  }),
  test: route({
    id: 'mailbox.test',
    method: 'POST',
    path: '/mailbox/test',
    summary: 'Open the mailbox as it is set up, and say how much lies there',
    access,
    rate: 'heavy',
    writesItself: true,
    reply: shape({ mails: count, unread: count }),
    problems: ['mailbox_not_set_up', ...mailboxProblems],
  }),
  fetch: route({
    id: 'mailbox.fetch',
    method: 'POST',
    path: '/mailbox/fetch',
    summary: 'Look for new mail now instead of at its time',
    access: 'complaints.see',
    needsOneOf: ['complaints.handle', 'organisation.manage'],
    rate: 'heavy',
    audit: {
      none: 'what it brings in is on record letter by letter; that somebody looked earlier changes nothing',
    },
    reply: shape({ isLooking: Type.Boolean() }),
    problems: ['mailbox_not_set_up'],
  }),
};
