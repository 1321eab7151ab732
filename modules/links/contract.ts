import { type Static, Type } from 'typebox';
import { id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';

/** For what a link may be. Who holds one passes the routes with `access: 'link:<purpose>'`. */
export const linkPurposes = [
  'orderPapers',
  'appointment',
  'myData',
  'survey',
  'complaint',
  'event',
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How a holder wants a paper: left out, PDF; a picture where his telephone's browser shows none (WeChat's). */
export const asPaper = shape({ as: Type.Optional(oneOf(['picture'])) });

export const linkStates = ['open', 'expired', 'usedUp', 'withdrawn'] as const;

export const link = shape(
  {
    id,
    purpose: oneOf(linkPurposes),
    state: oneOf(linkStates),
    expiresAt: instant,
    uses: Type.Integer({ minimum: 0, maximum: 1000 }),
    maxUses: Type.Integer({ minimum: 1, maximum: 1000 }),
    openedAt: nullable(instant),
    lastUsedAt: nullable(instant),
    createdAt: instant,
    createdByName: nullable(line(80)),
  },
  { $id: 'Link' },
);
export type Link = Static<typeof link>;

/** A link as it is made: its address is shown this once. */
export const madeLink = shape({ id, url: line(400), link });

/** How long and how often, within what a shop may promise. */
export const newLink = shape({
  validDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 30, default: 7 })),
  maxUses: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
});

/** Where a code went, for who knows the telephone anyway. */
export const sentCode = shape(
  {
    sentTo: line(40, 'its middle hidden'),
    minutes: Type.Integer({ minimum: 1, maximum: 60, description: 'how long it is good for' }),
    secondsBetween: Type.Integer({ minimum: 1, maximum: 3600, description: 'until the next one' }),
  },
  { $id: 'SentCode' },
);
export type SentCode = Static<typeof sentCode>;
/** The code of a text message. */
export const messageCode = shape({ code: Type.String({ pattern: '^\\d{6}$', maxLength: 6 }) });
export const codeProblems = [
  'code_not_offered',
  'code_too_soon',
  'code_not_sent',
  'link_over',
  'too_many',
] as const;

const wayAt = (description: string) =>
  text(200, `${description}, on this address; empty: there is none`);
/** What everybody may do at the shop of a record, one tap from its page. */
const openWays = shape({
  shopAt: wayAt('the shop’s page'),
  bookAt: wayAt('where a time is asked for'),
  genuineAt: wayAt('the check of a code on a part'),
});
export type OpenWays = Static<typeof openWays>;

const visit = shape({
  purpose: oneOf(linkPurposes),
  aboutId: id,
  isProved: Type.Boolean(),
  expiresAt: instant,
  ways: openWays,
});
export type Visit = Static<typeof visit>;

export const linkRoutes = {
  withdraw: route({
    id: 'links.withdraw',
    method: 'POST',
    path: '/links/:linkId/withdraw',
    summary: 'Let a link open nothing more, at once',
    access: 'messages.send',
    about: 'link',
    params: shape({ linkId: id }),
    reply: nothing,
    status: 204,
  }),
};

/** For who was sent a link: no login. Looking at the address has no effect; only this exchange has. */
export const comingRoutes = {
  come: route({
    id: 'links.come',
    method: 'POST',
    path: '/link-visits',
    summary: 'Exchange the token of a link for a cookie that opens its one record',
    access: 'public',
    rate: 'secret',
    body: shape({ token: Type.String({ maxLength: 200 }) }),
    reply: visit,
    status: 201,
    problems: ['link_unknown', 'link_over', 'too_many'],
  }),
};
