import type { Question, QuestionnaireContent } from '../contract.ts';

/** A question that was just added: words, which nothing is counted by. */
export const newQuestion = (questions: readonly Question[]): Question => ({
  key: freeKey(questions),
  kind: 'words',
  text: { zh: '', en: '' },
  options: [],
  isRequired: false,
  isOverall: false,
  lowAtMost: null,
});

function freeKey(questions: readonly Question[]): string {
  const taken = new Set(questions.map(({ key }) => key));
  let number = questions.length + 1;
  while (taken.has(`q${number}`)) number++;
  return `q${number}`;
}

/** What a change of one question makes of all: one alone is the overall one, and only a scale can be. */
export function withQuestion(
  content: QuestionnaireContent,
  at: number,
  change: Partial<Question>,
): QuestionnaireContent {
  const questions = content.questions.map((question, number) => {
    if (number !== at) return change.isOverall ? { ...question, isOverall: false } : question;
    return fitting({ ...question, ...change });
  });
  return { ...content, questions };
}

function fitting(question: Question): Question {
  const { kind, isOverall, lowAtMost, options } = question;
  const isScale = kind === 'scale5' || kind === 'scale10';
  return {
    ...question,
    options: kind === 'choice' ? options : [],
    isOverall: isOverall && isScale,
    lowAtMost: isScale || kind === 'nps' ? lowAtMost : null,
  };
}

/** One place up or down. */
export function moved(content: QuestionnaireContent, at: number, by: -1 | 1): QuestionnaireContent {
  const questions = [...content.questions];
  const [one] = questions.splice(at, 1);
  if (one) questions.splice(at + by, 0, one);
  return { ...content, questions };
}

export const without = (content: QuestionnaireContent, at: number): QuestionnaireContent => ({
  ...content,
  questions: content.questions.filter((_, number) => number !== at),
});

/** Choices as lines of text in either language, and back. */
export const linesOf = (options: Question['options'], tongue: 'zh' | 'en') =>
  options.map((option) => option[tongue]).join('\n');
export function withLines(options: Question['options'], tongue: 'zh' | 'en', text: string) {
  const lines = text === '' ? [] : text.split('\n').slice(0, 10);
  const other = tongue === 'zh' ? 'en' : 'zh';
  const count = Math.max(lines.length, options.filter((option) => option[other] !== '').length);
  return Array.from({ length: count }, (_, at) => ({
    zh: '',
    en: '',
    [other]: options[at]?.[other] ?? '',
    [tongue]: lines[at] ?? '',
  }));
}
