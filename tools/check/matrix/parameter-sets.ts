import type { AnyStatement } from '#platform/sql.ts';
import { tenantTables } from './holdings.ts';
import { tablesIn, type Use, usesOf } from './parameter-uses.ts';

export type Row = Readonly<Record<string, unknown>>;
/** Rows of a table, one of each kind first. */
export type RowsOf = (table: string) => readonly Row[];

/** Whose rows the parameters of a statement are filled from. */
export interface Source {
  readonly own: RowsOf;
  /** Of others, who have rows under the same ids. */
  readonly others: RowsOf;
  /** What is the same in every set: the tenant, the scopes, the clock. */
  readonly fixed: Row;
}

const setsAtMost = 24;
const rowsAtMost = 6;

/** What is known of a statement's parameters before they are filled. */
interface Asked {
  readonly statement: AnyStatement;
  readonly types: readonly string[];
  readonly uses: readonly (readonly Use[])[];
  readonly source: Source;
  readonly candidates: readonly (readonly unknown[])[];
}

/**
 * Sets of values for a statement's parameters: each row's own in turn, with what may be left out given and left out, with
 * yes and with no; thoroughly, also all of one row, each parameter alone, and what only others' rows say.
 */
export function* setsFor(
  statement: AnyStatement,
  types: readonly string[],
  source: Source,
  isThorough: boolean,
): Generator<{ values: unknown[]; isMore: boolean }> {
  const { text, parameters } = statement;
  const tables = tablesIn(text);
  const uses = parameters.map((_, at) => usesOf(text, at + 1, tables));
  const candidates = parameters.map((name, at) => {
    const words = isThorough ? wordsFor(text, at + 1) : [];
    if (words.length > 0) return words;
    const starts = isThorough ? startsOf(text, at + 1, types[at]!) : [];
    if (starts.length > 0) return starts;
    const plainer = uses[at]!.filter(({ sign }) => !sign.includes('<'));
    const used = (plainer.length > 0 ? plainer : uses[at]!).flatMap((use) =>
      fitting(use, source.own),
    );
    return used.length > 0 ? used : namesakes(name, tables, source.own);
  });
  const asked = { statement, types, uses, source, candidates };
  for (const values of inTurn(asked)) yield { values, isMore: false };
  if (!isThorough) return;
  for (const more of [ofOneRow, oneAlone, ofOthers]) {
    for (const values of more(asked)) yield { values, isMore: true };
  }
}

const ways = [
  [true, true],
  [true, false],
  [false, true],
] as const;

function* inTurn(asked: Asked): Generator<unknown[]> {
  const most = Math.max(1, ...asked.candidates.map(({ length }) => length));
  for (let nth = 0; nth < Math.min(most, setsAtMost / 3); nth++) {
    for (const [isGiven, isYes] of ways) yield filled(asked, nth, isGiven, isYes);
  }
}

function filled(
  { statement: { text, parameters }, types, source: { fixed }, candidates }: Asked,
  nth: number,
  isGiven: boolean,
  isYes: boolean,
): unknown[] {
  return parameters.map((name, at) => {
    if (name in fixed) return fixed[name];
    const type = types[at]!;
    if (!isGiven && isOptional(text, at + 1)) return null;
    const fits = candidates[at]!;
    const chosen = fits[nth % fits.length];
    if (type.endsWith('[]')) return Array.isArray(chosen) ? chosen : fits.slice(0, 50);
    return chosen === undefined ? plain(type, name, isYes, fixed.now) : inType(chosen, type);
  });
}

/** Where several parameters are held against one table, one row answers to all of them. */
function* ofOneRow(asked: Asked): Generator<unknown[]> {
  const { uses, types, source, statement } = asked;
  const tables = new Set(uses.flat().map(({ table }) => table));
  for (const table of tables) {
    for (const row of source.own(table).slice(0, rowsAtMost)) {
      for (const [isGiven, isYes] of ways.slice(0, 2)) {
        yield filled(asked, 0, isGiven, isYes).map((value, at) => {
          const use = uses[at]!.find((each) => each.table === table);
          if (!use || statement.parameters[at]! in source.fixed) return value;
          return heldAgainst(row[use.column], use, types[at]!) ?? value;
        });
      }
    }
  }
}

/** One parameter and no other: what several ways lead to is looked for on each of them. */
function* oneAlone(asked: Asked): Generator<unknown[]> {
  const { statement, types, source, candidates } = asked;
  const free = statement.parameters.flatMap((name, at) => (name in source.fixed ? [] : [at]));
  for (const at of free) {
    for (const value of candidates[at]!.slice(0, 3)) {
      yield alone(asked, at, types[at]!.endsWith('[]') && !Array.isArray(value) ? [value] : value);
    }
  }
}

function alone(asked: Asked, only: number, value: unknown): unknown[] {
  const { statement, types, source } = asked;
  const kept = partner(statement.parameters, only);
  return filled(asked, 0, true, true).map((full, at) => {
    if (statement.parameters[at]! in source.fixed) return full;
    if (at === only) return Array.isArray(value) ? value : inType(value, types[at]!);
    if (at === kept && typeof value === 'string') return `${value}\u{10ffff}`;
    const isLeftOut = isOptional(statement.text, at + 1) || /^text/.test(types[at]!);
    return isLeftOut ? null : full;
  });
}

/** Where a range begins and where it ends: `plateStart` and `plateStartEnd`. */
const partner = (parameters: readonly string[], at: number) =>
  parameters.indexOf(`${parameters[at]}End`);

/** What only others' rows say, where one's own say something else. */
function* ofOthers(asked: Asked): Generator<unknown[]> {
  const { statement, types, uses, source } = asked;
  for (const [at, name] of statement.parameters.entries()) {
    if (name in source.fixed) continue;
    const theirs = uses[at]!.flatMap((use) => {
      const own = new Set(source.own(use.table).map((row) => JSON.stringify(row[use.column])));
      return source
        .others(use.table)
        .filter((row) => row[use.column] !== null && !own.has(JSON.stringify(row[use.column])))
        .slice(0, 3)
        .map((row) => row[use.column]);
    });
    for (const value of theirs.slice(0, 6)) {
      const given = types[at]!.endsWith('[]') && !Array.isArray(value) ? [value] : value;
      yield alone(asked, at, given);
      yield filled(asked, 0, true, true).map((each, nth) =>
        nth === at ? (Array.isArray(given) ? given : inType(given, types[at]!)) : each,
      );
    }
  }
}

function heldAgainst(value: unknown, { sign }: Use, type: string): unknown {
  if (value === null || value === undefined || sign === '<>') return undefined;
  if (type.endsWith('[]')) return Array.isArray(value) ? value : [value];
  return inType(sign.includes('<') ? beyond(value) : value, type);
}

const isOptional = (text: string, nth: number) =>
  new RegExp(`\\$${nth}(?:::[\\w\\[\\]]+)? is (?:not )?null`).test(text);

/** Words of the program that a statement looks for in a list that it is given: `'member' = any($2)`. */
const wordsFor = (text: string, nth: number): string[] => [
  ...new Set(
    [...text.matchAll(new RegExp(`'([A-Za-z]+)' = any\\s*\\(\\$${nth}(?![0-9])`, 'g'))].map(
      ([, word]) => word!,
    ),
  ),
];

const valuesOf = (rowsOf: RowsOf, table: string, column: string): unknown[] => [
  ...new Set(
    rowsOf(table)
      .map((row) => row[column])
      .filter((value) => value !== null && value !== undefined),
  ),
];

/** What stands in a column that is called as the parameter is: `plates` in `plate`. */
function namesakes(name: string, tables: ReadonlyMap<string, string>, rowsOf: RowsOf) {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const called = [column, column.replace(/s$/, ''), column.replace(/_ids$/, '_id')];
  return (
    [...new Set([...tables.values(), ...tenantTables])]
      .flatMap((table) => called.map((each) => valuesOf(rowsOf, table, each)))
      .find(({ length }) => length > 0) ?? []
  );
}

function fitting({ table, column, sign }: Use, rowsOf: RowsOf): readonly unknown[] {
  const values = valuesOf(rowsOf, table, column);
  if (sign === '<>') return [];
  const inOrder = values.toSorted((one, other) => (String(one) < String(other) ? -1 : 1));
  if (sign.includes('>') && sign !== '@>') return inOrder.slice(0, 1);
  return sign.includes('<') ? inOrder.slice(-1).map(beyond) : values;
}

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const [firstId, lastId] = ['0', 'f'].map((digit) =>
  '00000000-0000-0000-0000-000000000000'.replaceAll('0', digit),
);

function beyond(value: unknown): unknown {
  if (typeof value !== 'string' || /^\d{4}-/.test(value)) return value;
  return idPattern.test(value) ? lastId : `${value}\u{10ffff}`;
}

/** Where a page goes on, as `(at, id) < ($3, $4)` asks for it: before its first row. */
function startsOf(text: string, nth: number, type: string): readonly unknown[] {
  const row = new RegExp(`\\)\\s*([<>])\\s*\\((?:[^()]*,\\s*)?\\$${nth}(?![0-9])`);
  const sign = row.exec(text)?.[1];
  if (new RegExp(`limit \\$${nth}(?![0-9])`).test(text)) return [100];
  if (sign === undefined) return [];
  if (type === 'uuid') return [sign === '<' ? lastId : firstId];
  if (/^timestamp|^date/.test(type)) return [sign === '<' ? '2199-01-01' : '1901-01-01'];
  return /int/.test(type) && sign === '>' ? [-1] : [];
}

const inType = (value: unknown, type: string): unknown => {
  if (type === 'jsonb' || type === 'json') return JSON.stringify(value);
  return type === 'boolean' ? Boolean(value) : value;
};

/** Where the statement itself tells nothing. */
function plain(type: string, name: string, isYes: boolean, now: unknown): unknown {
  if (/^after|^but$/.test(name) && type === 'uuid') return '00000000-0000-0000-0000-000000000000';
  if (type.startsWith('timestamp')) return now;
  const byType: Record<string, unknown> = {
    boolean: isYes,
    integer: 100,
    bigint: 100,
    smallint: 1,
    date: '2026-11-26',
    jsonb: '[]',
    json: '[]',
    text: '',
  };
  return byType[type] ?? null;
}
