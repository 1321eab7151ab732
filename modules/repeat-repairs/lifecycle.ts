import { defineLifecycle } from '#shared/lifecycle.ts';

export const repeatStates = ['proposed', 'confirmed', 'declined', 'otherCause'] as const;
export type RepeatState = (typeof repeatStates)[number];

/** A return within the guarantee: proposed by the house, decided by a person, its cause judged (WSH-10, WSH-14). */
export const repeatLife = defineLifecycle({
  initial: 'proposed',
  states: repeatStates,
  steps: {
    /** Also once more, to name the job that did not hold. */
    confirm: { from: ['proposed', 'confirmed'], to: 'confirmed' },
    decline: { from: ['proposed'], to: 'declined' },
    recordCause: { from: ['confirmed'], to: 'confirmed' },
    /** Another cause than the repair: within the term of article 37 only. */
    proveOther: { from: ['confirmed'], to: 'otherCause' },
  },
});

/** Why a repair did not hold; `isOurs` keeps it free of charge, the others have to be proved. */
export const causes = {
  workmanship: { isOurs: true },
  part: { isOurs: true },
  diagnosis: { isOurs: true },
  omitted: { isOurs: true },
  use: { isOurs: false },
  accident: { isOurs: false },
  otherFault: { isOurs: false },
  /** A part that the customer brought carries no guarantee (JT/T 1133-2017). */
  ownPart: { isOurs: false },
} as const;
export type CauseKind = keyof typeof causes;
export const causeKinds = Object.keys(causes) as [CauseKind, ...CauseKind[]];
