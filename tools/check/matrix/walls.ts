import { type Holdings, tenantTables } from './holdings.ts';
import type { Stage } from './matrix.ts';
import type { Attempt, Rewound, Sent } from './rewound.ts';
import type { Branch } from './world.ts';

const idPattern = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** Where a statement names whose rows it means. */
const tenantCheck = /\b(?:\w+\.)?tenant_id = (?:\$\d+|\w+\.tenant_id)/g;

/** The statement without its own tenant check: row-level security has to hold alone. */
export const withoutTenantChecks = (text: string): string =>
  text.replace(tenantCheck, (check) => `(${check} or true)`);

/** A statement, and the same with one of its tenant checks gone. */
export function tenantMutantsOf(text: string): string[] {
  const checks = [...text.matchAll(/\b(?:\w+\.)?tenant_id = \$\d+/g)];
  return checks.map(
    ({ 0: check, index }) =>
      `${text.slice(0, index)}(${check} or true)${text.slice(index + check.length)}`,
  );
}

/** What a table shows of others, asked plainly in a tenant's name behind the policies alone. */
export const strangersRows = (table: string, tenantId: string): Attempt => ({
  text: `select tenant_id from ${table} where tenant_id <> $1`,
  values: [tenantId],
  tenantId,
  isBehindPolicies: true,
});
/** No row at all. */
export const none = '0 []';

/**
 * Tries every statement of a run in other forms at the very moment it is sent: with the ids of the sister and of the
 * stranger in place of one's own, past row-level security, and without its tenant checks behind it. Each wall alone
 * has to say what both say.
 */
export class WallTrial {
  comparisons = 0;
  readonly breaches: string[] = [];
  readonly names = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly rewound: Rewound;
  private readonly holdings: Holdings;
  /** For every id of the asker's shop the same thing's at the stranger's and at the sister's. */
  private readonly strangers: readonly ReadonlyMap<string, string>[];
  private readonly open: readonly string[];

  constructor({ rewound, world, holdings, guarded }: Stage) {
    this.rewound = rewound;
    const [own, sister] = world.home.branches;
    this.holdings = holdings;
    this.strangers = [world.foreign.branches[0], sister].map((other) =>
      counterpartsOf(own, other, holdings),
    );
    this.open = tenantTables.filter((table) => !guarded.includes(table));
  }

  /** To be handed to `Rewound.besides`. */
  readonly judge = async (sent: Sent): Promise<void> => {
    const text = sent.text.trimStart();
    if (sent.tenantId === '' || !/tenant_id = /.test(text)) return;
    // Queues and heads of chains stand behind no policy: they belong to the program as a whole.
    if ([...this.open].some((table) => new RegExp(`\\b${table}\\b`).test(text))) return;
    for (const values of [sent.values, ...this.strangers.map((pairs) => swapped(sent, pairs))]) {
      const key = `${sent.text} ${JSON.stringify(values)}`;
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      this.names.add(sent.name);
      await this.compare({ ...sent, values });
    }
  };

  protected async compare(sent: Sent): Promise<void> {
    const { rewound } = this;
    const both = await rewound.attempt({ ...sent, isBehindPolicies: true });
    const alone = {
      'the application alone': await rewound.attempt({ ...sent, isBehindPolicies: false }),
      'row-level security alone': await rewound.attempt({
        ...sent,
        text: withoutTenantChecks(sent.text),
        isBehindPolicies: true,
      }),
    };
    for (const [wall, said] of Object.entries(alone)) {
      this.comparisons++;
      if (said !== both) this.breaches.push(`${wall} lets ${sent.name || sent.text} say more`);
    }
    await this.judgeMutants(sent, both);
  }

  /** Whether a statement that asks for the place in the tree answers with rows of another part of it. */
  protected showsSister({ text, values }: Sent, said: string): boolean {
    const [, nth] = /\^@ any\(\$(\d+)\)/.exec(text) ?? [];
    const scopes = values[Number(nth) - 1];
    if (!Array.isArray(scopes) || scopes.includes('')) return false;
    const asked = JSON.stringify(values);
    return [...said.matchAll(idPattern)].some(([id]) => {
      const path = this.holdings.ownerOf.get(id)?.path;
      if (path === undefined || asked.includes(id)) return false;
      return !scopes.some((scope) => path.startsWith(scope) || String(scope).startsWith(path));
    });
  }

  /** Overridden where walls are taken down on purpose. */
  protected async judgeMutants(_sent: Sent, _both: string): Promise<void> {}
}

/** The same question about others' things. */
function swapped({ values, tenantId }: Sent, pairs: ReadonlyMap<string, string>): unknown[] {
  const swap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'string' || value === tenantId) return value;
    return pairs.get(value) ?? value;
  };
  return values.map(swap);
}

/** Shops were furnished alike: the nth row of a table here is the nth there. */
function counterpartsOf(own: Branch, other: Branch, holdings: Holdings): Map<string, string> {
  const pairs = new Map<string, string>();
  const rowsOf = (table: string, { shop }: Branch) =>
    holdings.rowsAt(table, { tenantId: shop.tenantId, path: shop.unitPath });
  for (const table of tenantTables) {
    const theirs = rowsOf(table, other);
    for (const [nth, { id }] of rowsOf(table, own).entries()) {
      const same = theirs[nth]?.id;
      if (typeof id === 'string' && typeof same === 'string') pairs.set(id, same);
    }
  }
  return pairs;
}
