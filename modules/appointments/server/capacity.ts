import { calendarOf } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { type Calendar, openingsOn, planOf } from '#shared/business-calendar.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import type { BookedDay, FreeTime } from '../contract.ts';
import { type Team, teamFor, teams, type WorkKind } from '../lifecycle.ts';
import {
  daysAhead,
  type Found,
  freeTimesIn,
  isFree,
  isWorkingAt,
  type KnownBay,
  type Load,
  laidOut,
  minutesBooked,
  minutesThere,
  takesTeam,
} from './hours.ts';
import { type Facts, factsOf, giveHoursBack, takeHours } from './queries-capacity.ts';

export interface Place {
  orgUnitId: string;
  orgPath: string;
}
/** Loads of long work reach so many days beyond the day it begins on. */
const longestDays = 45;

/** The calendar and what is booked of a unit, from a day on. */
async function standing(work: Work, place: Place, from: Date, besides: string | null = null) {
  const calendar = await calendarOf(work, place.orgPath);
  const fromOn = dateIn(calendar.zone, from);
  const last = addDays(fromOn, daysAhead + longestDays);
  // The last year that is written with four digits.
  const untilOn = last < fromOn ? '9999-12-31' : last;
  const facts = await factsOf(work, {
    unitId: place.orgUnitId,
    fromOn,
    untilOn,
    fromAt: instantAt(calendar.zone, fromOn, '00:00'),
    untilAt: instantAt(calendar.zone, untilOn, '24:00'),
    besides,
  });
  return { calendar, facts };
}

/** Nobody books further ahead than a year and a month; no calendar is known beyond. */
const furthest = ({ now }: Work) => new Date(now.getTime() + 400 * 24 * 3_600_000);

export interface Wanted {
  team: Team;
  startsAt: Date;
  minutes: number;
  bayId: string | null;
  /** The appointment that is moved: its own time stands in nobody's way. */
  besides?: string;
}
export interface Slot {
  startsAt: Date;
  endsAt: Date;
  loads: Load[];
  bayId: string | null;
}

/** Takes the hours, and sees that the bay is free; refuses with what is left and when there is room. */
export async function takeSlot(work: Work, place: Place, wanted: Wanted): Promise<Slot> {
  const { team, startsAt, minutes, bayId } = wanted;
  if (startsAt <= work.now) throw ruleBroken('/startsAt', 'time_past');
  if (startsAt > furthest(work)) throw ruleBroken('/startsAt', 'time_too_far');
  const { calendar, facts } = await standing(work, place, startsAt, wanted.besides ?? null);
  const bay = bayId === null ? undefined : bayToTake(facts, bayId, team);
  const next = () =>
    toldTimes(freeTimesIn(facts, calendar, { team, minutes, from: startsAt, bay }, 3));
  if (!isWorkingAt(calendar, startsAt)) throw new Problem(409, 'shop_closed', { next: next() });
  const { endsAt, loads } = laidOut(calendar, startsAt, minutes);
  if (bay && !isFree(bay, facts, calendar.zone, { startsAt, endsAt })) {
    throw new Problem(409, 'bay_taken', { next: next() });
  }
  for (const { on, minutes: needed } of loads) {
    const there = minutesThere(facts, calendar, team, on);
    const asked = {
      unitId: place.orgUnitId,
      orgPath: place.orgPath,
      team,
      on,
      minutes: needed,
      there,
    };
    if (!(await takeHours(work, asked))) {
      const left = Math.max(0, there - minutesBooked(facts, team, on));
      throw new Problem(409, 'no_hours_left', { on, left, needed, next: next() });
    }
  }
  return { startsAt, endsAt, loads, bayId };
}

function bayToTake(facts: Facts, bayId: string, team: Team): KnownBay {
  const bay = facts.bays.find(({ id }) => id === bayId);
  if (!bay) throw ruleBroken('/bayId', 'bay_unknown');
  if (!takesTeam(bay, team)) throw ruleBroken('/bayId', 'bay_unfit');
  return bay;
}

/** What was booked is free again. */
export const giveSlotBack = (
  work: Work,
  row: { orgUnitId: string; team: string; loads: unknown },
): Promise<number> => giveHoursBack(work, row, row.loads as Load[]);

/** In a refusal: nothing that people wrote. */
const toldTimes = (found: readonly Found[]) =>
  shownTimes(found).map(({ bayName: _, ...time }) => time);

const shownTimes = (found: readonly Found[]): FreeTime[] =>
  found.map(({ startsAt, endsAt, bay, left }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    bayId: bay?.id ?? null,
    bayName: bay?.name ?? '',
    left,
  }));

const ownPlace = ({ actor }: Work): Place => ({ orgUnitId: actor.unitId, orgPath: actor.unitPath });
/** Nobody is here sooner after he has put down the telephone. */
const comesWithinMs = 15 * 60_000;
/** Nothing is proposed for a moment that is over, or so near that nobody can come. */
const soonest = (work: Work, from?: string): Date => {
  const earliest = new Date(work.now.getTime() + comesWithinMs);
  const asked = from === undefined ? earliest : instantAt(zoneOfTenant, from, '00:00');
  return asked < earliest ? earliest : asked;
};

/** When work of a length can begin in one's own shop. */
export async function freeTimes(
  work: Work,
  asked: { kind: WorkKind; minutes: number; from?: string; bayId?: string },
): Promise<FreeTime[]> {
  const from = soonest(work, asked.from);
  if (from > furthest(work)) return [];
  const team = teamFor[asked.kind];
  const { calendar, facts } = await standing(work, ownPlace(work), from);
  // Who may see nothing of his home unit is told of no bay of it.
  const bays = inScope(work.actor, work.actor.unitPath) ? facts.bays : [];
  const bay = asked.bayId === undefined ? undefined : bays.find(({ id }) => id === asked.bayId);
  if (asked.bayId !== undefined && !bay) throw ruleBroken('/bayId', 'bay_unknown');
  return shownTimes(freeTimesIn(facts, calendar, { team, minutes: asked.minutes, from, bay }, 12));
}

/** When work of a length can begin at a place, for who has no login; `besides` is the appointment that he would move. */
export async function timesFreeAt(
  work: Work,
  place: Place,
  asked: { kind: WorkKind; minutes: number; notBefore: Date; besides?: string },
  size: number,
): Promise<Found[]> {
  const { kind, minutes, notBefore, besides = null } = asked;
  const soon = soonest(work);
  const from = notBefore < soon ? soon : notBefore;
  if (from > furthest(work)) return [];
  const { calendar, facts } = await standing(work, place, from, besides);
  return freeTimesIn(facts, calendar, { team: teamFor[kind], minutes, from }, size);
}

/** Whether work that begins at the next free time is done by then (WSH-11). */
export async function fitsBy(
  work: Work,
  { kind, minutes, by }: { kind: WorkKind; minutes: number; by: string },
) {
  const team = teamFor[kind];
  const { calendar, facts } = await standing(work, ownPlace(work), work.now);
  const [first] = freeTimesIn(facts, calendar, { team, minutes, from: work.now }, 1);
  const isKnown = hasHours(facts, calendar, team, dateIn(calendar.zone, work.now));
  const fits = first !== undefined && first.endsAt <= new Date(by);
  return { fits: fits || !isKnown, isKnown, earliestAt: first?.endsAt.toISOString() ?? null };
}

const hasHours = (facts: Facts, calendar: Calendar, team: Team, from: string) =>
  Array.from({ length: daysAhead }, (_, ahead) => addDays(from, ahead)).some(
    (on) => minutesThere(facts, calendar, team, on) > 0,
  );

/** Bays and teams of a day, for its page. */
export async function dayOf(
  work: Work,
  on: string,
): Promise<Omit<BookedDay, 'items' | 'missed' | 'asked'>> {
  const place = ownPlace(work);
  if (place.orgUnitId === '') throw notFound();
  const from = instantAt(zoneOfTenant, on, '00:00');
  const { calendar, facts } = await standing(work, place, from);
  return {
    on,
    note: planOf(calendar, on).note,
    openings: openingsOn(calendar, on).map((each) => ({
      from: each.from.toISOString(),
      to: each.to.toISOString(),
    })),
    bays: facts.bays.filter(({ usedFrom }) => usedFrom <= on).map(shownBay),
    teams: teams
      .map((team) => ({
        team,
        booked: minutesBooked(facts, team, on),
        there: minutesThere(facts, calendar, team, on),
      }))
      .filter(({ booked, there }) => booked > 0 || there > 0),
    hasBays: facts.bays.length > 0,
  };
}

/** Instants out of JSON carry an offset; on the wire they are UTC like all others. */
const utc = (text: string) => new Date(text).toISOString();

export const shownBay = ({
  outages,
  ...bay
}: Facts['bays'][number]): BookedDay['bays'][number] => ({
  ...bay,
  outages: outages.map(({ id, fromAt, untilAt, reason }) => ({
    id,
    fromAt: utc(fromAt),
    untilAt: untilAt === null ? null : utc(untilAt),
    reason,
  })),
});
