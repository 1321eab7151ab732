import { notify } from '#modules/commitments/server/index.ts';
import { EgressRefused } from '#platform/egress.ts';
import { defineErrand, type Errand } from '#platform/errands.ts';
import { plainWords } from '#platform/plain-words.ts';
import type { TaskHost } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import { partsOf } from '../contract-sms.ts';
import { messageEvents } from '../events.ts';
import { messageLife } from '../lifecycle.ts';
import { optOutWords } from '../locales/opt-out.ts';
import { type Wait, whatForbids } from './allowed.ts';
import {
  askedAfter,
  type ChannelSettings,
  carrierBy,
  channelAt,
  type Parcel,
  Undeliverable,
  Unsure,
} from './carriers.ts';
import { attachmentOf, type Enclosed, enclosedIn } from './enclosing.ts';
import { optOutToken } from './opting-out.ts';
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

type Outcome =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'refused'; said: string; reason: string }
  | { kind: 'inVain' | 'unsure'; said: string };
interface Sending {
  messageId: string;
  attempts: number;
  settings: ChannelSettings;
  parcel: Parcel;
  tenantId: string;
  /** `null`: it is gone. */
  enclosed: Enclosed | null | undefined;
}

const deliver: Errand<{ messageId: string }> = defineErrand<
  { messageId: string },
  Sending,
  Outcome
>('messages.deliver', {
  take: async (work, { messageId }, host) => {
    const message = await lockMessage(work, messageId);
    const kept = await lockPending(work, messageId);
    if (message?.state !== 'queued' || !kept) return undefined;
    const { customerId } = message;
    const wait = customerId && (await whatForbids(work, { ...message, customerId }));
    if (wait) return holdBack(work, message, wait);
    if (kept.lastError === underWay) {
      // Somebody carries it now; or died over it, and whether it arrived is not known.
      if (kept.nextTryAt > work.now) return undefined;
      return lostSight(work, message, kept, underWay);
    }
    const settings = await channelAt(work, message);
    if (!settings) {
      if (message.heldReason !== 'no_channel')
        await updateMessage(work, messageId, { heldReason: 'no_channel' });
      return undefined;
    }
    const parcel = parcelOf(work, message, host);
    // A mail is the same one by its id; anything else carried twice may arrive twice.
    if (message.channel !== 'email') await markUnderWay(work, messageId, kept);
    const enclosed = await enclosedIn(work, message);
    const { tenantId } = work.actor;
    return { messageId, attempts: kept.attempts, settings, parcel, tenantId, enclosed };
  },
  carry: async ({ settings, parcel, tenantId, enclosed }, host) => {
    if (enclosed === null) return { kind: 'refused', said: goneEnclosure, reason: 'undeliverable' };
    try {
      const attachment = enclosed && (await attachmentOf(host.files, tenantId, enclosed));
      const { providerId } = await carrierBy(host, settings)({ ...parcel, attachment });
      return { kind: 'accepted', providerId };
    } catch (error) {
      const said = (error as Error).message.slice(0, 500);
      if (error instanceof Undeliverable) return { kind: 'refused', said, reason: error.reason };
      return { kind: error instanceof Unsure ? 'unsure' : 'inVain', said };
    }
  },
  note: async (work, { messageId, attempts, settings }, outcome) => {
    const message = await lockMessage(work, messageId);
    const kept = await lockPending(work, messageId);
    if (message?.state !== 'queued' || kept?.attempts !== attempts) return;
    if (outcome.kind === 'unsure') return lostSight(work, message, kept, outcome.said);
    if (outcome.kind !== 'accepted') return triedInVain(work, message, kept, outcome);
    await markDelivered(work, messageId);
    await arrivedAt(work, message, settings, outcome.providerId);
  },
});

const goneEnclosure = 'the file that goes with it is gone';
const underWay = 'under way';
/** As long as an errand may take before it counts as dead (platform/errands.ts). */
const leaseMs = 60_000;
const markUnderWay = (work: Work, messageId: string, { attempts }: OutboxRow) => {
  const nextTryAt = new Date(work.now.getTime() + leaseMs);
  return markTried(work, messageId, { state: 'pending', attempts, nextTryAt, lastError: underWay });
};

/** Taken by the other side: with its number, and what it costs by the price that the house entered. */
async function arrivedAt(
  work: Work,
  message: MessageRow,
  settings: ChannelSettings,
  providerId: string,
): Promise<void> {
  const state = messageLife.next('deliver', message.state);
  const costLi = settings.channel === 'sms' ? settings.priceLi * partsOf(message.body) : null;
  const sent = { state, sentAt: work.now, heldReason: '', providerId, costLi };
  await updateMessage(work, message.id, sent);
  await tellOf(work, messageEvents.sent, message, {});
}

/** Minutes after which the provider is asked whether it has it after all. */
const askMinutes = [2, 30, 240];

/** No answer came: whether it arrived is not known. The provider is asked; it is never sent again by itself. */
async function lostSight(
  work: Work,
  message: MessageRow,
  kept: OutboxRow,
  said: string,
): Promise<undefined> {
  const lastError = plainWords(said);
  const attempts = kept.attempts + 1;
  await markTried(work, message.id, { state: 'failed', attempts, nextTryAt: work.now, lastError });
  const state = messageLife.next('loseSight', message.state);
  await updateMessage(work, message.id, { state, sentAt: work.now, heldReason: '' });
  await tellOf(work, messageEvents.lostSightOf, message, { error: lastError });
  for (const minutes of askMinutes) {
    const at = new Date(work.now.getTime() + minutes * 60_000);
    await work.later(askAfter, { messageId: message.id }, at);
  }
}

const askAfter: Errand<{ messageId: string }> = defineErrand<
  { messageId: string },
  { messageId: string; settings: ChannelSettings; parcel: Parcel },
  boolean | undefined
>('messages.askAfter', {
  take: async (work, { messageId }, host) => {
    const message = await lockMessage(work, messageId);
    if (message?.state !== 'unknown') return undefined;
    const settings = await channelAt(work, message);
    if (!settings) return undefined;
    const parcel = { ...parcelOf(work, message, host), at: message.sentAt ?? work.now };
    return { messageId, settings, parcel };
  },
  carry: async ({ settings, parcel }, host) => {
    try {
      return await askedAfter(host, settings, parcel);
    } catch (error) {
      // Not known yet: it is asked again, or stays unknown for people to see.
      if (error instanceof EgressRefused || error instanceof Unsure) return undefined;
      throw error;
    }
  },
  note: async (work, { messageId, settings }, wasTaken) => {
    const message = await lockMessage(work, messageId);
    if (message?.state !== 'unknown' || !wasTaken) return;
    await arrivedAt(work, message, settings, '');
  },
});

/** As it leaves: an advertisement by mail with its way out. */
function parcelOf(work: Work, message: MessageRow, { secrets, publicUrl }: TaskHost): Parcel {
  const { id, address, subject, body, channel, purpose, providerTemplate } = message;
  const { providerSignature, templateValues, answersMail } = message;
  const values = templateValues as [string, string][];
  const words = { providerTemplate, providerSignature, values, answersMail };
  const parcel = { id, address, subject, body, at: work.now, ...words };
  if (purpose !== 'marketing' || channel !== 'email') return parcel;
  const token = optOutToken(secrets, work.actor.tenantId, id);
  const optOutUrl = `${publicUrl}/api/v1/opt-outs/${token}`;
  const line = `${optOutWords['zh-CN'].line}${optOutUrl}`;
  return { ...parcel, body: `${body}\n\n${line}\n`, optOutUrl };
}

/** Puts a message on its way: into the outbox, and to the errand that takes it out after the commit. */
export async function dispatch(work: Work, message: MessageRow): Promise<void> {
  const { id, channel } = message;
  await putIntoOutbox(work, id, channel);
  await work.later(errandOf(message), { messageId: id }, work.now);
}

/** A receipt or a code that somebody waits for is not kept behind a hundred thousand advertisements. */
const errandOf = ({ purpose }: Pick<MessageRow, 'purpose'>): typeof deliver => ({
  ...deliver,
  isBulk: purpose === 'marketing',
});

/** The same for one that lies in the outbox already. */
export const deliverNow = (work: Work, messageId: string) =>
  work.later(deliver, { messageId }, work.now);

async function triedInVain(
  work: Work,
  message: MessageRow,
  kept: OutboxRow,
  { said, reason }: { said: string; reason?: string },
): Promise<void> {
  const lastError = plainWords(said);
  const attempts = kept.attempts + 1;
  const minutes = reason === undefined ? backOffMinutes[attempts - 1] : undefined;
  const nextTryAt = new Date(work.now.getTime() + (minutes ?? 0) * 60_000);
  const state = minutes === undefined ? 'failed' : 'pending';
  await markTried(work, message.id, { state, attempts, nextTryAt, lastError });
  if (minutes !== undefined)
    return work.later(errandOf(message), { messageId: message.id }, nextTryAt);
  await updateMessage(work, message.id, {
    state: messageLife.next('fail', message.state),
    heldReason: reason ?? '',
  });
  await tellOf(work, messageEvents.failed, message, { error: lastError });
  await notify(work, [message.createdBy], {
    kind: 'message.failed',
    about: { type: 'customer', id: message.customerId ?? message.id },
    facts: { messageId: message.id, channel: message.channel, subject: message.subject },
    key: `${message.id}:failed:${message.version}`,
  });
}

/** Forbidden since it was written: it waits, and says what for. */
async function holdBack(work: Work, message: MessageRow, wait: Wait): Promise<undefined> {
  const state = messageLife.next('hold', message.state);
  const after = await updateMessage(work, message.id, { state, heldReason: wait.reason });
  await tellHeld(work, after, wait);
}

/** Says that it waits and why; what waits for an hour is looked at again then (see `reactions.ts`). */
export const tellHeld = (work: Work, message: MessageRow, { reason, until }: Wait) =>
  tellOf(work, messageEvents.held, message, { reason, until: until?.toISOString() ?? null });

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
