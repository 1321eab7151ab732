import { expect, test } from 'vitest';
import { kmPerDayOf, nextDueOf } from './next-due.ts';

const readings = [
  { mileageKm: 30_000, readOn: '2026-11-21' },
  { mileageKm: 20_000, readOn: '2026-08-13' },
];
const both = { lastVisitOn: '2026-11-21', intervalMonths: 6, intervalKm: 10_000 };

test('ARC-03 who drives 100 km a day is due by km, before the months are over', () => {
  expect(kmPerDayOf(readings)).toBe(100);
  expect(nextDueOf({ ...both, readings })).toEqual({
    nextDueOn: '2027-03-01',
    nextDueKm: 40_000,
    nextDueWhy: {
      by: 'km',
      fromOn: '2026-11-21',
      fromKm: 30_000,
      intervalMonths: 6,
      intervalKm: 10_000,
      kmPerDay: 100,
      monthsDueOn: '2027-05-21',
      kmDueOn: '2027-03-01',
    },
  });
});

test('ARC-03 who drives little is due by months', () => {
  const slow = [readings[0]!, { mileageKm: 29_000, readOn: '2026-08-13' }];
  expect(nextDueOf({ ...both, readings: slow })).toMatchObject({
    nextDueOn: '2027-05-21',
    nextDueKm: 40_000,
    nextDueWhy: { by: 'months', kmPerDay: 10 },
  });
});

test('ARC-03 nothing is guessed from readings too near, from a new instrument, or without a visit', () => {
  expect(kmPerDayOf([])).toBeNull();
  expect(kmPerDayOf([readings[0]!, { mileageKm: 29_000, readOn: '2026-11-01' }])).toBeNull();
  expect(kmPerDayOf([{ mileageKm: 100, readOn: '2026-11-21' }, readings[1]!])).toBeNull();
  const none = { nextDueOn: null, nextDueKm: null, nextDueWhy: null };
  expect(nextDueOf({ ...both, lastVisitOn: null, readings })).toEqual(none);
  expect(nextDueOf({ ...both, intervalMonths: null, intervalKm: null, readings })).toEqual(none);
});

test('ARC-03 only km known and no habit: due by km alone, without a day', () => {
  const facts = { ...both, intervalMonths: null, readings: readings.slice(0, 1) };
  expect(nextDueOf(facts)).toMatchObject({ nextDueOn: null, nextDueKm: 40_000 });
});

test('ARC-03 one mistyped reading does not move the day', () => {
  const honest = ['2026-11-21', '2026-08-13', '2026-05-05', '2026-01-25'].map((readOn, at) => ({
    readOn,
    mileageKm: 60_000 - at * 10_000,
  }));
  expect(kmPerDayOf(honest)).toBe(100);
  const mistyped = honest.with(2, { readOn: '2026-05-05', mileageKm: 4_000 });
  expect(kmPerDayOf(mistyped)).toBeCloseTo(100, 0);
});
