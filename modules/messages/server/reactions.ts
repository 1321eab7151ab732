import { customerEvents } from '#modules/customers/events.ts';
import { react } from '#platform/tasks.ts';
import { channelEvents } from '../events.ts';
import { deliverNow } from './delivery.ts';
import { heldForConsent } from './queries.ts';
import { waitingForChannel } from './queries-outbox.ts';
import { release } from './queue.ts';

/** Consent that is given lets out what waited for it. */
react(customerEvents.consentRecorded, 'messages.consentRecorded', async (work, consent) => {
  if (!consent.given) return;
  for (const { id } of await heldForConsent(work, consent.customerId)) {
    await work.later(release, { messageId: id }, work.now);
  }
});

/** A channel that is set up takes what waited for it. */
react(channelEvents.setUp, 'messages.channelSetUp', async (work, { channel, orgPath }) => {
  for (const { id } of await waitingForChannel(work, channel, orgPath, 500)) {
    await deliverNow(work, id);
  }
});
