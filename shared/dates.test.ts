import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  instantAt,
  isDate,
  readDate,
  timeIn,
  weekdayOf,
} from './dates.ts';

const china = 'Asia/Shanghai';

describe('reading a date', () => {
  test.each([
    ['2024.06.28', '2024-06-28'],
    ['2024/5/8', '2024-05-08'],
    ['2025年10月4日', '2025-10-04'],
    ['2025年10月4号', '2025-10-04'],
    ['2024-06-28', '2024-06-28'],
    ['20240628', '2024-06-28'],
    ['２０２４．６．２８', '2024-06-28'],
    [' 2024 年 6 月 28 日 ', '2024-06-28'],
    ['2024-06-28 10:30:00', '2024-06-28'],
    ['2024-06-28T00:00:00.000Z', '2024-06-28'],
    [45471, '2024-06-28'],
    [45471.4375, '2024-06-28'],
    [20240628, '2024-06-28'],
    ['2024-02-29', '2024-02-29'],
  ])('ARC-05 %s is %s', (typed, date) => {
    expect(readDate(typed)).toEqual({ kind: 'date', date });
  });

  test.each([
    ['2024-02-30', '日历上没有 2024-02-30 这一天。'],
    ['2023-02-29', '日历上没有 2023-02-29 这一天。'],
    ['2024年6月', '缺少“日”，请写到哪一天。'],
    ['2024.06', '缺少“日”，请写到哪一天。'],
    ['6/28/2024', '年份请写四位并放在最前，如 2024-06-28。'],
    ['24.6.28', '年份请写四位并放在最前，如 2024-06-28。'],
    ['去年夏天', '看不懂这个日期，请写成 2024-06-28。'],
    ['', '请输入日期。'],
    [12, '看不懂这个日期，请写成 2024-06-28。'],
    [-5, '看不懂这个日期，请写成 2024-06-28。'],
  ])('ARC-05 %s is refused: %s', (typed, said) => {
    expect(readDate(typed)).toMatchObject({ code: 'date_invalid', hint: { 'zh-CN': said } });
  });
});

describe('counting days', () => {
  test('a month on from the 31st is the last day of the shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });

  test('weeks begin on Monday', () => {
    expect(weekdayOf('2026-11-21')).toBe(6);
    expect(weekdayOf('2026-11-22')).toBe(7);
  });

  const day = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1900-01-01', days));

  test('adding days and counting them agree, and every result is a date', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        fc.pre(isDate(addDays(date, days)));
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('dates in a zone', () => {
  test('the date of an instant is the zone’s, not UTC’s', () => {
    expect(dateIn(china, new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21');
    expect(dateIn('America/New_York', new Date('2026-11-21T03:00:00Z'))).toBe('2026-11-20');
    expect(timeIn(china, new Date('2026-11-21T00:30:00Z'))).toBe('08:30');
  });

  test('China’s summer time of 1986 to 1991 is known', () => {
    expect(instantAt(china, '1988-07-01', '12:00').toISOString()).toBe('1988-07-01T03:00:00.000Z');
    expect(instantAt(china, '1992-07-01', '12:00').toISOString()).toBe('1992-07-01T04:00:00.000Z');
  });

  test('a time that the clocks skip moves on, one that comes twice is the first', () => {
    const berlin = 'Europe/Berlin';
    expect(instantAt(berlin, '2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt(berlin, '2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('24:00 is the next day’s beginning', () => {
    expect(instantAt(china, '2026-11-21', '24:00')).toEqual(
      instantAt(china, '2026-11-22', '00:00'),
    );
  });

  test.each([china, 'UTC', 'America/New_York', 'Australia/Lord_Howe'])(
    'an instant of whole minutes in %s comes back from its date and time, but for a repeated hour',
    (zone) => {
      const instant = fc.date({
        min: new Date('1970-01-01'),
        max: new Date('2090-01-01'),
        noInvalidDate: true,
      });
      fc.assert(
        fc.property(instant, (at) => {
          const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
          const back = instantAt(zone, dateIn(zone, minute), timeIn(zone, minute));
          const earlierBy = minute.getTime() - back.getTime();
          expect([0, 30, 60]).toContain(earlierBy / 60_000);
        }),
      );
    },
  );
});
