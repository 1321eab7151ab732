import { tenantTables } from './holdings.ts';

/** How a statement uses one of its parameters: which column it is held against, and how. */
export interface Use {
  readonly table: string;
  readonly column: string;
  readonly sign: string;
}

/** Every name that a table goes by in a statement. */
export function tablesIn(text: string): Map<string, string> {
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

/** Every column that a parameter is held against. */
export function usesOf(text: string, nth: number, tables: ReadonlyMap<string, string>): Use[] {
  const mark = `\\$${nth}(?![0-9])`;
  const patterns = [
    new RegExp(
      `${operand}\\s*(=|<>|<=|>=|<|>|~~?|like|@>|&&|\\^@|~>=~|~<~)\\s*(?:any\\s*\\()?\\s*\\(?${mark}`,
      'g',
    ),
    new RegExp(`${operand}\\s+(in)\\s+\\((?:\\$\\d+(?:::\\w+)?,\\s*)*${mark}`, 'g'),
  ];
  return [
    ...usesUnnested(text, mark, tables),
    ...patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap(({ 1: alias, 2: column, 3: sign, index }) => {
        const table = alias === undefined ? nearest(text, index, tables) : tables.get(alias);
        return table === undefined ? [] : [{ table, column: column!, sign: sign! }];
      }),
    ),
  ];
}

/** A list that is laid out as rows: `unnest($1, $2) as given (id, name)`, `unnest($1) k join … on x.phone = k`. */
function usesUnnested(text: string, mark: string, tables: ReadonlyMap<string, string>): Use[] {
  const laidOut = new RegExp(
    `unnest\\(([^()]*${mark}[^()]*)\\)\\s+(?:as\\s+)?([a-z_]+)(?:\\s*\\(([^()]*)\\))?`,
    'g',
  );
  return [...text.matchAll(laidOut)].flatMap(({ 1: list, 2: alias, 3: columns }) => {
    const nth = list!.split(',').findIndex((each) => new RegExp(mark).test(each));
    const name = columns === undefined ? alias! : `${alias}\\.${columns.split(',')[nth]?.trim()}`;
    const held = new RegExp(`(?:\\b([a-z_]+)\\.)([a-z_]+)\\s*=\\s*${name}\\b`, 'g');
    const turned = new RegExp(`\\b${name}\\s*=\\s*(?:([a-z_]+)\\.)([a-z_]+)`, 'g');
    return [...text.matchAll(held), ...text.matchAll(turned)].flatMap(([, of, column]) => {
      const table = tables.get(of!);
      return table === undefined ? [] : [{ table, column: column!, sign: '=' }];
    });
  });
}

/** A column without an alias is of the table that was named last. */
function nearest(text: string, until: number, tables: ReadonlyMap<string, string>) {
  const before = [...text.slice(0, until).matchAll(/\b(?:from|join|update|into)\s+([a-z_]+)/g)];
  return tables.get(before.at(-1)?.[1] ?? '');
}
