import { isAbove, isOwn } from './answers.ts';
import { type Holdings, type Owner, tenantTables } from './holdings.ts';
import type { Principal } from './principals.ts';
import type { Rewound } from './rewound.ts';

interface Print {
  key: string;
  id: string;
  tenantId: string;
  path: string | null;
  print: string;
}
export type Prints = ReadonlyMap<string, ReadonlyMap<string, Print>>;

/** Counts of guesses and questions in nobody's name: written for everybody who comes, and meant to be. */
const countsRefusals = new Set(['throttles', 'guesses', 'passkey_challenges']);

/** What every row of every tenant looks like, before anybody has asked anything. */
export async function printsOf(rewound: Rewound): Promise<Prints> {
  const prints = new Map<string, Map<string, Print>>();
  for (const table of tenantTables) prints.set(table, await printOf(rewound, table));
  await rewound.rewind();
  return prints;
}

/** @param where which rows; all of them where it is left out */
async function printOf(
  rewound: Rewound,
  table: string,
  where = 'true',
): Promise<Map<string, Print>> {
  const rows = await rewound.look<Print>(
    `select row ->> 'tenant_id' || coalesce(row ->> 'id', md5(text)) as key, coalesce(row ->> 'id', '') as id, row ->> 'tenant_id' as "tenantId",
            coalesce(row ->> 'org_path', row ->> 'path') as path, md5(text) as print
       from (select to_jsonb(t) as row, t::text as text from ${table} t where ${where}) rows`,
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Rows of others that the present request would have changed, taken out or added. */
export async function changesOfOthers(
  rewound: Rewound,
  clean: Prints,
  principal: Principal,
  { ownerOf }: Holdings,
): Promise<string[]> {
  const changed = await changes(rewound, clean);
  return changed
    .filter(({ table, row, isNew }) => {
      const owner = ownerOfRow(row, ownerOf);
      if (isOwn(principal, owner)) return false;
      // Who sits above is asked and told: that goes on record where he sits, and begins a term of his. What else changed
      // there shows in its own table.
      const isTold = table === 'audit_entries' || (table === 'commitments' && isNew);
      return !(isTold && isAbove(principal, owner));
    })
    .map(({ table, row }) => `${table} ${row.key}`);
}

/** Whatever the present request would have left behind, wherever. */
export async function changesAtAll(rewound: Rewound, clean: Prints): Promise<string[]> {
  return (await changes(rewound, clean)).map(({ table, row }) => `${table} ${row.key}`);
}

function ownerOfRow({ id, tenantId, path }: Print, ownerOf: Holdings['ownerOf']): Owner {
  const known = ownerOf.get(id);
  // What the house itself notes has no place.
  return known?.tenantId === tenantId ? known : { tenantId, path: path || undefined };
}

/** Written by the present transaction or one within it: nobody else writes meanwhile. */
const writtenNow = 'xmin::text::bigint >= (pg_current_xact_id()::text::bigint & 4294967295)';

async function changes(rewound: Rewound, clean: Prints) {
  const found: { table: string; row: Print; isNew: boolean }[] = [];
  for (const table of [...rewound.touched].filter((name) => !countsRefusals.has(name))) {
    const before = clean.get(table);
    if (!before) {
      const row = { key: '', id: '', tenantId: '', path: null, print: '' };
      found.push({ table, row, isNew: false });
      continue;
    }
    for (const row of (await printOf(rewound, table, writtenNow)).values()) {
      const known = before.get(row.key);
      if (known?.print !== row.print) found.push({ table, row, isNew: known === undefined });
    }
    if (!rewound.deletedFrom.has(table)) continue;
    const left = await printOf(rewound, table);
    for (const row of before.values())
      if (!left.has(row.key)) found.push({ table, row, isNew: false });
  }
  return found;
}
