import type { Random } from '../random.ts';
import { type House, localOf, minuteMs, shanghai } from './reckoning.ts';

/** What happens in the shop, told by the narrator at its time. */
export type Happening =
  | { kind: 'visit' | 'talks' | 'complaint' | 'acknowledge' | 'message'; number: number }
  | { kind: 'promise'; number: number; rule: number }
  | { kind: 'keep'; number: number }
  | { kind: 'tick'; number: number; dueAt: string };

export interface Moment {
  at: Date;
  happenings: Happening[];
  /** The clock was wrong for this moment alone: the next one is earlier again. */
  isJump: boolean;
  /** An instance is killed while it works. */
  kills: boolean;
}

export interface Plan {
  begin: Date;
  end: Date;
  house: House;
  moments: Moment[];
  jumps: number;
}

const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Days with a leap day, a holiday and a make-up Sunday in them; the long form is the whole year. */
export function planOf(random: Random, days: number, firstDay: string): Plan {
  const begin = shanghai(firstDay, 8 * 60);
  const house = houseOf(begin, days);
  const at = new Map<number, Moment>();
  const moment = (ms: number) => {
    const known = at.get(ms) ?? { at: new Date(ms), happenings: [], isJump: false, kills: false };
    at.set(ms, known);
    return known;
  };
  for (let hour = 1; hour <= days * 24; hour++) moment(begin.getTime() + hour * hourMs);
  const last = begin.getTime() + days * dayMs;
  const tell = (ms: number, happening: Happening) => {
    if (ms <= last) moment(ms).happenings.push(happening);
  };
  let number = 0;
  for (let day = 0; day < days; day++) {
    const morning = begin.getTime() + day * dayMs;
    number = planDay(random, tell, morning, number);
  }
  const all = [...at.values()].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const moments = withJumps(random, all, Math.max(3, Math.round(days / 12)), number);
  const jumps = moments.filter(({ isJump }) => isJump).length;
  for (const each of moments) each.kills = random() < 1 / 40;
  return { begin, end: all.at(-1)!.at, house, moments, jumps };
}

type Tell = (ms: number, happening: Happening) => void;

/** A day that begins at eight in the morning. @returns the number of the last happening */
function planDay(random: Random, tell: Tell, morning: number, from: number): number {
  let number = from;
  const at = (hour: number, minute: number) => morning + ((hour - 8) * 60 + minute) * minuteMs;
  tell(at(9, 15), { kind: 'visit', number: ++number });
  tell(at(10, 30), { kind: 'talks', number: ++number });
  tell(at(11, 20), { kind: 'complaint', number: ++number });
  if (random() < 0.5) tell(at(16, 40), { kind: 'acknowledge', number: ++number });
  tell(at(22, 30), { kind: 'message', number: ++number });
  for (let count = 0; count < 2; count++) {
    const promisedAt = at(8 + random.whole(22), random.whole(60));
    tell(promisedAt, { kind: 'promise', number: ++number, rule: random.whole(3) });
    const keptAfter = (10 + random.whole(3000)) * minuteMs;
    if (random() < 0.4) tell(promisedAt + keptAfter, { kind: 'keep', number });
  }
  for (let count = 0; count < 6; count++) {
    const dueAt = new Date(at(9, 0) + random.whole(3 * 24 * 60) * minuteMs).toISOString();
    tell(at(8, 30), { kind: 'tick', number: ++number, dueAt });
  }
  return number;
}

/** Now and then the clock is an hour or a day ahead, for one moment in which work is done and something is promised. */
function withJumps(
  random: Random,
  moments: readonly Moment[],
  count: number,
  from: number,
): Moment[] {
  const places = new Set<number>();
  while (places.size < count) places.add(10 + random.whole(moments.length - 40));
  let number = from;
  return moments.flatMap((moment, at) => {
    if (!places.has(at)) return [moment];
    const aheadMs = random() < 0.6 ? hourMs : dayMs;
    const promised = ++number;
    const jump: Moment = {
      at: new Date(moment.at.getTime() + aheadMs),
      happenings: [{ kind: 'promise', number: promised, rule: 0 }],
      isJump: true,
      kills: false,
    };
    // Kept when the clock is right again: earlier, by the clock, than it was made.
    const happenings: Happening[] = [...moment.happenings, { kind: 'keep', number: promised }];
    return [jump, { ...moment, happenings }];
  });
}

/** The shop's own week; each month a holiday within the week and a Sunday on which it works instead. */
function houseOf(begin: Date, days: number): House {
  const day = [
    { from: 8 * 60 + 30, to: 12 * 60 },
    { from: 13 * 60 + 30, to: 18 * 60 },
  ];
  const short = [{ from: 9 * 60, to: 12 * 60 }];
  const dated = new Map<string, { from: number; to: number }[]>();
  const last = localOf(new Date(begin.getTime() + (days + 40) * dayMs));
  for (let month = 1; month <= 12; month++) {
    const of = (number: number) =>
      `2028-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
    const found = (weekday: number) =>
      [1, 2, 3, 4, 5, 6, 7].map(of).find((date) => localOf(shanghai(date, 0)).weekday === weekday)!;
    if (of(1) > last.date) break;
    dated.set(found(4), []);
    dated.set(found(7), [{ from: 9 * 60, to: 16 * 60 }]);
  }
  return { weekly: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: short, 7: [] }, dated };
}
