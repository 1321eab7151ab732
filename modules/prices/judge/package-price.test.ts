import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { lineFen, sumFen } from '#shared/money.ts';
import { packagePrice, sharesOf } from './package-price.ts';

const one = (unitFen: number, quantityThousandths = 1000) => ({ unitFen, quantityThousandths });
const isOf = { length: 2_000 };

test('WSH-11 a package price is spread over random lines exactly to the fen, none dearer than on the list', () => {
  for (const _ of Array.from(isOf)) {
    const lines = [
      one(randomInt(0, 100_000)),
      ...Array.from({ length: randomInt(0, 12) }, () =>
        one(randomInt(0, 50_000), randomInt(2) ? randomInt(1, 9_000) : 1000 * randomInt(1, 9)),
      ),
    ];
    const whole = sumFen(lines.map((line) => lineFen(line.unitFen, line.quantityThousandths)));
    const priceFen = randomInt(0, whole + 1);
    const priced = packagePrice(lines, priceFen);
    expect(priced.sumFen).toBe(whole);
    if (priced.kind === 'refused') {
      expect(priced.reason, JSON.stringify({ lines, priceFen })).toBe('notExact');
      continue;
    }
    const spread = priced.unitFens.map((fen, at) => lineFen(fen, lines[at]!.quantityThousandths));
    expect(sumFen(spread), JSON.stringify({ lines, priceFen })).toBe(priceFen);
    for (const [at, fen] of priced.unitFens.entries()) {
      expect(fen, JSON.stringify({ lines, priceFen })).toBeGreaterThanOrEqual(0);
      expect(spread[at]!).toBeLessThanOrEqual(
        lineFen(lines[at]!.unitFen, lines[at]!.quantityThousandths),
      );
    }
  }
});

test('WSH-11 a usual package is never refused for its fen: a job, four litres of oil, a filter', () => {
  const lines = [one(60_00), one(88_00, 4000), one(45_00)];
  for (let priceFen = 0; priceFen <= 457_00; priceFen += 1)
    expect(packagePrice(lines, priceFen).kind).toBe('priced');
});

test('WSH-11 the largest remainders get the fen that are left', () => {
  expect(sharesOf(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(sharesOf(10, [1, 5, 5])).toEqual([1, 5, 4]);
  expect(sharesOf(0, [0, 0])).toEqual([0, 0]);
});

test('WSH-11 a package that is dearer than its lines, or cannot be split, is not sold', () => {
  expect(packagePrice([one(100)], 101)).toMatchObject({ reason: 'dearer', sumFen: 100 });
  expect(packagePrice([one(100, 3000)], 299)).toMatchObject({ reason: 'notExact' });
  expect(packagePrice([one(100), one(50, 2000)], null)).toMatchObject({
    amountFen: 200,
    unitFens: [100, 50],
  });
});
