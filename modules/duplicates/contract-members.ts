import type { Static } from 'typebox';
import { count, line, nullable, sumFen } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const sums = { principalFen: sumFen, giftFen: sumFen, points: count, uses: count };
const standing = shape({ number: line(40), tierName: line(20), ...sums, packages: count });
/** What somebody has as a member. */
export type Standing = Static<typeof standing>;

/** What both have as members, and what the one that stays will have; nothing when neither is one. */
export const membersInMerge = nullable(
  shape({ kept: nullable(standing), gone: nullable(standing), result: standing }),
);
/** What undoing gives back to the member who went into another. */
export const membersToReturn = nullable(shape(sums));
