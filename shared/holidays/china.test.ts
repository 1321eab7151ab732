import { getDayDetail, getSolarDateFromLunar, getSolarTerms } from 'chinese-days';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '../dates.ts';
import { chinaDays, chinaHolidayYears } from './china.ts';

const datesOf = (year: number, kind: string) =>
  chinaDays
    .filter((day) => day.date.startsWith(`${year}-`) && day.kind === kind)
    .map((day) => day.date);

/** What the published notices say, read by others: days with a named holiday, off or worked. */
function noticed(year: number, isWorked: boolean): string[] {
  const dates = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const { name, work } = getDayDetail(date);
    if (name.includes(',') && work === isWorked) dates.push(date);
  }
  return dates;
}

test.each([2025, 2026])(
  'FUP-01 the days off and the make-up days of %i are the notice’s',
  (year) => {
    expect(datesOf(year, 'holiday').sort()).toEqual(noticed(year, false));
    expect(datesOf(year, 'workday').sort()).toEqual(noticed(year, true));
  },
);

test('FUP-01 the days of 2027 follow moon and sun', () => {
  const springFestival = getSolarDateFromLunar('2027-01-01').date;
  const qingming = getSolarTerms('2027-04-03', '2027-04-07').find(
    ({ name }) => name === '清明',
  )?.date;
  expect(datesOf(2027, 'holiday')).toEqual([
    '2027-01-01',
    ...[-1, 0, 1, 2].map((days) => addDays(springFestival, days)),
    qingming,
    '2027-05-01',
    '2027-05-02',
    getSolarDateFromLunar('2027-05-05').date,
    getSolarDateFromLunar('2027-08-15').date,
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
  ]);
});

test('FUP-01 a year without its notice says that it is provisional', () => {
  expect(chinaHolidayYears.map(({ year, status }) => [year, status])).toEqual([
    [2025, 'published'],
    [2026, 'published'],
    [2027, 'provisional'],
  ]);
});

test('FUP-01 make-up days lie on weekends, every day names its source', () => {
  for (const { kind, date, source } of chinaDays) {
    expect(source).toMatch(/国务院/);
    if (kind === 'workday') expect(weekdayOf(date)).toBeGreaterThan(5);
  }
});
