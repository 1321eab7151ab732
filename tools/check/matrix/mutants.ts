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
import { complying, emptied, movedToSister, type Schema, schemaOf } from './worlds.ts';

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

const tenantChecks = /\b(?:\w+\.)?tenant_id = \$\d+/g;

/** The statement without some of its checks. */
function without(text: string, checks: RegExp, isGone: (at: number) => boolean): string {
  let at = 0;
  return text.replace(checks, (check) => (isGone(at++) ? `(${check} or true)` : check));
}

/** Those that are found, where many at once are tried before each by itself. */
async function halving(
  among: readonly number[],
  isFound: (these: readonly number[]) => Promise<boolean>,
): Promise<number[]> {
  if (among.length === 0 || !(await isFound(among))) return [];
  if (among.length === 1) return [...among];
  const middle = among.length >> 1;
  return [
    ...(await halving(among.slice(0, middle), isFound)),
    ...(await halving(among.slice(middle), isFound)),
  ];
}

const scopeChecks = /(?:\w+\.)?\w*path \^@ any\(\$\d+\)/g;

const scopeMutantsOf = (statement: string, text: string): ScopeMutant[] =>
  [...text.matchAll(scopeChecks)].map(({ 0: check, index }, at) => ({
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
const triesAtMost = 24;
/** So many ways of asking are tried in other worlds, too. */
const triesInWorlds = 4;

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
  /** How often each was tried in vain, and how often a statement was asked in other worlds. */
  private readonly tries = new Map<string, number>();
  private readonly worlds = new Map<string, number>();
  private schema: Schema | undefined;

  constructor(stage: Stage, wanted: Iterable<string>) {
    super(stage);
    this.stage = stage;
    this.wanted = new Set(wanted);
    this.checks = [...this.wanted].filter((name) => / without (?:tenant|scope) check /.test(name));
  }

  /** Judges on, with all patience again for what was tried in vain so far, and in other worlds as well. */
  async judgeAnew(): Promise<MutantTrial['judge']> {
    this.tries.clear();
    this.worlds.clear();
    this.schema = await schemaOf(this.stage);
    return this.judge;
  }

  /** Of statements and policies. */
  missed(): string[] {
    return [...this.checks, ...this.stage.guarded.map(nameOfPolicy)].filter(
      (name) => this.wanted.has(name) && !this.noticed.has(name) && !this.secondWalls.has(name),
    );
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
    this.tries.clear();
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
    if (this.schema) await this.judgeInWorlds(name, sent, this.schema);
  }

  /** What nothing in the house as it is brings to light, something in a house of other records may. */
  private async judgeInWorlds(name: string, sent: Sent, schema: Schema): Promise<void> {
    const tried = this.worlds.get(sent.name) ?? 0;
    if (tried >= triesInWorlds || !this.awaits(name)) return;
    this.worlds.set(sent.name, tried + 1);
    await this.judgeWithFewer(name, sent, schema);
    await this.stage.rewound.inWorld(complying(sent, tried), async () => {
      await this.judgeHere(name, sent);
      await this.judgeWithFewer(name, sent, schema);
    });
  }

  /** One kind of record after the other is none of one's own. */
  private async judgeWithFewer(name: string, sent: Sent, schema: Schema): Promise<void> {
    const lacking = (mutants: readonly string[], names: readonly string[]) =>
      this.open(names).map(([at]) => mutants[at]!);
    const tenant = tenantMutantsOf(sent.text);
    const scope = scopeMutantsOf(name, sent.text);
    const tenantNames = tenant.map((_, at) => `${name} without tenant check ${at + 1}`);
    const scopeNames = scope.map((one) => one.name);
    const scopeTexts = scope.map((one) => one.text);
    for (const world of [
      ...emptied(sent, lacking(tenant, tenantNames), schema),
      ...movedToSister(sent, lacking(scopeTexts, scopeNames), this.sisterPath, schema),
    ]) {
      if (!this.awaits(name)) return;
      await this.stage.rewound.inWorld(world, () => this.judgeHere(name, sent));
    }
  }

  private async judgeHere(name: string, sent: Sent): Promise<void> {
    const { rewound } = this.stage;
    const both = await rewound.attempt({ ...sent, isBehindPolicies: true });
    if ((await rewound.attempt({ ...sent, isBehindPolicies: false })) === both)
      await this.judgeTenantChecks(name, sent, both);
    if (this.isForOne(sent) && !judgesByAll.has(name) && !(await this.isTold(sent)))
      await this.judgeScopeChecks(name, sent);
  }

  private async judgeTenantChecks(name: string, sent: Sent, both: string): Promise<void> {
    const names = tenantMutantsOf(sent.text).map(
      (_, at) => `${name} without tenant check ${at + 1}`,
    );
    const said = (isGone: (at: number) => boolean) =>
      this.stage.rewound.attempt({
        ...sent,
        isBehindPolicies: false,
        text: without(sent.text, tenantChecks, isGone),
      });
    if (this.unseen(names).length === 0) return;
    const none = await said(() => true);
    await this.judgeChecks(
      names,
      async (these) => (await said((at) => these.includes(at))) !== both,
      async (these) => (await said((at) => !these.includes(at))) !== none,
    );
  }

  private async judgeScopeChecks(name: string, sent: Sent): Promise<void> {
    const names = scopeMutantsOf(name, sent.text).map((one) => one.name);
    const isTold = (isGone: (at: number) => boolean) =>
      this.isTold({ ...sent, text: without(sent.text, scopeChecks, isGone) });
    if (this.unseen(names).length === 0 || !(await isTold(() => true))) return;
    await this.judgeChecks(
      names,
      (these) => isTold((at) => these.includes(at)),
      async (these) => !(await isTold((at) => !these.includes(at))),
    );
  }

  /**
   * Tries the statement without some checks, and with no others: what many at once do not bring to light none of them does.
   */
  private async judgeChecks(
    names: readonly string[],
    isMissed: (these: readonly number[]) => Promise<boolean>,
    holds: (these: readonly number[]) => Promise<boolean>,
  ): Promise<void> {
    const unseen = this.unseen(names);
    for (const [, name] of unseen) this.tries.set(name, (this.tries.get(name) ?? 0) + 1);
    const at = (those: readonly (readonly [number, string])[]) => those.map(([nth]) => nth);
    for (const nth of await halving(at(unseen), isMissed)) this.noticed.add(names[nth]!);
    for (const nth of await halving(at(this.open(names)), holds)) this.secondWalls.add(names[nth]!);
  }

  private async isTold(sent: Sent): Promise<boolean> {
    const said = await this.stage.rewound.attempt({ ...sent, isBehindPolicies: true });
    return this.tellsOfSister(sent, said);
  }

  /** Those that nothing brought to light so far, each with its place among all. */
  private open(mutants: readonly string[]): (readonly [number, string])[] {
    return [...mutants.entries()].filter(
      ([, mutant]) =>
        this.wanted.has(mutant) && !this.noticed.has(mutant) && !this.secondWalls.has(mutant),
    );
  }

  /** Those that are wanted and were not noticed yet, each with its place among all. */
  private unseen(mutants: readonly string[]): (readonly [number, string])[] {
    return [...mutants.entries()].filter(
      ([, mutant]) =>
        this.wanted.has(mutant) &&
        !this.noticed.has(mutant) &&
        !(this.schema && this.secondWalls.has(mutant)) &&
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
