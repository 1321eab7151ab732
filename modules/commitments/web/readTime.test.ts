import { expect, test } from 'vitest';
import { readTime } from './readTime.ts';

test.each([
  ['8:30', '08:30'],
  ['08:30', '08:30'],
  ['0830', '08:30'],
  ['830', '08:30'],
  ['9', '09:00'],
  ['１７：３０', '17:30'],
  ['17.30', '17:30'],
  ['24:00', '24:00'],
  ['24:01', undefined],
  ['25', undefined],
  ['8:75', undefined],
  ['', undefined],
  ['早上', undefined],
])('FUP-01 opening hours are read as people type them: %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});
