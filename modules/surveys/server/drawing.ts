import { randomInt } from 'node:crypto';
import { type Calendar, nextOpen, openingsOn } from '#shared/business-calendar.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';

const minuteInMs = 60_000;

/**
 * A moment within the days of a window at which the customer may be disturbed: a day by chance, then one of its open
 * minutes by chance. Drawn once and stored, so that nobody at the shop knows the hour (SUR-01).
 */
export function drawnTime(
  given: { anchoredAt: Date; earliestDays: number; latestDays: number; hours: Calendar },
  draw: (below: number) => number = (below) => randomInt(below),
): Date {
  const { anchoredAt, earliestDays, latestDays, hours } = given;
  const days = earliestDays + draw(latestDays - earliestDays + 1);
  const dawn = instantAt(hours.zone, addDays(dateIn(hours.zone, anchoredAt), days), '00:00');
  const openings = openingsOn(hours, dateIn(hours.zone, nextOpen(hours, dawn)));
  const minutesOf = ({ from, to }: { from: Date; to: Date }) =>
    Math.floor((to.getTime() - from.getTime()) / minuteInMs);
  let left = draw(openings.reduce((sum, opening) => sum + minutesOf(opening), 0));
  for (const opening of openings) {
    if (left < minutesOf(opening)) return new Date(opening.from.getTime() + left * minuteInMs);
    left -= minutesOf(opening);
  }
  return nextOpen(hours, dawn);
}
