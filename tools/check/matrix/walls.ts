import { occasions } from '#modules/follow-ups/locales/vocabulary.ts';
import { type Holdings, tenantTables } from './holdings.ts';
import type { Stage } from './matrix.ts';
import type { Attempt, Rewound, Sent } from './rewound.ts';
import type { Branch } from './world.ts';

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

/**
 * What these say is a verdict on one's own record, and all that the house has counts in it: how long a person is kept
 * goes by his last visit anywhere, and nobody is called twice because two shops know him. A member is one through the whole
 * house; who asks for his card sees the customer. Nobody whose data is restricted anywhere is foreseen for a call. They show no
 * record of another shop.
 */
export const judgesByAll = new Set([
  ...['privacy.standing', 'segments.reach', 'members.rest'],
  ...occasions.map((occasion) => `followUpRules.preview.${occasion}`),
]);

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
  /** For every id of the asker's shop the same thing's at the stranger's and at the sister's. */
  private readonly strangers: readonly ReadonlyMap<string, string>[];
  private readonly unguarded: readonly string[];
  private readonly locked: readonly string[];
  protected readonly sisterPath: string;

  constructor({ rewound, world, holdings, guarded, locked }: Stage) {
    this.rewound = rewound;
    const [own, sister] = world.home.branches;
    this.strangers = [world.foreign.branches[0], sister].map((other) =>
      counterpartsOf(own, other, holdings),
    );
    this.sisterPath = sister.shop.unitPath;
    this.unguarded = tenantTables.filter((table) => !guarded.includes(table));
    this.locked = locked;
  }

  /** To be handed to `Rewound.besides`. */
  readonly judge = async (sent: Sent, isOfOwnAlone = false): Promise<void> => {
    const text = sent.text.trimStart();
    if (sent.tenantId === '' || !/tenant_id = /.test(text)) return;
    const strangers = isOfOwnAlone ? [] : this.strangers;
    for (const values of [sent.values, ...strangers.map((pairs) => swapped(sent, pairs))]) {
      const key = `${sent.text} ${JSON.stringify(values)}`;
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      this.names.add(sent.name);
      await this.compare({ ...sent, values });
    }
  };

  /** Queues and heads of chains stand behind no policy: they belong to the program as a whole. */
  private isOfQueues(text: string): boolean {
    return this.unguarded.some((table) => new RegExp(`\\b${table}\\b`).test(text));
  }

  /** With the policies away the lock on what was signed is away, too: that says nothing of tenants. */
  private changesLocked(text: string): boolean {
    return this.locked.some((table) =>
      new RegExp(`\\b(?:update|delete from) ${table}\\b`).test(text),
    );
  }

  protected async compare(sent: Sent): Promise<void> {
    const { rewound } = this;
    const both = await rewound.attempt({ ...sent, isBehindPolicies: true });
    if (this.isOfQueues(sent.text)) return this.judgeMutants(sent, both);
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
      if (said === both || (isRefusal(said) && isRefusal(both))) continue;
      if (wall === 'the application alone' && this.changesLocked(sent.text)) continue;
      this.breaches.push(
        `${wall} lets ${sent.name || sent.text} say more: ${apartFrom(said, both)}`,
      );
    }
    if (
      this.isForOne(sent) &&
      !judgesByAll.has(sent.name) &&
      (await this.tellsOfSister(sent, both))
    )
      this.breaches.push(`${sent.name || sent.text} says something else without the sister shop`);
    await this.judgeMutants(sent, both);
  }

  /** Whether a statement asks for one's own part of the tree, and not for the sister's. */
  protected isForOne({ text, values }: Sent): boolean {
    const [, nth] = /\^@ any\(\$(\d+)\)/.exec(text) ?? [];
    const scopes = values[Number(nth) - 1];
    return Array.isArray(scopes) && !scopes.some((scope) => this.sisterPath.startsWith(scope));
  }

  /** Whether what a statement says depends on what the sister shop has. */
  protected async tellsOfSister(sent: Sent, said: string): Promise<boolean> {
    const hidden = { ...sent, isBehindPolicies: true, hides: this.sisterPath };
    return (await this.rewound.attempt(hidden)) !== said;
  }

  /** Overridden where walls are taken down on purpose. */
  protected async judgeMutants(_sent: Sent, _both: string): Promise<void> {}
}

/** Of several things wrong with a question the one that is named depends on the plan. */
const isRefusal = (said: string): boolean => said.startsWith('refused ');

/** Where two answers part, as far as a line holds. */
function apartFrom(said: string, both: string): string {
  const at = [...both].findIndex((sign, nth) => said[nth] !== sign);
  const from = Math.max(0, (at < 0 ? both.length : at) - 40);
  return `“${said.slice(from, from + 160)}” for “${both.slice(from, from + 160)}”`;
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
