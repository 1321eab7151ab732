import { departureWords } from './words-departure.ts';
import { discountWords } from './words-discounts.ts';
import { pageWords } from './words-pages.ts';
import { recordWords } from './words-record.ts';
import { stepWords } from './words-steps.ts';
import { workWords } from './words-work.ts';

export { serviceOrderProblems } from './problems.ts';

const zh = {
  ...recordWords['zh-CN'],
  ...stepWords['zh-CN'],
  ...workWords['zh-CN'],
  ...departureWords['zh-CN'],
  ...pageWords['zh-CN'],
  ...discountWords['zh-CN'],
};
export type OrderWord = keyof typeof zh;

export const serviceOrderWords = {
  'zh-CN': zh,
  en: {
    ...recordWords.en,
    ...stepWords.en,
    ...workWords.en,
    ...departureWords.en,
    ...pageWords.en,
    ...discountWords.en,
  } satisfies Record<OrderWord, string>,
};
