import { addDays } from '#shared/dates.ts';

interface Occasion {
  /** Month and day of each year, or the days themselves where the Chinese calendar says them. */
  on: string | readonly string[];
  source: string;
  since: string;
}

const holidays = {
  source: '《全国年节及纪念日放假办法》（国务院令第795号）',
  since: '2025-01-01',
} as const;

/**
 * Days of the Chinese calendar by GB/T 33661-2017. They are data and not reckoned: the calendar of the runtime is a day off
 * where a new moon comes near midnight in Beijing (2027, 2030). After the last of them a greeting rests until more are known.
 */
const springFestival = [
  ...['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'],
  ...['2031-01-23', '2032-02-11', '2033-01-31', '2034-02-19', '2035-02-08'],
];
const dragonBoat = [
  ...['2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05'],
  ...['2031-06-24', '2032-06-12', '2033-06-01', '2034-06-20', '2035-06-10'],
];
const midAutumn = [
  ...['2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'],
  ...['2031-10-01', '2032-09-19', '2033-09-08', '2034-09-27', '2035-09-16'],
];

/** Days on which customers are greeted, each with its source (CAR-03). */
export const occasions = {
  newYear: { on: '01-01', ...holidays },
  springFestival: { on: springFestival, ...holidays },
  lantern: {
    on: springFestival.map((day) => addDays(day, 14)),
    source: '民俗：农历正月十五',
    since: '2026-11-23',
  },
  womensDay: { on: '03-08', ...holidays },
  labourDay: { on: '05-01', ...holidays },
  dragonBoat: { on: dragonBoat, ...holidays },
  midAutumn: { on: midAutumn, ...holidays },
  nationalDay: { on: '10-01', ...holidays },
} as const satisfies Record<string, Occasion>;
/** Each day somebody's own: laid out day by day, not as a day of the calendar. */
export const birthday = 'birthday';
export type OccasionName = keyof typeof occasions;
export const occasionNames = Object.keys(occasions) as readonly OccasionName[];

export interface Turn {
  /** The year it belongs to: each of these days comes once in it. */
  year: number;
  on: string;
}

/** When an occasion falls from a day on, for so many days; a 29 February falls on the 28th where there is none. */
export function turnsOf(
  { occasion, seasonFrom }: { occasion: string; seasonFrom: string },
  from: string,
  days: number,
): Turn[] {
  if (occasion === birthday) return [];
  const wanted = occasion === 'season' ? seasonFrom : occasions[occasion as OccasionName].on;
  const turns: Turn[] = [];
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const on = addDays(from, ahead);
    const falls = typeof wanted === 'string' ? fallsOn(wanted, on) : wanted.includes(on);
    if (falls) turns.push({ year: Number(on.slice(0, 4)), on });
  }
  return turns;
}

const fallsOn = (monthAndDay: string, on: string): boolean =>
  on.slice(5) === monthAndDay ||
  (monthAndDay === '02-29' && on.endsWith('-02-28') && addDays(on, 1).endsWith('-03-01'));
