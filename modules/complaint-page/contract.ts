import { type Static, Type } from 'typebox';
import { remedyKinds } from '#modules/complaints/contract.ts';
import { complaintKinds, complaintLifecycle } from '#modules/complaints/lifecycle.ts';
import {
  codeProblems,
  link,
  madeLink,
  messageCode,
  newLink,
  sentCode,
} from '#modules/links/contract.ts';
import { fen, id, instant, line, nullable, oneOf, personalText, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const one = shape({ complaintId: id });
const base64 = '^[A-Za-z0-9+/]+={0,2}$';
/** As the page sends it, made small on the telephone. */
const picture = Type.Optional(
  Type.String({
    minLength: 4,
    maxLength: 900_000,
    pattern: base64,
    description: 'a picture, base64',
  }),
);
export const pictureProblems = [
  'file_kind_refused',
  'file_too_large',
  'picture_broken',
  'storage_full',
  'uploads_used_up',
  'talk_not_a_picture',
] as const;

const talkFields = {
  id,
  byCustomer: Type.Boolean(),
  byName: text(80),
  fileId: nullable(id),
  at: instant,
};

/** What the house sees of the customer's page of a complaint. */
export const complaintPage = shape(
  {
    complaintId: id,
    talks: Type.Array(shape({ ...talkFields, words: personalText('words', 1000) }), {
      maxItems: 200,
    }),
    /** When somebody came by a link, and last did something there. */
    openedAt: nullable(instant),
    lastUsedAt: nullable(instant),
    isLinked: Type.Boolean({ description: 'a link is open now' }),
    mayReply: Type.Boolean(),
  },
  { $id: 'ComplaintPage' },
);
export type ComplaintPage = Static<typeof complaintPage>;

const offer = shape({
  solutionId: id,
  words: text(2000),
  state: oneOf(['offered', 'accepted', 'declined']),
  remedies: Type.Array(
    shape({
      kind: oneOf(remedyKinds),
      what: line(500),
      amountFen: fen,
      dueAt: instant,
      isDone: Type.Boolean(),
    }),
    { maxItems: 12 },
  ),
  answeredAt: nullable(instant),
});
/** What is reached, in the customer's words: the house's own steps in between are its own. */
export const stages = ['received', 'acknowledged', 'offered', 'told', 'closed'] as const;

/** A complaint as its customer sees it: before the code is shown, that it is there and how far it is. */
export const heldComplaint = shape(
  {
    id,
    number: line(30),
    kind: oneOf(complaintKinds),
    state: oneOf(complaintLifecycle.states),
    language: oneOf(['zh-CN', 'en']),
    shopName: text(120),
    shopPhone: text(40),
    isProved: Type.Boolean({ description: 'what follows is empty before the code is shown' }),
    needsMessage: Type.Boolean({
      description: 'an offer is answered only after a code from a text message',
    }),
    receivedAt: instant,
    answerDueAt: nullable(instant),
    dueAt: nullable(instant),
    handlerName: text(80),
    content: text(4000),
    reached: Type.Array(shape({ stage: oneOf(stages), at: instant }), { maxItems: 60 }),
    offer: nullable(offer),
    talks: Type.Array(shape({ ...talkFields, words: text(1000) }), { maxItems: 200 }),
  },
  { $id: 'HeldComplaint' },
);
export type HeldComplaint = Static<typeof heldComplaint>;

export const complaintPageRoutes = {
  page: route({
    id: 'complaintPage.page',
    method: 'GET',
    path: '/complaints/:complaintId/customer-page',
    summary: 'What came and went by the customer’s page of a complaint',
    access: 'complaints.see',
    about: 'complaint',
    personal: true,
    params: one,
    reply: complaintPage,
  }),
  preview: route({
    id: 'complaintPage.preview',
    method: 'GET',
    path: '/complaints/:complaintId/customer-page/preview',
    summary: 'The page exactly as the customer sees it once he has shown the code',
    access: 'complaints.handle',
    about: 'complaint',
    personal: true,
    params: one,
    reply: heldComplaint,
  }),
  reply: route({
    id: 'complaintPage.reply',
    method: 'POST',
    path: '/complaints/:complaintId/talks',
    summary: 'Write to the customer on his page of the complaint',
    access: 'complaints.handle',
    about: 'complaint',
    personal: true,
    params: one,
    body: shape({ words: line(1000) }),
    reply: complaintPage,
    status: 201,
  }),
  links: route({
    id: 'complaintPage.links',
    method: 'GET',
    path: '/complaints/:complaintId/links',
    summary: 'The links that were made for the customer of a complaint',
    access: 'complaints.see',
    about: 'complaint',
    params: one,
    reply: shape({ items: Type.Array(link, { maxItems: 20 }) }),
  }),
  makeLink: route({
    id: 'complaintPage.makeLink',
    method: 'POST',
    path: '/complaints/:complaintId/links',
    summary: 'Make a link by which the customer follows his complaint; its address is shown once',
    access: 'complaints.handle',
    about: 'complaint',
    secretReply: true,
    params: one,
    body: newLink,
    reply: madeLink,
    status: 201,
    problems: ['link_needs_phone'],
  }),
};

const held = { access: 'link:complaint', about: 'complaint', params: one, personal: true } as const;

/** For the customer who holds a link to his complaint. */
export const heldComplaintRoutes = {
  read: route({
    ...held,
    id: 'heldComplaints.read',
    method: 'GET',
    path: '/held-complaints/:complaintId',
    summary:
      'How far the complaint is, who handles it, what was promised and offered, what was said',
    reply: heldComplaint,
    problems: ['link_over'],
  }),
  prove: route({
    ...held,
    id: 'heldComplaints.prove',
    method: 'POST',
    path: '/held-complaints/:complaintId/prove',
    summary: 'Show the last four digits of the telephone that the house knows',
    rate: 'secret',
    writesItself: true,
    body: shape({ code: Type.String({ pattern: '^\\d{4}$', maxLength: 4 }) }),
    reply: heldComplaint,
    problems: ['link_code_wrong', 'link_over', 'too_many'],
  }),
  sendCode: route({
    ...held,
    id: 'heldComplaints.sendCode',
    method: 'POST',
    path: '/held-complaints/:complaintId/code',
    summary: 'Send a code to the telephone on file: before an offer is answered',
    rate: 'heavy',
    writesItself: true,
    reply: sentCode,
    problems: [...codeProblems],
  }),
  confirm: route({
    ...held,
    id: 'heldComplaints.confirm',
    method: 'POST',
    path: '/held-complaints/:complaintId/confirm',
    summary: 'Show the code of the text message',
    rate: 'secret',
    writesItself: true,
    body: messageCode,
    reply: heldComplaint,
    problems: ['link_message_wrong', 'code_over', 'link_over', 'too_many'],
  }),
  say: route({
    ...held,
    id: 'heldComplaints.say',
    method: 'POST',
    path: '/held-complaints/:complaintId/talks',
    summary: 'Add something to the complaint, with a picture',
    rate: 'heavy',
    writesItself: true,
    body: shape({ words: line(1000), picture }),
    reply: heldComplaint,
    status: 201,
    problems: ['link_code_needed', 'link_over', 'talks_enough', ...pictureProblems],
  }),
  answer: route({
    ...held,
    id: 'heldComplaints.answer',
    method: 'POST',
    path: '/held-complaints/:complaintId/answer',
    summary: 'Say yes or no to what is offered; yes begins it',
    body: shape({ solutionId: id, answer: oneOf(['accepted', 'declined']), words: text(1000) }),
    reply: heldComplaint,
    problems: [
      'link_code_needed',
      'link_message_needed',
      'link_over',
      'solution_not_offered',
      'step_not_allowed',
      'answer_reason_needed',
    ],
  }),
  picture: route({
    ...held,
    id: 'heldComplaints.picture',
    audit: 'read',
    method: 'GET',
    path: '/held-complaints/:complaintId/pictures/:fileId',
    summary: 'A picture that he sent himself',
    kind: 'stream',
    params: shape({ complaintId: id, fileId: id }),
    reply: Type.Unknown({ description: 'JPEG' }),
    problems: ['link_code_needed', 'link_over', 'range_outside'],
  }),
};

/** For the customer who holds a link to his order and is not content. */
export const heldOrderComplaintRoutes = {
  complain: route({
    id: 'heldOrders.complain',
    access: 'link:orderPapers',
    about: 'serviceOrder',
    method: 'POST',
    path: '/held-orders/:orderId/complaints',
    summary: 'Complain about the visit: its 24 hours begin, and a link to follow it comes back',
    personal: true,
    secretReply: true,
    rate: 'heavy',
    writesItself: true,
    params: shape({ orderId: id }),
    body: shape({ kind: oneOf(complaintKinds), words: line(2000), picture }),
    reply: shape({ number: line(30), answerDueAt: instant, url: line(400) }),
    status: 201,
    problems: ['link_code_needed', 'link_over', 'complaints_enough', ...pictureProblems],
  }),
};
