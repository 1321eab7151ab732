import pg from 'pg';
import type { ConnectionConfig } from '#database/embedded/embedded.ts';
import { columnTypes } from '#database/types.generated.ts';
import { snake } from '#platform/database.ts';
import { TestShop } from '#test/tenant.ts';
import { furnish } from './furnish.ts';
import { idFields } from './paths.ts';

export interface FuzzDatabase {
  app: ConnectionConfig;
  owner: ConnectionConfig;
  superuser: ConnectionConfig;
}

/** Stands in every text of the stranger's records; no answer to us may hold it. */
export const canary = '乙家金丝雀';

/** Another tenant with one of everything. */
export async function openForeign(): Promise<TestShop> {
  const foreign = await TestShop.open();
  await furnish(foreign, canary);
  return foreign;
}

export interface World {
  /** Ids of our shop's records by the name of an address's parameter. */
  ids: Record<string, string[]>;
  /** Every id of the stranger. */
  foreign: string[];
}

/** What exists before the first request: looked up past row-level security. */
export async function tellWorld(
  superuser: ConnectionConfig,
  shop: TestShop,
  foreign: TestShop,
): Promise<World> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const ids: World['ids'] = {};
    const strange = [foreign.tenantId];
    for (const [table, columns] of Object.entries(columnTypes)) {
      if (!('tenantId' in columns && 'id' in columns)) continue;
      const of = async (tenantId: string): Promise<string[]> => {
        const text = `select id from ${snake(table)} where tenant_id = $1 order by id limit 500`;
        return (await client.query(text, [tenantId])).rows.map(({ id }) => id);
      };
      const name = idFields[table];
      if (name) ids[name] = await of(shop.tenantId);
      strange.push(...(await of(foreign.tenantId)));
    }
    return { ids, foreign: strange };
  } finally {
    await client.end();
  }
}
