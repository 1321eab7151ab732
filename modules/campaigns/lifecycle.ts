import { defineLifecycle } from '#shared/lifecycle.ts';

/** A campaign: drawn up, approved by another person, running, over; stopped at once whenever somebody says so. */
export const campaignLife = defineLifecycle({
  initial: 'draft',
  states: ['draft', 'approved', 'running', 'ended', 'stopped'],
  steps: {
    change: { from: ['draft'], to: 'draft' },
    examine: { from: ['draft'], to: 'draft' },
    approve: { from: ['draft'], to: 'approved' },
    reopen: { from: ['approved'], to: 'draft' },
    start: { from: ['approved'], to: 'running' },
    finish: { from: ['running'], to: 'ended' },
    stop: { from: ['draft', 'approved', 'running'], to: 'stopped' },
  },
});
export type CampaignStep = keyof typeof campaignLife.steps;
export const campaignStates = campaignLife.states;
/** Approved and not over: answers to its invitations are taken. */
export const isOpen = (state: (typeof campaignStates)[number]) =>
  state === 'approved' || state === 'running';

/** A round of it: on its day, under way, through. */
export const roundLife = defineLifecycle({
  initial: 'planned',
  states: ['planned', 'running', 'done'],
  steps: {
    begin: { from: ['planned', 'running'], to: 'running' },
    end: { from: ['planned', 'running'], to: 'done' },
  },
});

/** A standing greeting or tip: drawn up, approved for every year, stopped; words written anew are approved anew. */
export const standingLife = defineLifecycle({
  initial: 'draft',
  states: ['draft', 'approved', 'stopped'],
  steps: {
    change: { from: ['draft', 'approved', 'stopped'], to: 'draft' },
    approve: { from: ['draft'], to: 'approved' },
    stop: { from: ['approved'], to: 'stopped' },
  },
});
export type StandingStep = keyof typeof standingLife.steps;
