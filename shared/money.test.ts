import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFen, lineFen, readFen, splitFen, sumFen } from './money.ts';

const fen = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });

describe('reading an amount', () => {
  test.each([
    ['1,234.50', 123450],
    ['￥12', 1200],
    ['¥ 1,234,567.8', 123456780],
    ['12元', 1200],
    ['12.', 1200],
    ['0.05', 5],
    ['-3.20', -320],
    ['￥-3.20', -320],
    ['１２．５０', 1250],
    ['RMB 88', 8800],
    ['12.500', 1250],
    [1234.5, 123450],
    [0.1 + 0.2, 30],
    [-0, 0],
  ])('%s is %i fen', (typed, amount) => {
    expect(readFen(typed)).toEqual({ kind: 'money', fen: amount });
  });

  test.each([
    '12.345',
    '1,2',
    '12,34.00',
    '--5',
    '一百',
    '',
    '1.2万',
    '99999999999999999',
    12.345,
    Number.NaN,
    1e300,
  ])('%s is refused with what to do', (typed) => {
    expect(readFen(typed)).toMatchObject({ kind: 'faulty', code: 'money_invalid' });
  });

  test('what is shown is read back', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(readFen(formatFen(amount))).toEqual({ kind: 'money', fen: amount });
      }),
    );
  });
});

test.each([
  [123450, '1,234.50'],
  [5, '0.05'],
  [-5, '-0.05'],
  [0, '0.00'],
  [100000000, '1,000,000.00'],
])('%i fen is shown as %s', (amount, shown) => {
  expect(formatFen(amount)).toBe(shown);
});

describe('splitting', () => {
  test('the remainder goes to the first line', () => {
    expect(splitFen(1000, [1, 1, 1])).toEqual([334, 333, 333]);
    expect(splitFen(-1000, [1, 1, 1])).toEqual([-334, -333, -333]);
    expect(splitFen(1001, [0, 1, 1])).toEqual([0, 501, 500]);
  });

  test('nothing is lost, and no other line is more than a fen away from its share', () => {
    const weights = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
      .filter((each) => each.some((weight) => weight > 0));
    fc.assert(
      fc.property(fen, weights, (total, parts) => {
        const shares = splitFen(total, parts);
        const exact = parts.map((weight) => (total * weight) / sumFen(parts));
        const first = parts.findIndex((weight) => weight > 0);
        expect(sumFen(shares)).toBe(total);
        shares.forEach((share, at) => {
          const most = at === first ? parts.length : 1;
          expect(Math.abs(share - exact[at]!)).toBeLessThan(most + 1e-3);
        });
      }),
    );
  });

  test('there must be something to split by', () => {
    expect(() => splitFen(100, [])).toThrow(RangeError);
    expect(() => splitFen(100, [0, 0])).toThrow(RangeError);
    expect(() => splitFen(100, [2, -1])).toThrow(RangeError);
  });
});

describe('a line', () => {
  test.each([
    [12000, 1500, 18000],
    [333, 1500, 500],
    [1, 500, 1],
    [-1, 500, -1],
    [1, 499, 0],
  ])('%i fen times %i thousandths is %i fen', (unit, quantity, amount) => {
    expect(lineFen(unit, quantity)).toBe(amount);
  });

  test('a reversal cancels its line', () => {
    fc.assert(
      fc.property(fen, fc.nat(1_000_000), (unit, quantity) => {
        expect(lineFen(unit, quantity) + lineFen(-unit, quantity)).toBe(0);
      }),
    );
  });

  test('fractions of a fen and sums beyond the safe integers are refused', () => {
    expect(() => lineFen(0.5, 1000)).toThrow(RangeError);
    expect(() => lineFen(Number.MAX_SAFE_INTEGER, 2000)).toThrow(RangeError);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});
