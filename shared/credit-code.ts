/** 统一社会信用代码 of companies, GB 32100-2015: 18 signs, two check digits (its own, GB 11714's). */
import { type Hint, hint, plainText } from './hint.ts';

export type CreditCodeReading =
  | { readonly kind: 'ok'; readonly creditCode: string }
  | { readonly kind: 'faulty'; readonly code: 'credit_code_invalid'; readonly hint: Hint };

/** The value of a sign is its place; I, O, S, V and Z are not used. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Reads a code as typed: any case, blanks and dashes, full-width signs. */
export function readCreditCode(typed: string): CreditCodeReading {
  const creditCode = plainText(typed)
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '');
  const fault = faultOf(creditCode);
  if (fault) return { kind: 'faulty', code: 'credit_code_invalid', hint: fault };
  return { kind: 'ok', creditCode };
}

function faultOf(code: string): Hint | undefined {
  if (code.length !== 18) {
    return hint(
      `统一社会信用代码应为 18 位，现为 ${code.length} 位。`,
      `The code has 18 characters, this one has ${code.length}.`,
    );
  }
  const at = [...code].findIndex((sign) => !signs.includes(sign));
  if (at >= 0) {
    return hint(
      `第 ${at + 1} 位“${code[at]}”不会出现在统一社会信用代码里（不用 I、O、S、V、Z）。`,
      `Position ${at + 1}, "${code[at]}", is never used in the code (nor I, O, S, V, Z).`,
    );
  }
  if (code[17] === checkSign(code) && code[16] === organisationSign(code)) return undefined;
  return hint(
    '校验位不符，请对照营业执照核对。',
    'The check digit does not fit; compare with the licence.',
  );
}

function checkSign(code: string): string | undefined {
  const sum = weights.reduce((total, weight, at) => total + weight * signs.indexOf(code[at]!), 0);
  return signs[(31 - (sum % 31)) % 31];
}

/** Signs 9 to 17 are the older organisation code; its letters count from A = 10 without gaps. */
function organisationSign(code: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, at) => total + weight * Number.parseInt(code[at + 8]!, 36),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
