import { describe, expect, test } from 'vitest';
import { defaultCalendar, defaultContactHours } from './default-calendars.ts';
import { type Calendar, isOpen, nextOpen, planOf, spansAreSound } from './opening-hours.ts';

const china = (time: string) => new Date(`${time}:00+08:00`);

describe('opening hours', () => {
  test.each([
    ['2026-11-21T08:29', false],
    ['2026-11-21T08:30', true],
    ['2026-11-21T11:59', true],
    ['2026-11-21T12:00', false],
    ['2026-11-21T12:45', false],
    ['2026-11-21T13:30', true],
    ['2026-11-21T18:00', false],
    ['2026-11-22T10:00', false],
  ])('CMP-03 at %s the workshop is open: %s', (time, open) => {
    expect(isOpen(defaultCalendar, china(time))).toBe(open);
  });

  test('FUP-01 a holiday is closed, a make-up Sunday is a working day with its name', () => {
    expect(planOf(defaultCalendar, '2026-10-02')).toMatchObject({ spans: [], note: '国庆节放假' });
    expect(planOf(defaultCalendar, '2026-09-20')).toMatchObject({ note: '国庆节调休上班' });
    expect(isOpen(defaultCalendar, china('2026-09-20T09:00'))).toBe(true);
  });

  test('FUP-01 the next opening passes lunch, Sunday and the Spring Festival', () => {
    const next = (time: string) => nextOpen(defaultCalendar, china(time));
    expect(next('2026-11-20T10:00')).toEqual(china('2026-11-20T10:00'));
    expect(next('2026-11-20T12:10')).toEqual(china('2026-11-20T13:30'));
    expect(next('2026-11-21T18:00')).toEqual(china('2026-11-23T08:30'));
    expect(next('2026-02-14T19:00')).toEqual(china('2026-02-24T08:30'));
  });

  test('FUP-01 customers are called on Sundays too, but neither at noon nor on holidays', () => {
    expect(isOpen(defaultContactHours, china('2026-11-22T10:00'))).toBe(true);
    expect(isOpen(defaultContactHours, china('2026-11-22T13:00'))).toBe(false);
    expect(isOpen(defaultContactHours, china('2026-10-01T10:00'))).toBe(false);
  });

  test('FUP-01 a house that works on a holiday says so with a day of its own', () => {
    const special = { date: '2026-10-02', kind: 'special', name: '国庆值班' } as const;
    const spans = [{ from: '10:00', to: '15:00' }];
    const calendar: Calendar = {
      ...defaultCalendar,
      days: [...defaultCalendar.days, { ...special, spans }],
    };
    expect(planOf(calendar, '2026-10-02')).toMatchObject({
      kind: 'special',
      spans,
      note: '国庆值班',
    });
    expect(isOpen(calendar, china('2026-10-02T14:59'))).toBe(true);
  });

  test('a calendar that never opens is a mistake, not an endless search', () => {
    const weekly = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    const never: Calendar = { zone: 'Asia/Shanghai', weekly, days: [] };
    expect(() => nextOpen(never, china('2026-11-21T08:00'))).toThrow(RangeError);
  });
});

test.each([
  [
    [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ],
    true,
  ],
  [[{ from: '00:00', to: '24:00' }], true],
  [[], true],
  [
    [
      { from: '13:30', to: '18:00' },
      { from: '08:30', to: '12:00' },
    ],
    false,
  ],
  [
    [
      { from: '08:30', to: '12:00' },
      { from: '11:00', to: '18:00' },
    ],
    false,
  ],
  [[{ from: '12:00', to: '12:00' }], false],
  [[{ from: '8:30', to: '12:00' }], false],
  [[{ from: '08:30', to: '25:00' }], false],
])('spans %j are well written: %s', (spans, sound) => {
  expect(spansAreSound(spans)).toBe(sound);
});
