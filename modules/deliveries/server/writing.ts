import { readyFileOf } from '#modules/files/server/index.ts';
import { newId } from '#platform/ids.ts';
import { refuseUnderHold } from '#platform/personal/holds.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { deliveryRoutes, PackItem } from '../contract.ts';
import { lackingToCheck } from '../contract-lacking.ts';
import { deliveryPackEvents } from '../events.ts';
import { packLife } from '../lifecycle.ts';
import {
  type Answers,
  addPhotoRow,
  type PackRow,
  photosOf,
  removePhotoRow,
  updatePack,
} from './queries.ts';
import {
  type Asked,
  aboutPack,
  itemOf,
  noteChange,
  personOf,
  takeOpenPack,
  toldOf,
  writtenOf,
} from './taking.ts';

type Body<Name extends keyof typeof deliveryRoutes> = BodyOf<(typeof deliveryRoutes)[Name]>;

const mostPhotos = 100;

/** The items and fields named, nothing else (If-Match); what was compared stays as it was checked. */
export async function save(work: Work, asked: Asked, body: Body<'save'>): Promise<void> {
  const row = await takeOpenPack(work, asked);
  const { answers = [], ...fields } = body;
  const given = answers.map(({ key, result, note }, at) => {
    refuseChecked(row, itemOr422(row, key, `/answers/${at}/key`));
    return [key, { result, note, by: personOf(work.actor), at: work.now.toISOString() }] as const;
  });
  const what = [...(given.length > 0 ? ['answers'] : []), ...Object.keys(fields)];
  if (what.length === 0) return;
  const kept: Answers = { ...row.answers, ...Object.fromEntries(given) };
  await updatePack(work, row.id, { ...fields, answers: kept });
  const told = { ...toldOf(row), what: what.join(' ').slice(0, 40) };
  await work.emit(deliveryPackEvents.changed, told, aboutPack(row));
}

function itemOr422(row: PackRow, key: string, pointer: string): PackItem {
  const item = itemOf(row, key);
  if (!item) throw ruleBroken(pointer, 'delivery_item_unknown');
  return item;
}

function refuseChecked({ state }: PackRow, { kind }: PackItem): void {
  if (state === 'checked' && kind !== 'walk') throw new Problem(409, 'delivery_checked');
}

/** The same file again adds nothing: a phone that lost its answer sends it once more. */
export async function addPhoto(work: Work, asked: Asked, body: Body<'addPhoto'>): Promise<void> {
  const row = await takeOpenPack(work, asked);
  if (!(await readyFileOf(work, body.fileId))) throw notFound();
  const { key: itemKey } = itemOr422(row, body.itemKey, '/itemKey');
  if ((await photosOf(work, row.id)).length >= mostPhotos) {
    throw new Problem(409, 'delivery_photos_enough');
  }
  const isNew = await addPhotoRow(work, {
    id: newId(work.now),
    deliveryPackId: row.id,
    itemKey,
    fileId: body.fileId,
    takenAt: body.takenAt === undefined ? work.now : new Date(body.takenAt),
  });
  if (isNew) await noteChange(work, row, 'photo');
}

export async function removePhoto(work: Work, asked: Asked, photoId: string): Promise<void> {
  // A photo that is not there is no matter of versions.
  const photos = await photosOf(work, asked.deliveryPackId);
  const photo = photos.find(({ id }) => id === photoId);
  if (!photo) throw notFound();
  const row = await takeOpenPack(work, asked);
  const item = itemOf(row, photo.itemKey);
  if (item) refuseChecked(row, item);
  await refuseUnderHold(work, 'serviceOrder', row.orderId);
  await removePhotoRow(work, row.id, photoId);
  await noteChange(work, row, 'photo');
}

/** Everything is compared with what reception noted: from here on the customer may be told. */
export async function check(work: Work, asked: Asked): Promise<void> {
  const row = await takeOpenPack(work, asked);
  if (row.state === 'checked') throw new Problem(409, 'delivery_checked');
  refuseLacking(lackingToCheck(await writtenOf(work, row)));
  await updatePack(work, row.id, {
    state: packLife.next('check', row.state),
    checkedBy: personOf(work.actor),
    checkedAt: work.now,
  });
  await work.emit(deliveryPackEvents.checked, toldOf(row), aboutPack(row));
}

/** Compared once more, item by item; what was written stays to be gone through. */
export async function recheck(work: Work, asked: Asked): Promise<void> {
  const row = await takeOpenPack(work, asked);
  const state = packLife.next('recheck', row.state);
  await updatePack(work, row.id, { state, checkedBy: null, checkedAt: null });
  await work.emit(deliveryPackEvents.rechecked, toldOf(row), aboutPack(row));
}

/** Nobody is called to fetch a car that was not looked at. */
export async function tell(work: Work, asked: Asked, { how }: Body<'tell'>): Promise<void> {
  const row = await takeOpenPack(work, asked);
  if (row.state !== 'checked') throw new Problem(409, 'delivery_not_checked');
  const toldBy = personOf(work.actor);
  await updatePack(work, row.id, { toldHow: how, toldBy, toldAt: work.now });
  await work.emit(deliveryPackEvents.told, toldOf(row), aboutPack(row));
}

/** Names the places, so that the screen leads there. @throws Problem 422 `delivery_incomplete` */
export function refuseLacking(lacking: readonly { key: string; lack: string }[]): void {
  if (lacking.length === 0) return;
  const faults = lacking.slice(0, 50).map(({ key, lack }) => ({
    pointer: key === '' ? `/${lack}` : `/answers/${key}`,
    code: `delivery_lacks_${lack}`,
  }));
  throw new Problem(422, 'delivery_incomplete', { count: lacking.length }, faults);
}
