/**
 * Terms counted a second time, in the plainest way: minute by minute, day by day. It shares nothing with the
 * product's own reckoning, so that both cannot be wrong alike. China has kept UTC+8 without summer time since 1992.
 */
export interface Hours {
  /** Minutes of the day. */
  from: number;
  to: number;
}

export interface House {
  weekly: Record<number, Hours[]>;
  /** Days that differ from their weekday; none: closed. */
  dated: Map<string, Hours[]>;
}

export const minuteMs = 60_000;
const offsetMs = 8 * 60 * minuteMs;
const dayMs = 24 * 60 * minuteMs;

/** A minute of a day in Shanghai. */
export const shanghai = (date: string, minute: number): Date =>
  new Date(Date.parse(`${date}T00:00:00Z`) + minute * minuteMs - offsetMs);

/** Date, weekday (Monday is 1) and minute of the day, as a clock in Shanghai shows them. */
export function localOf(instant: Date) {
  const local = new Date(instant.getTime() + offsetMs);
  return {
    date: local.toISOString().slice(0, 10),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

const hoursOn = (house: House, instant: Date): Hours[] => {
  const { date, weekday } = localOf(instant);
  return house.dated.get(date) ?? house.weekly[weekday]!;
};
const isOpenAt = (house: House, instant: Date): boolean => {
  const { minute } = localOf(instant);
  return hoursOn(house, instant).some(({ from, to }) => minute >= from && minute < to);
};
export const isOpenOn = (house: House, date: string): boolean =>
  hoursOn(house, shanghai(date, 0)).length > 0;

/** When so many minutes of business after a whole minute are over. */
export function afterWorkingMinutes(house: House, from: Date, minutes: number): Date {
  let at = from.getTime();
  for (let left = minutes; left > 0; at += minuteMs) if (isOpenAt(house, new Date(at))) left--;
  return new Date(at);
}

/** The end of business on the so-manieth working day after that of `from`. */
export function afterWorkingDays(house: House, from: Date, days: number): Date {
  let at = shanghai(localOf(from).date, 0).getTime();
  for (let left = days; left > 0; ) {
    at += dayMs;
    if (hoursOn(house, new Date(at)).length > 0) left--;
  }
  return new Date(at + hoursOn(house, new Date(at)).at(-1)!.to * minuteMs);
}

const dayAfter = (date: string, days: number) =>
  localOf(new Date(shanghai(date, 0).getTime() + days * dayMs)).date;

/** From the third to the seventh day, say: a closed first day moves on, a closed last one back. */
export function windowAfter(house: House, anchor: string, first: number, last: number) {
  let earliest = dayAfter(anchor, first);
  while (!isOpenOn(house, earliest)) earliest = dayAfter(earliest, 1);
  let latest = dayAfter(anchor, last);
  while (latest > earliest && !isOpenOn(house, latest)) latest = dayAfter(latest, -1);
  return { earliest, latest: latest < earliest ? earliest : latest };
}
