/**
 * 公民身份号码, GB 11643-1999. To be collected only where a procedure needs it (个人信息保护法 art. 6),
 * and shown masked.
 */
import { isDate } from './dates.ts';
import { type Hint, hint, plainText } from './hint.ts';

export type IdNumberReading =
  | { readonly kind: 'ok'; readonly idNumber: string; readonly bornOn: string }
  | { readonly kind: 'faulty'; readonly code: 'id_number_invalid'; readonly hint: Hint };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSigns = '10X98765432';

/** Reads a number as typed: blanks, full-width digits, a small x at the end. */
export function readIdNumber(typed: string): IdNumberReading {
  const idNumber = plainText(typed)
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '');
  if (!/^[1-9]\d{16}[\dX]$/.test(idNumber)) {
    return faulty(
      hint(
        '身份证号应为 18 位，末位可为 X。',
        'An identity number has 18 digits; the last may be X.',
      ),
    );
  }
  const bornOn = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  if (!isDate(bornOn)) {
    return faulty(
      hint('身份证号里的出生日期不存在。', 'The date of birth in the number does not exist.'),
    );
  }
  if (idNumber[17] !== checkSign(idNumber)) {
    return faulty(
      hint('校验位不符，请对照证件核对。', 'The check digit does not fit; compare with the card.'),
    );
  }
  return { kind: 'ok', idNumber, bornOn };
}

/** `110105********002X`: the place and the end, without the date of birth. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.length === 18
    ? `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`
    : '*'.repeat(idNumber.length);
}

function checkSign(idNumber: string): string | undefined {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(idNumber[at]), 0);
  return checkSigns[sum % 11];
}

function faulty(text: Hint): IdNumberReading {
  return { kind: 'faulty', code: 'id_number_invalid', hint: text };
}
