import { expect, test } from 'vitest';
import { isHeldBack, windowOf } from './window.ts';

test('FUP-08 what came of a campaign is counted from its first round to so many days after its last one or its event', () => {
  const rounds = [
    { fromOn: '2026-12-03', untilOn: '2026-12-05' },
    { fromOn: '2026-12-01', untilOn: '2026-12-01' },
  ];
  expect(windowOf(rounds, null, 30)).toEqual({ sinceOn: '2026-12-01', untilOn: '2027-01-04' });
  expect(windowOf(rounds, '2026-12-20', 10)).toMatchObject({ untilOn: '2026-12-30' });
  expect(() => windowOf([], null, 30)).toThrow('without rounds');
});

test('FUP-12 the draw holds back about as many as were asked for, the same ones whenever it is asked', () => {
  const campaign = '019ab000-0000-7000-8000-1234567890ab';
  const customers = Array.from(
    { length: 4000 },
    (_, at) =>
      `019ab000-0000-7000-8000-0000${((at * 2_654_435_761) >>> 0).toString(16).padStart(8, '0')}`,
  );
  const held = (percent: number) => customers.filter((id) => isHeldBack(campaign, id, percent));
  expect(held(0)).toEqual([]);
  expect(held(20).length / customers.length).toBeCloseTo(0.2, 1);
  expect(held(20)).toEqual(held(20));
});
