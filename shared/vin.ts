/**
 * Vehicle identification numbers after GB 16735-2019 (ISO 3779). A check digit that does not fit is
 * a warning only: cars made for Europe need not carry one.
 */
import { type Hint, hint, plainText } from './hint.ts';

export type VinReading =
  | { readonly kind: 'ok'; readonly vin: string }
  | {
      readonly kind: 'warn';
      readonly vin: string;
      readonly code: 'vin_check_digit';
      /** What position 9 would have to be. */
      readonly expected: string;
      readonly hint: Hint;
    }
  | VinFault;

type VinFault =
  | {
      readonly kind: 'faulty';
      readonly code: 'vin_length';
      readonly length: number;
      readonly hint: Hint;
    }
  | {
      readonly kind: 'faulty';
      readonly code: 'vin_letter';
      readonly letter: string;
      /** Counted from 1, as a person does. */
      readonly position: number;
      /** The whole number with O and Q read as 0 and I as 1, where that makes a number. */
      readonly suggestion?: string;
      readonly hint: Hint;
    };

const vinLength = 17;
const weights: readonly number[] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** The value of a letter is its place in its row: A and J are 1, S is 2. */
const letterRows = ['.ABCDEFGH', '.JKLMN.P.R', '..STUVWXYZ'];
/** Position 10, from 1980 on; the row begins anew every 30 years. */
const yearSigns = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const mistaken: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1' };

/** Reads a VIN as typed or copied: any case, blanks, dashes and the `*` round a stamped number. */
export function readVin(typed: string): VinReading {
  const vin = normaliseVin(typed);
  const length = [...vin].length;
  if (length !== vinLength) return lengthFault(length);
  const letter = /[^A-HJ-NPR-Z0-9]/u.exec(vin);
  if (letter) return letterFault(vin, letter[0], letter.index + 1);
  const expected = checkDigit(vin);
  if (expected === vin[8]) return { kind: 'ok', vin };
  return { kind: 'warn', vin, code: 'vin_check_digit', expected, hint: checkHint(vin, expected) };
}

/** For those who need not know it: the maker and the last four signs, `LSV**********3294`. */
export function maskVin(vin: string): string {
  if (vin.length < 11) return '*'.repeat(vin.length);
  return `${vin.slice(0, 3)}${'*'.repeat(vin.length - 7)}${vin.slice(-4)}`;
}

/** The stored form of what was typed, whether or not it is a VIN. */
export function normaliseVin(typed: string): string {
  return plainText(typed)
    .toUpperCase()
    .replace(/[\s*\-‐-―·._]/g, '');
}

/** The digit (or X) that position 9 must hold. Wants a number of 17 permitted signs. */
export function checkDigit(vin: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * worthOf(vin[at] ?? '0'), 0);
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * The model year that position 10 names. The sign repeats every 30 years, so the latest year not
 * after `latestYear` is taken: pass the current year plus one. `null` where the sign is no year.
 */
export function modelYear(vin: string, latestYear: number): number | null {
  const place = yearSigns.indexOf(vin[9] ?? ' ');
  const first = 1980 + place;
  if (place < 0 || latestYear < first) return null;
  return first + Math.floor((latestYear - first) / 30) * 30;
}

function worthOf(sign: string): number {
  if (sign >= '0' && sign <= '9') return Number(sign);
  return letterRows.map((row) => row.indexOf(sign)).find((place) => place > 0) ?? 0;
}

function lengthFault(length: number): VinFault {
  const text = hint(
    `车架号应为 17 位，现为 ${length} 位。`,
    `A VIN has 17 characters, this one has ${length}.`,
  );
  return { kind: 'faulty', code: 'vin_length', length, hint: text };
}

function letterFault(vin: string, letter: string, position: number): VinFault {
  const digit = mistaken[letter];
  const text = digit
    ? hint(
        `第 ${position} 位是字母 ${letter}，车架号不用字母 I、O、Q，是否为数字 ${digit}？`,
        `Position ${position} is the letter ${letter}; a VIN never uses I, O or Q: is it the digit ${digit}?`,
      )
    : hint(
        `第 ${position} 位是“${letter}”，车架号只有数字和字母。`,
        `Position ${position} is "${letter}"; a VIN holds only digits and letters.`,
      );
  const meant = vin.replace(/[IOQ]/g, (each) => mistaken[each] ?? each);
  const fault = { kind: 'faulty', code: 'vin_letter', letter, position, hint: text } as const;
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(meant) ? { ...fault, suggestion: meant } : fault;
}

function checkHint(vin: string, expected: string): Hint {
  return hint(
    `校验位（第 9 位）是 ${vin[8]}，按规则应为 ${expected}，请核对；欧洲进口车可以不符。`,
    `The check digit (position 9) is ${vin[8]} and should be ${expected}; please compare. Cars made for Europe may differ.`,
  );
}
