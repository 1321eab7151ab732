import { type Mark, type PersonalClass, personal } from '#database/personal.ts';
import { columnTypes, type Tables } from '#database/types.generated.ts';
import { snake } from '../database.ts';

type Detail = Exclude<Mark, string>;
const spoken = new Set<PersonalClass>(['name', 'words', 'picture']);

/** A mark with all that it says. */
export const detailOf = (mark: Mark): Detail => (typeof mark === 'string' ? { class: mark } : mark);

/** The marked columns of a table. */
export function marksOf(table: keyof Tables): [column: string, mark: Detail][] {
  const marks = personal[table];
  if (marks.of === 'nobody') return [];
  return Object.entries(marks.personal as Record<string, Mark>).map(([column, mark]) => [
    column,
    detailOf(mark),
  ]);
}

/** What stands in a column, as SQL, once its person is erased. What was empty stays empty. */
export function blankOf(table: keyof Tables, column: string, mark: Detail): string {
  const name = snake(column);
  switch (columnTypes[table][column]) {
    case 'text':
      if (mark.class === 'mixed') return 'null';
      return `case when ${name} is null or ${name} = '' then ${name} else '${spoken.has(mark.class) ? '[已删除]' : ''}' end`;
    case 'jsonb':
      return `case jsonb_typeof(${name}) when 'array' then '[]'::jsonb when 'object' then '{}'::jsonb end`;
    case '_text':
      return `'{}'`;
    default:
      return 'null';
  }
}
