import { type Static, Type } from 'typebox';
import { messagePurposes } from '#modules/messages/contract.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { leftOutReasons } from './contract-reasons.ts';
import { campaignKinds, campaignWays } from './judge/rounds.ts';
import { campaignStates, roundLife } from './lifecycle.ts';

export {
  type HeldInvitation,
  heldInvitationRoutes,
  invitationRoutes,
  invitationStates,
  seatsLeft,
} from './contract-invitations.ts';
export { type LeftOutReason, leftOutReasons } from './contract-reasons.ts';
export {
  type CampaignReply,
  type CampaignSeats,
  mostSeats,
  replyRoutes,
  replyStates,
} from './contract-replies.ts';
export {
  type CampaignResult,
  type CampaignResultRecord,
  campaignResult,
  type ResultFigure,
  type ResultLine,
  type ResultSide,
  resultFigures,
  resultRoutes,
  resultSides,
} from './contract-results.ts';
export { type StandingCampaign, standingOccasions, standingRoutes } from './contract-standing.ts';
export { campaignKinds, campaignWays } from './judge/rounds.ts';
export { answerRule } from './judge/window.ts';

export const contactStates = ['drawn', 'ready', 'leftOut', 'sent'] as const;

const tally = shape({ drawn: count, ready: count, leftOut: count, sent: count });
const round = shape({
  id,
  way: oneOf(campaignWays),
  fromOn: date,
  untilOn: date,
  state: oneOf(roundLife.states),
  tally,
  reasons: Type.Array(shape({ reason: oneOf(leftOutReasons), customers: count }), {
    maxItems: leftOutReasons.length,
  }),
});

const capacity = Type.Integer({ minimum: 1, maximum: 5000, description: 'seats' });
const bring = text(200, 'what guests are asked to bring');
const answerBy = nullable(instant);
/** The approved words for who moves up from the waiting list. */
const seatTemplateId = nullable(id);
const event = shape({
  ...{ happensAt: instant, place: line(120), capacity },
  ...{ bring, answerBy, seatTemplateId },
});
/** As it is drawn up: what its guests bring and until when they answer by their links may be left open. */
const drawnEvent = shape({
  ...{ happensAt: instant, place: line(120), capacity },
  bring: Type.Optional(bring),
  answerBy: Type.Optional(answerBy),
  seatTemplateId: Type.Optional(seatTemplateId),
});
const entry = {
  id,
  kind: oneOf(campaignKinds),
  name: line(60),
  state: oneOf(campaignStates),
  segmentName: line(60),
  event: nullable(event),
  nextOn: nullable(date),
  orgUnitName: line(80),
};
const campaignEntry = shape(entry, { $id: 'CampaignEntry' });
export type CampaignEntry = Static<typeof campaignEntry>;

const name = nullable(line(80));
const measured = {
  resultDays: Type.Integer({ minimum: 1, maximum: 180, description: 'days after its last one' }),
  heldBackPercent: Type.Integer({ minimum: 0, maximum: 50, description: 'held back by draw' }),
};
export const campaign = shape(
  {
    ...entry,
    content: text(1000),
    segmentId: id,
    templateId: nullable(id),
    templateName: text(80),
    reason: text(200, 'why it was stopped'),
    rounds: Type.Array(round, { maxItems: 31, description: 'of birthday greetings one a day' }),
    ...measured,
    customers: count,
    examinedAt: nullable(instant),
    isExamined: Type.Boolean({ description: 'everyone is judged' }),
    writtenByName: name,
    approvedByName: name,
    approvedAt: nullable(instant),
    isOwnApproval: Type.Boolean({ description: 'nobody else there had the right' }),
    startedAt: nullable(instant),
    endedAt: nullable(instant),
    version,
    steps: Type.Array(stepShape, { maxItems: 8 }),
  },
  { $id: 'Campaign' },
);
export type Campaign = Static<typeof campaign>;

const contact = shape(
  {
    id,
    customerId: id,
    customerName: personalName(80),
    way: oneOf(campaignWays),
    state: oneOf(contactStates),
    reason: nullable(oneOf(leftOutReasons)),
    sentAt: nullable(instant),
    messageState: text(20, 'what became of the message'),
    waitingFor: text(40, 'why it is held'),
    openedAt: nullable(instant),
  },
  { $id: 'CampaignContact' },
);
export type CampaignContact = Static<typeof contact>;

const fields = {
  kind: oneOf(campaignKinds),
  name: line(60),
  content: text(1000, 'what it is about; it stands before who calls'),
  segmentId: id,
  templateId: nullable(id),
  way: Type.Optional(oneOf(campaignWays, 'of an event both call and letter, by its rule')),
  onDate: Type.Optional(date),
  event: nullable(drawnEvent),
  resultDays: Type.Optional(measured.resultDays),
  heldBackPercent: Type.Optional(measured.heldBackPercent),
};
const params = shape({ campaignId: id });
const one = { about: 'campaign', params } as const;
const draw = { ...one, access: 'messages.send', reply: campaign } as const;
const decide = { ...one, access: 'followUps.supervise', reply: campaign } as const;
const fits = [
  'campaign_needs_words',
  'campaign_needs_event',
  'campaign_past',
  'campaign_answer_by',
  'campaign_words_not_commercial',
  'template_not_approved',
] as const;

export const campaignRoutes = {
  list: route({
    id: 'campaigns.list',
    method: 'GET',
    path: '/campaigns',
    summary: 'Campaigns, the latest first',
    access: 'followUps.see',
    query: shape({ ...pageFields, state: Type.Optional(oneOf(campaignStates)) }),
    reply: listOf(campaignEntry),
  }),
  templates: route({
    id: 'campaigns.templates',
    method: 'GET',
    path: '/campaign-templates',
    summary: 'The approved words that a campaign may use in one’s unit',
    access: 'messages.send',
    reply: shape({
      items: Type.Array(
        shape({
          ...{ id, name: line(80), purpose: oneOf(messagePurposes), channel: line(20) },
          namesLink: Type.Boolean({ description: 'has a place for the link of an invitation' }),
        }),
        { maxItems: 100 },
      ),
    }),
  }),
  one: route({
    ...one,
    id: 'campaigns.one',
    method: 'GET',
    path: '/campaigns/:campaignId',
    summary: 'A campaign with its rounds, how many each reaches and why others are left out',
    access: 'followUps.see',
    reply: campaign,
  }),
  write: route({
    id: 'campaigns.write',
    method: 'POST',
    path: '/campaigns',
    summary: 'Draw up a campaign; its rounds are laid on their days by rule (FUP-08)',
    access: 'messages.send',
    body: shape(fields),
    reply: campaign,
    status: 201,
    problems: fits,
  }),
  change: route({
    ...draw,
    id: 'campaigns.change',
    method: 'PATCH',
    path: '/campaigns/:campaignId',
    summary: 'Draw it up anew; its customers are then to be examined anew',
    body: shape({ ...fields }),
    problems: [...fits, 'step_not_allowed'],
  }),
  examine: route({
    ...draw,
    id: 'campaigns.examine',
    method: 'POST',
    path: '/campaigns/:campaignId/examine',
    summary: 'Take its customers from the segment and judge each as when he is written to',
    rate: 'heavy',
    problems: ['step_not_allowed'],
  }),
  approve: route({
    ...decide,
    id: 'campaigns.approve',
    method: 'POST',
    path: '/campaigns/:campaignId/approve',
    summary: 'Approve what another person drew up; alone in the house, one’s own, on record',
    problems: ['step_not_allowed', 'campaign_own', 'campaign_person', 'campaign_not_examined'],
  }),
  reopen: route({
    ...decide,
    id: 'campaigns.reopen',
    method: 'POST',
    path: '/campaigns/:campaignId/reopen',
    summary: 'Send it back before it starts; it is approved anew then',
    problems: ['step_not_allowed'],
  }),
  start: route({
    ...decide,
    id: 'campaigns.start',
    method: 'POST',
    path: '/campaigns/:campaignId/start',
    summary: 'Let each round go out on its day',
    problems: ['step_not_allowed', 'campaign_past'],
  }),
  finish: route({
    ...decide,
    id: 'campaigns.finish',
    method: 'POST',
    path: '/campaigns/:campaignId/finish',
    summary: 'Say that it is over; nothing more goes out',
    problems: ['step_not_allowed'],
  }),
  stop: route({
    ...decide,
    id: 'campaigns.stop',
    method: 'POST',
    path: '/campaigns/:campaignId/stop',
    summary: 'Stop it at once: messages that wait stay here, calls not yet made are withdrawn',
    body: shape({ reason: line(200) }),
    problems: ['step_not_allowed'],
  }),
  contacts: route({
    ...one,
    id: 'campaigns.contacts',
    method: 'GET',
    path: '/campaigns/:campaignId/contacts',
    summary: 'Its customers, round by round: reached, or left out with the reason',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      way: Type.Optional(oneOf(campaignWays)),
      roundId: Type.Optional(id),
      state: Type.Optional(oneOf(contactStates)),
      reason: Type.Optional(oneOf(leftOutReasons)),
    }),
    reply: listOf(contact),
  }),
};
