import { customerEvents } from '#modules/customers/events.ts';
import { react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { channelEvents, messageEvents, wecomEvents } from '../events.ts';
import { deliverNow } from './delivery.ts';
import { type HeldFor, heldFor } from './queries.ts';
import { waitingForChannel } from './queries-outbox.ts';
import { release } from './queue.ts';
import { tellOfReply } from './replies.ts';

/** Consent that is given lets out what waited for it. */
react(customerEvents.consentRecorded, 'messages.consentRecorded', async (work, consent) => {
  if (!consent.given) return;
  await lookAgain(work, consent.customerId, 'no_consent');
});

/** So does a kind of reminder that is switched on again. */
react(customerEvents.reminderChosen, 'messages.reminderChosen', async (work, choice) => {
  if (!choice.isOn) return;
  await lookAgain(work, choice.customerId, 'reminder_off');
});

/** What waits for an hour or a day is looked at again when it has come. */
react(messageEvents.held, 'messages.heldUntil', async (work, { messageId, until }) => {
  if (until) await work.later(release, { messageId }, new Date(until), messageId);
});

/** So does a restriction that is lifted. */
react(customerEvents.restrictionLifted, 'messages.restrictionLifted', (work, { customerId }) =>
  lookAgain(work, customerId, 'restricted'),
);

/** Who can be written to at last is written to. */
react(wecomEvents.bound, 'messages.wecomBound', (work, { customerId }) =>
  lookAgain(work, customerId, 'no_address'),
);

/** A customer answered: whoever wrote to him hears of it. */
react(messageEvents.received, 'messages.tellOfReply', tellOfReply);

async function lookAgain(work: Work, customerId: string, reason: HeldFor) {
  for (const { id } of await heldFor(work, customerId, reason)) {
    await work.later(release, { messageId: id }, work.now);
  }
}

/** A channel that is set up takes what waited for it. */
react(channelEvents.setUp, 'messages.channelSetUp', async (work, { channel, orgPath }) => {
  for (const { id } of await waitingForChannel(work, channel, orgPath, 500)) {
    await deliverNow(work, id);
  }
});
