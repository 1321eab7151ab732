import { menuWords } from './menu.ts';
import { cardWords } from './words-card.ts';
import { pageWords } from './words-pages.ts';

const zh = { ...menuWords['zh-CN'], ...cardWords['zh-CN'], ...pageWords['zh-CN'] };
export type MemberWord = keyof typeof zh;

export const memberWords = {
  'zh-CN': zh,
  en: { ...menuWords.en, ...cardWords.en, ...pageWords.en } satisfies Record<MemberWord, string>,
};
