import { refuseClosed, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addMonths, dateIn } from '#shared/dates.ts';
import { holdPlace, itemById, type Place, placeWithin } from './queries.ts';
import type { ItemRow } from './queries-list.ts';
import { yearsAhead } from './thresholds.ts';

export const today = (work: Work): string => dateIn(zoneOfTenant, work.now);

/** The unit whose list is asked for. @throws Problem 404 where it is not in the caller's part of the tree */
export async function placeAsked(work: Work, orgUnitId: string | undefined): Promise<Place> {
  const place = await placeWithin(work, orgUnitId);
  if (!place) throw notFound();
  return place;
}

/** The same, to write there: one after the other. @throws Problem 404, 422 `unit_closed` */
export async function placeToWrite(work: Work, orgUnitId: string | undefined): Promise<Place> {
  const place = await placeAsked(work, orgUnitId);
  refuseClosed(place, '/orgUnitId');
  await holdPlace(work, place.orgUnitId);
  return place;
}

/**
 * An item, and the unit at which it is looked at: the one asked for; unasked, the item's own where the caller acts
 * there, else his. To every place that it does not hold for it does not exist. @throws Problem 404
 */
export async function itemAt(
  work: Work,
  priceItemId: string,
  orgUnitId: string | undefined,
): Promise<{ item: ItemRow; place: Place }> {
  const item = await itemById(work, priceItemId);
  if (!item) throw notFound();
  const usual = inScope(work.actor, item.orgPath) ? item.orgUnitId : undefined;
  const place = await placeAsked(work, orgUnitId ?? usual);
  if (!place.orgPath.startsWith(item.orgPath)) throw notFound();
  return { item, place };
}

/** What was asked in the past stays as it was: from today on, and not beyond some years. @throws Problem 422 `price_day` */
export function refuseDay(work: Work, day: string, isFirst: boolean): void {
  const now = today(work);
  if ((day < now && !isFirst) || day > addMonths(now, 12 * yearsAhead))
    throw ruleBroken('/validFrom', 'price_day');
}
