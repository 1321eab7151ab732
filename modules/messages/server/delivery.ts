import { notify } from '#modules/commitments/server/index.ts';
import { defineErrand, type Errand } from '#platform/errands.ts';
import { plainWords } from '#platform/plain-words.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import { messageEvents } from '../events.ts';
import { messageLife } from '../lifecycle.ts';
import {
  type ChannelSettings,
  carrierBy,
  channelAt,
  type Parcel,
  Undeliverable,
} from './carriers.ts';
import { lockMessage, type MessageRow, updateMessage } from './queries.ts';
import {
  lockPending,
  markDelivered,
  markTried,
  type OutboxRow,
  putIntoOutbox,
} from './queries-outbox.ts';
import { isHeldByRestriction } from './restricted.ts';

/** Minutes until the next try; after the last of them it has failed. */
const backOffMinutes = [1, 5, 30, 120, 480, 1440];

type Outcome = { kind: 'accepted' } | { kind: 'refused' | 'inVain'; said: string };
interface Sending {
  messageId: string;
  attempts: number;
  settings: ChannelSettings;
  parcel: Parcel;
}

const deliver: Errand<{ messageId: string }> = defineErrand<
  { messageId: string },
  Sending,
  Outcome
>('messages.deliver', {
  take: async (work, { messageId }) => {
    const message = await lockMessage(work, messageId);
    const kept = await lockPending(work, messageId);
    if (message?.state !== 'queued' || !kept) return undefined;
    if (await isHeldByRestriction(work, message)) return holdBack(work, message);
    const settings = await channelAt(work, message);
    if (!settings) {
      if (message.heldReason !== 'no_channel')
        await updateMessage(work, messageId, { heldReason: 'no_channel' });
      return undefined;
    }
    const { id, address, subject, body } = message;
    const parcel = { id, address, subject, body, at: work.now };
    return { messageId, attempts: kept.attempts, settings, parcel };
  },
  carry: async ({ settings, parcel }, host) => {
    try {
      await carrierBy(host, settings)(parcel);
      return { kind: 'accepted' };
    } catch (error) {
      const kind = error instanceof Undeliverable ? 'refused' : 'inVain';
      return { kind, said: (error as Error).message.slice(0, 500) };
    }
  },
  note: async (work, { messageId, attempts }, outcome) => {
    const message = await lockMessage(work, messageId);
    const kept = await lockPending(work, messageId);
    if (message?.state !== 'queued' || kept?.attempts !== attempts) return;
    if (outcome.kind !== 'accepted') return triedInVain(work, message, kept, outcome);
    await markDelivered(work, messageId);
    const state = messageLife.next('deliver', message.state);
    await updateMessage(work, messageId, { state, sentAt: work.now, heldReason: '' });
    await tellOf(work, messageEvents.sent, message, {});
  },
});

/** Puts a message on its way: into the outbox, and to the errand that takes it out after the commit. */
export async function dispatch(work: Work, { id, channel }: MessageRow): Promise<void> {
  await putIntoOutbox(work, id, channel);
  await work.later(deliver, { messageId: id }, work.now);
}

/** The same for one that lies in the outbox already. */
export const deliverNow = (work: Work, messageId: string) =>
  work.later(deliver, { messageId }, work.now);

async function triedInVain(
  work: Work,
  message: MessageRow,
  kept: OutboxRow,
  { kind, said }: { kind: string; said: string },
): Promise<void> {
  const lastError = plainWords(said);
  const attempts = kept.attempts + 1;
  const minutes = kind === 'refused' ? undefined : backOffMinutes[attempts - 1];
  const nextTryAt = new Date(work.now.getTime() + (minutes ?? 0) * 60_000);
  const state = minutes === undefined ? 'failed' : 'pending';
  await markTried(work, message.id, { state, attempts, nextTryAt, lastError });
  if (minutes !== undefined) return work.later(deliver, { messageId: message.id }, nextTryAt);
  await updateMessage(work, message.id, {
    state: messageLife.next('fail', message.state),
    heldReason: kind === 'refused' ? 'undeliverable' : '',
  });
  await tellOf(work, messageEvents.failed, message, { error: lastError });
  await notify(work, [message.createdBy], {
    kind: 'message.failed',
    about: { type: 'customer', id: message.customerId ?? message.id },
    facts: { messageId: message.id, channel: message.channel, subject: message.subject },
    key: `${message.id}:failed:${message.version}`,
  });
}

/** Restricted since it was written: it waits until that is lifted. */
async function holdBack(work: Work, message: MessageRow): Promise<undefined> {
  const state = messageLife.next('hold', message.state);
  const heldReason = 'restricted';
  const after = await updateMessage(work, message.id, { state, heldReason });
  await tellOf(work, messageEvents.held, after, { reason: heldReason });
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
