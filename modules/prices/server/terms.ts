import { pinyinOf } from '#platform/pinyin.ts';
import { plainField } from '#platform/plain-field.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Fresh } from '#platform/work.ts';
import { plainText } from '#shared/hint.ts';
import { grams } from '#shared/search-text.ts';
import type { hoursSources, PriceKind, partOrigins, workGrades } from '../contract.ts';

/** What is typed of an item: by hand or in a list. */
export interface Terms {
  name: string;
  standardHours?: number | undefined;
  hoursSource?: (typeof hoursSources)[number] | undefined;
  workGrade?: (typeof workGrades)[number] | undefined;
  rateGrade?: string | undefined;
  priceFen?: number | undefined;
  measure?: string | undefined;
  origin?: (typeof partOrigins)[number] | undefined;
  guaranteeDays?: number | undefined;
  guaranteeKm?: number | undefined;
}
type Edition = Fresh<'priceItems'>;

/** A code as it is kept: half-width and upper case, so that `by-001` is `BY-001`. */
export const codeOf = (typed: string): string => plainText(typed).toUpperCase();
export const modelOf = (typed = ''): string => plainText(typed);

/** The same, typed by hand: what is too long once it is plain is refused. @throws Problem 422 `too_long`, `required` */
export function namedBy({ code, model = '' }: { code: string; model?: string | undefined }) {
  return {
    code: plainField(code.toUpperCase(), { pointer: '/code', most: 40, least: 1 }).toUpperCase(),
    model: plainField(model, { pointer: '/model', most: 60 }),
  };
}
/** @throws Problem 422 `too_long` */
export const gradeOf = (typed = '', pointer = '/rateGrade'): string =>
  plainField(typed, { pointer, most: 20 });

/** What a kind of item has to say (机动车维修管理规定 art. 25 and 30), and which refusal tells what is missing. */
const needs = {
  job: [
    ['standardHours', 'price_hours_missing'],
    ['hoursSource', 'price_source_missing'],
  ],
  part: [
    ['priceFen', 'price_amount_missing'],
    ['origin', 'price_origin_missing'],
  ],
} as const;
const strange = {
  job: ['origin', 'measure'],
  part: ['standardHours', 'hoursSource', 'workGrade', 'rateGrade'],
} as const;

/** @throws Problem 422 with a code of `needs`, or `price_not_of_kind` */
export function refuseTerms(kind: PriceKind, terms: Terms): void {
  for (const [field, code] of needs[kind])
    if (terms[field] === undefined) throw ruleBroken(`/${field}`, code);
  for (const field of strange[kind])
    if (terms[field]) throw ruleBroken(`/${field}`, 'price_not_of_kind');
}

/** The terms as columns. */
export function columnsOf(kind: PriceKind, code: string, terms: Terms) {
  const { name, standardHours, hoursSource, workGrade, rateGrade } = terms;
  const { priceFen, measure, origin, guaranteeDays, guaranteeKm } = terms;
  const isJob = kind === 'job';
  return {
    name: name.trim(),
    standardHours: isJob ? standardHours! : null,
    hoursSource: isJob ? hoursSource! : null,
    workGrade: isJob ? (workGrade ?? '') : '',
    rateGrade: isJob ? gradeOf(rateGrade) : '',
    priceFen: priceFen ?? null,
    measure: isJob ? '' : (measure ?? '').trim(),
    origin: isJob ? null : origin!,
    guaranteeDays: guaranteeDays ?? null,
    guaranteeKm: guaranteeKm ?? null,
    grams: grams(code, name, pinyinOf(name).initials),
  } satisfies Partial<Edition>;
}
export type ItemColumns = ReturnType<typeof columnsOf>;

const compared = [
  'name',
  'standardHours',
  'hoursSource',
  'workGrade',
  'rateGrade',
  'priceFen',
  'measure',
  'origin',
  'guaranteeDays',
  'guaranteeKm',
] as const;
export const comparedColumns: readonly string[] = compared;

type Compared = Pick<ItemColumns, (typeof compared)[number]>;
/** Whether two editions say the same. */
export const saysTheSame = (
  one: { [Key in keyof Compared]: unknown },
  other: { [Key in keyof Compared]: unknown },
): boolean => compared.every((key) => one[key] === other[key]);
