import type { Tables } from '../types.generated.ts';
import type { MarksOf } from './marks.ts';

/** How the talks of those who call are checked: what is judged and said there is a matter of the employment. */
export const ofCallChecks = {
  callCheckForms: { of: 'nobody', plain: 'edition criteria passPercent source' },
  callCheckDraws: { of: 'nobody', plain: 'weekOn seed way amount talks drawn at' },
  callChecks: {
    of: 'employee',
    purpose: 'employment',
    keep: 'employment',
    personal: {
      coaching: 'words',
      answer: 'words',
      decision: 'words',
      agreed: 'words',
      lookedWords: 'words',
    },
    plain:
      'drawId weekOn callId agentId state dueAt formEdition passPercent marks score firstScore isFailed checkedBy checkedAt answeredAt decidedBy decidedAt agreedOn lookedAt lookedBy wasKept',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
