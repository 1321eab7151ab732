import { notify } from '#modules/commitments/server/index.ts';
import { recordConsent } from '#modules/customers/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import type { Work } from '#platform/work.ts';
import { messageEvents } from '../events.ts';
import { tellOf } from './delivery.ts';
import { insertMessage } from './queries.ts';
import { lastWrittenBy, mailAnswered, messageOf } from './queries-replies.ts';
import { isHere } from './queries-sms.ts';
import { isOptOut } from './sms-said.ts';

/** Advertising ends at once with the agreed words, and the reply is the evidence (CAR-04). */
export async function endAdvertising(
  work: Work,
  reply: { customerId: string; text: string; evidence: string },
): Promise<void> {
  const { customerId, text, evidence } = reply;
  if (!isOptOut(text)) return;
  const no = { purpose: 'marketing', channel: 'any', given: false, evidence } as const;
  await recordConsent(work, customerId, no);
}

/** As much of a letter as a thread shows. */
const mostWords = 4000;
const firstLine = (text: string) => text.trim().split('\n', 1)[0]!;

/**
 * A letter that answers one of our own mails comes into the thread of whom it was written to (CAR-06): it names the mail by
 * its id, which nobody guesses, and comes from the address that the mail went to. What says less stays on the list of
 * letters alone. @param key the letter's own id: taken in once
 */
export async function receiveMailReply(
  work: Work,
  reply: {
    key: string;
    ids: readonly string[];
    fromAddress: string;
    subject: string;
    body: string;
  },
): Promise<void> {
  const { key, ids, fromAddress, subject, body } = reply;
  if (ids.length === 0 || fromAddress === '') return;
  const providerId = `mail:${key}`;
  if (await isHere(work, providerId)) return;
  const ours = await mailAnswered(work, { ids, fromAddress });
  if (!ours) return;
  const { customerId, orgUnitId, orgPath, purpose } = ours;
  const row = await insertMessage(work, {
    ...{ customerId, orgUnitId, orgPath, purpose, direction: 'in', channel: 'email' },
    ...{ state: 'received', address: fromAddress, subject: subject.slice(0, 200), providerId },
    body: body.trim().slice(0, mostWords),
  });
  await tellOf(work, messageEvents.received, row, {});
  const text = firstLine(body);
  const evidence = `客户邮件回复“${text}”，消息 ${row.id}`;
  await endAdvertising(work, { customerId, text, evidence });
}

/** How many supervisors hear of a reply that nobody is to answer by name: the nearest. */
const mostTold = 3;

/** Whoever wrote to him last hears that he answered; else who supervises there (CAR-06). */
export async function tellOfReply(
  work: Work,
  { messageId, customerId }: { messageId: string; customerId: string | null },
): Promise<void> {
  const row = await messageOf(work, messageId);
  if (!row || customerId === null) return;
  const writer = await lastWrittenBy(work, { customerId, channel: row.channel });
  const told = writer
    ? [writer.employeeId]
    : (await employeesWith(work, 'followUps.supervise', row.orgPath))
        .slice(0, mostTold)
        .map(({ id }) => id);
  await notify(work, told, {
    kind: 'messages.replied',
    about: { type: 'customer', id: customerId },
    facts: { messageId, channel: row.channel },
    key: `messages.replied.${messageId}`,
  });
}
