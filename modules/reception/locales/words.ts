import { deskWords } from './words-desk.ts';
import { recordWords } from './words-records.ts';

const zh = {
  ...deskWords['zh-CN'],
  ...recordWords['zh-CN'],
};
export type ReceptionWord = keyof typeof zh;

export const receptionWords = {
  'zh-CN': zh,
  en: { ...deskWords.en, ...recordWords.en } satisfies Record<ReceptionWord, string>,
};
