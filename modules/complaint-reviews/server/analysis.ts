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
import { type CountRow, countsOf, trendOf, visitsOf } from './queries-counts.ts';
import { unitsSeen } from './queries-figures.ts';
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
  const own = units.find(({ id }) => id === (orgUnitId ?? work.actor.unitId));
  const place = own ?? (await placeOf(work, orgUnitId ?? units[0]?.id));
  const counted = await countedIn(work, place, grain, periodOf(grain, on ?? today(work)));
  return {
    ...counted,
    orgUnitId: place.id,
    units: units.map(({ id, name, depth }) => ({ id, name, depth })),
  };
}

/** All that is counted of a period; bars by person only for who supervises. */
export async function countedIn(work: Work, place: Place, grain: Grain, period: Period) {
  const behind = recordsOf(place, period);
  const rows = await countsOf(work, { ...spanOf(period), place: place.path });
  const trend = await trendOfPeriods(work, place, periodsUpTo(grain, period));
  const shown = seesPeople(work, place.path)
    ? dimensions
    : dimensions.filter((each) => !personDimensions.includes(each));
  return {
    grain,
    ...period,
    unitName: place.name,
    figures: figuresFrom(rows, trend.points.at(-1)!.visits, behind),
    trend,
    paretos: paretosFrom(rows, shown, behind),
  };
}

/** The figures of what a unit received itself, without the units below it: they report theirs (CMP-14). */
export async function ownFiguresOf(work: Work, place: Place, period: Period): Promise<Figure[]> {
  const looked = { ...spanOf(period), place: place.path };
  const rows = await countsOf(work, looked, true);
  return figuresFrom(rows, await visitsOf(work, looked, true), recordsOf(place, period));
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

function figuresFrom(rows: readonly CountRow[], visits: number, behind: Behind): Figure[] {
  const amount = (dimension: string, key: string) =>
    rows.find((row) => row.dimension === dimension && row.key === key)?.amount ?? 0;
  const counted = (key: string) => amount('figure', key) + amount('late', key);
  const figure = (key: Figure['key'], value: number, of: number, records: string): Figure => ({
    key,
    value,
    of,
    share: of === 0 ? null : value / of,
    ...targetOf(key),
    records: behind({ figure: records }),
  });
  const received = rows.find(({ dimension }) => dimension === 'shop')?.total ?? 0;
  const receiptInTime = counted('receiptInTime');
  return [
    figure('received', received, received, 'received'),
    figure('complaintRate', received, visits, 'received'),
    figure('receiptInTime', receiptInTime, receiptInTime + counted('lateReceipt'), 'lateReceipt'),
    ...clockFigures.map(([key, rule, late]) => {
      const kept = amount('clock', `${rule} kept`);
      return figure(key, kept, kept + amount('clock', `${rule} broken`), late);
    }),
    figure('resolved', counted('resolved'), counted('closable'), 'resolved'),
    figure('reopened', counted('reopened'), counted('closed'), 'reopened'),
    figure('recurred', counted('recurred'), received, 'recurred'),
    figure('satisfied', counted('satisfied'), counted('asked'), 'satisfied'),
    figure('cost', counted('costFen'), counted('withCost'), 'withCost'),
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
  rows: readonly CountRow[],
  shown: readonly Dimension[],
  behind: Behind,
): Pareto[] {
  return shown.map((by) => {
    const own = rows.filter(({ dimension }) => dimension === by);
    const total = own[0]?.total ?? 0;
    let counted = 0;
    const bars = own.map(({ key, label, amount: complaints }): Bar => {
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
