/**
 * Calendar dates as `YYYY-MM-DD` and their way to instants and back. A date is a day in a calendar,
 * not a midnight; only here does it meet a time zone, and always one that is named (China had
 * summer time from 1986 to 1991). Nothing here looks at the time zone of the process.
 */
import { type Hint, hint, plainText } from './hint.ts';

const dayInMs = 86_400_000;
const firstYear = 1800;
const lastYear = 2199;

export type DateReading =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'faulty'; readonly code: 'date_invalid'; readonly hint: Hint };

/**
 * Reads a date as lists and people write it: `2024.06.28`, `2024/5/8`, `2025年10月4日`, `20240628`,
 * a day with its time, full-width digits, or the serial number of a spreadsheet (1900 system).
 */
export function readDate(typed: string | number): DateReading {
  const text = plainText(String(typed)).replace(/\s+/g, ' ');
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return readSerial(Math.floor(Number(text)));
  const [, year, month, day] = writtenDate.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (!year || !month || !day) return faulty(hintFor(text));
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? { kind: 'date', date } : faulty(noSuchDay(date));
}

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The date so many days on, or back. */
export function addDays(date: string, days: number): string {
  return dateOfUtc(utcOf(date) + days * dayInMs);
}

/** The same day some months on; where that month is too short, its last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const lastDay = daysInMonth(target.year, target.month);
  return dateOfUtc(Date.UTC(target.year, target.month - 1, Math.min(day, lastDay)));
}

/** Days from one date to another, negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcOf(to) - utcOf(from)) / dayInMs);
}

/** 1 for Monday to 7 for Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The day of the week of a date. */
export function weekdayOf(date: string): Weekday {
  return (new Date(utcOf(date)).getUTCDay() || 7) as Weekday;
}

/** The date that people in the zone write at this instant. */
export function dateIn(zone: string, instant: Date): string {
  return dateOfUtc(instant.getTime() + offsetAt(zone, instant.getTime()));
}

/** The clock that people in the zone read at this instant, `HH:MM`. */
export function timeIn(zone: string, instant: Date): string {
  const local = instant.getTime() + offsetAt(zone, instant.getTime());
  return new Date(local).toISOString().slice(11, 16);
}

/**
 * The instant at which a clock in the zone shows the time (`00:00` to `24:00`) on the date. A time
 * that the zone skips moves on by what was skipped; of one that comes twice the first is meant.
 */
export function instantAt(zone: string, date: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const local = utcOf(date) + (hours * 60 + minutes) * 60_000;
  const before = offsetAt(zone, local - dayInMs);
  const after = offsetAt(zone, local + dayInMs);
  const fitting = [before, after].find((offset) => offsetAt(zone, local - offset) === offset);
  return new Date(local - (fitting ?? before));
}

const writtenDate =
  /^(\d{4}) ?[-/.年‐-―] ?(\d{1,2}) ?[-/.月‐-―] ?(\d{1,2})(?: ?[日号])?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;

/** Five digits reach from 1927 to 2173, clear of the false leap day that the 1900 system has. */
function readSerial(serial: number): DateReading {
  return { kind: 'date', date: addDays('1899-12-30', serial) };
}

function faulty(text: Hint): DateReading {
  return { kind: 'faulty', code: 'date_invalid', hint: text };
}

function noSuchDay(date: string): Hint {
  return hint(`日历上没有 ${date} 这一天。`, `There is no ${date} in the calendar.`);
}

function hintFor(text: string): Hint {
  if (text === '') return hint('请输入日期。', 'Enter the date.');
  if (/^\d{4} ?[-/.年] ?\d{1,2} ?月?$/.test(text)) {
    return hint('缺少“日”，请写到哪一天。', 'The day is missing.');
  }
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(text)) {
    return hint(
      '年份请写四位并放在最前，如 2024-06-28。',
      'Put the year first, with four digits: 2024-06-28.',
    );
  }
  return hint(
    '看不懂这个日期，请写成 2024-06-28。',
    'This date cannot be read; write it as 2024-06-28.',
  );
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function utcOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateOfUtc(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(zone, clock);
  return clock;
}

/** How far the zone's clock is ahead of UTC at the instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}
