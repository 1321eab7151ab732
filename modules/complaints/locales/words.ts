import { menuWords } from './menu.ts';
import { caseWords } from './words-case.ts';
import { pageWords } from './words-pages.ts';
import { pointWords } from './words-points.ts';
import { receiptWords } from './words-receipt.ts';
import { stepWords } from './words-steps.ts';
import { workWords } from './words-work.ts';

export { complaintProblems } from './problems.ts';

const zh = {
  ...menuWords['zh-CN'],
  ...caseWords['zh-CN'],
  ...stepWords['zh-CN'],
  ...pageWords['zh-CN'],
  ...workWords['zh-CN'],
  ...pointWords['zh-CN'],
  ...receiptWords['zh-CN'],
};
export type ComplaintWord = keyof typeof zh;

export const complaintWords = {
  'zh-CN': zh,
  en: {
    ...menuWords.en,
    ...caseWords.en,
    ...stepWords.en,
    ...pageWords.en,
    ...workWords.en,
    ...pointWords.en,
    ...receiptWords.en,
  } satisfies Record<ComplaintWord, string>,
};
