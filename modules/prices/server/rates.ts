import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { priceRoutes } from '../contract.ts';
import { labourRateEvents } from '../events.ts';
import { placeAsked, placeToWrite, refuseDay, today } from './places.ts';
import type { Place } from './queries.ts';
import { hadRate, insertRate, rateEditions, ratesAt } from './queries-rates.ts';
import { gradeOf } from './terms.ts';

/** What an hour costs at a place, and how that came about. */
export async function shownRates(
  work: Work,
  { orgUnitId, day }: { orgUnitId?: string; day?: string },
) {
  return ratesOf(work, await placeAsked(work, orgUnitId), day ?? today(work));
}

async function ratesOf(work: Work, { orgUnitId, orgPath, name }: Place, day: string) {
  const rates = await ratesAt(work, { orgPath, day });
  const editions = await rateEditions(work, orgPath);
  return {
    orgUnitId,
    orgUnitName: name,
    rates: rates.map(({ orgPath: path, ...rate }) => ({ ...rate, isOwn: path === orgPath })),
    editions: editions.map((row) => wire(row)),
  };
}

/** Another edition of a rate; the first of a grade may be of a day that has passed. @throws Problem 404, 422 `price_day` */
export async function setRate(work: Work, body: BodyOf<typeof priceRoutes.setRate>) {
  const { rateFen, validFrom } = body;
  const grade = gradeOf(body.grade, '/grade');
  const place = await placeToWrite(work, body.orgUnitId);
  refuseDay(work, validFrom, !(await hadRate(work, grade, place.orgPath)));
  const { orgUnitId, orgPath } = place;
  const row = await insertRate(work, { orgUnitId, orgPath, grade, rateFen, validFrom });
  const about = { type: 'labourRate', id: row.id, orgPath };
  await work.emit(labourRateEvents.set, { grade, rateFen, validFrom }, about);
  return ratesOf(work, place, validFrom);
}
