import { expect, test } from 'vitest';
import { readingEndingWith } from './mileageEnding.ts';

test('WSH-01 from 100,000 km on the last five digits are a reading, over the next hundred thousand too', () => {
  expect(readingEndingWith(42_300, 142_000)).toBe(142_300);
  expect(readingEndingWith(3_100, 198_000)).toBe(203_100);
  expect(readingEndingWith(42_000, 142_000)).toBe(142_000);
});

test('WSH-01 what would go back, or further than cars are driven, is what it says', () => {
  expect(readingEndingWith(41_000, 142_000)).toBeUndefined();
  expect(readingEndingWith(99_000, 142_000)).toBeUndefined();
  expect(readingEndingWith(42_300, 42_000)).toBeUndefined();
  expect(readingEndingWith(142_300, 142_000)).toBeUndefined();
  expect(readingEndingWith(undefined, 142_000)).toBeUndefined();
  expect(readingEndingWith(42_300, null)).toBeUndefined();
});
