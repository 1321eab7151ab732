import { contentWords } from './words-content.ts';
import { pageWords } from './words-pages.ts';

export { checkInProblems } from './problems.ts';

const zh = { ...pageWords['zh-CN'], ...contentWords['zh-CN'] };
export type CheckInWord = keyof typeof zh;

export const checkInWords = {
  'zh-CN': zh,
  en: { ...pageWords.en, ...contentWords.en } satisfies Record<CheckInWord, string>,
};
