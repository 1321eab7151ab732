import { addDays, addMonths, daysBetween } from '#shared/dates.ts';
import type { NextDueWhy } from '../contract.ts';

export interface Reading {
  mileageKm: number;
  readOn: string;
}
export interface DueFacts {
  lastVisitOn: string | null;
  intervalMonths: number | null;
  intervalKm: number | null;
  /** Latest first. */
  readings: readonly Reading[];
}
export interface NextDue {
  nextDueOn: string | null;
  nextDueKm: number | null;
  nextDueWhy: NextDueWhy | null;
}

/** Readings of fewer days say nothing of how far a car is driven in a year. */
const leastDays = 30;
/** Habits change: older readings are left out. */
const daysLookedAt = 730;

/**
 * When the next service is due: so many months after the last visit, or when so many km will have been driven since,
 * whichever comes first (ARC-03). Without a visit or an interval nothing is known, and nothing is guessed.
 */
export function nextDueOf(facts: DueFacts): NextDue {
  const { lastVisitOn, intervalMonths, intervalKm, readings } = facts;
  if (lastVisitOn === null || (intervalMonths === null && intervalKm === null)) {
    return { nextDueOn: null, nextDueKm: null, nextDueWhy: null };
  }
  const fromKm = readings.find(({ readOn }) => readOn <= lastVisitOn)?.mileageKm ?? null;
  const perDay = kmPerDayOf(readings);
  const nextDueKm = intervalKm !== null && fromKm !== null ? fromKm + intervalKm : null;
  const monthsDueOn = intervalMonths === null ? null : addMonths(lastVisitOn, intervalMonths);
  const kmDueOn =
    intervalKm !== null && fromKm !== null && perDay !== null && perDay > 0
      ? dayOfKm(lastVisitOn, intervalKm / perDay)
      : null;
  const isByKm = kmDueOn !== null && (monthsDueOn === null || kmDueOn < monthsDueOn);
  const by = isByKm || monthsDueOn === null ? 'km' : 'months';
  const kmPerDay = perDay === null ? null : Math.round(perDay * 10) / 10;
  const why = { by, fromOn: lastVisitOn, fromKm, intervalMonths, intervalKm, kmPerDay } as const;
  return {
    nextDueOn: isByKm ? kmDueOn : monthsDueOn,
    nextDueKm,
    nextDueWhy: { ...why, monthsDueOn, kmDueOn },
  };
}

/** A car that hardly moves is not due in the year 3000. */
const dayOfKm = (from: string, days: number): string | null =>
  days > 3650 ? null : addDays(from, Math.round(days));

/**
 * How far it is driven in a day: the median of the rates between any two readings of two years that lie at least a
 * month apart (Theil and Sen), so that one mistyped reading or one long journey does not move it. `null` if too little
 * is known.
 */
export function kmPerDayOf(readings: readonly Reading[]): number | null {
  const last = readings[0];
  if (!last) return null;
  const since = addDays(last.readOn, -daysLookedAt);
  const recent = readings.filter(({ readOn }) => readOn >= since);
  const rates = recent.flatMap((later, at) =>
    recent.slice(at + 1).flatMap((earlier) => {
      const days = daysBetween(earlier.readOn, later.readOn);
      return days < leastDays ? [] : [(later.mileageKm - earlier.mileageKm) / days];
    }),
  );
  const middle = medianOf(rates);
  return middle === null || middle < 0 ? null : Math.min(middle, 5000);
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
