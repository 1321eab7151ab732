/**
 * Telephone numbers of customers: mobiles (11 digits), landlines with area code, 400/800 and 95xxx
 * service lines, and numbers from abroad when written with `+`. A landline without its area code is
 * refused: nobody could call it back from elsewhere.
 */
import { type Hint, hint, plainText } from './hint.ts';

type PhoneType = 'mobile' | 'landline' | 'serviceLine' | 'abroad';

export interface ReadPhone {
  readonly kind: 'phone';
  /** The stored and compared form: digits as dialled inside China, `+…` from abroad. */
  readonly phone: string;
  readonly type: PhoneType;
  /** Digits to dial after the connection. */
  readonly extension?: string;
}

export interface FaultyPhone {
  readonly kind: 'faulty';
  readonly code: 'phone_invalid';
  readonly hint: Hint;
}

const phoneTypes: readonly (readonly [PhoneType, RegExp])[] = [
  ['mobile', /^1[3-9]\d{9}$/],
  ['landline', /^0(?:10|2\d)\d{8}$/],
  ['landline', /^0[3-9]\d{2}\d{7,8}$/],
  ['serviceLine', /^(?:[48]00\d{7}|95\d{3,4})$/],
  ['abroad', /^\+(?!86)[1-9]\d{6,14}$/],
];

/** Reads a number as typed or as a list holds it: separators, full-width digits, +86, numerics. */
export function readPhone(typed: string | number): ReadPhone | FaultyPhone {
  const text = plainText(String(typed)).replace(/\.0+$/, '');
  const phone = dialled(text);
  const type = typeOf(phone);
  if (type) return { kind: 'phone', phone, type };
  return (
    withExtension(text) ?? { kind: 'faulty', code: 'phone_invalid', hint: hintFor(text, phone) }
  );
}

/** For reading aloud: `138 0013 8000`, `020-88886666`, `400-820-1234`. */
export function formatPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return phone.replace(/^(\d{3})(\d{4})/, '$1 $2 ');
  if (phone.startsWith('0')) return phone.replace(areaCode, '$&-');
  return phone.replace(/^([48]00)(\d{3})(\d{4})$/, '$1-$2-$3');
}

/** For those who need not know it: `138****8000`, `020-****6666`. Too short to mask: stars only. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return '*'.repeat(phone.length);
  const head = phone.startsWith('0') ? `${areaCode.exec(phone)?.[0]}-` : phone.slice(0, 3);
  return `${head}****${phone.slice(-4)}`;
}

const areaCode = /^0(?:10|2\d|\d{3})/;

function typeOf(phone: string): PhoneType | undefined {
  return phoneTypes.find(([, pattern]) => pattern.test(phone))?.[0];
}

function dialled(text: string): string {
  const bare = text.replace(/[\s\-‐-―.·()]/g, '').replace(/^86(?=1\d{10}$)/, '');
  const national = /^(?:\+|00)86(.*)$/.exec(bare)?.[1];
  if (national === undefined) return bare;
  // +86 20 8888… is written without the 0 that the area code has inside China.
  return typeOf(national) ? national : `0${national}`;
}

function withExtension(text: string): ReadPhone | undefined {
  const [, number = '', extension = ''] =
    /^(.*\d)\s*(?:转|分机|ext\.?|#|-)\s*(\d{1,6})$/i.exec(text) ?? [];
  const phone = dialled(number);
  const type = typeOf(phone);
  if (type !== 'landline' && type !== 'serviceLine') return undefined;
  return { kind: 'phone', phone, type, extension };
}

function hintFor(text: string, phone: string): Hint {
  if (text === '') return hint('请输入电话。', 'Enter the telephone number.');
  if (/\de\+?\d/i.test(text)) {
    return hint(
      '号码被表格写成了科学计数，后几位已丢失，请补全。',
      'The spreadsheet wrote the number in scientific form and lost digits; complete it.',
    );
  }
  if (/[^\d+]/.test(phone)) {
    return hint(
      '电话里只能有数字；多个号码请分开填写。',
      'Digits only; enter several numbers apart.',
    );
  }
  if (/^1[3-9]/.test(phone)) {
    return hint(
      `手机号应为 11 位，现为 ${phone.length} 位。`,
      `A mobile number has 11 digits, this one has ${phone.length}.`,
    );
  }
  return hint(
    '不是手机号；座机请带区号，如 020-88886666。',
    'Not a mobile number; write a landline with its area code, such as 020-88886666.',
  );
}
