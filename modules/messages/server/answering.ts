import type { Work } from '#platform/work.ts';
import { messageEvents } from '../events.ts';
import { messageLife } from '../lifecycle.ts';
import { channelAt } from './carriers.ts';
import { dispatch, tellOf } from './delivery.ts';
import { insertMessage, type MessageRow } from './queries.ts';

export interface Answer {
  orgUnitId: string;
  orgPath: string;
  /** Nobody where the sender is not on file. */
  customerId: string | null;
  address: string;
  subject: string;
  body: string;
  about: { type: string; id: string };
  /** The Message-ID of the letter, or a word where it has none: what the house says by itself is marked so (RFC 3834). */
  answersMail: string;
}

/** The address that a place sends mail from; empty where it sends none. */
export async function sentFrom(work: Work, orgPath: string): Promise<string> {
  const settings = await channelAt(work, { channel: 'email', orgPath });
  return settings?.channel === 'email' ? settings.from : '';
}

/**
 * Answers a letter by itself, in this transaction: a word of service to the address that wrote. Nothing is answered
 * where the place sends no mail. @returns what was put on its way
 */
export async function answerMail(
  work: Work,
  { about, ...answer }: Answer,
): Promise<MessageRow | undefined> {
  if ((await sentFrom(work, answer.orgPath)) === '') return undefined;
  const row = await insertMessage(work, {
    ...answer,
    ...{ direction: 'out', channel: 'email', purpose: 'service', state: messageLife.initial },
    ...{ aboutType: about.type, aboutId: about.id },
  });
  await tellOf(work, messageEvents.queued, row, {});
  await dispatch(work, row);
  return row;
}
