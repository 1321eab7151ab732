import { defineLifecycle } from '#shared/lifecycle.ts';

/**
 * A talk that was drawn is checked; its caller agrees, or disagrees once: then the supervisor looks again, and that
 * stands (FUP-11).
 */
export const checkLife = defineLifecycle({
  initial: 'drawn',
  states: ['drawn', 'checked', 'agreed', 'disputed', 'final'],
  steps: {
    check: { from: ['drawn'], to: 'checked' },
    agree: { from: ['checked'], to: 'agreed' },
    disagree: { from: ['checked'], to: 'disputed' },
    decide: { from: ['disputed'], to: 'final' },
  },
});
export type CheckState = (typeof checkLife.states)[number];
export type CheckStep = keyof typeof checkLife.steps;

/** So many talks of each caller and week, or so many of a hundred. */
export const drawWays = ['number', 'share'] as const;
/** By what figures are laid beside each other. */
export const figureGroups = ['agent', 'criterion', 'week'] as const;
export type FigureGroup = (typeof figureGroups)[number];
