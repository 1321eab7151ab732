import type { Question } from '../contract.ts';

const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** The figures that a question can be answered with. */
export function scoresOf({ kind, options }: Pick<Question, 'kind' | 'options'>): number[] {
  if (kind === 'words') return [];
  if (kind === 'choice') return upTo(1, options.length);
  if (kind === 'nps') return upTo(0, 10);
  return upTo(1, kind === 'scale5' ? 5 : 10);
}
