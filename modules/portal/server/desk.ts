import { lockOrder } from '#modules/service-orders/server/index.ts';
import { placed } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { CustomerPage } from '../contract.ts';
import { portalEvents } from '../events.ts';
import {
  answerQuestion,
  deskRow,
  isPhotoOf,
  lockQuestion,
  moveToLine,
  releasedPhoto,
  releasePhoto,
  takePhotoBack,
  visitRow,
} from './queries.ts';
import { shown } from './show.ts';

const about = ({ id, orgPath }: { id: string; orgPath: string }) => ({
  type: 'serviceOrder',
  id,
  orgPath,
});

/** The page exactly as the customer sees it, with what only the desk has beside it. */
export async function pageOf(work: Work, orderId: string): Promise<CustomerPage> {
  const row = await visitRow(work, orderId);
  const desk = await deskRow(work, orderId);
  if (!row || !desk) throw notFound();
  const { openedAt, lastUsedAt } = wire(desk);
  const page: CustomerPage = {
    orderId,
    preview: shown(row, true),
    photos: desk.photos.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    items: row.lines
      .filter(({ origin, answer }) => origin === 'additional' && answer === 'open')
      .map(({ id: lineId, description, labourFen, partsFen, payer, isPriced }) => ({
        ...{ lineId, description, labourFen, partsFen, payer, isPriced },
      })),
    signings: desk.signings.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    openedAt,
    lastUsedAt,
  };
  return placed(page, row.orgPath);
}

interface Release {
  fileId: string;
  isReleased: boolean;
  lineId?: string;
}

/** Lets the customer see a photo of the order, or takes it back. A second time changes nothing. @throws Problem 404 */
export async function release(work: Work, orderId: string, wish: Release): Promise<void> {
  const order = await lockOrder(work, orderId);
  if (!order) throw notFound();
  const { fileId, isReleased, lineId } = wish;
  if (!(await isPhotoOf(work, orderId, fileId))) throw notFound();
  if (
    lineId !== undefined &&
    !(await visitRow(work, orderId))?.lines.some(({ id }) => id === lineId)
  )
    throw notFound();
  const before = await releasedPhoto(work, orderId, fileId);
  const told = { orderId, fileId };
  if (!isReleased) {
    if (!before) return;
    await takePhotoBack(work, orderId, fileId);
    await work.emit(portalEvents.photoTakenBack, told, about(order));
    return;
  }
  if (before && before.lineId === (lineId ?? null)) return;
  if (before) await moveToLine(work, before.id, lineId ?? null);
  else await releasePhoto(work, { orderId, fileId, lineId: lineId ?? null });
  await work.emit(portalEvents.photoReleased, told, about(order));
}

/** The desk's answer, once; it stands on the customer's page. @throws Problem 404, 409 `question_answered` */
export async function reply(
  work: Work,
  { orderId, questionId }: { orderId: string; questionId: string },
  answer: string,
): Promise<void> {
  const question = await lockQuestion(work, orderId, questionId);
  if (!question) throw notFound();
  if (question.answeredAt !== null) throw new Problem(409, 'question_answered');
  await answerQuestion(
    work,
    question.id,
    answer,
    work.actor.kind === 'user' ? work.actor.id : null,
  );
  const told = { orderId, questionId };
  await work.emit(portalEvents.replied, told, about({ id: orderId, orgPath: question.orgPath }));
}
