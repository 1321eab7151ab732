/**
 * Money in whole fen, quantities in whole thousandths. Sums are added as integers, a split gives
 * its remainder to the first line, a product is rounded once per line, half away from zero (so that
 * a reversal cancels its line to the fen). What leaves the safe integers is refused.
 */
import { type Hint, hint, plainText } from './hint.ts';

export type FenReading =
  | { readonly kind: 'money'; readonly fen: number }
  | { readonly kind: 'faulty'; readonly code: 'money_invalid'; readonly hint: Hint };

const amountPattern = /^(-?)[¥￥]?(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?(?:元|块)?$/;

/** Reads an amount in yuan as typed or as a cell holds it: `1,234.50`, `￥12`, `12元`, `1234.5`. */
export function readFen(typed: string | number): FenReading {
  if (typeof typed === 'number') return readNumber(typed);
  const text = plainText(typed)
    .replace(/^(?:RMB|CNY)/i, '')
    .replace(/\s/g, '');
  const [matched, sign, innerSign, yuan = '', decimals = ''] = amountPattern.exec(text) ?? [];
  if (matched === undefined || (sign && innerSign)) return faulty(unreadable);
  if (/[1-9]/.test(decimals.slice(2))) return faulty(tooFine);
  const fen = Number(yuan.replaceAll(',', '') + decimals.padEnd(2, '0').slice(0, 2));
  if (!Number.isSafeInteger(fen)) return faulty(tooLarge);
  return { kind: 'money', fen: sign || innerSign ? 0 - fen : fen };
}

/** `123450` → `1,234.50`. */
export function formatFen(fen: number): string {
  const amount = String(Math.abs(whole(fen))).padStart(3, '0');
  const yuan = amount.slice(0, -2).replace(/\B(?=(?:\d{3}){1,6}$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${amount.slice(-2)}`;
}

/** The sum of amounts in whole fen. @throws RangeError when it is not exact. */
export function sumFen(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum = whole(sum + whole(amount));
  return sum;
}

/**
 * Splits an amount in proportion to the weights (whole, not negative). Every share is cut to whole
 * fen; what remains goes to the first line that has a weight.
 * @throws RangeError when there is no weight to split by.
 */
export function splitFen(totalFen: number, weights: readonly number[]): number[] {
  const sum = sumFen(weights);
  if (sum <= 0 || weights.some((weight) => weight < 0)) {
    throw new RangeError('weights must not be negative and must not all be zero');
  }
  const shares = weights.map((weight) =>
    Number((BigInt(whole(totalFen)) * BigInt(weight)) / BigInt(sum)),
  );
  const first = weights.findIndex((weight) => weight > 0);
  return shares.map((share, at) => (at === first ? share + totalFen - sumFen(shares) : share));
}

/** Price of a line: unit price in fen times a quantity in thousandths (1.5 h = 1500). */
export function lineFen(unitFen: number, quantityThousandths: number): number {
  const product = BigInt(whole(unitFen)) * BigInt(whole(quantityThousandths));
  const half = product < 0n ? -500n : 500n;
  return whole(Number((product + half) / 1000n));
}

function readNumber(yuan: number): FenReading {
  const fen = Math.round(yuan * 100);
  if (!Number.isSafeInteger(fen)) return faulty(Number.isFinite(yuan) ? tooLarge : unreadable);
  // A formula's result is off by less than any person would write.
  if (Math.abs(yuan * 100 - fen) > 1e-4) return faulty(tooFine);
  return { kind: 'money', fen: fen === 0 ? 0 : fen };
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe whole number: ${value}`);
  return value;
}

function faulty(text: Hint): FenReading {
  return { kind: 'faulty', code: 'money_invalid', hint: text };
}

const unreadable = hint(
  '看不懂这个金额，请写成 1234.50。',
  'This amount cannot be read; write 1234.50.',
);
const tooFine = hint('金额最多两位小数（到分）。', 'An amount has at most two decimals.');
const tooLarge = hint('金额过大，请核对。', 'The amount is too large; please check.');
