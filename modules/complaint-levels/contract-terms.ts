import { type Static, Type } from 'typebox';
import { oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { type Tier, tiers } from './lifecycle.ts';

interface Shipped {
  tier: Tier;
  /** Working days that the level has. */
  days: number;
  /** Whether the complaint goes up by itself once they are over. */
  isAutomatic: boolean;
  source: string;
}

/** How long each level has, as shipped. Only the shop's two days stand in a source (S2). */
export const shippedTerms: readonly Shipped[] = [
  {
    tier: 'shop',
    days: 2,
    isAutomatic: true,
    source: '《客服部规章制度》：不能解决的，两天内报上级；换算为工作日',
  },
  {
    tier: 'agent',
    days: 2,
    isAutomatic: true,
    source: '没有统一规定（2026-11 整理）；建议值，可改',
  },
  {
    tier: 'headquarters',
    days: 3,
    isAutomatic: false,
    source: '没有统一规定（2026-11 整理）；建议值，可改。上面没有层级，到期提醒主管',
  },
];

/**
 * All levels together, in working days: two weeks. More than 15 days without good reason is deliberate delay
 * (《侵害消费者权益行为处罚办法》 8, 10).
 */
export const mostDaysTogether = 10;

const days = Type.Integer({ minimum: 1, maximum: mostDaysTogether });
const ofTier = Type.Optional(
  shape({ days: Type.Optional(days), isAutomatic: Type.Optional(Type.Boolean()) }),
);
const own = shape({ shop: ofTier, agent: ofTier, headquarters: ofTier });
export type OwnLevelTerms = Static<typeof own>;

export const levelTerms = shape(
  {
    own,
    rows: Type.Array(
      shape({
        tier: oneOf(tiers),
        days,
        isAutomatic: Type.Boolean(),
        source: text(200),
      }),
      { maxItems: 3 },
    ),
    mostDaysTogether: Type.Integer({ minimum: 1, maximum: 365 }),
    mostSource: text(200),
  },
  { $id: 'ComplaintLevelTerms' },
);
export type LevelTerms = Static<typeof levelTerms>;

/** How long each level has and whether a complaint goes up by itself (CMP-16): empty is as shipped. */
export const levelTermRoutes = {
  terms: route({
    id: 'complaintLevels.terms',
    method: 'GET',
    path: '/complaint-level-terms',
    summary: 'Working days of each level, as set at one’s own unit and as shipped',
    access: 'organisation.manage',
    reply: levelTerms,
  }),
  setTerms: route({
    id: 'complaintLevels.setTerms',
    method: 'POST',
    path: '/complaint-level-terms',
    summary: 'Set the days of each level for one’s own unit and what lies below it',
    access: 'organisation.manage',
    body: shape({ own }),
    reply: levelTerms,
    problems: ['levels_too_long'],
  }),
};
