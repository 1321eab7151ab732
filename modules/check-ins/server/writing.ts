import { customerById } from '#modules/customers/server/index.ts';
import { readyFileOf } from '#modules/files/server/index.ts';
import { refuseVehicleHere } from '#modules/service-orders/server/index.ts';
import { vehicleById } from '#modules/vehicles/server/index.ts';
import { newId } from '#platform/ids.ts';
import { refuseUnderHold } from '#platform/personal/holds.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { CheckInChange, checkInRoutes } from '../contract.ts';
import { checkInEvents } from '../events.ts';
import { checkInLife } from '../lifecycle.ts';
import {
  addPhotoRow,
  countOfCorrections,
  insertCheckIn,
  insertCorrection,
  isOrderOf,
  openCheckInHere,
  photosOf,
  removePhotoRow,
  updateCheckIn,
} from './queries.ts';
import { type Asked, aboutCheckIn, employeeWho, takeCheckIn, takeOpenCheckIn } from './taking.ts';

type Body<Name extends keyof typeof checkInRoutes> = BodyOf<(typeof checkInRoutes)[Name]>;

const mostPhotos = 200;
const mostCorrections = 100;

/** The first tap (WSH-01). What was begun here with this car and is not over is gone on with, on whatever device. */
export async function begin(work: Work, body: Body<'begin'>): Promise<string> {
  employeeWho(work.actor);
  const vehicle = await vehicleById(work, body.vehicleId);
  if (!vehicle) throw notFound();
  const namedId = body.customerId ?? vehicle.ownerId;
  const customer = namedId === null ? undefined : await customerById(work, namedId);
  if (!customer && body.customerId === undefined) throw ruleBroken('/customerId', 'owner_unknown');
  if (!customer) throw notFound();
  const open = await openCheckInHere(work, vehicle.id);
  if (open) return open.id;
  await refuseVehicleHere(work, vehicle.id);
  const row = await insertCheckIn(work, {
    vehicleId: vehicle.id,
    customerId: customer.id,
    state: checkInLife.initial,
  });
  const told = { checkInId: row.id, vehicleId: vehicle.id };
  await work.emit(checkInEvents.begun, told, aboutCheckIn(row));
  return row.id;
}

/** The fields named, nothing else (If-Match): two devices do not overwrite each other unseen. */
export async function save(work: Work, asked: Asked, change: CheckInChange): Promise<void> {
  const row = await takeOpenCheckIn(work, asked);
  const names = Object.keys(change);
  if (names.length === 0) return;
  const { earlierOrderId, marks } = change;
  if (earlierOrderId && !(await isOrderOf(work, earlierOrderId, row.vehicleId))) {
    throw ruleBroken('/earlierOrderId', 'earlier_order_unknown');
  }
  if (marks && new Set(marks.map(({ number }) => number)).size < marks.length) {
    throw ruleBroken('/marks', 'mark_number_twice');
  }
  await updateCheckIn(work, row.id, { content: { ...row.content, ...change } });
  const told = { checkInId: row.id, what: names.join(' ') };
  await work.emit(checkInEvents.changed, told, aboutCheckIn(row));
}

/** The same file again adds nothing: a phone that lost its answer sends it once more. */
export async function addPhoto(work: Work, asked: Asked, body: Body<'addPhoto'>): Promise<void> {
  const row = await takeOpenCheckIn(work, asked);
  if (!(await readyFileOf(work, body.fileId))) throw notFound();
  if ((await photosOf(work, row.id)).length >= mostPhotos) throw new Problem(409, 'photos_enough');
  const isNew = await addPhotoRow(work, {
    id: newId(work.now),
    checkInId: row.id,
    fileId: body.fileId,
    markNumber: body.markNumber ?? null,
    caption: body.caption ?? '',
    takenAt: body.takenAt === undefined ? work.now : new Date(body.takenAt),
  });
  if (isNew) await noteChange(work, row, 'photo');
}

export async function removePhoto(work: Work, asked: Asked, photoId: string): Promise<void> {
  // A photo that is not there is no matter of versions.
  if (!(await photosOf(work, asked.checkInId)).some(({ id }) => id === photoId)) throw notFound();
  const row = await takeOpenCheckIn(work, asked);
  await refuseUnderHold(work, 'customer', row.customerId);
  await refuseUnderHold(work, 'vehicle', row.vehicleId);
  if (!(await removePhotoRow(work, row.id, photoId))) throw notFound();
  await noteChange(work, row, 'photo');
}

/** The customer leaves without an order: why is kept, with all that was written down. */
export async function abandon(work: Work, asked: Asked, { reason }: Body<'abandon'>) {
  const row = await takeOpenCheckIn(work, asked);
  await updateCheckIn(work, row.id, {
    state: checkInLife.next('abandon', row.state),
    abandonReason: reason,
    closedAt: work.now,
  });
  await work.emit(checkInEvents.abandoned, { checkInId: row.id }, aboutCheckIn(row));
}

/** What was signed stays as it is; what is wrong with it stands beside it, with the reason and who says so. */
export async function correct(work: Work, asked: Asked, body: Body<'correct'>): Promise<void> {
  const row = await takeCheckIn(work, asked);
  if (row.state !== 'signed') throw new Problem(409, 'check_in_not_signed', { state: row.state });
  if ((await countOfCorrections(work, row.id)) >= mostCorrections) {
    throw new Problem(409, 'corrections_enough');
  }
  const { words, reason } = body;
  const writtenBy = employeeWho(work.actor);
  await insertCorrection(work, { checkInId: row.id, words, reason, writtenBy, at: work.now });
  await work.emit(checkInEvents.corrected, { checkInId: row.id }, aboutCheckIn(row));
}

/** A photo raises the version like a field does, so that every open screen fetches it. */
async function noteChange(work: Work, row: Parameters<typeof aboutCheckIn>[0], what: string) {
  await updateCheckIn(work, row.id, {});
  await work.emit(checkInEvents.changed, { checkInId: row.id, what }, aboutCheckIn(row));
}
