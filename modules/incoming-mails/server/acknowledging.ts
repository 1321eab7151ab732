import { receiptWasSent } from '#modules/complaints/server/index.ts';
import { answerMail } from '#modules/messages/server/index.ts';
import { unitById } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { incomingMailEvents } from '../events.ts';
import { neverAnswered } from '../lifecycle.ts';
import { acknowledgement } from '../locales/acknowledgement.ts';
import { aboutMail } from './deadlines.ts';
import { isAcknowledged, type MailRow, updateMail } from './queries.ts';
import { lockMailbox } from './queries-mailboxes.ts';

/**
 * Tells the sender once that his complaint has arrived, with the number that leads his next letter to it. Nobody is told
 * where the house has not said so, nothing that a machine wrote is answered, and nobody who may not be who he says.
 */
export async function acknowledge(work: Work, row: MailRow, number: string): Promise<void> {
  const { complaintId, fromAddress, customerId, orgUnitId, orgPath, marks } = row;
  if (complaintId === null || fromAddress === '' || row.standing === 'failed') return;
  if (marks.some((mark) => (neverAnswered as readonly string[]).includes(mark))) return;
  const mailbox = await lockMailbox(work, row.mailboxId);
  if (!mailbox?.isAnswered || (await isAcknowledged(work, complaintId, fromAddress))) return;
  const shop = (await unitById(work, orgUnitId))?.name ?? '';
  const { subject, body } = acknowledgement({ number, about: row.subject, shop });
  const sent = await answerMail(work, {
    ...{ orgUnitId, orgPath, customerId, address: fromAddress, subject, body },
    about: { type: 'complaint', id: complaintId },
    answersMail: row.messageId.startsWith('<') ? row.messageId : 'unnamed',
  });
  if (!sent) return;
  const after = await updateMail(work, row.id, { acknowledgedAt: work.now });
  await receiptWasSent(work, complaintId, 'email');
  const data = { incomingMailId: after.id, customerId, complaintId };
  await work.emit(incomingMailEvents.acknowledged, data, aboutMail(after));
}
