import type { Run } from '../harness.ts';
import type { Random } from '../random.ts';
import { tryBackground } from './background.ts';
import type { Cell } from './cells.ts';
import { standing } from './code-walls.ts';
import { type Stage, tried, tryAll } from './matrix.ts';
import type { MutantTrial, ScopeMutant } from './mutants.ts';
import type { Principal } from './principals.ts';
import { tryRising } from './rising.ts';

/** Which routes sent a statement, and which passed a check in the code. */
export interface Uses {
  readonly ofStatement: Map<string, Set<string>>;
  readonly ofWall: Map<number, Set<string>>;
  /** How many tasks of the background ran. */
  readonly tasks: number;
}

/** Routes whose promises the product itself does not keep: nothing is noticed by them. */
const unsound = new Set<string>();

export const nameOfAccess = ({ id, access }: Stage['routes'][number]): string =>
  `${id} without ${access}`;

/** The clean run: what each route uses, and on the way every mutant of a statement that passes by. */
export async function usesIn(
  stage: Stage,
  trial: MutantTrial,
  run: Pick<Run, 'fail'>,
): Promise<Uses> {
  const uses = {
    ofStatement: new Map<string, Set<string>>(),
    ofWall: new Map<number, Set<string>>(),
  };
  let routeId = '';
  const add = <Key>(map: Map<Key, Set<string>>, key: Key) =>
    map.set(key, (map.get(key) ?? new Set()).add(routeId));
  stage.rewound.besides = (sent) => {
    add(uses.ofStatement, sent.name);
    return trial.judge(sent);
  };
  standing.passed = (wall) => add(uses.ofWall, wall);
  const guests = stage.principals.filter(({ link }) => link !== undefined);
  const ours = people(stage, 'owner here', 'one without a role', 'a clerk of people');
  for (const principal of [...ours, ...guests]) {
    const isGuest = guests.includes(principal);
    for (const cell of stage.cells.filter(({ route }) => isForGuests(route) === isGuest)) {
      routeId = cell.route.id;
      const { fault, leaks, sideEffects } = await tried(stage, cell, principal);
      if (fault || leaks.length + sideEffects.length > 0) unsound.add(cell.route.id);
    }
  }
  routeId = '';
  const tasks = await tryBackground(stage, run);
  stage.rewound.besides = undefined;
  standing.passed = () => {};
  return { ...uses, tasks };
}

const isForGuests = ({ access }: Cell['route']) => access.startsWith('link:');

const people = ({ principals }: Stage, ...names: string[]): Principal[] =>
  names.flatMap((name) => principals.filter((one) => one.name === name));

const cellsOfRoutes = ({ cells }: Stage, ids: ReadonlySet<string> | undefined): Cell[] =>
  cells.filter(({ route }) => ids?.has(route.id) && !unsound.has(route.id));

class Noticed extends Error {}
const notice = {
  fail: (): never => {
    throw new Noticed();
  },
};

/** Whether anything of what is tried is noticed; the first thing is enough. */
async function isNoticed(stage: Stage, attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return false;
  } catch (error) {
    if (!(error instanceof Noticed)) throw error;
    return true;
  } finally {
    await stage.rewound.rewind();
  }
}

/** A statement looks past the asker's part of the tree. */
export async function noticesScope(
  stage: Stage,
  mutant: ScopeMutant,
  { ofStatement }: Uses,
): Promise<boolean> {
  const cells = cellsOfRoutes(stage, ofStatement.get(mutant.statement));
  stage.rewound.rewrite = (text, name) => (name === mutant.statement ? mutant.text : text);
  const found = await isNoticed(stage, () =>
    tryAll(stage, cells, people(stage, 'owner here'), notice),
  );
  stage.rewound.rewrite = (text) => text;
  return found;
}

/** A route listens to everybody who is signed in: noticed by one who holds everything everywhere but this right. */
export async function noticesAccess(
  stage: Stage,
  route: Stage['routes'][number],
): Promise<boolean> {
  const { access } = route;
  const { host } = stage.app;
  const { whoAsks } = host;
  host.whoAsks = async (request) => {
    const actor = await whoAsks(request);
    return { ...actor, permissions: but(actor.permissions, access) };
  };
  const lacking = people(stage, 'owner above both shops').map((owner) => ({
    ...owner,
    permissions: but(owner.permissions, access),
  }));
  Object.assign(route, { access: 'signedIn' });
  const found = await isNoticed(stage, () =>
    tryAll(stage, cellsOfRoutes(stage, new Set([route.id])), lacking, notice),
  );
  Object.assign(route, { access });
  host.whoAsks = whoAsks;
  return found;
}

const but = (held: ReadonlySet<string>, one: string) =>
  new Set([...held].filter((each) => each !== one));

/** A check that stands in the way of every route is tried on some of them. */
const routesAtMost = 8;

/** A check in the code lets everybody pass. */
export async function noticesCode(
  stage: Stage,
  wall: number,
  { ofWall }: Uses,
  random: Random,
): Promise<boolean> {
  const ids = random.shuffled([...(ofWall.get(wall) ?? [])]).slice(0, routesAtMost);
  const cells = cellsOfRoutes(stage, new Set(ids));
  standing.away = wall;
  const found = await isNoticed(stage, async () => {
    await tryRising({ ...stage, cells }, notice);
    await tryAll(stage, cells, stage.principals, notice);
  });
  standing.away = undefined;
  return found;
}
