import { camel } from './database.ts';

/** A row as `to_jsonb` tells it within another statement: columns by the database's names, instants as text. */
export interface JsonRow<Row> {
  /** Only for the compiler. */
  readonly row?: Row;
}
type InstantOf<Row> = {
  [Name in keyof Row]-?: Extract<Row[Name], Date> extends never ? never : Name;
}[keyof Row];

/** The first row of a select within another statement, as JSON; NULL where there is none. */
export const jsonRow = (select: string): string =>
  `(select to_jsonb(told) from (${select}) told limit 1)`;
/** All rows of a select within another statement, as JSON, in their order. */
export const jsonRows = (select: string): string =>
  `(select coalesce(jsonb_agg(to_jsonb(told)), '[]') from (${select}) told)`;

/** The row as its own statement would have brought it; the compiler asks for each instant by its name. */
export function rowOfJson<Row>(told: JsonRow<Row>, instants: Record<InstantOf<Row>, true>): Row {
  const row: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(told)) {
    const name = camel(column);
    row[name] = name in instants && typeof value === 'string' ? new Date(value) : value;
  }
  return row as Row;
}
