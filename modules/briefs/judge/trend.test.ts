import { expect, test } from 'vitest';
import { drawTrend } from './trend.ts';

test('FUP-12 a month without anything to count breaks the line of a trend', () => {
  const { points, lines, ticks } = drawTrend([
    { month: '2026-08', share: 0 },
    { month: '2026-09', share: 1 },
    { month: '2026-10', share: null },
    { month: '2026-11', share: 0.5 },
  ]);
  expect(points.map(({ y }) => y)).toEqual([166, 12, null, 89]);
  expect(lines).toEqual([`${points[0]!.x},166 ${points[1]!.x},12`]);
  expect(ticks.map(({ y }) => y)).toEqual([166, 89, 12]);
});
