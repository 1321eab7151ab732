import { refuseClosed } from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { pinyinOf } from '#platform/pinyin.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addMonths } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { grams } from '#shared/search-text.ts';
import type { jobPackageRoutes } from '../contract.ts';
import { jobPackageEvents } from '../events.ts';
import { worthsOf } from './packages.ts';
import { placeAsked, placeToWrite, refuseDay, today } from './places.ts';
import { holdPlace, type Place } from './queries.ts';
import {
  editionsOf,
  insertPackage,
  type PackageLine,
  type PackageRow,
  packageById,
  packageHeld,
} from './queries-packages.ts';
import { codeOf, namedBy } from './terms.ts';
import { yearsAhead } from './thresholds.ts';

type Body<Name extends keyof typeof jobPackageRoutes> = BodyOf<(typeof jobPackageRoutes)[Name]>;
export interface WrittenPackage {
  row: PackageRow;
  place: Place;
}

/**
 * Puts a package on the list of a place (WSH-11). Its first edition may be of a day that has passed.
 * @throws Problem 422 `price_code_taken`, `price_day`, `package_until`, or what its lines lack
 */
export async function addPackage(work: Work, body: Body<'add'>): Promise<WrittenPackage> {
  const item = namedBy(body);
  const place = await placeToWrite(work, body.orgUnitId);
  const isFirst = (await editionsOf(work, item, place.orgPath)).length === 0;
  refuseDay(work, body.validFrom, isFirst);
  const known = await packageHeld(work, { orgPath: place.orgPath, day: body.validFrom }, item);
  if (known?.standing === 'offered' || (!isFirst && !known))
    throw ruleBroken('/code', 'price_code_taken');
  const row = await insertPackage(work, {
    ...{ ...item, ...at(place), standing: 'offered', validFrom: body.validFrom },
    ...(await columnsOf(work, place, item, body)),
  });
  await work.emit(jobPackageEvents.added, told(row), about(row));
  return after(work, place, item, body.validFrom);
}

/** Another edition of a package at a place. @throws Problem 404, 422 as `addPackage` */
export async function changePackage(
  work: Work,
  jobPackageId: string,
  body: Body<'change'>,
): Promise<WrittenPackage> {
  const { item, place } = await packageAt(work, jobPackageId, body.orgUnitId);
  refuseClosed(place, '/orgUnitId');
  await holdPlace(work, place.orgUnitId);
  refuseDay(work, body.validFrom, false);
  const { code, model } = item;
  const row = await insertPackage(work, {
    ...{ code, model, ...at(place), standing: 'offered', validFrom: body.validFrom },
    ...(await columnsOf(work, place, item, body)),
  });
  await work.emit(jobPackageEvents.changed, told(row), about(row));
  return after(work, place, item, body.validFrom);
}

/** From a day on not to be had at a place, or again as above. @throws Problem 404, 409 `price_not_offered`, `price_not_own` */
export async function endPackage(
  work: Work,
  jobPackageId: string,
  { orgUnitId, validFrom, standing }: Body<'end'>,
): Promise<WrittenPackage> {
  const { item, place } = await packageAt(work, jobPackageId, orgUnitId);
  refuseClosed(place, '/orgUnitId');
  await holdPlace(work, place.orgUnitId);
  refuseDay(work, validFrom, false);
  const before = await packageHeld(work, { orgPath: place.orgPath, day: validFrom }, item);
  if (standing === 'notOffered' && before?.standing !== 'offered')
    throw new Problem(409, 'price_not_offered');
  if (standing === 'asAbove' && before?.orgPath !== place.orgPath)
    throw new Problem(409, 'price_not_own');
  const { code, model, name, priceFen, lines, grams: found } = before ?? item;
  const row = await insertPackage(work, {
    ...{ code, model, ...at(place), standing, validFrom, validUntil: null },
    ...{ name, priceFen, lines: lines as never, grams: found },
  });
  await work.emit(jobPackageEvents.ended, told(row), about(row));
  return after(work, place, item, validFrom);
}

/** A package, and the unit at which it is looked at. @throws Problem 404 */
export async function packageAt(work: Work, jobPackageId: string, orgUnitId: string | undefined) {
  const item = await packageById(work, jobPackageId);
  if (!item) throw notFound();
  const usual = inScope(work.actor, item.orgPath) ? item.orgUnitId : undefined;
  const place = await placeAsked(work, orgUnitId ?? usual);
  if (!place.orgPath.startsWith(item.orgPath)) throw notFound();
  return { item, place };
}

const at = ({ orgUnitId, orgPath }: Place) => ({ orgUnitId, orgPath });
const told = ({
  id,
  code,
  name,
  validFrom,
}: Pick<PackageRow, 'id' | 'code' | 'name' | 'validFrom'>) => ({
  jobPackageId: id,
  ...{ code, name, validFrom },
});
const about = ({ id, orgPath }: Pick<PackageRow, 'id' | 'orgPath'>) => ({
  type: 'jobPackage',
  id,
  orgPath,
});

/** The terms as columns; what could not be quoted on its first day is not put down. */
async function columnsOf(
  work: Work,
  { orgPath }: Place,
  { code, model }: { code: string; model: string },
  body: Body<'change'>,
) {
  const { name, priceFen = null, validFrom, validUntil = null } = body;
  if (validUntil !== null && (validUntil < validFrom || validUntil > lastDay(work)))
    throw ruleBroken('/validUntil', 'package_until');
  const lines = linesOf(body);
  const [worth] = await worthsOf(work, { orgPath, day: validFrom }, [{ model, priceFen, lines }]);
  if (worth?.fault) {
    const nth = lines.findIndex((line) => line.code === worth.missing[0]);
    const [pointer, problem] = refusals[worth.fault];
    throw ruleBroken(pointer === '/lines' ? `/lines/${nth}/code` : pointer, problem);
  }
  return {
    ...{ name: name.trim(), priceFen, validUntil, lines: lines as never },
    grams: grams(code, name, pinyinOf(name).initials),
  };
}

const refusals = {
  missing: ['/lines', 'package_line_unknown'],
  unpriced: ['/lines', 'package_line_unknown'],
  dearer: ['/priceFen', 'package_dearer'],
  notExact: ['/priceFen', 'package_not_exact'],
} as const;

const lastDay = (work: Work) => addMonths(today(work), 12 * yearsAhead);

/** Each item once, a job once: what is done twice is another job. */
function linesOf({ lines }: Pick<Body<'change'>, 'lines'>): PackageLine[] {
  const plain = lines.map((line) => ({ ...line, code: codeOf(line.code) }));
  const seen = new Set<string>();
  for (const [nth, { kind, code, quantityThousandths }] of plain.entries()) {
    const name = JSON.stringify([kind, code]);
    if (seen.has(name) || (kind === 'job' && quantityThousandths !== 1000))
      throw ruleBroken(`/lines/${nth}/code`, 'package_line_twice');
    seen.add(name);
  }
  return plain;
}

async function after(
  work: Work,
  place: Place,
  { code, model }: { code: string; model: string },
  day: string,
): Promise<WrittenPackage> {
  const row = await packageHeld(work, { orgPath: place.orgPath, day }, { code, model });
  if (!row) throw new Problem(409, 'price_not_own');
  return { row, place };
}
