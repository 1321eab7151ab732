import { addWorkingMinutes, type Calendar, isOpen, openingsOn } from '#shared/business-calendar.ts';
import { addDays, dateIn, instantAt, weekdayOf } from '#shared/dates.ts';
import type { BayKind, Team } from '../lifecycle.ts';

/** What work takes of a day. */
export interface Load {
  on: string;
  minutes: number;
}
export interface KnownBay {
  id: string;
  name: string;
  kind: BayKind;
  usedFrom: string;
  usedUntil: string | null;
  outages: readonly { fromAt: string; untilAt: string | null }[];
}
/** What stands in the way and what there is, of one shop from one day to another. */
export interface CapacityFacts {
  bays: readonly KnownBay[];
  hours: readonly { team: Team; weekday: number | null; onDate: string | null; minutes: number }[];
  booked: readonly { team: Team; on: string; minutes: number }[];
  taken: readonly { id: string; bayId: string; startsAt: string; endsAt: string }[];
}

/** How work of so many minutes, begun then, lies on the working days, and when it is over. */
export function laidOut(
  calendar: Calendar,
  startsAt: Date,
  minutes: number,
): { endsAt: Date; loads: Load[] } {
  const due = addWorkingMinutes(calendar, startsAt, minutes);
  if (due.kind !== 'due') throw new Error('a term without pauses is due');
  const byDay = new Map<string, number>();
  for (const { kind, from, minutes: counted } of due.spans) {
    const on = dateIn(calendar.zone, from);
    if (kind === 'counted' && counted > 0) byDay.set(on, (byDay.get(on) ?? 0) + counted);
  }
  return { endsAt: due.dueAt, loads: [...byDay].map(([on, each]) => ({ on, minutes: each })) };
}

const minutesOpen = (calendar: Calendar, on: string) =>
  openingsOn(calendar, on).reduce(
    (sum, { from, to }) => sum + Math.round((to.getTime() - from.getTime()) / 60_000),
    0,
  );

const isUsedOn = ({ usedFrom, usedUntil }: KnownBay, on: string) =>
  usedFrom <= on && (usedUntil === null || on <= usedUntil);

/** Bays for the work of a team: its own and those for any work. */
export const takesTeam = ({ kind }: Pick<KnownBay, 'kind'>, team: Team): boolean =>
  kind === team || kind === 'general';

/**
 * How many minutes a team has on a date: as that date says; none when the shop is closed; as its weekday says; else as
 * long as its bays are open (those for any work, where it has none of its own).
 */
export function minutesThere(
  { hours, bays }: CapacityFacts,
  calendar: Calendar,
  team: Team,
  on: string,
): number {
  const own = hours.filter((each) => each.team === team);
  const dated = own.find(({ onDate }) => onDate === on);
  if (dated) return dated.minutes;
  const open = minutesOpen(calendar, on);
  if (open === 0) return 0;
  const weekly = own.find(({ weekday }) => weekday === weekdayOf(on));
  if (weekly) return weekly.minutes;
  const used = bays.filter((bay) => isUsedOn(bay, on));
  const ofTeam = used.filter(({ kind }) => kind === team);
  return open * (ofTeam.length > 0 ? ofTeam : used.filter((bay) => takesTeam(bay, team))).length;
}

export const minutesBooked = ({ booked }: CapacityFacts, team: Team, on: string): number =>
  booked.find((each) => each.team === team && each.on === on)?.minutes ?? 0;

const meets = (from: string, until: string | null, startsAt: Date, endsAt: Date) =>
  new Date(from) < endsAt && (until === null || new Date(until) > startsAt);

/** Whether a bay is in use, in order, and booked by nobody else all that time. */
export function isFree(
  bay: KnownBay,
  { taken }: CapacityFacts,
  zone: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): boolean {
  return (
    isUsedOn(bay, dateIn(zone, startsAt)) &&
    isUsedOn(bay, dateIn(zone, endsAt)) &&
    !bay.outages.some(({ fromAt, untilAt }) => meets(fromAt, untilAt, startsAt, endsAt)) &&
    !taken.some((one) => one.bayId === bay.id && meets(one.startsAt, one.endsAt, startsAt, endsAt))
  );
}

export interface Sought {
  team: Team;
  minutes: number;
  /** Not before this instant. */
  from: Date;
  /** In this bay alone. */
  bay?: KnownBay;
}
export interface Found {
  startsAt: Date;
  endsAt: Date;
  bay: KnownBay | null;
  left: number;
}

/** So far ahead free times are looked for; loads of long work reach further. */
export const daysAhead = 14;
const stepMs = 30 * 60_000;
/** What takes half a day is not proposed over a night: the customer waits for it, or fetches the car. */
const inOneGoMinutes = 240;

/** When work of a length can begin: on the half hour, in a bay that fits, where every day that it takes has room. */
export function freeTimesIn(
  facts: CapacityFacts,
  calendar: Calendar,
  { team, minutes, from, bay }: Sought,
  size: number,
): Found[] {
  const fitting = bay ? [bay] : facts.bays.filter((one) => takesTeam(one, team));
  const leftOn = (on: string) =>
    minutesThere(facts, calendar, team, on) - minutesBooked(facts, team, on);
  const left = new Map<string, number>();
  const leftOf = (on: string) => {
    if (!left.has(on)) left.set(on, leftOn(on));
    return left.get(on)!;
  };
  const found: Found[] = [];
  for (const startsAt of beginnings(calendar, from)) {
    const on = dateIn(calendar.zone, startsAt);
    if (leftOf(on) <= 0) continue;
    const laid = laidOut(calendar, startsAt, minutes);
    if (laid.loads.length > 1 && minutes <= inOneGoMinutes) continue;
    if (laid.loads.some((load) => load.minutes > leftOf(load.on))) continue;
    const free = fitting.find((one) =>
      isFree(one, facts, calendar.zone, { startsAt, endsAt: laid.endsAt }),
    );
    if (fitting.length > 0 && !free) continue;
    found.push({ startsAt, endsAt: laid.endsAt, bay: free ?? null, left: leftOf(on) });
    if (found.length === size) break;
  }
  return found;
}

function* beginnings(calendar: Calendar, from: Date): Generator<Date> {
  const today = dateIn(calendar.zone, from);
  const midnight = instantAt(calendar.zone, today, '00:00').getTime();
  const first = midnight + Math.ceil((from.getTime() - midnight) / stepMs) * stepMs;
  for (let ahead = 0; ahead < daysAhead; ahead++) {
    for (const opening of openingsOn(calendar, addDays(today, ahead))) {
      const begin = Math.max(first, opening.from.getTime());
      for (let at = begin; at < opening.to.getTime(); at += stepMs) yield new Date(at);
    }
  }
}

/** Whether the shop works at that moment: a car is received while somebody is there. */
export const isWorkingAt = (calendar: Calendar, at: Date): boolean => isOpen(calendar, at);
