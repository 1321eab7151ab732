import type { ReminderKind } from '#modules/customers/contract.ts';
import { customerById } from '#modules/customers/server/index.ts';
import { atOpenUnit } from '#modules/organisation/server/index.ts';
import { notFound } from '#platform/problem.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import type { messageChannels, messagePurposes } from '../contract.ts';
import { messageEvents } from '../events.ts';
import { messageLife } from '../lifecycle.ts';
import { isCarried, whatForbids } from './allowed.ts';
import { dispatch, tellHeld, tellOf } from './delivery.ts';
import { insertMessage, lockMessage, type MessageRow, updateMessage } from './queries.ts';
import { contactOf } from './queries-wecom.ts';

export interface Outgoing {
  customerId: string;
  channel: (typeof messageChannels)[number];
  purpose: (typeof messagePurposes)[number];
  /** The template it was made from; empty when written by hand. */
  template: string;
  subject?: string;
  body: string;
  address: string;
  about?: { type: string; id: string } | null;
  /** What it reminds of: who switched that kind off is not sent it (CAR-04). */
  remindsOf?: ReminderKind | '';
  /** Of which template, and what a provider that knows its words needs to send it. */
  made?: {
    templateId: string | null;
    providerTemplate: string;
    providerSignature: string;
    templateValues: [string, string][];
  };
}

/**
 * Writes a message and puts it on its way in this transaction. While processing is restricted nothing goes out unasked.
 * Marketing needs consent on record and keeps to the hours at which the customer may be disturbed; otherwise it is held,
 * with the reason (PIPL 13–15, FUP-01).
 */
export async function queueMessage(work: Work, asked: Outgoing): Promise<MessageRow> {
  const customer = await customerById(work, asked.customerId);
  if (!customer) throw notFound();
  const address = asked.address || (await usualAddress(work, asked.channel, customer));
  const made = { ...asked, customerId: customer.id, address };
  const { orgUnitId, orgPath } = await atOpenUnit(work, customer);
  const place = { orgUnitId, orgPath };
  const of = { aboutType: asked.about?.type ?? null, aboutId: asked.about?.id ?? null };
  const wait = await whatForbids(work, { ...made, ...place, ...of, id: null });
  const { about: _about, subject = '', remindsOf = '', made: by, ...rest } = made;
  const row = await insertMessage(work, {
    ...rest,
    ...{ subject, remindsOf },
    ...place,
    ...(by && { ...by, templateValues: JSON.stringify(by.templateValues) }),
    direction: 'out',
    ...of,
    state: wait ? messageLife.next('hold', messageLife.initial) : messageLife.initial,
    heldReason: wait?.reason ?? '',
  });
  if (wait) {
    await tellHeld(work, row, wait);
    return row;
  }
  await tellOf(work, messageEvents.queued, row, {});
  if (isCarried(row.channel)) await dispatch(work, row);
  return row;
}

/**
 * Notes in the customer's thread what people carried themselves: a letter that was posted or handed over (CAR-06). It
 * counts towards the cap as every other message (CAR-04); whether it may go is asked before, with `whatStandsAgainst`.
 */
export async function noteCarried(work: Work, asked: Outgoing): Promise<MessageRow> {
  const customer = await customerById(work, asked.customerId);
  if (!customer) throw notFound();
  const { about, subject = '', made: _made, ...rest } = asked;
  const { orgUnitId, orgPath } = await atOpenUnit(work, customer);
  const row = await insertMessage(work, {
    ...rest,
    ...{ orgUnitId, orgPath, customerId: customer.id },
    subject,
    direction: 'out',
    aboutType: about?.type ?? null,
    aboutId: about?.id ?? null,
    state: messageLife.next('deliver', messageLife.initial),
    sentAt: work.now,
  });
  await tellOf(work, messageEvents.sent, row, {});
  return row;
}

/**
 * Why nothing of a purpose may go to a customer on a channel now; undefined when it may. The hours at which he is not to
 * be disturbed are left out: a letter disturbs nobody, and mail waits for them by itself.
 */
export async function whatStandsAgainst(
  work: Work,
  asked: Pick<Outgoing, 'customerId' | 'channel' | 'purpose' | 'address'> & {
    orgPath: string;
    aboutType: string;
    aboutId?: string;
    remindsOf?: ReminderKind | '';
  },
): Promise<string | undefined> {
  const { channel, customerId } = asked;
  const address = asked.address || (await usualAddress(work, channel, { id: customerId }));
  const wait = await whatForbids(work, { ...asked, address, id: null });
  return wait && wait.reason !== 'quiet_hours' ? wait.reason : undefined;
}

/** Where a customer is reached by a channel when nobody said: at WeCom by whom he was bound to. */
const usualAddress = async (work: Work, channel: string, customer: { id: string }) =>
  channel === 'wecom' ? ((await contactOf(work, customer.id))?.externalUserid ?? '') : '';

/** Looks again at what was held: it goes out, or is held for what still forbids it. */
export const release = defineTask<{ messageId: string }>(
  'messages.release',
  async (work, { messageId }) => {
    const row = await lockMessage(work, messageId);
    if (row?.state !== 'held' || row.customerId === null) return;
    const { customerId } = row;
    const address = row.address || (await usualAddress(work, row.channel, { id: customerId }));
    const wait = await whatForbids(work, { ...row, customerId, address });
    if (wait) {
      await updateMessage(work, messageId, { heldReason: wait.reason, address });
      await tellHeld(work, row, wait);
      return;
    }
    const state = messageLife.next('release', row.state);
    const after = await updateMessage(work, messageId, { state, heldReason: '', address });
    await tellOf(work, messageEvents.released, after, {});
    if (isCarried(after.channel)) await dispatch(work, after);
  },
);
