import { checkDigit } from '#shared/vin.ts';
import type { SampleModel } from './lists.ts';
import type { Random } from './random.ts';

const serialLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
/** One plate for each number, so that a million cars have a million plates. */
export function plateOf(random: Random, model: SampleModel, n: number): string {
  const province = n % 9 === 0 ? random.oneOf(['湘', '豫', '赣', '皖']) : '鄂';
  const authority = 'ABCDEFGHJKLM'[n % 12]!;
  if (model.isElectric)
    return `${province}${authority}D${serialLetters[n % 34]}${String(Math.floor(n / 34) % 10_000).padStart(4, '0')}`;
  let rest = '';
  for (let value = n * 48_271 + 1_000_003, at = 0; at < 5; at++) {
    rest += serialLetters[value % 34];
    value = Math.floor(value / 34);
  }
  return `${province}${authority}${rest}`;
}

export function vinOf(random: Random, model: SampleModel, n: number): string {
  const middle = Array.from({ length: 5 }, () =>
    random.oneOf([...'ABCDEFGHJKLMNPRSTUVWXYZ123456789']),
  ).join('');
  const bare = `${model.maker}${middle}0${random.oneOf([...'KLMNPRS'])}${random.oneOf([...'ABCDEF'])}${String(n % 1_000_000).padStart(6, '0')}`;
  return `${bare.slice(0, 8)}${checkDigit(bare)}${bare.slice(9)}`;
}
