import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, id, line, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = { campaignId: id, name: line(60) };

const answer = shape({ campaignId: id, customerId: id, state: line(10), seats: count });
export const replyEvents = events(
  'campaignReply',
  { answered: answer, movedUp: answer, cameIn: answer },
  { subject: { type: 'customer', by: 'customerId' } },
);

/** Nothing in them speaks of a customer: whom a campaign reached stands with its contacts. */
export const campaignEvents = events(
  'campaign',
  {
    written: shape(which),
    changed: shape(which),
    examined: shape({ ...which, customers: count }),
    approved: shape({ ...which, isOwn: Type.Boolean() }),
    reopened: shape(which),
    started: shape(which),
    roundDone: shape({ ...which, way: line(10), sent: count, leftOut: count }),
    ended: shape(which),
    stopped: shape({ ...which, reason: text(200) }),
  },
  { subject: null },
);

const standing = { standingCampaignId: id, name: line(60) };
export const standingEvents = events(
  'standingCampaign',
  {
    written: shape(standing),
    changed: shape(standing),
    approved: shape({ ...standing, isOwn: Type.Boolean() }),
    stopped: shape(standing),
    campaignMade: shape({ ...standing, campaignId: id, year: Type.Integer() }),
  },
  { subject: null },
);
