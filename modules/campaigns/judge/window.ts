import { addDays } from '#shared/dates.ts';

/**
 * How long after its last day what customers do is laid beside a campaign. No source gives a number: it is the month that
 * briefs look back on after a talk; each campaign may have its own.
 */
export const windowRule = { days: 30, source: 'practice', since: '2026-11-23' } as const;
/** Customers who write back so many days after a message are held to answer it. Practice, no source. */
export const answerRule = { days: 7, source: 'practice', since: '2026-11-23' } as const;

export interface Window {
  sinceOn: string;
  /** The last day, counted in. */
  untilOn: string;
}

/**
 * The days in which what customers did is counted: from the first day on which any of them was to hear of it, to so many
 * days after the last round or, if that is later, after the event.
 * @throws Error without a round: no campaign is laid down without one
 */
export function windowOf(
  rounds: readonly { fromOn: string; untilOn: string }[],
  eventOn: string | null,
  days: number,
): Window {
  const begins = rounds.map(({ fromOn }) => fromOn).toSorted()[0];
  const ends = [...rounds.map(({ untilOn }) => untilOn), ...(eventOn ? [eventOn] : [])].toSorted();
  const last = ends.at(-1);
  if (begins === undefined || last === undefined) throw new Error('A campaign without rounds');
  return { sinceOn: begins, untilOn: addDays(last, days) };
}

/**
 * Whether the draw holds a customer back: the same answer for each round of a campaign, and another one for the next
 * campaign. The last hexadecimal digits of both ids are drawn by chance when they are made.
 */
export function isHeldBack(campaignId: string, customerId: string, percent: number): boolean {
  if (percent === 0) return false;
  const digits = (id: string) => Number.parseInt(id.slice(-8), 16);
  return ((digits(campaignId) ^ digits(customerId)) >>> 0) % 100 < percent;
}
