import { readPhone } from '#shared/phones.ts';

/**
 * A number as a telephone system shows it, in the stored form where it is one: exchanges put a 0 before mobiles of other
 * towns. What is no number we know stays as its digits; withheld is empty.
 */
export function numberHeard(shown: string): string {
  const bare = shown.replaceAll(/[\s\-().]/g, '').replace(/^0(?=1[3-9]\d{9}$)/, '');
  const read = readPhone(bare);
  if (read.kind === 'phone') return read.phone;
  return /^[+*#\d]+$/.test(bare) ? bare.slice(0, 40) : '';
}
