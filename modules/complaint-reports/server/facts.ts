import {
  hotSpotsOfPlace,
  measuresAtWork,
  ownFiguresOf,
  type Period,
  presentMeasures,
  spanOf,
} from '#modules/complaint-reviews/server/index.ts';
import { looksPersonal } from '#modules/training-cases/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addDays } from '#shared/dates.ts';
import type {
  Counted,
  ExceptionLine,
  Facts,
  OverdueLine,
  Part,
  ReportedMeasure,
} from '../contract.ts';
import type { ReportGrain, Standing } from '../lifecycle.ts';
import { reportPeriodBefore } from './periods.ts';
import { countsOf, type MentionRow, mentionsOf, type OwnAsked } from './queries-figures.ts';
import { type BelowRow, type UnitAt, unitsBelow } from './queries-units.ts';
import { listed, summed } from './sums.ts';

/** As long as the effect of a measure is looked at. */
const effectDays = 180;
const mostMentioned = 30;
const mostMeasures = 60;

/**
 * How the report of a unit below stands for the one above it.
 * @param dueAt where it has none yet
 */
export function standingOf(row: BelowRow, aboveId: string, dueAt: Date, now: Date): Standing {
  if (row.state !== 'sent') return now > dueAt ? 'missing' : 'waiting';
  if (row.toUnitId !== aboveId) return 'elsewhere';
  return row.firstSentAt! > row.dueAt! ? 'sentLate' : 'sent';
}
export const hasCome = (standing: Standing) => standing === 'sent' || standing === 'sentLate';

export interface Place {
  unit: UnitAt;
  grain: ReportGrain;
  period: Period;
  /** By when the units right below are due, by how many tiers stand below them. */
  dueOf: (height: number) => Date;
}

/** The units right below a place, each with how its report stands. */
export async function partsOf(work: Work, { unit, grain, period, dueOf }: Place) {
  const { fromOn } = period;
  const rows = await unitsBelow(work, { ...spanOf(period), unitId: unit.id, grain, fromOn });
  return rows.map((row) => {
    const dueAt = row.dueAt ?? dueOf(row.height);
    return { row, dueAt, standing: standingOf(row, unit.id, dueAt, work.now) };
  });
}

/**
 * Counts a report: what the unit received itself, and beside it the reports of those below as they sent them. What has not
 * come is named and not guessed (CMP-14).
 */
export async function freshFacts(work: Work, place: Place): Promise<Facts> {
  const { unit, grain, period } = place;
  const asked = { ...spanOf(period), place: unit.path };
  const own = await ownCounted(work, unit, period, asked);
  const below = await partsOf(work, place);
  const come = below.filter(({ standing }) => hasCome(standing)).map(({ row }) => row);
  const mentions = await mentionsOf(work, asked);
  const spots = await hotSpotsOfPlace(work, unit, period, reportPeriodBefore(grain, period));
  return {
    total: summed([own, ...come.map(({ facts }) => facts!.total)]),
    own,
    parts: below.map(({ row, standing }) => partOf(row, standing)),
    overdue: [
      ...mentioned(mentions, 'overdue', unit),
      ...come.flatMap(({ facts }) => facts!.overdue),
    ]
      .toSorted((one, other) => other.days - one.days)
      .slice(0, mostMentioned),
    exceptions: [
      ...mentioned(mentions, 'exceptions', unit).map(withoutDays),
      ...come.flatMap(({ facts }) => facts!.exceptions),
    ].slice(0, mostMentioned),
    hotSpots: spots
      .filter(({ label }) => !looksPersonal(label))
      .map(({ by, key, label, complaints, before }) => ({ by, key, label, complaints, before })),
    measures: [
      ...(await ownMeasures(work, unit, period)),
      ...come.flatMap(({ facts }) => facts!.measures),
    ].slice(0, mostMeasures),
    changes: [],
  };
}

function partOf(row: BelowRow, standing: Standing): Part {
  const isCome = hasCome(standing);
  return {
    unitId: row.id,
    unitName: row.name,
    reportId: isCome ? row.reportId : null,
    edition: isCome ? row.edition! : 0,
    standing,
    counted: isCome ? row.facts!.total : null,
  };
}

async function ownCounted(
  work: Work,
  unit: UnitAt,
  period: Period,
  asked: OwnAsked,
): Promise<Counted> {
  const figures = await ownFiguresOf(work, unit, period);
  const rows = await countsOf(work, asked);
  const alone = (list: string) => rows.find((row) => row.list === list)?.complaints ?? 0;
  return {
    figures: figures.map(({ key, value, of }) => ({ key, value, of })),
    closed: alone('closed'),
    kinds: listed('kinds', rows),
    severities: listed('severities', rows),
    ages: listed('ages', rows),
    overdue: alone('overdue'),
    exceptions: alone('exceptions'),
  };
}

const mentioned = (rows: readonly MentionRow[], list: string, unit: UnitAt): OverdueLine[] =>
  rows
    .filter((row) => row.list === list)
    .map(({ number, kind, severity, state, days }) => ({
      ...{ number, days, unitName: unit.name },
      kind: kind as 'other',
      severity: severity as 'ordinary',
      state: state as 'received',
    }));
const withoutDays = ({ number, kind, severity, unitName }: OverdueLine): ExceptionLine => ({
  ...{ number, kind, severity, unitName },
});

async function ownMeasures(work: Work, unit: UnitAt, { fromOn }: Period) {
  const asked = { orgPath: unit.path, doneSince: addDays(fromOn, -effectDays) };
  const rows = await measuresAtWork(work, asked);
  const shown = await presentMeasures(work, rows);
  return [...shown.values()].map((measure): ReportedMeasure => {
    const { purpose, kind, causeKind, dueOn, state, effect } = measure;
    const words = measure.words.slice(0, 300);
    return {
      ...{ unitName: unit.name, purpose, kind, causeKind, dueOn },
      words: looksPersonal(words) ? '' : words,
      isDone: state === 'done',
      verdict: effect?.verdict ?? null,
    };
  });
}
