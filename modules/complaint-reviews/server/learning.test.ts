import { describe, expect, test } from 'vitest';
import { controlLimits } from './control-limits.ts';
import { periodBefore, periodOf, periodsUpTo, spanOf } from './periods.ts';
import { proportionInterval, rateRatio } from './rate-ratio.ts';

describe('periods', () => {
  test('CMP-14 a day lies in a month, a quarter, a year; February and the turn of the year included', () => {
    expect(periodOf('month', '2028-02-10')).toEqual({
      fromOn: '2028-02-01',
      untilOn: '2028-02-29',
    });
    expect(periodOf('quarter', '2026-11-21')).toEqual({
      fromOn: '2026-10-01',
      untilOn: '2026-12-31',
    });
    expect(periodOf('year', '2026-01-01')).toEqual({ fromOn: '2026-01-01', untilOn: '2026-12-31' });
    expect(periodBefore('quarter', periodOf('quarter', '2026-02-01')).fromOn).toBe('2025-10-01');
    const trend = periodsUpTo('month', periodOf('month', '2026-11-21'));
    expect([trend.length, trend[0]?.fromOn, trend.at(-1)?.untilOn]).toEqual([
      12,
      '2025-12-01',
      '2026-11-30',
    ]);
    expect(spanOf(periodOf('month', '2026-11-21')).since.toISOString()).toBe(
      '2026-10-31T16:00:00.000Z',
    );
  });
});

describe('control limits', () => {
  test('CMP-14 a p chart: centre ± 3√(p(1−p)/n), worked by hand', () => {
    const { centre, limits } = controlLimits([
      { complaints: 10, visits: 100 },
      { complaints: 5, visits: 100 },
      { complaints: 28, visits: 100 },
      { complaints: 5, visits: 180 },
    ]);
    // 48 of 480 are 0.1; for 100 visits √(0.1 · 0.9 / 100) = 0.03, for 180 it is 0.02236.
    expect(centre).toBeCloseTo(0.1, 12);
    expect(limits[0]!.upper).toBeCloseTo(0.19, 12);
    expect(limits[0]!.lower).toBeCloseTo(0.01, 12);
    expect(limits.map(({ standing }) => standing)).toEqual(['within', 'within', 'above', 'below']);
  });

  test('CMP-14 a period with fewer than five expected complaints is too small to judge', () => {
    const { limits } = controlLimits([
      { complaints: 10, visits: 100 },
      { complaints: 3, visits: 10 },
      { complaints: 11, visits: 100 },
      { complaints: 0, visits: 0 },
    ]);
    expect(limits[0]!.standing).toBe('within');
    expect(limits[1]).toMatchObject({ standing: 'tooFew', upper: null });
    expect(limits[3]).toMatchObject({ standing: 'tooFew', share: null });
  });

  test('CMP-14 two periods say nothing about a third', () => {
    const two = [
      { complaints: 10, visits: 100 },
      { complaints: 40, visits: 100 },
    ];
    expect(controlLimits(two).limits.map(({ standing }) => standing)).toEqual(['tooFew', 'tooFew']);
  });
});

describe('effect', () => {
  // Clopper–Pearson intervals as tables of statistics print them.
  for (const [hits, of, low, high] of [
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [0, 100, 0, 0.0362],
    [50, 100, 0.3983, 0.6017],
  ] as const) {
    test(`CMP-13 the exact interval of ${hits} in ${of} is ${low} to ${high}`, () => {
      const found = proportionInterval(hits, of);
      expect(found.low).toBeCloseTo(low, 4);
      expect(found.high).toBeCloseTo(high, 4);
    });
  }

  const of = (complaints: number, visits = 100) => ({ complaints, visits });
  test('CMP-13 it fell only where chance is no explanation', () => {
    expect(rateRatio(of(20), of(5)).verdict).toBe('fell');
    expect(rateRatio(of(20), of(15)).verdict).toBe('notClear');
    expect(rateRatio(of(5), of(20)).verdict).toBe('rose');
    expect(rateRatio(of(20), of(5)).ratio).toBeCloseTo(0.25, 12);
  });
  test('CMP-13 five before say nothing even if none comes after, six do', () => {
    expect(rateRatio(of(5), of(0)).verdict).toBe('tooFew');
    expect(rateRatio(of(6), of(0)).verdict).toBe('fell');
    expect(rateRatio(of(0), of(0)).verdict).toBe('tooFew');
    expect(rateRatio(of(9, 0), of(1)).verdict).toBe('tooFew');
  });
  test('CMP-13 rates are compared, not counts: twice the visits halve the rate', () => {
    expect(rateRatio(of(10, 100), of(10, 200)).ratio).toBeCloseTo(0.5, 12);
  });
});
