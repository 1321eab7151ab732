import { readyFileOf } from '#modules/files/server/index.ts';
import { deliverOrder, fileOrderPapers } from '#modules/service-orders/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import { type deliveryRoutes, withoutBlanks } from '../contract.ts';
import { lackingToSign } from '../contract-lacking.ts';
import { deliveryPackEvents } from '../events.ts';
import { packLife } from '../lifecycle.ts';
import { certificateOf, photosOf, recordOf, updatePack } from './queries.ts';
import { nextServiceOf } from './show.ts';
import { type Asked, aboutPack, personOf, takeOpenPack, toldOf, writtenOf } from './taking.ts';
import { refuseLacking } from './writing.ts';

/**
 * The customer has signed on the glass: in one transaction the pack is locked, bound to the release certificate, its
 * pictures are filed to the order, and the order's own step delivers the car.
 */
export async function sign(
  work: Work,
  asked: Asked,
  { signatureFileId, signedBy }: BodyOf<typeof deliveryRoutes.sign>,
): Promise<void> {
  const row = await takeOpenPack(work, asked);
  const takenBy = personOf(work.actor);
  if (takenBy === null) throw new Problem(403, 'delivery_person_needed');
  if (row.state !== 'checked') throw new Problem(409, 'delivery_not_checked');
  const certificate = await certificateOf(work, row.orderId);
  refuseLacking(
    lackingToSign(await writtenOf(work, row), {
      oldParts: row.oldParts,
      isSettled: row.orderState === 'settled',
      isCertified: certificate !== undefined,
    }),
  );
  const file = await readyFileOf(work, signatureFileId);
  if (!file) throw notFound();
  if (!file.contentType?.startsWith('image/')) {
    throw ruleBroken('/signatureFileId', 'delivery_signature_needed');
  }
  const photos = await photosOf(work, row.id);
  const next = nextServiceOf((await recordOf(work, row.id))!, work.now);
  await updatePack(work, row.id, {
    state: packLife.next('sign', row.state),
    precautions: withoutBlanks(row.precautions),
    certificateId: certificate?.id ?? null,
    nextServiceOn: next.on,
    nextServiceKm: next.km,
    signedAt: work.now,
    ...{ signedBy, signatureFileId, takenBy },
  });
  await fileOrderPapers(work, row.orderId, takenBy, [
    { fileId: signatureFileId, kind: 'signature', caption: '交车单签字' },
    ...photos.map(({ fileId }) => ({ fileId, kind: 'photo' as const, caption: '交车核对' })),
  ]);
  await work.emit(deliveryPackEvents.signed, toldOf(row), aboutPack(row));
  const mileage = row.mileageKm === null ? {} : { mileageKm: row.mileageKm };
  await deliverOrder(
    work,
    { orderId: row.orderId },
    { acceptedBy: signedBy, note: row.note.slice(0, 500), ...mileage },
  );
}
