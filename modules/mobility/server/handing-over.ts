import { readyFileOf } from '#modules/files/server/index.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { HandoverBody, HandoverStage } from '../contract.ts';
import type { Asking } from '../lifecycle.ts';
import { handoversBefore, insertHandover, insertPhotos } from './queries-handovers.ts';

export type Of = { tripId: string; loanId: null } | { tripId: null; loanId: string };

/**
 * Puts down how a car went from hand to hand. Refuses what is asked for and lacking, a reading below an earlier one, and
 * a picture that is none. What is put down changes no more.
 */
export async function handOver(
  work: Work,
  of: Of,
  stage: HandoverStage,
  body: HandoverBody,
  asked: Asking,
): Promise<void> {
  await refuseWrongReading(work, of, body, asked);
  await refuseWrongPictures(work, body, asked);
  const row = await insertHandover(work, {
    ...of,
    stage,
    mileageKm: body.mileageKm ?? null,
    fuelEighths: body.fuelEighths ?? null,
    note: (body.note ?? '').trim(),
    signedBy: (body.signedBy ?? '').trim(),
    signatureFileId: body.signatureFileId ?? null,
    takenBy: work.actor.kind === 'user' ? work.actor.id : null,
    at: work.now,
  });
  const files = [...new Set(body.photoFileIds)];
  if (files.length === 0) return;
  await insertPhotos(
    work,
    files.map((fileId) => ({ carHandoverId: row.id, fileId })),
  );
}

async function refuseWrongReading(work: Work, of: Of, { mileageKm }: HandoverBody, asked: Asking) {
  if (mileageKm === undefined) {
    if (asked.reading) throw ruleBroken('/mileageKm', 'handover_mileage_needed');
    return;
  }
  const earlier = await handoversBefore(work, of);
  const last = Math.max(0, ...earlier.map((one) => one.mileageKm ?? 0));
  if (mileageKm < last) throw ruleBroken('/mileageKm', 'handover_mileage_lower', { last });
}

async function refuseWrongPictures(work: Work, body: HandoverBody, asked: Asking): Promise<void> {
  const { signatureFileId, photoFileIds = [] } = body;
  if (asked.signature && (!signatureFileId || !body.signedBy)) {
    throw ruleBroken('/signatureFileId', 'handover_signature_needed');
  }
  for (const fileId of [...(signatureFileId ? [signatureFileId] : []), ...photoFileIds]) {
    const file = await readyFileOf(work, fileId);
    if (!file) throw notFound();
    if (!file.contentType?.startsWith('image/')) {
      throw ruleBroken('/photoFileIds', 'handover_picture_needed');
    }
  }
}
