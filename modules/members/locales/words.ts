import { cardWords } from './words-card.ts';
import { pageWords } from './words-pages.ts';

const zh = { ...cardWords['zh-CN'], ...pageWords['zh-CN'] };
export type MemberWord = keyof typeof zh;

export const memberWords = {
  'zh-CN': zh,
  en: { ...cardWords.en, ...pageWords.en } satisfies Record<MemberWord, string>,
};
