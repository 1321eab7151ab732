import { defineLifecycle } from '#shared/lifecycle.ts';

/** A message waits, is held back for a reason, goes out, or fails for good; what came in is received. */
export const messageLife = defineLifecycle({
  initial: 'queued',
  states: ['queued', 'held', 'sent', 'failed', 'unknown', 'received'],
  steps: {
    hold: { from: ['queued'], to: 'held' },
    release: { from: ['held'], to: 'queued' },
    deliver: { from: ['queued', 'unknown'], to: 'sent' },
    loseSight: { from: ['queued'], to: 'unknown' },
    fail: { from: ['queued'], to: 'failed' },
    retry: { from: ['failed', 'unknown'], to: 'queued' },
  },
});
