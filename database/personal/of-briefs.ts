import type { Tables } from '../types.generated.ts';
import type { MarksOf } from './marks.ts';

/** How following up stands: facts hold ids alone, and the page asks that no customer be named. */
export const ofBriefs = {
  briefs: {
    of: 'nobody',
    plain:
      'grain campaignId fromOn untilOn state facts figuresAt summary problems plan signedAt signedBy',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
