import { type Static, Type } from 'typebox';
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
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

export const replyStates = ['coming', 'waiting', 'declined'] as const;
/** Whether who moved up has heard of it: on its way, arrived, kept back, or by nobody. */
export const toldWays = ['', 'queued', 'held', 'sent', 'failed', 'unknown', 'nobody'] as const;
/** More come with one customer to no event: who brings a busload is a group with a list of its own. */
export const mostSeats = 20;
const seats = Type.Integer({ minimum: 1, maximum: mostSeats, description: 'he and who he brings' });

const reply = shape(
  {
    id,
    customerId: id,
    customerName: personalName(80),
    state: oneOf(replyStates),
    seats: count,
    note: personalText('words', 200),
    place: nullable(count),
    cameSeats: nullable(count),
    cameAt: nullable(instant),
    takenByName: nullable(line(80)),
    byLink: Type.Boolean({ description: 'answered by himself' }),
    movedUp: nullable(
      shape({
        at: instant,
        told: oneOf(toldWays, 'none: nothing reaches him, somebody has to call'),
      }),
    ),
    answeredAt: instant,
    version,
  },
  { $id: 'CampaignReply' },
);
export type CampaignReply = Static<typeof reply>;

const board = shape(
  {
    capacity: count,
    taken: count,
    waiting: count,
    declined: count,
    came: count,
    isOpen: Type.Boolean({ description: 'answers are taken' }),
    isDoorOpen: Type.Boolean({ description: 'who comes is let in: on the day itself' }),
  },
  { $id: 'CampaignSeats' },
);
export type CampaignSeats = Static<typeof board>;

const params = shape({ campaignId: id });
const take = { about: 'campaign', params, access: 'messages.send', personal: true } as const;
const over = ['campaign_no_event', 'campaign_not_open'] as const;

export const replyRoutes = {
  seats: route({
    id: 'campaignReplies.seats',
    method: 'GET',
    path: '/campaigns/:campaignId/seats',
    summary: 'How many seats of an event are taken, who waits, who came',
    access: 'followUps.see',
    about: 'campaign',
    params,
    reply: board,
    problems: ['campaign_no_event'],
  }),
  list: route({
    id: 'campaignReplies.list',
    method: 'GET',
    path: '/campaigns/:campaignId/replies',
    summary: 'Who answered, in the order of their answers',
    access: 'followUps.see',
    about: 'campaign',
    params,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(replyStates)),
      q: Type.Optional(text(40, 'the beginning of a name')),
    }),
    reply: listOf(reply),
  }),
  answer: route({
    ...take,
    id: 'campaignReplies.answer',
    method: 'POST',
    path: '/campaigns/:campaignId/replies',
    summary: 'Write down what a customer answered; without a free seat he waits for one',
    body: shape({
      customerId: id,
      isComing: Type.Boolean(),
      seats: Type.Optional(seats),
      note: Type.Optional(text(200)),
    }),
    reply,
    problems: [...over, 'reference_unknown'],
  }),
  signIn: route({
    ...take,
    id: 'campaignReplies.signIn',
    method: 'POST',
    path: '/campaigns/:campaignId/sign-in',
    summary: 'He is here, with so many; who waited or never answered gets what seats are free',
    body: shape({ customerId: id, seats }),
    reply,
    problems: [...over, 'campaign_full', 'campaign_not_today', 'reference_unknown'],
  }),
};
