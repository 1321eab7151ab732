import { columnTypes } from '#database/types.generated.ts';
import { snake } from '#platform/database.ts';
import { tenantTables } from './holdings.ts';
import type { Stage } from './matrix.ts';
import type { Sent } from './rewound.ts';
import { twins } from './twin.ts';

/** Which tables point to a table's rows, and which tables lie at places of the tree. */
export interface Schema {
  readonly pointingTo: ReadonlyMap<string, readonly string[]>;
  readonly placed: ReadonlySet<string>;
}

/** Reads what the schema itself says of its tables. */
export async function schemaOf({ rewound }: Stage): Promise<Schema> {
  const keys = await rewound.look<{ from: string; to: string }>(
    `select distinct conrelid::regclass::text as "from", confrelid::regclass::text as "to"
       from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const placed = await rewound.look<{ table: string }>(
    `select attrelid::regclass::text as table from pg_attribute a join pg_class c on c.oid = a.attrelid
      where attname = 'org_path' and not attisdropped and c.relkind in ('r', 'p')`,
  );
  await rewound.rewind();
  const pointingTo = Map.groupBy(keys, ({ to }) => to);
  return {
    pointingTo: new Map([...pointingTo].map(([to, all]) => [to, all.map(({ from }) => from)])),
    placed: new Set(placed.map(({ table }) => table)),
  };
}

/** The tables whose rows the check that a text lacks was about. */
function tablesLacking(texts: readonly string[]): Set<string> {
  const found = texts.map((text) => {
    const at = text.search(/\((?:\w+\.)?\w+ (?:=|\^@) (?:any\()?\$\d+\)? or true\)/);
    const alias = /^\((\w+)\./.exec(text.slice(at))?.[1];
    const named = [
      ...text.matchAll(/(?:\b(?:from|join|update|into)|,)\s+([a-z_]+)(?:\s+(?:as\s+)?([a-z_]+))?/g),
    ].filter(([, table]) => tenantTables.includes(table!));
    const fitting = alias
      ? named.filter(([, table, as]) => alias === as || alias === table)
      : named;
    return (fitting.filter(({ index }) => index < at).at(-1) ?? fitting[0])?.[1];
  });
  return new Set(found.filter((table) => table !== undefined));
}

/**
 * The same house while one kind of record of it does not exist, nor what points to such a record: others' records under
 * the same ids are still there. What a missing tenant check lets in is then not covered by one's own.
 */
export function emptied(
  { tenantId }: Sent,
  lacking: readonly string[],
  { pointingTo }: Schema,
): string[] {
  return [...tablesLacking(lacking)].map((table) => {
    const gone = new Set([table]);
    for (const each of gone) for (const from of pointingTo.get(each) ?? []) gone.add(from);
    return [...gone]
      .filter((each) => tenantTables.includes(each))
      .map((each) => `delete from ${each} where tenant_id = '${tenantId}'`)
      .join('; ');
  });
}

/** The same house while all records of one kind are the sister shop's. */
export const movedToSister = (
  { tenantId }: Sent,
  lacking: readonly string[],
  sisterPath: string,
  { placed }: Schema,
): string[] =>
  [...tablesLacking(lacking)]
    .filter((table) => placed.has(table))
    .map(
      (table) => `update ${table} set org_path = '${sisterPath}' where tenant_id = '${tenantId}'`,
    );

/** Every name that a table goes by in a statement, with where it is named. */
function namesIn(text: string): { name: string; table: string; at: number }[] {
  const named = /(?:\b(?:from|join|update|into)|,)\s+([a-z_]+)(?:\s+(?:as\s+)?([a-z_]+))?/g;
  return [...text.matchAll(named)].flatMap(({ 1: table, 2: alias, index }) => {
    if (!tenantTables.includes(table!)) return [];
    const names = [table!, ...(alias ? [alias] : [])];
    return names.map((name) => ({ name, table: table!, at: index }));
  });
}

const columnsOf = new Map(
  Object.entries(columnTypes).map(([table, columns]) => [
    snake(table),
    new Map(Object.keys(columns).map((name) => [snake(name), columns[name as never] as string])),
  ]),
);

const asked =
  /(?:\b([a-z_]+)\.)?\b([a-z_]+)\s*(?:=\s*('[^']*'|true|false)|in\s*\(('[^()]*')\)|(is null)|(is not null)|>\s*(\d+)\b|(<> ''))/g;

/** For each table what its columns have to say for a statement to show the row, each way that is asked for. */
function demands(text: string): Map<string, Map<string, Set<string>>> {
  const names = namesIn(text);
  const found = new Map<string, Map<string, Set<string>>>();
  for (const match of text.matchAll(asked)) {
    const [, alias, column, same, among, isNull, isNotNull, above] = match;
    const near = names.filter(({ name, at }) => at < match.index && (!alias || name === alias));
    const table = (near.at(-1) ?? names.find(({ name }) => name === alias))?.table;
    if (!table || !columnsOf.get(table)?.has(column!) || /^(?:tenant_id|id)$/.test(column!))
      continue;
    const ways = [
      ...(same ? [same] : []),
      ...(among ? among.split(/,\s*/) : []),
      ...(isNull ? ['null'] : []),
      ...(isNotNull
        ? [`coalesce(${column}, ${somethingOf(columnsOf.get(table)!.get(column!)!)})`]
        : []),
      ...(above ? [`greatest(${column}, ${Number(above) + 1})`] : []),
    ];
    const columns = found.get(table) ?? new Map<string, Set<string>>();
    found.set(table, columns.set(column!, new Set([...(columns.get(column!) ?? []), ...ways])));
  }
  return found;
}

const somethingOf = (type: string): string =>
  /timestamp|date/.test(type) ? "'2026-11-25'" : /int|numeric/.test(type) ? '1' : 'null';

/**
 * The same houses while their rows say what a statement asks for: of several ways each row takes one. @param nth which
 * way the first one takes
 */
export function complying({ text, tenantId }: Sent, nth: number): string {
  const tenants = [tenantId, ...twins.map(({ twinId }) => twinId)].map((id) => `'${id}'`);
  const blocks = [...demands(text)].flatMap(([table, columns]) => {
    const name = columnsOf.get(table)!.has('id') ? 'id' : 'ctid';
    const turn = `(abs(hashtext(${name}::text)) + ${nth})`;
    const sets = [...columns]
      .filter(([, ways]) => ways.size > 0)
      .map(([column, ways]) => {
        const cases = [...ways].map((way, at) => `when ${at} then ${way}`);
        return `${column} = case ${turn} % ${ways.size} ${cases.join(' ')} end`;
      });
    if (sets.length === 0) return [];
    const update = `update ${table} set ${sets.join(', ')} where`;
    return [
      `begin ${update} tenant_id in (${tenants.join()}); exception when others then
         for here in select ctid from ${table} where tenant_id in (${tenants.join()}) loop
           begin ${update} ctid = here; exception when others then null; end;
         end loop; end;`,
    ];
  });
  return `do $do$ declare here tid; begin ${blocks.join(' ')} null; end $do$`;
}
