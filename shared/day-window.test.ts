import { expect, test } from 'vitest';
import { windowOfDays } from './day-window.ts';
import { defaultCalendar } from './default-calendars.ts';

const first = { earliestDays: 3, latestDays: 7 };
const second = { earliestDays: 7, latestDays: 14 };

test('FUP-01 a car fetched on Monday may be called from Thursday to next Monday', () => {
  expect(windowOfDays(defaultCalendar, '2026-11-16', first)).toMatchObject({
    earliestOn: '2026-11-19',
    latestOn: '2026-11-23',
    skipped: [],
  });
});

test('FUP-01 a beginning on Sunday moves to Monday, and says so', () => {
  expect(windowOfDays(defaultCalendar, '2026-11-19', first)).toEqual({
    earliestOn: '2026-11-23',
    latestOn: '2026-11-26',
    plannedEarliestOn: '2026-11-22',
    plannedLatestOn: '2026-11-26',
    skipped: [{ date: '2026-11-22', moved: 'earliest', note: '周日休息' }],
  });
});

test('FUP-02 an end on Sunday moves back to Saturday', () => {
  expect(windowOfDays(defaultCalendar, '2026-11-15', second)).toMatchObject({
    earliestOn: '2026-11-23',
    latestOn: '2026-11-28',
    skipped: [
      { date: '2026-11-22', moved: 'earliest' },
      { date: '2026-11-29', moved: 'latest' },
    ],
  });
});

test('FUP-01 a window that lies wholly in the Spring Festival becomes the first day after it', () => {
  const window = windowOfDays(defaultCalendar, '2026-02-12', first);
  expect(window).toMatchObject({
    earliestOn: '2026-02-24',
    latestOn: '2026-02-24',
    plannedLatestOn: '2026-02-19',
  });
  expect(window.skipped).toHaveLength(9);
  expect(window.skipped[0]).toEqual({ date: '2026-02-15', moved: 'earliest', note: '春节放假' });
});

test('FUP-01 a make-up Sunday is open', () => {
  expect(windowOfDays(defaultCalendar, '2026-09-17', first)).toMatchObject({
    earliestOn: '2026-09-20',
    skipped: [],
  });
});

test('a window that ends before it begins is refused', () => {
  const backwards = { earliestDays: 7, latestDays: 3 };
  expect(() => windowOfDays(defaultCalendar, '2026-11-16', backwards)).toThrow(RangeError);
});
