import type { CallCheck, Mark, ShownMark } from '../contract.ts';

/** What is written while judging; kept over a reload. `undefined` is not said yet, `null` not applicable. */
export interface Judgement {
  points: Readonly<Record<string, number | null>>;
  coaching: string;
  agreed: string;
  agreedOn: string;
}

export const begunWith = ({ state, marks }: CallCheck): Judgement => ({
  points:
    state === 'drawn' ? {} : Object.fromEntries(marks.map(({ key, points }) => [key, points])),
  coaching: '',
  agreed: '',
  agreedOn: '',
});

export const isSaid = ({ points }: Judgement, key: string): boolean => points[key] !== undefined;

/** The criterion that a number key answers now: the one that was chosen, else the first without a mark. */
export const askedNow = (
  marks: readonly ShownMark[],
  judged: Judgement,
  chosen: string | null,
): ShownMark | undefined =>
  marks.find(({ key }) => key === chosen) ?? marks.find(({ key }) => !isSaid(judged, key));

export const withPoints = (judged: Judgement, key: string, points: number | null): Judgement => ({
  ...judged,
  points: { ...judged.points, [key]: points },
});

/** The mark that was given last, in the order of the form, is taken back. */
export function stepBack(marks: readonly ShownMark[], judged: Judgement): Judgement {
  const last = marks.findLast(({ key }) => isSaid(judged, key));
  if (!last) return judged;
  const { [last.key]: _, ...points } = judged.points;
  return { ...judged, points };
}

export const givenMarks = (marks: readonly ShownMark[], { points }: Judgement): ShownMark[] =>
  marks
    .filter(({ key }) => points[key] !== undefined)
    .map((one) => ({ ...one, points: points[one.key] ?? null }));
export const bodyMarks = (marks: readonly ShownMark[], judged: Judgement): Mark[] =>
  givenMarks(marks, judged).map(({ key, points }) => ({ key, points }));
