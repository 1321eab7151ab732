import { deskWords } from './words-desk.ts';
import { handWords } from './words-hand.ts';

const zh = { ...handWords['zh-CN'], ...deskWords['zh-CN'] };
export type JobClockWord = keyof typeof zh;
export const jobClockWords = { 'zh-CN': zh, en: { ...handWords.en, ...deskWords.en } };
