import { type AnyStatement, allStatements } from '#platform/sql.ts';
import { tenantTables } from './holdings.ts';
import type { Stage } from './matrix.ts';
import type { Attempt, Sent } from './rewound.ts';
import {
  judgesByAll,
  none,
  strangersRows,
  tenantMutantsOf,
  WallTrial,
  withoutTenantChecks,
} from './walls.ts';

/** A statement of the product whose scope check is gone. */
export interface ScopeMutant {
  readonly name: string;
  readonly statement: string;
  readonly text: string;
}

const ofTheProduct = ({ name }: AnyStatement) => !/^(?:matrix|test)\./.test(name);
const nameOfMade = 'the update of one row by its key';
const isMadeUpdate = (sent: Pick<Sent, 'name' | 'text'>) =>
  /^d\d+_/.test(sent.name) && sent.text.startsWith('update ');

/** Every tenant check of every statement, by name; and the ones without which a statement would not even load. */
export function tenantMutants(): { names: string[]; refusedToLoad: Set<string> } {
  const names = [`${nameOfMade} without tenant check 1`];
  const refusedToLoad = new Set<string>();
  for (const { name, text } of allStatements().filter(ofTheProduct)) {
    const mutants = tenantMutantsOf(text);
    for (const at of mutants.keys()) names.push(`${name} without tenant check ${at + 1}`);
    if (mutants.length === 1 && text.split('tenant_id').length === 2) {
      refusedToLoad.add(`${name} without tenant check 1`);
    }
  }
  return { names, refusedToLoad };
}

const ownTenantCheck = /\b(?:\w+\.)?tenant_id = \$\d+/g;

/** The statement without any of its checks, or with one of them left. */
function without(text: string, checks: RegExp, but?: number): string {
  let at = 0;
  return text.replace(checks, (check) => (at++ === but ? check : `(${check} or true)`));
}

const scopeCheck = /(?:\w+\.)?\w*path \^@ any\(\$\d+\)/g;

const scopeMutantsOf = (statement: string, text: string): ScopeMutant[] =>
  [...text.matchAll(scopeCheck)].map(({ 0: check, index }, at) => ({
    name: `${statement} without scope check ${at + 1}`,
    statement,
    text: `${text.slice(0, index)}(${check} or true)${text.slice(index + check.length)}`,
  }));

/** Every check of the place in the tree, each with the statement that lacks it. */
export const scopeMutants = (): ScopeMutant[] =>
  allStatements()
    .filter(ofTheProduct)
    .flatMap(({ name, text }) => scopeMutantsOf(name, text));

const nameOfPolicy = (table: string) => `the policy of ${table}`;

/** Who was tried so often in vain waits for what else there is to ask. */
const triesAtMost = 36;

/** Every policy in the database, by name. */
export const policyMutants = ({ guarded }: Stage): string[] => guarded.map(nameOfPolicy);

/**
 * Beside what its walls say together, tries each statement without one tenant check past row-level security, and
 * without a table's policy behind the rest: what says something else then was noticed.
 */
export class MutantTrial extends WallTrial {
  readonly noticed = new Set<string>();
  /**
   * Checks without which nothing changes as long as the others of their statement stand, and something does once those
   * are away: a second wall behind the first, whose loss alone no request can show.
   */
  readonly secondWalls = new Set<string>();
  private readonly wanted: ReadonlySet<string>;
  private readonly stage: Stage;
  private readonly checks: readonly string[];
  /** How often each was tried in vain. */
  private readonly tries = new Map<string, number>();

  constructor(stage: Stage, wanted: Iterable<string>) {
    super(stage);
    this.stage = stage;
    this.wanted = new Set(wanted);
    this.checks = [...this.wanted].filter((name) => / without (?:tenant|scope) check /.test(name));
  }

  /** Judges on, with all patience again for what was tried in vain so far. */
  judgeAnew(): (sent: Sent) => Promise<void> {
    this.tries.clear();
    return this.judge;
  }

  /** Whether a check of a statement is still to be missed. */
  readonly awaits = (statement: string): boolean =>
    this.checks.some(
      (mutant) =>
        mutant.startsWith(`${statement} `) &&
        !this.noticed.has(mutant) &&
        !this.secondWalls.has(mutant),
    );

  /** Each policy once more by itself: without it the table shows others' rows to whoever asks. */
  async judgePolicies(): Promise<void> {
    const { tenantId } = this.stage.world.home.root;
    for (const table of this.stage.guarded) {
      const attempt = { ...strangersRows(table, tenantId), without: table };
      await this.judgeOne(nameOfPolicy(table), attempt, none);
    }
    await this.stage.rewound.rewind();
  }

  protected override async judgeMutants(sent: Sent, both: string): Promise<void> {
    const name = isMadeUpdate(sent) ? nameOfMade : sent.name;
    await this.judgeTenantChecks(name, sent, both);
    if (this.isForOne(sent) && !judgesByAll.has(name)) await this.judgeScopeChecks(name, sent);
    const text = withoutTenantChecks(sent.text);
    for (const table of tenantTables.filter((each) => new RegExp(`\\b${each}\\b`).test(text))) {
      const attempt = { ...sent, text, isBehindPolicies: true, without: table };
      await this.judgeOne(nameOfPolicy(table), attempt, both);
    }
  }

  private async judgeTenantChecks(name: string, sent: Sent, both: string): Promise<void> {
    const past = { ...sent, isBehindPolicies: false };
    for (const [at, text] of tenantMutantsOf(sent.text).entries()) {
      await this.judgeOne(`${name} without tenant check ${at + 1}`, { ...past, text }, both);
    }
    const unseen = this.unseen(
      tenantMutantsOf(sent.text).map((_, at) => `${name} without tenant check ${at + 1}`),
    );
    const alone = unseen.filter(([, mutant]) => !this.secondWalls.has(mutant));
    if (alone.length === 0) return;
    const none = await this.stage.rewound.attempt({
      ...past,
      text: without(sent.text, ownTenantCheck),
    });
    for (const [at, mutant] of alone) {
      const text = without(sent.text, ownTenantCheck, at);
      if ((await this.stage.rewound.attempt({ ...past, text })) !== none)
        this.secondWalls.add(mutant);
    }
  }

  private async judgeScopeChecks(name: string, sent: Sent): Promise<void> {
    const mutants = scopeMutantsOf(name, sent.text);
    for (const [at, mutant] of this.unseen(mutants.map((one) => one.name))) {
      this.tries.set(mutant, (this.tries.get(mutant) ?? 0) + 1);
      if (await this.isTold({ ...sent, text: mutants[at]!.text })) this.noticed.add(mutant);
    }
    for (const [at, mutant] of this.unseen(mutants.map((one) => one.name))) {
      if (this.secondWalls.has(mutant)) continue;
      const alone = await this.isTold({ ...sent, text: without(sent.text, scopeCheck, at) });
      const none = await this.isTold({ ...sent, text: without(sent.text, scopeCheck) });
      if (none && !alone) this.secondWalls.add(mutant);
    }
  }

  private async isTold(sent: Sent): Promise<boolean> {
    const said = await this.stage.rewound.attempt({ ...sent, isBehindPolicies: true });
    return this.tellsOfSister(sent, said);
  }

  /** Those that are wanted and were not noticed yet, each with its place among all. */
  private unseen(mutants: readonly string[]): (readonly [number, string])[] {
    return [...mutants.entries()].filter(
      ([, mutant]) =>
        this.wanted.has(mutant) &&
        !this.noticed.has(mutant) &&
        (this.tries.get(mutant) ?? 0) < triesAtMost,
    );
  }

  private async judgeOne(mutant: string, attempt: Attempt, both: string): Promise<void> {
    const tries = this.tries.get(mutant) ?? 0;
    if (!this.wanted.has(mutant) || this.noticed.has(mutant) || tries >= triesAtMost) return;
    this.tries.set(mutant, tries + 1);
    if ((await this.stage.rewound.attempt(attempt)) !== both) this.noticed.add(mutant);
  }
}
