import { defineLifecycle } from '#shared/lifecycle.ts';

/** Disabled by hand or because nobody answered for days; what was not delivered waits until it is enabled again. */
export const webhookLife = defineLifecycle({
  initial: 'enabled',
  states: ['enabled', 'disabled'],
  steps: {
    disable: { from: ['enabled'], to: 'disabled' },
    enable: { from: ['disabled'], to: 'enabled' },
  },
});

/** Tried again for up to three days; then it has failed, and may be sent again by hand. */
export const deliveryLife = defineLifecycle({
  initial: 'pending',
  states: ['pending', 'delivered', 'failed'],
  steps: {
    deliver: { from: ['pending'], to: 'delivered' },
    fail: { from: ['pending'], to: 'failed' },
    resend: { from: ['delivered', 'failed'], to: 'pending' },
  },
});
