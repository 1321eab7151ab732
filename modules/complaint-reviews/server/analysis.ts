import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { can, inScope } from '#platform/actor.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { QueryOf } from '#shared/route.ts';
import type { Analysis, analysisRoutes, Bar, Figure, Pareto, Trend } from '../contract.ts';
import { type Dimension, dimensions, type Grain, personDimensions } from '../lifecycle.ts';
import { controlLimits } from './control-limits.ts';
import { type Period, periodOf, periodsUpTo, refuseFarDay, spanOf } from './periods.ts';
import {
  type BarRow,
  barsOf,
  type ClockRow,
  clocksOf,
  type FiguresRow,
  figuresOf,
  trendOf,
  unitsSeen,
} from './queries-figures.ts';
import { targetOf } from './targets.ts';

export interface Place {
  id: string;
  name: string;
  path: string;
}

/** The unit that is looked at: the one asked for, else the caller’s own. */
export async function placeOf(work: Work, orgUnitId: string | undefined): Promise<Place> {
  const unit = await unitById(work, orgUnitId ?? work.actor.unitId);
  if (!unit || !inScope(work.actor, unit.path)) throw notFound();
  return unit;
}

export const today = (work: Work) => dateIn(zoneOfTenant, work.now);

/** Whether the caller may see whose work a complaint is laid to. */
export const seesPeople = (work: Work, orgPath: string) =>
  can(work.actor, 'complaints.supervise', orgPath);

/** The screen of the analysis: figures, trend and bars of a period and a unit (CMP-14, CMP-17). */
export async function analysisOf(
  work: Work,
  { grain = 'month', on, orgUnitId }: QueryOf<typeof analysisRoutes.show>,
): Promise<Analysis> {
  refuseFarDay('?on', on);
  const units = await unitsSeen(work);
  const own = orgUnitId ?? units.find(({ id }) => id === work.actor.unitId)?.id ?? units[0]?.id;
  const place = await placeOf(work, own);
  const counted = await countedIn(work, place, grain, periodOf(grain, on ?? today(work)));
  return {
    ...counted,
    orgUnitId: place.id,
    units: units.map(({ id, name, depth }) => ({ id, name, depth })),
  };
}

/** All that is counted of a period; bars by person only for who supervises. */
export async function countedIn(work: Work, place: Place, grain: Grain, period: Period) {
  const looked = { ...spanOf(period), place: place.path };
  const behind = recordsOf(place, period);
  const figures = figuresFrom(await figuresOf(work, looked), await clocksOf(work, looked), behind);
  const shown = seesPeople(work, place.path)
    ? dimensions
    : dimensions.filter((each) => !personDimensions.includes(each));
  return {
    grain,
    ...period,
    unitName: place.name,
    figures,
    trend: await trendOfPeriods(work, place, periodsUpTo(grain, period)),
    paretos: paretosFrom(await barsOf(work, looked), shown, behind),
  };
}

/** The figures of what a unit received itself, without the units below it: they report theirs (CMP-14). */
export async function ownFiguresOf(work: Work, place: Place, period: Period): Promise<Figure[]> {
  const looked = { ...spanOf(period), place: place.path };
  const figures = await figuresOf(work, looked, true);
  return figuresFrom(figures, await clocksOf(work, looked, true), recordsOf(place, period));
}

/** The query that lists what is behind a number. */
type Behind = (more: Record<string, string>) => string;
export const recordsOf =
  (place: Place, { fromOn, untilOn }: Period): Behind =>
  (more) =>
    new URLSearchParams({ fromOn, untilOn, orgUnitId: place.id, ...more }).toString();

const clockFigures = [
  ['answeredInTime', 'complaints.answer', 'lateAnswer'],
  ['solvedInTime', 'complaints.solve', 'lateSolve'],
  ['toldInTime', 'complaints.tell', 'lateTell'],
  ['closedInTime', 'complaints.close', 'lateClose'],
] as const;

function figuresFrom(row: FiguresRow, clocks: readonly ClockRow[], behind: Behind): Figure[] {
  const figure = (key: Figure['key'], value: number, of: number, records: string): Figure => ({
    key,
    value,
    of,
    share: of === 0 ? null : value / of,
    ...targetOf(key),
    records: behind({ figure: records }),
  });
  return [
    figure('received', row.received, row.received, 'received'),
    figure('complaintRate', row.received, row.visits, 'received'),
    figure('receiptInTime', row.receiptInTime, row.receiptInTime + row.lateReceipt, 'lateReceipt'),
    ...clockFigures.map(([key, rule, late]) => {
      const clock = clocks.find((each) => each.rule === rule);
      return figure(key, clock?.kept ?? 0, clock?.settled ?? 0, late);
    }),
    figure('resolved', row.resolved, row.closable, 'resolved'),
    figure('reopened', row.reopened, row.closed, 'reopened'),
    figure('recurred', row.recurred, row.received, 'recurred'),
    figure('satisfied', row.satisfied, row.asked, 'satisfied'),
    figure('cost', row.costFen, row.withCost, 'withCost'),
  ];
}

async function trendOfPeriods(
  work: Work,
  place: Place,
  periods: readonly Period[],
): Promise<Trend> {
  const spans = periods.map(spanOf);
  const rows = await trendOf(
    work,
    spans.map(({ since }) => since),
    spans.map(({ until }) => until),
    place.path,
  );
  const { centre, limits } = controlLimits(rows);
  const points = periods.map((period, at) => ({
    ...period,
    complaints: rows[at]!.complaints,
    visits: rows[at]!.visits,
    ...limits[at]!,
    records: recordsOf(place, period)({ figure: 'received' }),
  }));
  return { centre, points };
}

export function paretosFrom(
  rows: readonly BarRow[],
  shown: readonly Dimension[],
  behind: Behind,
): Pareto[] {
  return shown.map((by) => {
    const own = rows.filter(({ dimension }) => dimension === by);
    const total = own[0]?.total ?? 0;
    let counted = 0;
    const bars = own.map(({ key, label, complaints }): Bar => {
      counted += complaints;
      return {
        key,
        label,
        complaints,
        share: complaints / total,
        cumulative: counted / total,
        records: behind({ by, key }),
      };
    });
    return { by, total, rest: total - counted, bars };
  });
}
