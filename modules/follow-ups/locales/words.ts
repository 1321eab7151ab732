import { benchWords } from './words-bench.ts';
import { matterWords } from './words-matters.ts';
import { talkWords } from './words-talk.ts';

const zh = {
  ...benchWords['zh-CN'],
  ...talkWords['zh-CN'],
  ...matterWords['zh-CN'],
};
export type FollowUpWord = keyof typeof zh;

export const followUpWords = {
  'zh-CN': zh,
  en: { ...benchWords.en, ...talkWords.en, ...matterWords.en } satisfies Record<
    FollowUpWord,
    string
  >,
};
