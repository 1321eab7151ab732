import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { nextDueOf } from '#modules/vehicles/server/index.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { type Answer, type DeliveryPack, type OrderDelivery, unanswered } from '../contract.ts';
import { lackingToCheck, lackingToSign } from '../contract-lacking.ts';
import { factsOf, packOf, type RecordRow, recordOf } from './queries.ts';
import { rulesAt } from './rules.ts';

const instant = (text: string) => new Date(text).toISOString();

/** The whole delivery as it stands, with what still stands before its check and its signature. */
export async function shownPack(work: Work, deliveryPackId: string): Promise<DeliveryPack> {
  const row = await recordOf(work, deliveryPackId);
  if (!row) throw notFound();
  return placed(present(work, row), row.orgPath);
}

/** How far the delivery of an order is. @throws Problem 404 for an order out of sight */
export async function shownOfOrder(work: Work, orderId: string): Promise<OrderDelivery> {
  const order = await factsOf(work, orderId);
  if (!order) throw notFound();
  const pack = await packOf(work, orderId);
  const { isRequired } = await rulesAt(work, order.orgPath);
  if (!pack) return { isRequired, pack: null };
  const differs = ({ key, kind }: (typeof pack.items)[number]) =>
    kind !== 'walk' && pack.answers[key]?.result === 'different';
  const differences = pack.items.filter(differs).length;
  return { isRequired, pack: { id: pack.id, state: pack.state, differences } };
}

/** Reckoned from this visit, as the reminders will do after it (ARC-03); nothing where no interval is known. */
export function nextServiceOf(row: RecordRow, now: Date): DeliveryPack['nextService'] {
  if (row.state === 'signed') return { on: row.nextServiceOn, km: row.nextServiceKm };
  const today = dateIn(zoneOfTenant, now);
  const reading = { mileageKm: row.mileageKm ?? row.arrivedKm, readOn: today };
  const { nextDueOn, nextDueKm } = nextDueOf({
    lastVisitOn: today,
    intervalMonths: row.intervalMonths,
    intervalKm: row.intervalKm,
    readings: [reading, ...row.readings],
  });
  return { on: nextDueOn, km: nextDueKm };
}

function present(work: Work, row: RecordRow): DeliveryPack {
  const photos = row.photos.map((photo) => ({ ...photo, takenAt: instant(photo.takenAt) }));
  const written = {
    items: row.items,
    answerOf: (key: string): Answer => row.answers[key] ?? unanswered,
    hasPhoto: (key: string) => photos.some(({ itemKey }) => itemKey === key),
  };
  const { oldParts, certificate, checkedAt, toldHow, toldAt, signedAt, signatureFileId } = row;
  const states = { isSettled: row.orderState === 'settled', isCertified: certificate !== null };
  const isSigned = row.state === 'signed';
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    order: orderOf(row),
    customer: { name: row.customerName, senderName: row.senderName },
    checkInId: row.checkInId,
    items: row.items,
    answers: answersOf(row),
    photos,
    earlierPhotos: row.earlierPhotos,
    precautions: row.precautions,
    oldParts,
    mileageKm: row.mileageKm,
    note: row.note,
    nextService: nextServiceOf(row, work.now),
    certificate: certificate && { ...certificate, issuedAt: instant(certificate.issuedAt) },
    checked: checkedAt && { byName: row.checkedByName, at: checkedAt.toISOString() },
    told: toldAt && toldHow && { how: toldHow, byName: row.toldByName, at: toldAt.toISOString() },
    signature:
      signedAt && signatureFileId
        ? {
            fileId: signatureFileId,
            signedBy: row.signedBy,
            byName: row.takenByName,
            at: signedAt.toISOString(),
          }
        : null,
    lackingToCheck: row.state === 'open' ? lackingToCheck(written) : [],
    lackingToSign: isSigned ? [] : lackingToSign(written, { oldParts, ...states }),
  };
}

const orderOf = (row: RecordRow): DeliveryPack['order'] => ({
  id: row.orderId,
  number: row.number,
  state: row.orderState,
  plate: row.plate,
  plateColour: row.plateColour,
  model: row.model,
  mileageKm: row.arrivedKm,
  oldParts: row.orderOldParts ?? '',
  jobs: row.jobs,
});

const answersOf = ({ items, answers, names }: RecordRow): DeliveryPack['answers'] =>
  items.flatMap(({ key }) => {
    const answer = answers[key];
    if (!answer) return [];
    const { result, note, by, at } = answer;
    return [{ key, result, note, byName: by === null ? '' : (names[by] ?? ''), at: instant(at) }];
  });
