import type { Words } from '#web/useWords.ts';
import { fill } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import { type ComplaintState, type ComplaintStep, gateParts } from '../lifecycle.ts';
import { partWords } from '../locales/labels.ts';
import { complaintWords } from '../locales/words.ts';

/** What is not on record yet. */
export const missingParts = ({ gate }: Complaint) => gateParts.filter((part) => !gate[part]);

/** The module's words and, in both languages, why this complaint cannot be closed: each part that is missing. */
export function stepWordsFor(complaint: Complaint): Words {
  const reason = complaint.steps.find(({ step }) => step === 'close')?.reason;
  if (!reason?.startsWith('gate_')) return complaintWords;
  const missing = missingParts(complaint);
  const said = (language: 'zh-CN' | 'en') => {
    const words = complaintWords[language];
    const parts = missing.map((part) => words[partWords[part]]);
    const joined = parts.join(language === 'en' ? ', ' : '、');
    return { ...words, [reason]: fill(words.gateMissing, { parts: joined }) };
  };
  return { 'zh-CN': said('zh-CN'), en: said('en') };
}

const nextIn: Partial<Record<ComplaintState, ComplaintStep>> = {
  received: 'acknowledge',
  acknowledged: 'investigate',
  resolving: 'reportBack',
};

/** What the handler does next, as far as the record tells; nothing once it is closed. */
export function mainStepOf({ state, gate }: Complaint): ComplaintStep | '' {
  if (state === 'investigating') return gate.cause ? 'propose' : 'investigate';
  if (state !== 'feedback') return nextIn[state] ?? '';
  if (!gate.satisfaction) return 'askSatisfaction';
  return gate.lesson ? 'close' : 'noteLesson';
}
