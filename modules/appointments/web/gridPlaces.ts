import type { BookedDay, ListedAppointment } from '../contract.ts';

/** From the first opening to the last end of the day, in milliseconds. */
export interface Frame {
  from: number;
  to: number;
}
const hourMs = 3_600_000;
export const stepMs = 15 * 60_000;

/** Whole hours around what the shop is open and what is booked. */
export function frameOf({ openings, items }: BookedDay): Frame {
  const dayEnd = Date.parse(openings[0]!.from) + 16 * hourMs;
  const begins = [...openings.map(({ from }) => from), ...items.map(({ startsAt }) => startsAt)]
    .map(Date.parse)
    .filter((at) => at >= Date.parse(openings[0]!.from) - 4 * hourMs);
  const ends = [...openings.map(({ to }) => to), ...items.map(({ endsAt }) => endsAt)]
    .map(Date.parse)
    .filter((at) => at <= dayEnd);
  const from = Math.floor(Math.min(...begins) / hourMs) * hourMs;
  return { from, to: Math.ceil(Math.max(...ends, from + 8 * hourMs) / hourMs) * hourMs };
}

/** Where a span lies in the frame, in per cent; cut off where it reaches beyond. */
export function placeIn({ from, to }: Frame, startsAt: string, endsAt: string | null) {
  const share = (at: number) => (100 * (Math.min(Math.max(at, from), to) - from)) / (to - from);
  const left = share(Date.parse(startsAt));
  const right = endsAt === null ? 100 : share(Date.parse(endsAt));
  return { left: `${left}%`, width: `${Math.max(right - left, 2)}%` };
}

/** The instant under a pointer, on the quarter of an hour. */
export function instantUnder({ from, to }: Frame, box: DOMRect, x: number): string {
  const share = Math.min(1, Math.max(0, (x - box.left) / box.width));
  const at = from + share * (to - from);
  return new Date(Math.round(at / stepMs) * stepMs).toISOString();
}

/** Lines one below the other, so that none of those without a bay covers another. */
export function inLines(items: readonly ListedAppointment[]): ListedAppointment[][] {
  const lines: ListedAppointment[][] = [];
  for (const item of items) {
    const line = lines.find((one) => one.at(-1)!.endsAt <= item.startsAt);
    if (line) line.push(item);
    else lines.push([item]);
  }
  return lines.length > 0 ? lines : [[]];
}

export const hoursOf = ({ from, to }: Frame): number[] =>
  Array.from({ length: (to - from) / hourMs }, (_, at) => from + at * hourMs);
