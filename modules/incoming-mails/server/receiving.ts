import { isUsedUp, storeFile } from '#modules/files/server/index.ts';
import { receiveMailReply, sentFrom } from '#modules/messages/server/index.ts';
import type { Work } from '#platform/work.ts';
import { incomingMailEvents } from '../events.ts';
import { marksOf } from '../judge/automatic.ts';
import { namedIn, ownMessagesIn } from '../judge/named.ts';
import { standingOf } from '../judge/sender.ts';
import {
  floodPerHour,
  incomingMailLife,
  type Mark,
  neverAnswered,
  withoutClock,
} from '../lifecycle.ts';
import type { Brought } from './bringing.ts';
import { aboutMail, decideTerm, promiseDecision } from './deadlines.ts';
import { insertMail, insertMailFiles, isKnown, type MailRow, manyLately } from './queries.ts';
import type { MailboxRow } from './queries-mailboxes.ts';

const hourInMs = 3_600_000;

/**
 * Puts a letter on the list of mail that wants a decision (CMP-01), once, whatever way and however often it came. Its clock
 * begins when it arrived in the mailbox; when a mailbox is opened first, with what lies there.
 */
export async function receiveMail(
  work: Work,
  mailbox: MailboxRow,
  brought: Brought,
): Promise<void> {
  const { read, contentHash } = brought;
  const identity = read.identity || contentHash;
  if (await isKnown(work, mailbox.id, identity)) return;
  // The clocks of mail servers go wrong: nothing arrived in the future.
  const arrivedAt =
    brought.arrivedAt && brought.arrivedAt < work.now ? brought.arrivedAt : work.now;
  const marks = await marksFor(work, mailbox, brought, arrivedAt);
  const hasClock = !marks.some((mark) => withoutClock.includes(mark));
  const from = mailbox.uidValidity === null ? work.now : arrivedAt;
  const term = hasClock && (await decideTerm(work, mailbox.orgPath, from, mailbox.decideMinutes));
  const { fromAddress, fromName, subject, body, messageId, mentions, sentAt } = read;
  const originalFileId = await keepOriginal(work, mailbox, brought);
  const row = await insertMail(work, {
    originalFileId,
    ...{ orgUnitId: mailbox.orgUnitId, orgPath: mailbox.orgPath, mailboxId: mailbox.id },
    ...{
      identity,
      contentHash,
      fromAddress,
      fromName,
      subject,
      body,
      messageId,
      mentions,
      arrivedAt,
    },
    state: incomingMailLife.initial,
    sentAt: sentAt === null ? null : new Date(sentAt),
    sizeBytes: brought.sizeBytes,
    marks,
    standing: standingOf(read.headers, mailbox.trustedServer, fromAddress),
    ...namedIn(subject, body),
    decideBy: term ? term.dueAt : null,
  });
  await keepFiles(work, row, brought);
  // A machine’s word, or a sender whom the mail server does not believe, is no customer’s answer.
  if (row.standing !== 'failed' && !marks.some((mark) => neverAnswered.includes(mark))) {
    const ids = ownMessagesIn(mentions);
    await receiveMailReply(work, { key: row.id, ids, fromAddress, subject, body });
  }
  if (term) await promiseDecision(work, row, term);
  await work.emit(
    incomingMailEvents.arrived,
    { incomingMailId: row.id, customerId: null },
    aboutMail(row),
  );
}

async function marksFor(
  work: Work,
  mailbox: MailboxRow,
  { read, isCut }: Brought,
  arrivedAt: Date,
): Promise<Mark[]> {
  const own = [mailbox.address, await sentFrom(work, mailbox.orgPath)].filter((one) => one !== '');
  const found = marksOf(read.headers, read.fromAddress, own);
  if (read.isBroken) found.push('broken');
  if (isCut || read.isBodyCut) found.push('cut');
  const since = new Date(arrivedAt.getTime() - hourInMs);
  const asked = { fromAddress: read.fromAddress, mailboxId: mailbox.id, since, most: floodPerHour };
  if (read.fromAddress !== '' && (await manyLately(work, asked)) >= floodPerHour)
    found.push('flood');
  return found;
}

/** As evidence, should a complaint come of it; the hash in its row is that of these bytes (CMP-05). */
async function keepOriginal(
  work: Work,
  { orgUnitId, orgPath }: MailboxRow,
  { original, contentHash }: Brought,
): Promise<string | null> {
  if (original === null || (await isUsedUp(work, orgUnitId))) return null;
  const name = `${contentHash.slice(0, 12)}.eml`;
  return (await storeFile(work, original, name, { orgUnitId, orgPath })).id;
}

/** What was attached, each with a file or with why there is none. */
async function keepFiles(work: Work, row: MailRow, { files }: Brought): Promise<void> {
  const { orgUnitId, orgPath } = row;
  const rows = [];
  for (const [position, { stored, leftOut, fileName, contentType, sizeBytes }] of files.entries()) {
    const isFull = stored !== null && (await isUsedUp(work, orgUnitId));
    const file =
      stored && !isFull ? await storeFile(work, stored, fileName, { orgUnitId, orgPath }) : null;
    rows.push({
      ...{ incomingMailId: row.id, position, fileName, sizeBytes },
      contentType: stored?.contentType ?? contentType,
      fileId: file?.id ?? null,
      leftOut: isFull ? ('usedUp' as const) : leftOut,
    });
  }
  if (rows.length > 0) await insertMailFiles(work, rows);
}
