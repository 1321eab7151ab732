import { refuseClosed } from '#modules/organisation/server/index.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { PriceKind, priceRoutes } from '../contract.ts';
import { priceEvents } from '../events.ts';
import { itemAt, placeToWrite, refuseDay } from './places.ts';
import { holdPlace, insertItem, type Place, wasListed } from './queries.ts';
import { type Item, type ItemRow, type LineRow, lineOf } from './queries-list.ts';
import { columnsOf, comparedColumns, namedBy, refuseTerms } from './terms.ts';

type Body<Name extends keyof typeof priceRoutes> = BodyOf<(typeof priceRoutes)[Name]>;

/** What holds after an edition was written, and at which place that was. */
export interface Written {
  line: LineRow;
  place: Place;
}
type Standing = 'offered' | 'notOffered' | 'asAbove';

export const aboutItem = ({ id, orgPath }: Pick<ItemRow, 'id' | 'orgPath'>) => ({
  type: 'priceItem',
  id,
  orgPath,
});
const told = ({ id, code, name, validFrom }: ItemRow) => ({
  priceItemId: id,
  ...{ code, name, validFrom },
});

/**
 * Puts an item on the list of a place. Its first edition may be of a day that has passed: nobody could ask for it then.
 * @throws Problem 422 `price_code_taken`, `price_day`, or what the terms lack
 */
export async function addPrice(work: Work, body: Body<'add'>): Promise<Written> {
  const { kind, validFrom } = body;
  refuseTerms(kind, body);
  const item = { kind, ...namedBy(body) };
  if (kind === 'part' && item.model !== '') throw ruleBroken('/model', 'price_not_of_kind');
  const place = await placeToWrite(work, body.orgUnitId);
  const isFirst = !(await wasListed(work, item, place.orgPath));
  refuseDay(work, validFrom, isFirst);
  if (!isFirst) {
    const known = await lineOf(work, item, { orgPath: place.orgPath, day: validFrom });
    if (known?.standing === 'offered' || known === undefined)
      throw ruleBroken('/code', 'price_code_taken');
  }
  const columns = columnsOf(kind, item.code, body);
  const row = await insertItem(work, { ...item, ...at(place), ...columns, validFrom, ...byHand });
  await work.emit(priceEvents.added, told(row), aboutItem(row));
  return lineAfter(work, item, place, validFrom);
}

/**
 * Another edition of an item at a place: of its own, where the one before came from above.
 * @throws Problem 404, 422 `price_day`, or what the terms lack
 */
export async function changePrice(
  work: Work,
  priceItemId: string,
  body: Body<'change'>,
): Promise<Written> {
  const { item, place } = await itemToWrite(work, priceItemId, body.orgUnitId);
  const kind = item.kind as PriceKind;
  refuseTerms(kind, body);
  refuseDay(work, body.validFrom, false);
  const columns = columnsOf(kind, item.code, body);
  return write(work, item, place, { ...columns, standing: 'offered' }, body.validFrom);
}

/**
 * From a day on not to be had at a place, or again as the unit above has it.
 * @throws Problem 404, 409 `price_not_offered`, `price_not_own`, 422 `price_day`
 */
export async function endPrice(
  work: Work,
  priceItemId: string,
  body: Body<'end'>,
): Promise<Written> {
  const { item, place } = await itemToWrite(work, priceItemId, body.orgUnitId);
  refuseDay(work, body.validFrom, false);
  const before = await lineOf(work, item, { orgPath: place.orgPath, day: body.validFrom });
  const { standing } = body;
  if (standing === 'notOffered' && before?.standing !== 'offered')
    throw new Problem(409, 'price_not_offered');
  if (standing === 'asAbove' && before?.orgPath !== place.orgPath)
    throw new Problem(409, 'price_not_own');
  const columns = columnsOf(item.kind as PriceKind, item.code, termsOf(before ?? item));
  return write(work, item, place, { ...columns, standing }, body.validFrom);
}

async function itemToWrite(work: Work, priceItemId: string, orgUnitId: string | undefined) {
  const found = await itemAt(work, priceItemId, orgUnitId);
  refuseClosed(found.place, '/orgUnitId');
  await holdPlace(work, found.place.orgUnitId);
  return found;
}

const byHand = { standing: 'offered', importBatchId: null } as const;
const at = ({ orgUnitId, orgPath }: Place) => ({ orgUnitId, orgPath });
const termsOf = (row: ItemRow) => ({
  name: row.name,
  standardHours: row.standardHours ?? undefined,
  hoursSource: (row.hoursSource ?? undefined) as 'shop' | undefined,
  workGrade: row.workGrade as '',
  rateGrade: row.rateGrade,
  priceFen: row.priceFen ?? undefined,
  measure: row.measure,
  origin: (row.origin ?? undefined) as 'original' | undefined,
  guaranteeDays: row.guaranteeDays ?? undefined,
  guaranteeKm: row.guaranteeKm ?? undefined,
});

async function write(
  work: Work,
  { kind, code, model }: ItemRow,
  place: Place,
  columns: ReturnType<typeof columnsOf> & { standing: Standing },
  validFrom: string,
): Promise<Written> {
  const item = { kind, code, model };
  const before = await lineOf(work, item, { orgPath: place.orgPath, day: validFrom });
  const row = await insertItem(work, { ...item, ...at(place), ...byHand, ...columns, validFrom });
  const event = columns.standing === 'offered' ? priceEvents.changed : priceEvents.ended;
  const changes = before && changesBetween(before, row, ['standing', ...comparedColumns]);
  await work.emit(event, told(row), aboutItem(row), changes);
  return lineAfter(work, item, place, validFrom);
}

/** As it holds on the first day; where nothing above has it any more, as it was given back. */
async function lineAfter(work: Work, item: Item, place: Place, day: string): Promise<Written> {
  const line = await lineOf(work, item, { orgPath: place.orgPath, day });
  if (!line) throw new Problem(409, 'price_not_own');
  return { line, place };
}
