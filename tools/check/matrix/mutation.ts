import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../database.ts';
import { seeded } from '../random.ts';
import { codeWalls } from './code-walls.ts';
import { setStage } from './matrix.ts';
import { MutantTrial, policyMutants, scopeMutants, tenantMutants } from './mutants.ts';
import { nameOfAccess, noticesAccess, noticesCode, noticesScope, usesIn } from './noticing.ts';

/* A process of its own, with `code-walls.ts` loaded before it: one check of the product after the other is taken away. */

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
const random = seeded(Number(values.seed));

const cluster = await throwawayDatabase();
try {
  const stage = await setStage(cluster.superuser, { fail: console.error });
  const tenant = tenantMutants();
  const policies = policyMutants(stage);
  const scope = scopeMutants();
  const access = stage.routes.filter((route) => !['public', 'signedIn'].includes(route.access));
  const all = [
    ...tenant.names,
    ...policies,
    ...scope.map(({ name }) => name),
    ...access.map(nameOfAccess),
    ...codeWalls().map(({ name }) => name),
  ];
  const chosen = new Set(random.shuffled(all).slice(0, Number(values.count)));
  const noticed = new Set<string>();
  const trial = new MutantTrial(stage, chosen);
  const uses = await usesIn(stage, trial);
  await trial.judgePolicies();
  for (const name of trial.noticed) noticed.add(name);
  for (const name of tenant.refusedToLoad) if (chosen.has(name)) noticed.add(name);
  const note = (name: string, isNoticed: boolean) => isNoticed && noticed.add(name);
  for (const mutant of scope.filter(({ name }) => chosen.has(name) && !noticed.has(name))) {
    note(mutant.name, await noticesScope(stage, mutant, uses));
  }
  for (const route of access.filter((one) => chosen.has(nameOfAccess(one)))) {
    note(nameOfAccess(route), await noticesAccess(stage, route));
  }
  for (const { id, name } of codeWalls().filter((wall) => chosen.has(wall.name))) {
    note(name, await noticesCode(stage, id, uses, random));
  }
  await stage.rewound.close();
  const survivors = [...chosen].filter((name) => !noticed.has(name));
  console.log(JSON.stringify({ mutants: chosen.size, killed: noticed.size, survivors }));
} finally {
  await cluster.end();
}
process.exit();
