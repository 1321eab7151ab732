import type { SheetRow } from '#shared/cells.ts';
import type { ColumnGuess } from './columns.ts';
import type { ImportField, Mapping } from './fields.ts';
import { normaliseLabel } from './header.ts';

/** The headings of a list as a map knows them, and which of them means what. */
export interface SavedMap {
  headings: string[];
  /** The same for the same headings in another order. */
  key: string;
  fields: Mapping;
}

const headingsOf = (labels: readonly string[]) => labels.map(normaliseLabel);

const keyOf = (headings: readonly string[]): string =>
  headings
    .filter((heading) => heading !== '')
    .sort()
    .join('|');

/** What is kept of a list whose columns a person has looked through; `undefined` when it names none of them. */
export function mapToSave(columns: readonly ColumnGuessLabel[], mapping: Mapping) {
  const headings = headingsOf(columns.map(({ label }) => label));
  const named = Object.entries(mapping).filter(([, column]) => headings[column] !== '');
  const key = keyOf(headings);
  if (key === '' || named.length === 0) return undefined;
  return { headings, key, fields: Object.fromEntries(named) as Mapping } satisfies SavedMap;
}
type ColumnGuessLabel = Pick<ColumnGuess, 'label'>;

/** Rows of the top of a list that may be its headings, by their key; a row of one word alone is a title. */
export function headingKeys(rows: readonly SheetRow[]): Map<string, number> {
  const keys = new Map<string, number>();
  for (const { number, cells } of rows) {
    const headings = headingsOf(cells.map((cell) => cell?.text ?? ''));
    if (headings.filter((heading) => heading !== '').length < 2) continue;
    const key = keyOf(headings);
    if (!keys.has(key)) keys.set(key, number);
  }
  return keys;
}

/** Which column of a list is what by a saved map: the columns may stand in another order, and some may be gone. */
export function mappingBy(
  { headings, fields }: Pick<SavedMap, 'headings' | 'fields'>,
  labels: readonly string[],
): Mapping {
  const here = headingsOf(labels);
  const entries = Object.entries(fields) as [ImportField, number][];
  return Object.fromEntries(
    entries.flatMap(([field, at]) => {
      const heading = headings[at]!;
      // 备注 may stand twice: the second there is the second here.
      const nth = headings.slice(0, at).filter((each) => each === heading).length;
      const column = here.flatMap((each, index) => (each === heading ? [index] : []))[nth];
      return column === undefined ? [] : [[field, column]];
    }),
  );
}
