import { refuseClosed } from '#modules/organisation/server/index.ts';
import { plainField } from '#platform/plain-field.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { ShopPage, shopPageRoutes } from '../contract.ts';
import { shopPageEvents } from '../events.ts';
import {
  holdPlace,
  houseOf,
  insertPage,
  type Place,
  pageOfUnit,
  placeWithin,
  type ShopPageRow,
  unitOfSlug,
  updatePage,
} from './queries.ts';
import { shopShown, type Written } from './shown.ts';

type Body = BodyOf<typeof shopPageRoutes.save>;

/** A page that nobody has written yet: closed, with the numbers that hold in the whole country. */
const unwritten = {
  ...{ isOpen: false, intro: '', mapPoint: '', rescuePhone: '', complaintPhone: '' },
  ...{ promises: [], receptionSteps: [], complaintSteps: [] },
  ...{ authorityPhone: '12315', transportPhone: '12328' },
  ...{ takesBookings: false, confirmsItself: false, fetches: false, changeUntilHours: 2 },
} as const;

/** @throws Problem 404 where the unit is not in the caller's part of the tree */
export async function shownPage(
  work: Work,
  orgUnitId: string | undefined,
  publicUrl: string,
): Promise<ShopPage> {
  const place = await placeAsked(work, orgUnitId);
  return presented(work, place, await pageOfUnit(work, place.orgUnitId), publicUrl);
}

export async function placeAsked(work: Work, orgUnitId: string | undefined): Promise<Place> {
  const place = await placeWithin(work, orgUnitId);
  if (!place) throw notFound();
  return place;
}

/** Writes the page. @throws Problem 404, 412 `version_stale`, 422 `slug_taken`, `unit_closed`, `too_long` */
export async function savePage(
  work: Work,
  { orgUnitId, ...body }: Body,
  { expectedVersion, publicUrl }: { expectedVersion: number | undefined; publicUrl: string },
): Promise<ShopPage> {
  const place = await placeAsked(work, orgUnitId);
  refuseClosed(place, '/orgUnitId');
  await holdPlace(work, place.orgUnitId);
  const before = await pageOfUnit(work, place.orgUnitId);
  if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0)) {
    throw new Problem(412, 'version_stale');
  }
  const other = await unitOfSlug(work, body.slug);
  if (other && other.orgUnitId !== place.orgUnitId) throw ruleBroken('/slug', 'slug_taken');
  const columns = columnsOf(body);
  const { orgUnitId: unitId, orgPath } = place;
  const row = before
    ? await updatePage(work, before.id, columns)
    : await insertPage(work, { ...columns, orgUnitId: unitId, orgPath });
  const about = { type: 'orgUnit', id: unitId, orgPath };
  await work.emit(shopPageEvents.saved, { orgUnitId: unitId, isOpen: row.isOpen }, about);
  return presented(work, place, row, publicUrl);
}

const lines = (typed: readonly string[]) => typed.map((one) => one.trim()).filter(Boolean);

function columnsOf(body: Omit<Body, 'orgUnitId'>) {
  const phone = (value: string, pointer: string) => plainField(value, { pointer, most: 40 });
  return {
    ...body,
    intro: body.intro.trim(),
    rescuePhone: phone(body.rescuePhone, '/rescuePhone'),
    complaintPhone: phone(body.complaintPhone, '/complaintPhone'),
    authorityPhone: phone(body.authorityPhone, '/authorityPhone'),
    transportPhone: phone(body.transportPhone, '/transportPhone'),
    promises: lines(body.promises),
    receptionSteps: lines(body.receptionSteps),
    complaintSteps: lines(body.complaintSteps),
  };
}

async function presented(
  work: Work,
  place: Place,
  row: ShopPageRow | undefined,
  publicUrl: string,
): Promise<ShopPage> {
  const { orgUnitId, name: orgUnitName } = place;
  const slug = row?.slug ?? slugFrom(place.code);
  const { isOpen, confirmsItself } = row ?? unwritten;
  const written = writtenOf(row);
  const shown = await shopShown(work, place, written, publicUrl);
  return {
    ...{ orgUnitId, orgUnitName, slug, isOpen, confirmsItself },
    ...written,
    version: row?.version ?? 0,
    at: await addressOfPage(work, slug, publicUrl),
    shown,
  };
}

/** What was written of a shop, or what holds before. */
export function writtenOf(row: ShopPageRow | undefined): Written {
  const { intro, mapPoint, rescuePhone, complaintPhone, changeUntilHours } = row ?? unwritten;
  const { promises, receptionSteps, complaintSteps } = row ?? unwritten;
  const { authorityPhone, transportPhone, takesBookings, fetches } = row ?? unwritten;
  return {
    ...{ intro, mapPoint, rescuePhone, complaintPhone, authorityPhone, transportPhone },
    ...{ takesBookings, fetches, changeUntilHours },
    promises: [...promises],
    receptionSteps: [...receptionSteps],
    complaintSteps: [...complaintSteps],
  };
}

/** Where everybody reads it: from the configured address, never what a request calls us. */
export async function addressOfPage(work: Work, slug: string, publicUrl: string): Promise<string> {
  const { code } = await houseOf(work);
  return `${publicUrl}/s?${new URLSearchParams({ h: code, s: slug })}`;
}

/** A proposal: the code of the unit, as far as it can stand in an address. */
const slugFrom = (code: string): string =>
  (code.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 40).replace(/-$/, '') || 'shop';
