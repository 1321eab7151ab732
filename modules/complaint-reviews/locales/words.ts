import { analysisWords } from './words-analysis.ts';
import { meetingWords } from './words-meetings.ts';

const zh = { ...analysisWords['zh-CN'], ...meetingWords['zh-CN'] };
export type ReviewWord = keyof typeof zh;
export const reviewWords = {
  'zh-CN': zh,
  en: { ...analysisWords.en, ...meetingWords.en } satisfies Record<ReviewWord, string>,
};
