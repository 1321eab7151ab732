import { type Static, Type } from 'typebox';
import { complaintKinds, complaintLifecycle } from '#modules/complaints/lifecycle.ts';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { filings, incomingMailLife, leftOuts, marks, standings } from './lifecycle.ts';

export { type Mailbox, mailboxRoutes } from './contract-mailbox.ts';

const entryFields = {
  id,
  state: oneOf(incomingMailLife.states),
  fromAddress: personalText('words', 320, 'empty: the letter names none'),
  fromName: personalText('name', 200, 'as the sender calls himself: nothing follows from it'),
  subject: personalText('words', 500),
  beginning: personalText('words', 160),
  files: count,
  marks: Type.Array(oneOf(marks), { maxItems: marks.length }),
  standing: oneOf(standings),
  isConfirmed: Type.Boolean({ description: 'a person said that the sender is who he says' }),
  arrivedAt: instant,
  decideBy: nullable(instant),
  customerId: nullable(id),
  customerName: nullable(personalText('name', 200)),
  complaintId: nullable(id),
  complaintNumber: nullable(line(30)),
  filedAs: oneOf(['', ...filings]),
  decidedAt: nullable(instant),
  decidedByName: nullable(line(80)),
  isWalled: Type.Boolean({
    description: 'it belongs to a complaint kept from a tier above: that it came, and its state',
  }),
};

/** A line of the list of mail that wants a decision. */
const incomingMailEntry = shape(entryFields, { $id: 'IncomingMailEntry' });
export type IncomingMailEntry = Static<typeof incomingMailEntry>;

const attached = shape({
  id,
  fileName: personalText('words', 200),
  contentType: text(100),
  sizeBytes: count,
  fileId: nullable(id),
  leftOut: oneOf(['', ...leftOuts]),
});
export type AttachedFile = Static<typeof attached>;

/** What led to a customer, his car or an order; a display name never does. */
export const matchWays = ['order', 'vin', 'plate', 'phone', 'wroteTo', 'wroteBefore'] as const;
const mailMatch = shape(
  {
    ways: Type.Array(shape({ way: oneOf(matchWays), value: personalText('words', 320) }), {
      maxItems: 12,
    }),
    customerId: nullable(id),
    customerName: personalText('name', 200),
    phone: personalText('phone', 40),
    vehicleId: nullable(id),
    plate: plateText,
    model: text(80),
    orderId: nullable(id),
    orderNumber: text(30),
  },
  { $id: 'IncomingMailMatch' },
);
export type IncomingMailMatch = Static<typeof mailMatch>;

/** A complaint that the letter may belong to, and why. */
const mailThread = shape(
  {
    complaintId: id,
    number: line(30),
    state: oneOf(complaintLifecycle.states),
    complainantName: personalName(80),
    receivedAt: instant,
    way: oneOf(['answers', 'number', 'sameSender', 'sameCustomer']),
  },
  { $id: 'IncomingMailThread' },
);
export type IncomingMailThread = Static<typeof mailThread>;

export const incomingMail = shape(
  {
    ...entryFields,
    body: personalText('words', 100_000, 'plain words: of HTML what one reads, nothing fetched'),
    sentAt: nullable(instant),
    sizeBytes: count,
    contentHash: line(64, 'SHA-256 of the letter as the mailbox gave it'),
    messageId: personalText('words', 500),
    hasOriginal: Type.Boolean({ description: 'it was kept byte for byte' }),
    attached: Type.Array(attached, { maxItems: 400 }),
    phones: Type.Array(personalText('phone', 40), { maxItems: 10 }),
    note: personalText('words', 1000),
    confirmedByName: nullable(line(80)),
    confirmedHow: personalText('words', 500),
    vehicleId: nullable(id),
    orderId: nullable(id),
    acknowledgedAt: nullable(instant),
    isHeldBack: Type.Boolean({
      description:
        'the sender is not who he says: no customer is shown before somebody confirms him',
    }),
    matches: Type.Array(mailMatch, { maxItems: 20 }),
    threads: Type.Array(mailThread, { maxItems: 10 }),
    earlier: Type.Integer({
      minimum: 0,
      maximum: 100,
      description: 'letters of the sender before',
    }),
    version,
    steps: Type.Array(stepShape, { maxItems: 6 }),
  },
  { $id: 'IncomingMail' },
);
export type IncomingMail = Static<typeof incomingMail>;

export const shows = ['waiting', 'done', 'all'] as const;
const params = shape({ incomingMailId: id });
const about = 'incomingMail';
const act = {
  access: 'complaints.see',
  needsOneOf: ['complaints.handle'],
  about,
  params,
  personal: true,
} as const;
const stale = ['step_not_allowed', 'version_stale'] as const;

export const incomingMailRoutes = {
  list: route({
    id: 'incomingMails.list',
    method: 'GET',
    path: '/incoming-mails',
    summary:
      'Mail that came in: what waits for a decision, what was decided, or what belongs to a complaint',
    access: 'complaints.see',
    personal: true,
    query: shape({
      ...pageFields,
      show: Type.Optional(oneOf(shows)),
      complaintId: Type.Optional(id),
      customerId: Type.Optional(id),
    }),
    reply: listOf(incomingMailEntry),
  }),
  read: route({
    id: 'incomingMails.read',
    method: 'GET',
    path: '/incoming-mails/:incomingMailId',
    summary:
      'A letter with what was attached, whom it may concern and why, and complaints it may belong to',
    access: 'complaints.see',
    about,
    personal: true,
    params,
    reply: incomingMail,
  }),
  original: route({
    id: 'incomingMails.original',
    method: 'GET',
    path: '/incoming-mails/:incomingMailId/original.eml',
    summary: 'The letter byte for byte as it came, to be saved; its hash is that of the letter',
    access: 'customers.reveal',
    kind: 'stream',
    audit: 'read',
    rate: 'heavy',
    about,
    personal: true,
    params,
    reply: Type.Unknown({ description: 'message/rfc822' }),
    problems: ['original_walled'],
  }),
  open: route({
    ...act,
    id: 'incomingMails.open',
    method: 'POST',
    path: '/incoming-mails/:incomingMailId/open',
    summary:
      'Open a complaint from it: its clock began when the letter arrived; what was attached goes along',
    body: shape({
      kind: oneOf(complaintKinds),
      classKey: Type.Optional(line(40, 'of the tree of classes, below its kind')),
      content: line(4000),
      aboutWhom: Type.Optional(text(200)),
      complainantName: line(80),
      complainantPhone: Type.Optional(text(40)),
      customerId: Type.Optional(id),
      vehicleId: Type.Optional(id),
      orderId: Type.Optional(id),
    }),
    reply: incomingMail,
    problems: [
      ...stale,
      'mail_sender_unconfirmed',
      'customer_unknown',
      'vehicle_unknown',
      'order_unknown',
      'class_unknown',
    ],
  }),
  add: route({
    ...act,
    id: 'incomingMails.add',
    method: 'POST',
    path: '/incoming-mails/:incomingMailId/add',
    summary:
      'Add it to a complaint that is on the register: its words and what was attached go along',
    body: shape({ complaintId: id }),
    reply: incomingMail,
    problems: [...stale, 'mail_sender_unconfirmed', 'mail_complaint_unknown'],
  }),
  file: route({
    ...act,
    id: 'incomingMails.file',
    method: 'POST',
    path: '/incoming-mails/:incomingMailId/file',
    summary: 'It is no complaint; why',
    body: shape({ filedAs: oneOf(filings), note: Type.Optional(text(1000)) }),
    reply: incomingMail,
    problems: [...stale, 'mail_reason_needed'],
  }),
  putBack: route({
    ...act,
    id: 'incomingMails.putBack',
    method: 'POST',
    path: '/incoming-mails/:incomingMailId/put-back',
    summary: 'It was filed too soon: it waits for a decision again',
    reply: incomingMail,
    problems: stale,
  }),
  confirmSender: route({
    ...act,
    id: 'incomingMails.confirmSender',
    method: 'POST',
    path: '/incoming-mails/:incomingMailId/confirm-sender',
    summary: 'The sender was asked by another way, and it is he; how',
    body: shape({ note: line(500) }),
    reply: incomingMail,
    problems: ['mail_sender_not_in_doubt', 'version_stale'],
  }),
};
