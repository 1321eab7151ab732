import { customerById } from '#modules/customers/server/index.ts';
import { atOpenUnit } from '#modules/organisation/server/index.ts';
import { notFound } from '#platform/problem.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { type Calendar, isOpen, nextOpen } from '#shared/business-calendar.ts';
import { defaultContactHours } from '#shared/default-calendars.ts';
import { carriedChannels, type messageChannels, type messagePurposes } from '../contract.ts';
import { messageEvents } from '../events.ts';
import { messageLife } from '../lifecycle.ts';
import { dispatch, tellOf } from './delivery.ts';
import {
  type Allowance,
  allowanceOf,
  insertMessage,
  lockMessage,
  type MessageRow,
  updateMessage,
} from './queries.ts';
import { isHeldByRestriction } from './restricted.ts';

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
}

interface Wait {
  reason: string;
  /** When it may go out by itself; else somebody or something has to change first. */
  until?: Date;
}

/**
 * Writes a message and puts it on its way in this transaction. While processing is restricted nothing goes out unasked.
 * Marketing needs consent on record and keeps to the hours at which the customer may be disturbed; otherwise it is held,
 * with the reason (PIPL 13–15, FUP-01).
 */
export async function queueMessage(work: Work, asked: Outgoing): Promise<MessageRow> {
  const customer = await customerById(work, asked.customerId);
  if (!customer) throw notFound();
  const made = { ...asked, customerId: customer.id };
  const wait = await whatForbids(work, { ...made, aboutType: asked.about?.type ?? null });
  const { orgUnitId, orgPath } = await atOpenUnit(work, customer);
  const place = { orgUnitId, orgPath };
  const { about, subject = '', ...rest } = made;
  const row = await insertMessage(work, {
    ...rest,
    subject,
    ...place,
    direction: 'out',
    aboutType: about?.type ?? null,
    aboutId: about?.id ?? null,
    state: wait ? messageLife.next('hold', messageLife.initial) : messageLife.initial,
    heldReason: wait?.reason ?? '',
  });
  if (wait) {
    await held(work, row, wait);
    return row;
  }
  await tellOf(work, messageEvents.queued, row, {});
  if (isCarried(row.channel)) await dispatch(work, row);
  return row;
}

const isCarried = (channel: string) => (carriedChannels as readonly string[]).includes(channel);

async function held(work: Work, row: MessageRow, { reason, until }: Wait): Promise<void> {
  await tellOf(work, messageEvents.held, row, { reason });
  if (until) await work.later(release, { messageId: row.id }, until, row.id);
}

async function whatForbids(
  work: Work,
  made: Pick<Outgoing, 'customerId' | 'channel' | 'purpose' | 'address'> & {
    aboutType: string | null;
  },
): Promise<Wait | undefined> {
  if (made.address === '' && isCarried(made.channel)) return { reason: 'no_address' };
  if (await isHeldByRestriction(work, made)) return { reason: 'restricted' };
  if (made.purpose === 'service') return undefined;
  const allowance = await allowanceOf(work, made.customerId, made.channel, made.purpose);
  if (allowance?.preferredChannel === 'none') return { reason: 'wishes_none' };
  if (!allowance?.agreed) return { reason: 'no_consent' };
  const hours = contactHours(allowance);
  return isOpen(hours, work.now)
    ? undefined
    : { reason: 'quiet_hours', until: nextOpen(hours, work.now) };
}

/** The customer's own hours where he named them, else the hours at which people may be called. */
function contactHours({ callFrom, callUntil }: Allowance): Calendar {
  if (callFrom === null || callUntil === null || callFrom >= callUntil) return defaultContactHours;
  const day = [{ from: callFrom, to: callUntil }];
  const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
  return { ...defaultContactHours, weekly };
}

/** Looks again at what was held: it goes out, or is held for what still forbids it. */
export const release = defineTask<{ messageId: string }>(
  'messages.release',
  async (work, { messageId }) => {
    const row = await lockMessage(work, messageId);
    if (row?.state !== 'held' || row.customerId === null) return;
    const wait = await whatForbids(work, { ...row, customerId: row.customerId });
    if (wait) {
      await updateMessage(work, messageId, { heldReason: wait.reason });
      await held(work, row, wait);
      return;
    }
    const state = messageLife.next('release', row.state);
    const after = await updateMessage(work, messageId, { state, heldReason: '' });
    await tellOf(work, messageEvents.released, after, {});
    if (isCarried(after.channel)) await dispatch(work, after);
  },
);
