import { notify } from '#modules/commitments/server/index.ts';
import type { Seal } from '#platform/seal.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import { messageEvents } from '../events.ts';
import { messageLife } from '../lifecycle.ts';
import { type Carrier, carrierFor, Undeliverable } from './carriers.ts';
import { lockMessage, type MessageRow, updateMessage } from './queries.ts';
import {
  lockPending,
  markDelivered,
  markTried,
  type OutboxRow,
  putIntoOutbox,
} from './queries-outbox.ts';

/** Minutes until the next try; after the last of them it has failed. */
const backOffMinutes = [1, 5, 30, 120, 480, 1440];

let secrets: Seal | undefined;
/** Handed in once at start: passwords of channels are sealed. */
export function takeSecrets(seal: Seal): void {
  secrets = seal;
}

const deliver = defineTask<{ messageId: string }>(
  'messages.deliver',
  async (work, { messageId }) => {
    const message = await lockMessage(work, messageId);
    const parcel = await lockPending(work, messageId);
    if (message?.state !== 'queued' || !parcel) return;
    const carrier = secrets && (await carrierFor(work, secrets, message));
    if (carrier) await carry(work, message, parcel, carrier);
    else if (message.heldReason !== 'no_channel')
      await updateMessage(work, messageId, { heldReason: 'no_channel' });
  },
);

/** Puts a message on its way: into the outbox, and to the task that takes it out after the commit. */
export async function dispatch(work: Work, { id, channel }: MessageRow): Promise<void> {
  await putIntoOutbox(work, id, channel);
  await work.later(deliver, { messageId: id }, work.now);
}

/** The same for one that lies in the outbox already. */
export const deliverNow = (work: Work, messageId: string) =>
  work.later(deliver, { messageId }, work.now);

async function carry(work: Work, message: MessageRow, parcel: OutboxRow, carrier: Carrier) {
  const { id, address, subject, body } = message;
  try {
    await carrier({ id, address, subject, body, at: work.now });
  } catch (error) {
    return triedInVain(work, message, parcel, error as Error);
  }
  await markDelivered(work, id);
  const state = messageLife.next('deliver', message.state);
  await updateMessage(work, id, { state, sentAt: work.now, heldReason: '' });
  await tellOf(work, messageEvents.sent, message, {});
}

async function triedInVain(work: Work, message: MessageRow, parcel: OutboxRow, error: Error) {
  const attempts = parcel.attempts + 1;
  const minutes = error instanceof Undeliverable ? undefined : backOffMinutes[attempts - 1];
  const lastError = error.message.slice(0, 500);
  const nextTryAt = new Date(work.now.getTime() + (minutes ?? 0) * 60_000);
  const state = minutes === undefined ? 'failed' : 'pending';
  await markTried(work, message.id, { state, attempts, nextTryAt, lastError });
  if (minutes !== undefined) return work.later(deliver, { messageId: message.id }, nextTryAt);
  await updateMessage(work, message.id, {
    state: messageLife.next('fail', message.state),
    heldReason: error instanceof Undeliverable ? 'undeliverable' : '',
  });
  await tellOf(work, messageEvents.failed, message, { error: lastError });
  await notify(work, [message.createdBy], {
    kind: 'message.failed',
    about: { type: 'customer', id: message.customerId ?? message.id },
    facts: { messageId: message.id, channel: message.channel, subject: message.subject },
    key: `${message.id}:failed:${message.version}`,
  });
}

/** Puts what happened to a message on record and tells other modules. */
export function tellOf<Data extends object>(
  work: Work,
  kind: EventKind<Data>,
  { id, customerId, channel, orgPath }: MessageRow,
  more: Omit<Data, 'messageId' | 'customerId' | 'channel'>,
): Promise<void> {
  const data = { messageId: id, customerId, channel, ...more } as unknown as Data;
  return work.emit(kind, data, { type: 'message', id, orgPath });
}
