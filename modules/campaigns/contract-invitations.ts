import { type Static, Type } from 'typebox';
import { link, madeLink, newLink } from '#modules/links/contract.ts';
import { count, id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { mostSeats, replyStates } from './contract-replies.ts';

/** Whether a guest may answer now, and if not, why: each state says on his page what he can do instead. */
export const invitationStates = ['open', 'shut', 'over', 'calledOff', 'unsettled'] as const;
/** How full it is; the figure itself is the house's own. */
export const seatsLeft = ['plenty', 'few', 'none'] as const;

/** An event as its guest sees it who came by the link of his invitation: nothing of himself but his answer. */
export const heldInvitation = shape(
  {
    id,
    name: line(60),
    content: text(1000),
    happensAt: instant,
    place: line(120),
    address: text(200, 'of the shop: where a map finds it'),
    bring: text(200),
    answerBy: nullable(instant),
    shopName: text(80),
    shopPhone: text(40),
    state: oneOf(invitationStates),
    seatsLeft: oneOf(seatsLeft),
    mostSeats: Type.Integer({ minimum: 1, maximum: mostSeats }),
    answer: nullable(
      shape({
        state: oneOf(replyStates),
        seats: count,
        place: nullable(count),
        hasMovedUp: Type.Boolean({ description: 'waited, and has a seat now' }),
        hasCome: Type.Boolean({ description: 'signed in at the door' }),
      }),
    ),
  },
  { $id: 'HeldInvitation' },
);
export type HeldInvitation = Static<typeof heldInvitation>;

const params = shape({ campaignContactId: id });
const one = { about: 'campaignContact', params, access: 'messages.send' } as const;

/** For who speaks with a customer on the telephone: the invitation goes onto his own. */
export const invitationRoutes = {
  links: route({
    ...one,
    id: 'campaignInvitations.links',
    method: 'GET',
    path: '/campaign-contacts/:campaignContactId/links',
    summary: 'The links by which a customer answers an invitation, and whether he opened one',
    reply: shape({ items: Type.Array(link, { maxItems: 20 }) }),
  }),
  preview: route({
    ...one,
    id: 'campaignInvitations.preview',
    method: 'GET',
    path: '/campaign-contacts/:campaignContactId/customer-page',
    summary: 'The page of an invitation’s link, as the guest will see it',
    reply: heldInvitation,
  }),
  makeLink: route({
    ...one,
    id: 'campaignInvitations.makeLink',
    method: 'POST',
    path: '/campaign-contacts/:campaignContactId/links',
    summary: 'Make a link by which a customer answers an invitation; its address is shown once',
    secretReply: true,
    body: newLink,
    reply: madeLink,
    status: 201,
    problems: ['campaign_no_event', 'campaign_not_open'],
  }),
};

const held = { access: 'link:event', about: 'campaignContact', params } as const;

/** For the guest who holds a link. */
export const heldInvitationRoutes = {
  read: route({
    ...held,
    id: 'heldInvitations.read',
    method: 'GET',
    path: '/held-invitations/:campaignContactId',
    summary: 'The event of the link: when, where, how full, and what one answered',
    reply: heldInvitation,
    problems: ['link_over'],
  }),
  answer: route({
    ...held,
    id: 'heldInvitations.answer',
    method: 'POST',
    path: '/held-invitations/:campaignContactId/answer',
    summary: 'Come with so many, or not; anew until the day that is set. Without a seat one waits',
    body: shape({
      isComing: Type.Boolean(),
      seats: Type.Optional(Type.Integer({ minimum: 1, maximum: mostSeats })),
    }),
    reply: heldInvitation,
    problems: ['link_over', 'invitation_shut', 'campaign_not_open', 'campaign_full'],
  }),
};
