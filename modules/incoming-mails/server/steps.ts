import { notify } from '#modules/commitments/server/index.ts';
import {
  addEvidence,
  noteOnComplaint,
  receiveComplaint,
  roomForEvidence,
} from '#modules/complaints/server/index.ts';
import { namesOf } from '#modules/people/server/index.ts';
import { can } from '#platform/actor.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { incomingMailRoutes } from '../contract.ts';
import { incomingMailEvents } from '../events.ts';
import { incomingMailLife } from '../lifecycle.ts';
import { acknowledge } from './acknowledging.ts';
import { aboutMail, decided, decideTerm, nothingOwed, promiseDecision } from './deadlines.ts';
import { filesOf, lockMail, type MailRow, updateMail } from './queries.ts';
import { lockMailbox } from './queries-mailboxes.ts';
import { complaintSeen } from './queries-matches.ts';

type Body<Step extends 'open' | 'add' | 'file' | 'confirmSender'> = BodyOf<
  (typeof incomingMailRoutes)[Step]
>;
/** Which letter, and the version that the caller has seen (`If-Match`). */
export interface Which {
  incomingMailId: string;
  expectedVersion: number | undefined;
}

const person = ({ actor }: Work): string | null => (actor.kind === 'user' ? actor.id : null);
const wordsMost = 4000;

/**
 * Opens a complaint from a letter (CMP-01): its 24 hours began when the letter arrived, whoever opens it whenever (CMP-03).
 * What was attached becomes evidence; the sender hears of it where the house has said so.
 */
export async function openComplaint(work: Work, which: Which, body: Body<'open'>): Promise<void> {
  const before = await taken(work, which);
  const state = incomingMailLife.next('open', before.state);
  refuseUnconfirmed(before);
  const complaint = await receiveComplaint(work, {
    ...body,
    channel: 'email',
    replyBy: 'email',
    receivedAt: before.arrivedAt.toISOString(),
  });
  await takeFilesAlong(work, before, complaint.id);
  const { customerId, vehicleId, orderId } = complaint;
  const after = await updateMail(work, before.id, {
    ...{ state, complaintId: complaint.id, customerId, vehicleId, orderId },
    ...{ decidedAt: work.now, decidedBy: person(work) },
  });
  await decided(work, after);
  const data = { ...concerned(after), complaintId: complaint.id };
  await work.emit(incomingMailEvents.opened, data, aboutMail(after));
  await acknowledge(work, after, complaint.number);
}

/** Adds a letter to a complaint that it belongs to; whoever handles that one hears of it. */
export async function addToComplaint(
  work: Work,
  which: Which,
  { complaintId }: Body<'add'>,
): Promise<void> {
  const before = await taken(work, which);
  const state = incomingMailLife.next('add', before.state);
  refuseUnconfirmed(before);
  const complaint = await complaintSeen(work, complaintId);
  if (!complaint) throw ruleBroken('/complaintId', 'mail_complaint_unknown');
  const words = [before.subject, before.body].filter(Boolean).join('\n').slice(0, wordsMost);
  await noteOnComplaint(work, { complaintId, expectedVersion: undefined }, { words: words || '—' });
  await takeFilesAlong(work, before, complaintId);
  const { customerId, vehicleId, orderId, handlerId, number } = complaint;
  const after = await updateMail(work, before.id, {
    ...{ state, complaintId, customerId, vehicleId, orderId },
    ...{ decidedAt: work.now, decidedBy: person(work) },
  });
  await decided(work, after);
  await work.emit(incomingMailEvents.added, { ...concerned(after), complaintId }, aboutMail(after));
  if (handlerId !== null && handlerId !== work.actor.id) {
    const by = (await namesOf(work, [person(work)])).get(work.actor.id) ?? '';
    await notify(work, [handlerId], {
      kind: 'incomingMails.added',
      about: { type: 'complaint', id: complaintId },
      facts: { number, by },
      key: `incomingMails.added:${after.id}`,
    });
  }
  await acknowledge(work, after, number);
}

/** It is no complaint; a reason is on record, and words for what no list knows. */
export async function fileMail(
  work: Work,
  which: Which,
  { filedAs, note = '' }: Body<'file'>,
): Promise<void> {
  const before = await taken(work, which);
  const state = incomingMailLife.next('file', before.state);
  if (filedAs === 'noComplaint' && note.trim() === '')
    throw ruleBroken('/note', 'mail_reason_needed');
  const after = await updateMail(work, before.id, {
    ...{ state, filedAs, note: note.trim() },
    ...{ decidedAt: work.now, decidedBy: person(work) },
  });
  const isNobodys = filedAs === 'advertisement' || filedAs === 'automatic';
  await (isNobodys ? nothingOwed : decided)(work, after);
  await work.emit(incomingMailEvents.filed, { ...concerned(after), filedAs }, aboutMail(after));
}

/** Filed too soon: it waits again, with a clock from now. */
export async function putMailBack(work: Work, which: Which): Promise<void> {
  const before = await taken(work, which);
  const state = incomingMailLife.next('putBack', before.state);
  const minutes = (await lockMailbox(work, before.mailboxId))!.decideMinutes;
  const term = await decideTerm(work, before.orgPath, work.now, minutes);
  const after = await updateMail(work, before.id, {
    ...{ state, filedAs: '', note: '', decidedAt: null, decidedBy: null, decideBy: term.dueAt },
  });
  await promiseDecision(work, after, term);
  await work.emit(incomingMailEvents.putBack, concerned(after), aboutMail(after));
}

/** He was asked by telephone, or stands here: it is he. From then on whom it concerns is shown. */
export async function confirmSender(
  work: Work,
  which: Which,
  { note }: Body<'confirmSender'>,
): Promise<void> {
  const before = await taken(work, which);
  if (!isInDoubt(before)) throw new Problem(409, 'mail_sender_not_in_doubt');
  const after = await updateMail(work, before.id, {
    ...{ confirmedAt: work.now, confirmedBy: person(work), confirmedHow: note.trim() },
  });
  await work.emit(incomingMailEvents.senderConfirmed, concerned(after), aboutMail(after));
}

/** The trusted server says that it is not he, and nobody has said otherwise. */
export const isInDoubt = ({ standing, confirmedAt }: Pick<MailRow, 'standing' | 'confirmedAt'>) =>
  standing === 'failed' && confirmedAt === null;

export const mayDecide = ({ actor }: Work, orgPath: string): boolean =>
  can(actor, 'complaints.handle', orgPath);

const concerned = ({ id, customerId }: MailRow) => ({ incomingMailId: id, customerId });

function refuseUnconfirmed(row: MailRow): void {
  if (isInDoubt(row)) throw new Problem(409, 'mail_sender_unconfirmed');
}

/** The letter, held for a step. @throws Problem 404 out of sight, 403 without the right, 412 when somebody was faster */
async function taken(work: Work, { incomingMailId, expectedVersion }: Which): Promise<MailRow> {
  const row = await lockMail(work, incomingMailId);
  if (!row) throw notFound();
  if (!mayDecide(work, row.orgPath)) throw forbidden();
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

/** As many as the file of the complaint has room for; the others stay with the letter, which hangs on it. */
async function takeFilesAlong(work: Work, row: MailRow, complaintId: string): Promise<void> {
  if (row.originalFileId !== null && (await roomForEvidence(work, complaintId)) > 0) {
    const body = { fileId: row.originalFileId, caption: '' };
    await addEvidence(work, { complaintId, expectedVersion: undefined }, body);
  }
  const room = await roomForEvidence(work, complaintId);
  const kept = (await filesOf(work, row.id)).filter(({ fileId }) => fileId !== null).slice(0, room);
  for (const { fileId, fileName } of kept) {
    const body = { fileId: fileId!, caption: fileName };
    await addEvidence(work, { complaintId, expectedVersion: undefined }, body);
  }
}
