import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Publication, priceRoutes } from '../contract.ts';
import { priceListEvents } from '../events.ts';
import { placeAsked, placeToWrite } from './places.ts';
import { houseOf, type Place } from './queries.ts';

interface Opened {
  isOpen: boolean;
  complaintPhone: string;
}
const key = 'prices.open';
const shut: Opened = { isOpen: false, complaintPhone: '' };

/** Whether a place has opened its list: by itself or by the nearest unit above that said so. */
export const openedAt = (work: Work, orgPath: string): Promise<Opened> =>
  settingOf(work, key, orgPath, shut);

/** Where customers read the list of a place; the address stands on its poster. */
export async function addressOf(work: Work, { code }: Place, publicUrl: string): Promise<string> {
  const house = await houseOf(work);
  return `${publicUrl}/p?${new URLSearchParams({ h: house.code, s: code })}`;
}

export const shownPublication = async (
  work: Work,
  orgUnitId: string | undefined,
  publicUrl: string,
): Promise<Publication> => publicationOf(work, await placeAsked(work, orgUnitId), publicUrl);

async function publicationOf(work: Work, place: Place, publicUrl: string): Promise<Publication> {
  const { orgUnitId, name: orgUnitName } = place;
  const opened = await openedAt(work, place.orgPath);
  const address = await addressOf(work, place, publicUrl);
  return { orgUnitId, orgUnitName, ...opened, address };
}

/** Opens the list of a place and of all below it, or closes it. @throws Problem 404, 422 `unit_closed` */
export async function publish(
  work: Work,
  { orgUnitId, isOpen, complaintPhone = '' }: BodyOf<typeof priceRoutes.publish>,
  publicUrl: string,
): Promise<Publication> {
  const place = await placeToWrite(work, orgUnitId);
  const opened: Opened = { isOpen, complaintPhone: complaintPhone.trim() };
  await saveSetting(work, key, place.orgPath, opened);
  const about = { type: 'orgUnit', id: place.orgUnitId, orgPath: place.orgPath };
  const event = isOpen ? priceListEvents.opened : priceListEvents.closed;
  await work.emit(event, { orgUnitId: place.orgUnitId }, about);
  return publicationOf(work, place, publicUrl);
}
