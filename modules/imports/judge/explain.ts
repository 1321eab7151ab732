import type { Hint } from '#shared/hint.ts';
import { adviceWords, importWords, reasonWords } from '../locales/words.ts';
import type { Finding, Judgement, Relation } from './verdict.ts';

export type Language = keyof Hint;

/** A judgement in the words of the person who has to act on it. */
export interface Explanation {
  conclusion: string;
  reason: string;
  advice: string;
}

type Code = keyof (typeof adviceWords)['zh-CN'] | keyof (typeof reasonWords)['zh-CN'];

/** Says what was decided, why, and what may be done; all reasons, not only the first. */
export function explain(judgement: Judgement, language: Language): Explanation {
  const { faults, warnings, tidied, relation } = judgement;
  const findings = [...faults, ...warnings, ...tidied];
  const reasons = findings.map(({ code }) => reasonFor(code, language));
  const advice = [...faults, ...warnings].map((finding) => adviceFor(finding, language));
  if (relation) {
    const told = relationReason(relation, language);
    reasons.push(told.words);
    advice.push(told.advice);
  }
  return {
    conclusion: conclusionOf(judgement, language),
    reason: joined(reasons, language),
    advice: advice.filter((each) => each !== '').join(' '),
  };
}

function conclusionOf({ isHeld, warnings }: Judgement, language: Language): string {
  const words = importWords[language];
  if (isHeld) return words.held;
  return warnings.length > 0 ? words.acceptedWithWarning : words.accepted;
}

/** One finding in a word. */
export const reasonFor = (code: keyof (typeof reasonWords)['zh-CN'], language: Language): string =>
  reasonWords[language][code];

/** What a row is to the other record, and what may be done. */
export function relationReason({ code, to }: Relation, language: Language) {
  const words = reasonWords[language];
  const said =
    to.kind === 'row'
      ? words[code].replace('{row}', String(to.row))
      : words[`${code}_archive` as const];
  return { code, field: null, words: said, advice: adviceWord(code, language), suggestion: null };
}

/** What may be done about a finding: the hint of the value itself, else of its kind. */
export function adviceFor({ code, hint, suggestion }: Finding<Code>, language: Language): string {
  const advice = hint?.[language] ?? adviceWord(code, language);
  if (suggestion === undefined) return advice;
  return [advice, importWords[language].changeTo.replace('{suggestion}', suggestion)]
    .filter((each) => each !== '')
    .join(' ');
}

function adviceWord(code: Code, language: Language): string {
  const words: Partial<Record<Code, string>> = adviceWords[language];
  return words[code] ?? '';
}

function joined(sentences: string[], language: Language): string {
  return sentences.join(language === 'zh-CN' ? '；' : '; ');
}
