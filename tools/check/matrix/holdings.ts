import pg from 'pg';
import type { ConnectionConfig } from '#database/embedded/embedded.ts';
import { columnTypes } from '#database/types.generated.ts';
import { snake } from '#platform/database.ts';
import type { TestShop } from '#test/tenant.ts';
import { fillEmptyTables } from './filling.ts';
import { addCrossings } from './sister.ts';
import { addTwins, twinMark, twins } from './twin.ts';

/** Whose a row is: its tenant, and its place in the tree where it has one. */
export interface Owner {
  readonly tenantId: string;
  /** `undefined`: belongs to the tenant as a whole, as roles do. */
  readonly path: string | undefined;
}

type Row = Record<string, unknown> & { tenant_id: string };

interface Furnished {
  readonly root: TestShop;
  readonly branches: readonly { readonly mark: string; readonly shop: TestShop }[];
}

/** Every row of every tenant, and whose each id and each mark is. */
export interface Holdings {
  readonly ownerOf: ReadonlyMap<string, Owner>;
  readonly ownerOfMark: ReadonlyMap<string, Owner>;
  /** The rows of a table that lie at one place of the tree (or, without places, in one tenant), oldest first. */
  rowsAt(table: string, place: Owner): readonly Row[];
  /** Whether records of a place speak of an id: of a customer of a sister shop who came here, too. */
  isSpokenOf(id: string, place: Owner): boolean;
}

/** Tables whose rows belong to a tenant, as the schema names them. */
export const tenantTables = Object.keys(columnTypes)
  .filter((table) => 'tenantId' in columnTypes[table as never])
  .map(snake);

/** What stands at these columns is a path of the tree. */
const pathColumns = ['org_path', 'path', 'scope_path'] as const;
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Chinese is written by people; words of the program are not, and plates are unique as they are. */
const writtenByPeople = /[\u4e00-\u9fff]/;
const keptAsTheyAre = /^plate|^old_plate/;
/** Sealed, or of the tenant as a whole. */
const keptWhole = new Set(['audit_entries', 'settings', 'roles']);

/**
 * Marks what people wrote with whose it is, and notes for every id whose it is.
 * The first house gets its crossings, and twins.
 * @param spokenOf tables that routes take ids of: none of them stays empty; at a stranger’s none at all
 */
export async function holdingsOf(
  superuser: ConnectionConfig,
  houses: readonly Furnished[],
  spokenOf: readonly string[],
): Promise<Holdings> {
  const shops = houses.flatMap(({ branches }) =>
    branches.map(({ mark, shop }) => ({
      mark: `【${mark}】`,
      owner: { tenantId: shop.tenantId, path: shop.unitPath },
    })),
  );
  const marks = new Map(shops.map(({ mark, owner }) => [mark, owner]));
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const [home] = houses;
    const isHome = ({ tenantId }: Owner) => tenantId === home!.root.tenantId;
    const places = shops.map(({ owner }) => owner);
    // Twice: what is put in may be what another empty table points to.
    for (let round = 0; round < 2; round++) {
      const present = await read(client, marks);
      const atHome = tenantTables.filter((table) => spokenOf.includes(table) || isOfImports(table));
      await fillEmptyTables(client, atHome, places.filter(isHome), present);
      await fillEmptyTables(
        client,
        tenantTables,
        places.filter((each) => !isHome(each)),
        present,
      );
    }
    await markAll(client, await read(client, marks), marks);
    const [own, sister] = places.filter(isHome);
    await addCrossings(superuser, own!, sister!);
    const holdings = await read(client, marks);
    await addTwins(client, tenantTables, home!.root.tenantId);
    for (const [at, { shop }] of home!.branches.entries()) {
      marks.set(`【${twinMark}${at + 1}】`, { tenantId: twins[0].twinId, path: shop.unitPath });
    }
    return holdings;
  } finally {
    await client.end();
  }
}

/** What a list brought in leaves behind; requests of a run bring none in. */
const isOfImports = (table: string) => /^import_/.test(table);

async function read(client: pg.Client, ownerOfMark: Holdings['ownerOfMark']): Promise<Holdings> {
  const tables = new Map<string, Row[]>();
  for (const table of tenantTables) tables.set(table, await rowsOf(client, table));
  const ownerOf = ownersOf(tables);
  const speakers = new Map<string, Set<string>>();
  for (const row of [...tables.values()].flat()) {
    const { path } = ownerOfRow(row, ownerOf);
    for (const value of Object.values(row)) {
      if (path === undefined || typeof value !== 'string' || !idPattern.test(value)) continue;
      speakers.set(value, (speakers.get(value) ?? new Set()).add(`${row.tenant_id} ${path}`));
    }
  }
  const isSpokenOf = (id: string, { tenantId, path }: Owner) =>
    speakers.get(id)?.has(`${tenantId} ${path}`) ?? false;
  const rowsAt = (table: string, place: Owner) =>
    (tables.get(table) ?? []).filter((row) => isAt(ownerOfRow(row, ownerOf), place));
  return { ownerOf, ownerOfMark, rowsAt, isSpokenOf };
}

async function rowsOf(client: pg.Client, table: string): Promise<Row[]> {
  const order = 'id' in (columnsOf(table) ?? {}) ? 't.id' : 't::text';
  const { rows } = await client.query(
    `select to_jsonb(t) as row from ${table} t order by ${order}`,
  );
  return rows.map(({ row }) => row);
}

const columnsOf = (table: string) =>
  Object.entries(columnTypes).find(([name]) => snake(name) === table)?.[1];

/** By the row's own path; else by what it hangs on, and again until nothing new is found. */
function ownersOf(tables: ReadonlyMap<string, Row[]>): Map<string, Owner> {
  const owners = new Map<string, Owner>();
  const open = [...tables.values()].flat().filter(({ id }) => typeof id === 'string');
  for (let known = -1; known < owners.size; ) {
    known = owners.size;
    for (const row of open) {
      const owner = owners.get(String(row.id)) ?? ownerOfRow(row, owners);
      if (owner.path !== undefined) owners.set(String(row.id), owner);
    }
  }
  for (const row of open) {
    if (!owners.has(String(row.id))) {
      owners.set(String(row.id), { tenantId: row.tenant_id, path: undefined });
    }
  }
  return owners;
}

function ownerOfRow(row: Row, owners: ReadonlyMap<string, Owner>): Owner {
  const tenantId = row.tenant_id;
  const own = pathColumns.map((name) => row[name]).find((value) => typeof value === 'string');
  if (own !== undefined) return { tenantId, path: String(own) };
  for (const [name, value] of Object.entries(row)) {
    if (name === 'id' || name === 'tenant_id' || typeof value !== 'string') continue;
    const parent = idPattern.test(value) ? owners.get(value) : undefined;
    if (parent?.path !== undefined) return { tenantId, path: parent.path };
  }
  return owners.get(String(row.id)) ?? { tenantId, path: undefined };
}

const isAt = (owner: Owner, place: Owner) =>
  owner.tenantId === place.tenantId && (owner.path === undefined || owner.path === place.path);

/** Adds its shop's mark to every text that a person wrote; a column whose rule refuses it stays as it is. */
async function markAll(
  client: pg.Client,
  { rowsAt, ownerOf }: Holdings,
  marks: Holdings['ownerOfMark'],
): Promise<void> {
  for (const [mark, shop] of marks) {
    for (const table of tenantTables.filter((name) => !keptWhole.has(name))) {
      const own = rowsAt(table, shop).filter(
        ({ id }) => ownerOf.get(String(id))?.path === shop.path,
      );
      for (const row of own) await markRow(client, table, row, mark);
    }
  }
}

async function markRow(client: pg.Client, table: string, row: Row, mark: string): Promise<void> {
  for (const [name, value] of Object.entries(row)) {
    const isText = typeof value === 'string' && writtenByPeople.test(value);
    if (!isText || typeof row.id !== 'string' || keptAsTheyAre.test(name)) continue;
    await client
      .query(`update ${table} set ${name} = ${name} || $1 where tenant_id = $2 and id = $3`, [
        mark,
        row.tenant_id,
        row.id,
      ])
      .catch(refusedByRule);
  }
}

/** Check constraints, generated columns and lengths: such a text is no free text. */
function refusedByRule(error: { code?: string }): void {
  if (!['23514', '428C9', '22001'].includes(error.code ?? '')) throw error;
}
