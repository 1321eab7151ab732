import { randomInt } from 'node:crypto';

/** Crockford’s alphabet: no I, L, O, U, which people read as something else. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 15;
const mistaken: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** 75 random bits and a check sign: whoever has seen a million codes does not guess the next one. */
export function newCode(): string {
  const random = Array.from({ length }, () => signs[randomInt(signs.length)]!).join('');
  return random + checkSign(random);
}

/** As it was typed: any case, blanks and hyphens where one likes. `undefined` for what no code can be. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—·]/g, '')
    .replace(/[ILO]/g, (sign) => mistaken[sign]!);
  const isWhole = code.length === length + 1 && [...code].every((sign) => signs.includes(sign));
  return isWhole && checkSign(code.slice(0, -1)) === code.at(-1) ? code : undefined;
}

/** In groups of four, as it stands on the label. */
export const printedCode = (code: string): string => code.match(/.{4}/g)!.join('-');

/** Luhn’s sum over 32 signs: every single wrong sign and nearly every swap of neighbours is found. */
function checkSign(text: string): string {
  const { length: base } = signs;
  let sum = 0;
  let factor = 2;
  for (const sign of [...text].reverse()) {
    const product = factor * signs.indexOf(sign);
    sum += Math.floor(product / base) + (product % base);
    factor = factor === 2 ? 1 : 2;
  }
  return signs[(base - (sum % base)) % base]!;
}
