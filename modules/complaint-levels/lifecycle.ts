import { defineLifecycle } from '#shared/lifecycle.ts';

/**
 * Where a complaint stands in the tree (工厂/代理商投诉处理流程, CMP-16): with who received it, passed up to a level that has
 * not looked at it yet, taken over there, or handed down with instructions.
 */
export const levelLife = defineLifecycle({
  initial: 'atOrigin',
  states: ['atOrigin', 'passedUp', 'takenOver', 'handedDown', 'settled'],
  steps: {
    passUp: { from: ['atOrigin', 'passedUp', 'takenOver', 'handedDown'], to: 'passedUp' },
    takeOver: { from: ['passedUp', 'handedDown'], to: 'takenOver' },
    handDown: { from: ['passedUp', 'takenOver', 'handedDown'], to: 'handedDown' },
    settle: { from: ['atOrigin', 'passedUp', 'takenOver', 'handedDown'], to: 'settled' },
    resume: { from: ['settled'], to: 'atOrigin' },
  },
});
export type LevelState = (typeof levelLife.states)[number];
/** What a person does; the rest follows from the complaint. */
export const levelSteps = ['takeOver', 'handDown', 'passUp'] as const;
export type LevelStep = (typeof levelSteps)[number];

export const tiers = ['shop', 'agent', 'headquarters'] as const;
export type Tier = (typeof tiers)[number];

/** What goes up with a complaint. Name and phone do not: they are revealed one by one, with a reason. */
export const passedParts = ['matter', 'car', 'shop'] as const;
/** By what the persons of the unit that received it are shared with the level: one company, a basis on record, or not at all. */
export const sharings = ['sameCompany', 'basis', 'none'] as const;
export type Sharing = (typeof sharings)[number];
