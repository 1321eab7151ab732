import { type AnyStatement, allStatements } from '#platform/sql.ts';
import { tenantTables } from './holdings.ts';
import type { Stage } from './matrix.ts';
import type { Attempt, Sent } from './rewound.ts';
import { none, strangersRows, tenantMutantsOf, WallTrial, withoutTenantChecks } from './walls.ts';

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

/** Every policy in the database, by name. */
export const policyMutants = ({ guarded }: Stage): string[] => guarded.map(nameOfPolicy);

/**
 * Beside what its walls say together, tries each statement without one tenant check past row-level security, and
 * without a table's policy behind the rest: what says something else then was noticed.
 */
export class MutantTrial extends WallTrial {
  readonly noticed = new Set<string>();
  private readonly wanted: ReadonlySet<string>;
  private readonly stage: Stage;

  constructor(stage: Stage, wanted: Iterable<string>) {
    super(stage);
    this.stage = stage;
    this.wanted = new Set(wanted);
  }

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
    for (const [at, text] of tenantMutantsOf(sent.text).entries()) {
      const mutant = `${name} without tenant check ${at + 1}`;
      await this.judgeOne(mutant, { ...sent, text, isBehindPolicies: false }, both);
    }
    for (const { name: mutant, text } of scopeMutantsOf(name, sent.text)) {
      if (!this.wanted.has(mutant) || this.noticed.has(mutant)) continue;
      const said = await this.stage.rewound.attempt({ ...sent, text, isBehindPolicies: true });
      if (this.showsSister(sent, said)) this.noticed.add(mutant);
    }
    const text = withoutTenantChecks(sent.text);
    for (const table of tenantTables.filter((each) => new RegExp(`\\b${each}\\b`).test(text))) {
      const attempt = { ...sent, text, isBehindPolicies: true, without: table };
      await this.judgeOne(nameOfPolicy(table), attempt, both);
    }
  }

  private async judgeOne(mutant: string, attempt: Attempt, both: string): Promise<void> {
    if (!this.wanted.has(mutant) || this.noticed.has(mutant)) return;
    if ((await this.stage.rewound.attempt(attempt)) !== both) this.noticed.add(mutant);
  }
}
