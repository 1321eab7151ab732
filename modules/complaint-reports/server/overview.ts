import { placeOf, refuseFarDay, spanOf, today } from '#modules/complaint-reviews/server/index.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays } from '#shared/dates.ts';
import type { QueryOf } from '#shared/route.ts';
import type { Overview, reportRoutes } from '../contract.ts';
import { hasCome, partsOf } from './facts.ts';
import { lastPeriod, reportPeriod } from './periods.ts';
import { latestReport } from './queries.ts';
import { unitAt } from './queries-units.ts';
import { placeToCount } from './reports.ts';
import { ruleOf } from './rules.ts';
import { summed } from './sums.ts';

/** Who has reported to a unit, who is late, and what has come adds up to (CMP-14). @throws Problem 404, 422 `day_too_far` */
export async function overviewOf(
  work: Work,
  { on, orgUnitId }: QueryOf<typeof reportRoutes.overview>,
): Promise<Overview> {
  refuseFarDay('?on', on);
  const { grain } = await ruleOf(work);
  const last = lastPeriod(grain, today(work));
  const asked = on === undefined ? last : reportPeriod(grain, on);
  // What is not over is reported by nobody yet.
  const period = asked.fromOn > last.fromOn ? last : asked;
  const { id: unitId } = await placeOf(work, orgUnitId);
  const unit = await unitAt(work, { ...spanOf(period), unitId });
  if (!unit) throw notFound();
  const below = await partsOf(work, await placeToCount(work, unit, { grain, ...period }));
  const own = await latestReport(work, { orgUnitId: unitId, grain, fromOn: period.fromOn });
  const isReadable = own?.state === 'sent' || work.actor.unitPath.startsWith(unit.path);
  return {
    ...{ orgUnitId: unitId, unitName: unit.name, grain, ...period },
    previousOn: addDays(period.fromOn, -1),
    nextOn: period.fromOn < last.fromOn ? addDays(period.untilOn, 1) : null,
    hasAbove: unit.parentId !== null,
    ownReportId: own && isReadable ? own.id : null,
    units: below.map(({ row, dueAt, standing }) => {
      const isCome = hasCome(standing);
      return {
        ...{ unitId: row.id, unitName: row.name, tier: row.tier, standing },
        reportId: isCome ? row.reportId : null,
        edition: isCome ? row.edition! : 0,
        sentAt: isCome ? row.firstSentAt!.toISOString() : null,
        dueAt: dueAt.toISOString(),
        counted: isCome ? row.facts!.total : null,
      };
    }),
    sum: summed(
      below.flatMap(({ row, standing }) => (hasCome(standing) ? [row.facts!.total] : [])),
    ),
  };
}
