import { readyFileOf } from '#modules/files/server/index.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { CustomerAnswer } from '../contract.ts';
import { addPaperRow, type OrderRow } from './queries.ts';
import { personOf } from './taking.ts';

/** A time is typed to the minute, and the car may have come within it. */
const withinMs = 60_000;

/** When the customer said so: now, or as it was written down of a call. @throws Problem 422 `answer_time` */
export function saidAtOf(work: Work, order: OrderRow, saidAt: string | undefined): Date {
  if (saidAt === undefined) return work.now;
  const at = new Date(saidAt);
  if (at > work.now || at.getTime() < order.receivedAt.getTime() - withinMs)
    throw ruleBroken('/saidAt', 'answer_time');
  return at;
}

/**
 * The customer's signature under his answer: a picture of its own for every answer, kept with the order's papers.
 * @throws Problem 404, 422 `signature_in_person`, `signature_not_a_picture`, `signature_used`
 */
export async function keepSignature(
  work: Work,
  order: OrderRow,
  { signatureFileId, how, answeredBy }: Omit<CustomerAnswer, 'answers'>,
): Promise<void> {
  if (signatureFileId === undefined) return;
  const pointer = '/signatureFileId';
  const isOwnLink = how === 'link' && work.actor.kind === 'link';
  if (how !== 'inPerson' && !isOwnLink) throw ruleBroken(pointer, 'signature_in_person');
  const file = await readyFileOf(work, signatureFileId);
  if (!file) throw notFound();
  if (!file.contentType?.startsWith('image/')) throw ruleBroken(pointer, 'signature_not_a_picture');
  const isNew = await addPaperRow(work, {
    ...{ orderId: order.id, fileId: signatureFileId, kind: 'signature', caption: answeredBy },
    by: personOf(work.actor) ?? order.advisorId,
  });
  if (!isNew) throw ruleBroken(pointer, 'signature_used');
}
