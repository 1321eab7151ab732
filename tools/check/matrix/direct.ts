import { type AnyStatement, allStatements } from '#platform/sql.ts';
import { type Client, fillEmptyTables } from './filling.ts';
import { tenantTables } from './holdings.ts';
import type { Stage } from './matrix.ts';
import type { MutantTrial } from './mutants.ts';
import { type Row, type Source, setsFor } from './parameter-sets.ts';
import { addTwins, twins } from './twin.ts';

const ofTheProduct = ({ name }: AnyStatement) => !/^(?:matrix|test)\./.test(name);

/**
 * Asks every statement of the product by itself, whether a request reaches it or not: its parameters are filled with
 * what the asker's own rows say in the columns that they are held against.
 * @param isWanted of the long form, which tries each statement that is still awaited in every way there is
 * @param isFilled whether what is empty in the house is filled for as long as it is asked
 * @returns how many could be asked
 */
export async function askDirectly(
  stage: Stage,
  judge: MutantTrial['judge'],
  isWanted?: (statement: string) => boolean,
  isFilled = false,
): Promise<number> {
  if (isFilled) await fillForNow(stage);
  const source = await sourceOf(stage, isWanted !== undefined);
  const { tenantId } = stage.world.home.branches[0].shop;
  const isOpen = isWanted ?? (() => true);
  let count = 0;
  for (const statement of allStatements().filter(ofTheProduct)) {
    if (!isOpen(statement.name) || !statement.parameters.includes('tenant')) continue;
    const types = await typesOf(stage, statement);
    for (const { values, isMore } of setsFor(statement, types, source, isWanted !== undefined)) {
      if (!isOpen(statement.name)) break;
      await judge({ name: statement.name, text: statement.text, values, tenantId }, isMore);
    }
    count++;
  }
  await stage.rewound.rewind();
  return count;
}

async function sourceOf(stage: Stage, isThorough: boolean): Promise<Source> {
  const [{ shop }] = stage.world.home.branches;
  const { tenantId, unitPath, now } = shop;
  const rowsOf = async (tenants: readonly string[], table: string) => {
    const rows = await stage.rewound.look<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where tenant_id = any($1::uuid[])`,
      [tenants],
    );
    return rows.map(({ row }) => row);
  };
  const own = new Map<string, readonly Row[]>();
  const theirs = new Map<string, readonly Row[]>();
  for (const table of tenantTables) {
    const held = stage.holdings.rowsAt(table, { tenantId, path: unitPath });
    const ids = new Set(held.map(({ id }) => id));
    const present = (await rowsOf([tenantId], table))
      .filter(({ org_path: path }) => path === undefined || path === unitPath)
      .toSorted((one, other) => Number(ids.has(other.id)) - Number(ids.has(one.id)));
    own.set(table, ofEachKind(isThorough ? present : held));
    theirs.set(table, await rowsOf(others(stage), table));
  }
  const me = own.get('role_grants')?.[0]?.employee_id;
  const fixed = {
    ...{ tenant: tenantId, scopes: [unitPath], notShared: [], now, me },
    last: '\u{10ffff}',
  };
  return {
    own: (table) => own.get(table) ?? [],
    others: (table) => theirs.get(table) ?? [],
    fixed,
  };
}

const others = ({ world }: Stage): string[] => [
  ...twins.map(({ twinId }) => twinId),
  world.foreign.root.tenantId,
];

/** Where one's own shop and its twins have no row of a kind, they get one for as long as statements are asked. */
async function fillForNow({ rewound, world, holdings }: Stage): Promise<void> {
  const [{ shop }] = world.home.branches;
  const place = { tenantId: shop.tenantId, path: shop.unitPath };
  const client: Client = {
    query: async <Each>(text: string, values?: unknown[]) => ({
      rows: await rewound.change<Each>(text, values),
    }),
  };
  const empty = tenantTables.filter((table) => holdings.rowsAt(table, place).length === 0);
  for (let round = 0; round < 2; round++) {
    const filled = new Map<string, Row[]>();
    for (const table of empty) {
      const rows = await rewound.look<{ row: Row }>(
        `select to_jsonb(t) as row from ${table} t where tenant_id = $1`,
        [place.tenantId],
      );
      filled.set(
        table,
        rows.map(({ row }) => row),
      );
    }
    const rowsAt = (table: string) => {
      const rows = filled.get(table) ?? [];
      return rows.length > 0 ? (rows as never) : holdings.rowsAt(table, place);
    };
    await fillEmptyTables(client, empty, [place], { rowsAt });
  }
  await addTwins(client, empty, place.tenantId);
}

/** One of each kind first: what an entry is about, the state of an order. */
function ofEachKind<Each extends Row>(rows: readonly Each[]): Each[] {
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
