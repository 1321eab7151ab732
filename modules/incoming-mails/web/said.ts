import { useWords } from '#web/useWords.ts';
import type { IncomingMailEntry } from '../contract.ts';
import { type IncomingMailWord, incomingMailWords } from '../locales/words.ts';

export const useSay = () => useWords(incomingMailWords);
/** What a letter is called: by its subject, or why that is not told. */
export function useTitle(): (mail: Pick<IncomingMailEntry, 'subject' | 'isWalled'>) => string {
  const say = useSay();
  return ({ subject, isWalled }) => subject || say(isWalled ? 'walled' : 'noSubject');
}
/** What shows a letter or what came of it is read anew after every step. */
export const touches = { touches: ['incoming-mails', 'complaints', 'commitments'] };

const named = (words: typeof incomingMailWords.en) => ({
  ...words,
  no_right: words.why_no_right,
  in_doubt: words.why_in_doubt,
});
/** What the buttons of the steps say, and why one is not possible. */
export const stepWords = {
  'zh-CN': named(incomingMailWords['zh-CN']),
  en: named(incomingMailWords.en),
};

/** What a reader has to know first, the worst in front. */
export function signsOf(mail: Pick<IncomingMailEntry, 'marks' | 'standing' | 'isConfirmed'>) {
  const isForged = mail.standing === 'failed' && !mail.isConfirmed;
  const signs: { word: IncomingMailWord; tone: 'late' | 'warn' | 'soft' }[] = [];
  if (isForged) signs.push({ word: 'standing_failed', tone: 'late' });
  for (const mark of mail.marks) {
    const isWarning = mark === 'flood' || mark === 'loop' || mark === 'broken' || mark === 'cut';
    signs.push({ word: `mark_${mark}`, tone: isWarning ? 'warn' : 'soft' });
  }
  return signs;
}

export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
