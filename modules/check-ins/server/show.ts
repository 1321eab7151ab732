import { arrivalOf, earlierOrders } from '#modules/service-orders/server/index.ts';
import { phoneFor, placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { type CheckIn, emptyContent, type ListedCheckIn } from '../contract.ts';
import { lackingIn } from '../contract-lacking.ts';
import { type ListedRow, type RecordRow, recordOf } from './queries.ts';

const earlierShown = 5;
const instant = (text: string) => new Date(text).toISOString();

/** What was written down, or signed; fields that nobody touched have their first value. */
export const contentOf = ({ content, signed }: Pick<RecordRow, 'content' | 'signed'>) => ({
  ...emptyContent,
  ...(signed ? signed.content : content),
});

/** The whole check-in; while it is open, with what reception has to know of the car. */
export async function shownCheckIn(work: Work, checkInId: string): Promise<CheckIn> {
  const row = await recordOf(work, checkInId);
  if (!row) throw notFound();
  const isOpen = row.state === 'open';
  const arrival = isOpen ? await arrivalOf(work, row.vehicleId, undefined) : undefined;
  const earlier = isOpen ? await earlierOrders(work, row.vehicleId, earlierShown) : [];
  const shown: CheckIn = {
    ...present(work, row),
    arrival: arrival
      ? { openOrder: arrival.openOrder, guarantee: arrival.guarantee, refused: arrival.refused }
      : null,
    earlier: earlier.map(({ id, number, receivedAt, mileageKm, customerWords, done }) => ({
      ...{ id, number, mileageKm, customerWords, done },
      receivedAt: receivedAt.toISOString(),
    })),
  };
  return placed(shown, row.orgPath);
}

function present(work: Work, row: RecordRow): Omit<CheckIn, 'arrival' | 'earlier'> {
  const content = contentOf(row);
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    vehicle: {
      id: row.vehicleId,
      plate: row.plate,
      plateColour: row.plateColour,
      model: row.model,
      mileageKm: row.lastMileageKm,
      mileageOn: row.lastMileageOn,
    },
    customer: {
      id: row.customerId,
      name: row.customerName,
      phone: phoneFor(work.actor, row.customerPhone, row.orgPath),
      wishes: row.customerWishes,
    },
    content,
    photos: row.photos.map((photo) => ({ ...photo, takenAt: instant(photo.takenAt) })),
    beganByName: row.beganByName,
    beganAt: row.createdAt.toISOString(),
    savedAt: row.updatedAt.toISOString(),
    abandonReason: row.abandonReason,
    order: row.orderId === null ? null : { id: row.orderId, number: row.orderNumber ?? '—' },
    signature: row.signed && {
      fileId: row.signed.fileId,
      accessoryFileId: row.signed.accessoryFileId,
      signedBy: row.signed.signedBy,
      at: instant(row.signed.at),
    },
    corrections: row.corrections.map((entry) => ({ ...entry, at: instant(entry.at) })),
    lacking: row.state === 'open' ? lackingIn(content, row.lastMileageKm) : [],
  };
}

export const presentListed = ({ orgPath: _place, ...row }: ListedRow): ListedCheckIn => ({
  ...row,
  beganAt: row.beganAt.toISOString(),
  savedAt: row.savedAt.toISOString(),
});
