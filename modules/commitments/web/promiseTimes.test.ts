import { expect, test } from 'vitest';
import type { Calendar } from '#shared/business-calendar.ts';
import { whenAtWork } from './promiseTimes.ts';

const open = [
  { from: '08:30', to: '12:00' },
  { from: '13:00', to: '17:45' },
];
const calendar: Calendar = {
  zone: 'Asia/Shanghai',
  weekly: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [], 7: [] },
  days: [],
};
const at = (time: string) => new Date(`${time}+08:00`);

test.each([
  ['on the half hour', '2026-11-20T09:10', 1, '2026-11-20T10:30'],
  ['over noon, which is no work', '2026-11-20T11:30', 1, '2026-11-20T13:30'],
  ['at the close of the day, before its half hour', '2026-11-20T16:40', 1, '2026-11-20T17:40'],
  ['over a weekend', '2026-11-20T17:30', 1, '2026-11-23T09:30'],
  ['never at night', '2026-11-20T00:30', 2, '2026-11-20T10:30'],
])('WSH-11 what is promised lies within the hours of work: %s', (_, now, hours, promised) => {
  expect(whenAtWork(calendar, at(now), hours)).toEqual(at(promised));
});

test('WSH-11 a house that never opens promises by the clock', () => {
  const shut = { ...calendar, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
  expect(whenAtWork(shut, at('2026-11-20T09:10'), 1)).toEqual(at('2026-11-20T10:30'));
});
