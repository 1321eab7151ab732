import { saveSetting, settingOf, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { grades, type RepairGuarantees, type serviceOrderRoutes } from '../contract.ts';
import { repairGuaranteeEvents } from '../events.ts';
import { type Grade, leastTerms, minimumGuarantee } from './guarantee.ts';

type Terms = BodyOf<typeof serviceOrderRoutes.promiseGuarantees>['terms'];
/** What was promised from a day on; the latest first. */
interface Edition {
  from: string;
  terms: Terms;
}

const key = 'serviceOrders.guarantees';
const mostEditions = 100;
const editionsAt = (work: Work, orgPath: string): Promise<readonly Edition[]> =>
  settingOf<readonly Edition[]>(work, key, orgPath, []);
const editionOn = (editions: readonly Edition[], onDate: string) =>
  editions.find(({ from }) => from <= onDate);

/**
 * The guarantee of work of a grade on a day: what the house promises, never less than the law (art. 36, 38).
 * @param onDate YYYY-MM-DD
 */
export async function guaranteeOn(
  work: Work,
  { grade, vehicleType, orgPath }: { grade: Grade; vehicleType: string; orgPath: string },
  onDate: string,
): Promise<{ days: number; km: number; source: string }> {
  const minimum = minimumGuarantee(grade, vehicleType, onDate);
  const edition = editionOn(await editionsAt(work, orgPath), onDate);
  const promised = edition?.terms.find((term) => term.grade === grade);
  if (!promised) return minimum;
  const [days, km] = [Math.max(minimum.days, promised.days), Math.max(minimum.km, promised.km)];
  const source = `本店承诺（${edition?.from}），${minimum.source}`;
  return { days, km, source };
}

/** The least terms beside what one's own unit promises today. */
export async function shownGuarantees(work: Work): Promise<RepairGuarantees> {
  const today = dateIn(zoneOfTenant, work.now);
  const edition = editionOn(await editionsAt(work, work.actor.unitPath), today);
  const { source, of } = leastTerms(today);
  return {
    source,
    promisedFrom: edition && edition.terms.length > 0 ? edition.from : null,
    items: grades.map((grade) => {
      const own = edition?.terms.find((term) => term.grade === grade);
      return { grade, ...of(grade), promised: own ? { days: own.days, km: own.km } : null };
    }),
  };
}

/**
 * Promises from today on; certificates that were issued keep their terms.
 * @throws Problem 422 `guarantee_below_minimum`, `guarantee_grade_twice`
 */
export async function promiseGuarantees(work: Work, terms: Terms): Promise<RepairGuarantees> {
  const today = dateIn(zoneOfTenant, work.now);
  const { source, of } = leastTerms(today);
  for (const [at, { grade, days, km }] of terms.entries()) {
    const { car } = of(grade);
    const facts = { ...car, source };
    if (days < car.days) throw ruleBroken(`/terms/${at}/days`, 'guarantee_below_minimum', facts);
    if (km < car.km) throw ruleBroken(`/terms/${at}/km`, 'guarantee_below_minimum', facts);
    if (terms.findIndex((other) => other.grade === grade) < at)
      throw ruleBroken(`/terms/${at}/grade`, 'guarantee_grade_twice');
  }
  const { unitId, unitPath } = work.actor;
  const before = (await editionsAt(work, unitPath)).filter(({ from }) => from !== today);
  await saveSetting(
    work,
    key,
    unitPath,
    [{ from: today, terms }, ...before].slice(0, mostEditions),
  );
  await work.emit(
    repairGuaranteeEvents.promised,
    { orgUnitId: unitId },
    { type: 'repairGuarantee', id: unitId, orgPath: unitPath },
  );
  return shownGuarantees(work);
}
