import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  instant,
  line,
  nullable,
  oneOf,
  personalName,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { occasionNames } from './judge/occasions.ts';
import { campaignWays } from './judge/rounds.ts';
import { standingLife } from './lifecycle.ts';

/** The days of the calendar, and one's own day of each year for tips of a season. */
export const standingOccasions = ['birthday', ...occasionNames, 'season'] as const;
/** A house has a handful: all of them come at once. */
const mostStanding = 100;

const name = nullable(line(80));
const words = {
  occasion: oneOf(standingOccasions),
  seasonFrom: Type.String({
    pattern: '^(|(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$',
    maxLength: 5,
    description: 'month and day of a season, `11-15`; empty for a holiday',
  }),
  name: line(60),
  content: text(1000, 'stands before who calls'),
  segmentId: id,
  templateId: nullable(id),
  way: oneOf(campaignWays),
};
const standing = shape(
  {
    id,
    ...words,
    segmentName: line(60),
    templateName: text(80),
    state: oneOf(standingLife.states),
    orgUnitName: line(80),
    writtenByName: name,
    approvedByName: name,
    approvedAt: nullable(instant),
    isOwnApproval: Type.Boolean(),
    source: text(100, 'of the day of the holiday'),
    nextOn: nullable(date),
    lastCampaignId: nullable(id),
    version,
    steps: Type.Array(stepShape, { maxItems: 4 }),
  },
  { $id: 'StandingCampaign' },
);
export type StandingCampaign = Static<typeof standing>;

const params = shape({ standingCampaignId: id });
const one = { about: 'standingCampaign', params } as const;
const fits = [
  'campaign_needs_words',
  'template_not_approved',
  'campaign_words_not_commercial',
  'standing_season',
  'standing_segment_own',
] as const;

/** Greetings of each year and tips of each season: their words approved once, their campaigns made by the house (CAR-03). */
export const standingRoutes = {
  list: route({
    id: 'standingCampaigns.list',
    method: 'GET',
    path: '/standing-campaigns',
    summary: 'Standing greetings and tips, with the day on which each goes out next',
    access: 'followUps.see',
    reply: shape({ items: Type.Array(standing, { maxItems: mostStanding }) }),
  }),
  write: route({
    id: 'standingCampaigns.write',
    method: 'POST',
    path: '/standing-campaigns',
    summary: 'Draw up a greeting for a day of each year, or a tip for a season',
    access: 'messages.send',
    body: shape(words),
    reply: standing,
    status: 201,
    problems: [...fits, 'standing_too_many'],
  }),
  change: route({
    ...one,
    id: 'standingCampaigns.change',
    method: 'PATCH',
    path: '/standing-campaigns/:standingCampaignId',
    summary: 'Draw it up anew; it is to be approved anew then',
    access: 'messages.send',
    body: shape(words),
    reply: standing,
    problems: [...fits, 'step_not_allowed'],
  }),
  approve: route({
    ...one,
    id: 'standingCampaigns.approve',
    method: 'POST',
    path: '/standing-campaigns/:standingCampaignId/approve',
    summary: 'Approve what another person drew up, for every year to come',
    access: 'followUps.supervise',
    reply: standing,
    problems: ['step_not_allowed', 'campaign_own', 'campaign_person'],
  }),
  stop: route({
    ...one,
    id: 'standingCampaigns.stop',
    method: 'POST',
    path: '/standing-campaigns/:standingCampaignId/stop',
    summary: 'Stop it: no further campaign is made; one that did not go out yet is stopped too',
    access: 'followUps.supervise',
    reply: standing,
    problems: ['step_not_allowed'],
  }),
  preview: route({
    ...one,
    id: 'standingCampaigns.preview',
    method: 'GET',
    path: '/standing-campaigns/:standingCampaignId/preview',
    summary: 'Whom it would greet in the next 60 days, as its segment stands today',
    access: 'followUps.see',
    personal: true,
    reply: shape({
      untilOn: date,
      turns: Type.Array(
        shape({
          on: date,
          customers: count,
          isMade: Type.Boolean({ description: 'its campaign is there already' }),
          first: Type.Array(shape({ customerId: id, customerName: personalName(80) }), {
            maxItems: 20,
          }),
        }),
        { maxItems: 61, description: 'of birthdays only the days on which somebody has his' },
      ),
    }),
  }),
};
