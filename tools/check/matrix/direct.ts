import { type AnyStatement, allStatements } from '#platform/sql.ts';
import { tenantTables } from './holdings.ts';
import type { Stage } from './matrix.ts';
import type { Sent } from './rewound.ts';

/** What the rows of the asker's own shop say in a column, oldest first. */
type ValuesOf = (table: string, column: string) => readonly unknown[];

/** How a statement uses one of its parameters: which column it is held against, and how. */
interface Use {
  readonly table: string;
  readonly column: string;
  readonly sign: string;
}

const ofTheProduct = ({ name }: AnyStatement) => !/^(?:matrix|test)\./.test(name);
const setsAtMost = 24;

/**
 * Asks every statement of the product by itself, whether a request reaches it or not: its parameters are filled with
 * what the asker's own rows say in the columns that they are held against. @returns how many could be asked
 */
export async function askDirectly(
  stage: Stage,
  judge: (sent: Sent) => Promise<void>,
  isWanted: (statement: string) => boolean = () => true,
): Promise<number> {
  const { home } = stage.world;
  const [{ shop }] = home.branches;
  const { tenantId, unitPath, now } = shop;
  const place = { tenantId, path: unitPath };
  const valuesOf: ValuesOf = (table, column) => [
    ...new Set(
      ofEachKind(stage.holdings.rowsAt(table, place))
        .map((row) => row[column])
        .filter((value) => value !== null && value !== undefined),
    ),
  ];
  const [me] = valuesOf('role_grants', 'employee_id');
  const fixed: Record<string, unknown> = {
    ...{ tenant: tenantId, scopes: [unitPath], notShared: [], now, me },
    last: '\u{10ffff}',
  };
  const asked = allStatements().filter(ofTheProduct);
  let count = 0;
  for (const statement of asked.filter(({ name }) => isWanted(name))) {
    if (!statement.parameters.includes('tenant')) continue;
    const types = await typesOf(stage, statement);
    for (const values of setsFor(statement, types, fixed, valuesOf)) {
      if (!isWanted(statement.name)) break;
      await judge({ name: statement.name, text: statement.text, values, tenantId });
    }
    count++;
  }
  await stage.rewound.rewind();
  return count;
}

/** One of each kind first: what an entry is about, the state of an order. */
function ofEachKind<Row extends Record<string, unknown>>(rows: readonly Row[]): Row[] {
  const first = new Map(rows.map((row) => [`${row.about_type} ${row.state} ${row.kind}`, row]));
  return [...new Set([...first.values(), ...rows])];
}

/** The types of the parameters as PostgreSQL understands them. */
async function typesOf({ rewound }: Stage, { text }: AnyStatement): Promise<string[]> {
  await rewound.look(`prepare direct as ${text}`);
  const [row] = await rewound.look<{ types: string[] }>(
    "select parameter_types::text[] as types from pg_prepared_statements where name = 'direct'",
  );
  await rewound.look('deallocate direct');
  return row!.types;
}

/** Sets of values: each row's own in turn, with what may be left out given and left out, with yes and with no. */
function setsFor(
  { text, parameters }: AnyStatement,
  types: readonly string[],
  fixed: Record<string, unknown>,
  valuesOf: ValuesOf,
): unknown[][] {
  const tables = tablesIn(text);
  const candidates = parameters.map((name, at) => {
    const uses = usesOf(text, at + 1, tables);
    const plainer = uses.filter(({ sign }) => !sign.includes('<'));
    const used = (plainer.length > 0 ? plainer : uses).flatMap((use) => fitting(use, valuesOf));
    return used.length > 0 ? used : namesakes(name, tables, valuesOf);
  });
  const most = Math.max(1, ...candidates.map(({ length }) => length));
  const sets: unknown[][] = [];
  for (let nth = 0; nth < Math.min(most, setsAtMost / 3); nth++) {
    for (const [isGiven, isYes] of [
      [true, true],
      [true, false],
      [false, true],
    ]) {
      sets.push(
        parameters.map((name, at) => {
          if (name in fixed) return fixed[name];
          const type = types[at]!;
          if (!isGiven && isOptional(text, at + 1)) return null;
          const fits = candidates[at]!;
          const chosen = fits[nth % fits.length];
          if (type.endsWith('[]')) return Array.isArray(chosen) ? chosen : fits.slice(0, 50);
          return chosen === undefined ? plain(type, name, isYes!, fixed.now) : inType(chosen, type);
        }),
      );
    }
  }
  return sets;
}

const isOptional = (text: string, nth: number) =>
  new RegExp(`\\$${nth}(?:::[\\w\\[\\]]+)? is (?:not )?null`).test(text);

/** What stands in a column that is called as the parameter is: `plates` in `plate`. */
function namesakes(name: string, tables: ReadonlyMap<string, string>, valuesOf: ValuesOf) {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const called = [column, column.replace(/s$/, ''), column.replace(/_ids$/, '_id')];
  return (
    [...new Set([...tables.values(), ...tenantTables])]
      .flatMap((table) => called.map((each) => valuesOf(table, each)))
      .find(({ length }) => length > 0) ?? []
  );
}

/** Every name that a table goes by in a statement. */
function tablesIn(text: string): Map<string, string> {
  const tables = new Map<string, string>();
  for (const [, table, alias] of text.matchAll(
    /(?:\b(?:from|join|update|into)|,)\s+([a-z_]+)(?:\s+(?:as\s+)?([a-z_]+))?/g,
  )) {
    if (!tenantTables.includes(table!)) continue;
    tables.set(table!, table!);
    if (alias) tables.set(alias, table!);
  }
  return tables;
}

const operand = '(?:\\(?([a-z_]+)\\.)?([a-z_]+)(?:::\\w+)?';

function usesOf(text: string, nth: number, tables: ReadonlyMap<string, string>): Use[] {
  const mark = `\\$${nth}(?![0-9])`;
  const patterns = [
    new RegExp(
      `${operand}\\s*(=|<>|<=|>=|<|>|~~?|like|@>|&&|\\^@|~>=~|~<~)\\s*(?:any\\s*\\()?\\s*\\(?${mark}`,
      'g',
    ),
    new RegExp(`${operand}\\s+(in)\\s+\\((?:\\$\\d+(?:::\\w+)?,\\s*)*${mark}`, 'g'),
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 1: alias, 2: column, 3: sign, index }) => {
      const table = alias === undefined ? nearest(text, index, tables) : tables.get(alias);
      return table === undefined ? [] : [{ table, column: column!, sign: sign! }];
    }),
  );
}

/** A column without an alias is of the table that was named last. */
function nearest(text: string, until: number, tables: ReadonlyMap<string, string>) {
  const before = [...text.slice(0, until).matchAll(/\b(?:from|join|update|into)\s+([a-z_]+)/g)];
  return tables.get(before.at(-1)?.[1] ?? '');
}

function fitting({ table, column, sign }: Use, valuesOf: ValuesOf): readonly unknown[] {
  const values = valuesOf(table, column);
  if (sign === '<>') return [];
  const inOrder = values.toSorted((one, other) => (String(one) < String(other) ? -1 : 1));
  if (sign.includes('>') && sign !== '@>') return inOrder.slice(0, 1);
  return sign.includes('<') ? inOrder.slice(-1).map(beyond) : values;
}

const beyond = (value: unknown) =>
  typeof value === 'string' && !/^\d{4}-/.test(value) ? `${value}\u{10ffff}` : value;

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
