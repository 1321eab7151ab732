import type { Run } from '../harness.ts';
import { codeWalls } from './code-walls.ts';
import { askDirectly } from './direct.ts';
import type { Stage } from './matrix.ts';
import { MutantTrial, policyMutants, scopeMutants, tenantMutants } from './mutants.ts';
import { nameOfAccess, noticesAccess, noticesCode, noticesScope, usesIn } from './noticing.ts';

/** How many of the checks that are taken away have to be missed (G-12). */
const leastNoticed = 0.95;

interface Mutation {
  readonly tasks: number;
  readonly statements: number;
  readonly comparisons: number;
  readonly mutants: number;
  readonly noticed: number;
  /** Of those: noticed once the other checks of their statement are away, too. */
  readonly noticedBehindOthers: number;
}

/**
 * Tries each wall of every statement alone, as requests and tasks send it and directly; in the long form it takes away one
 * check at a time as well. Whoever takes a check away has to be noticed.
 */
export async function tryWalls(stage: Stage, run: Run): Promise<Mutation> {
  const tenant = tenantMutants();
  const scope = scopeMutants();
  const access = stage.routes.filter((route) => !['public', 'signedIn'].includes(route.access));
  const named = [
    ...tenant.names,
    ...policyMutants(stage),
    ...scope.map(({ name }) => name),
    ...access.map(nameOfAccess),
    ...codeWalls().map(({ name }) => name),
  ];
  const all = named.filter((name) => name.includes(run.only ?? ''));
  const chosen = new Set(run.isLong ? run.random.shuffled(all).slice(0, run.count) : []);
  const trial = new MutantTrial(stage, chosen);
  const uses = await usesIn(stage, trial, run);
  const tell = (after: string) =>
    run.isLong &&
    run.say(
      `after ${after}: ${trial.noticed.size} noticed, ${trial.secondWalls.size} as second walls`,
    );
  tell('requests and tasks');
  const isWanted = run.isLong ? trial.awaits : undefined;
  await askDirectly(stage, await trial.judgeAnew(), isWanted);
  if (run.isLong) await askDirectly(stage, await trial.judgeAnew(), isWanted, true);
  await trial.judgePolicies();
  tell('asking directly');
  if (run.isLong) for (const name of trial.missed()) run.say(`still missed: ${name}`);
  for (const breach of new Set(trial.breaches)) run.fail(breach);
  const { noticed, secondWalls } = trial;
  const note = (name: string, isNoticed: boolean) => isNoticed && noticed.add(name);
  for (const name of tenant.refusedToLoad) note(name, chosen.has(name));
  const open = (name: string) => chosen.has(name) && !noticed.has(name);
  for (const mutant of scope.filter(({ name }) => open(name) && !secondWalls.has(name))) {
    note(mutant.name, await noticesScope(stage, mutant, uses));
  }
  for (const route of access.filter((one) => open(nameOfAccess(one)))) {
    note(nameOfAccess(route), await noticesAccess(stage, route));
  }
  for (const { id, name } of codeWalls().filter((wall) => open(wall.name))) {
    note(name, await noticesCode(stage, id, uses, run.random));
  }
  const behindOthers = [...secondWalls].filter((name) => !noticed.has(name));
  const missed = [...chosen].filter((name) => !noticed.has(name) && !secondWalls.has(name));
  for (const name of missed) run.say(`nobody missed: ${name}`);
  if (missed.length > chosen.size * (1 - leastNoticed))
    run.fail(`${missed.length} of ${chosen.size} checks can be taken away unnoticed`);
  const { names, comparisons } = trial;
  return {
    ...{ tasks: uses.tasks, statements: names.size, comparisons },
    mutants: chosen.size,
    noticed: chosen.size - missed.length,
    noticedBehindOthers: behindOthers.length,
  };
}
