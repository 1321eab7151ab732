import type { ConnectionConfig } from '#database/embedded/embedded.ts';
import type { Route } from '#shared/route.ts';
import { testServer } from '#test/server.ts';
import type { Run } from '../harness.ts';
import { type Answered, impersonal, leaksIn } from './answers.ts';
import { type Cell, cellsOf, type Place, places } from './cells.ts';
import { changesAtAll, changesOfOthers, type Prints, printsOf } from './changes.ts';
import { type Expectation, expectationOf, faultOf, isInScope } from './expectation.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { idFieldsOf } from './id-fields.ts';
import { type Principal, principalsOf } from './principals.ts';
import { type MatrixServer, matrixServer } from './server.ts';
import { letHide } from './sister.ts';
import { buildWorld, type World } from './world.ts';

/** The world, everybody in it, and the program that they ask: made once a run. */
export interface Stage extends MatrixServer {
  readonly world: World;
  readonly holdings: Holdings;
  readonly principals: readonly Principal[];
  readonly clean: Prints;
  /** Tables that stand behind a policy. */
  readonly guarded: readonly string[];
  /** Tables whose policies also hold a record as it was signed, whoever asks. */
  readonly locked: readonly string[];
  readonly cells: readonly Cell[];
}

/**
 * Furnishes two tenants, lets everybody in, and lays out every request of every route. A route that cannot be asked
 * fails the run.
 */
export async function setStage(
  superuser: ConnectionConfig,
  { fail }: Pick<Run, 'fail'>,
): Promise<Stage> {
  const world = await buildWorld();
  const server = await matrixServer(superuser);
  const { all, demote } = await principalsOf(world);
  const { http } = (await testServer()).app;
  for (const { headers } of all) {
    const ask = { method: 'GET', url: '/api/v1/roles', headers } as const;
    // Once for good: what is seen to be over is noted as over.
    await http.inject(ask);
    // And everybody is known to the program before some lose their rights.
    await server.ask(ask);
    await server.rewound.rewind();
  }
  await demote();
  const holdings = await holdingsOf(
    superuser,
    [world.home, world.foreign],
    spokenOf(server.routes),
  );
  const guarded = await server.rewound.look<{ table: string }>(
    'select distinct polrelid::regclass::text as table from pg_policy order by 1',
  );
  const locked = await server.rewound.look<{ table: string }>(
    "select distinct polrelid::regclass::text as table from pg_policy where polname like 'locked%' order by 1",
  );
  await server.rewound.rewind();
  await letHide(superuser);
  const clean = await printsOf(server.rewound);
  const cells = server.routes
    .filter((route) => !isEndless(route))
    .flatMap((route) => {
      try {
        return cellsOf(route, world, holdings);
      } catch (error) {
        fail((error as Error).message);
        return [];
      }
    });
  return {
    ...server,
    world,
    holdings,
    principals: all,
    clean,
    cells,
    guarded: guarded.map(({ table }) => table),
    locked: locked.map(({ table }) => table),
  };
}

const spokenOf = (routes: readonly Route[]): string[] => [
  ...new Set(routes.flatMap((route) => tablesOf(route))),
];

/** A route whose ids tell nothing fails with its cells. */
function tablesOf(route: Route): string[] {
  try {
    return idFieldsOf(route).map(({ table }) => table);
  } catch {
    return [];
  }
}

/** Streams that do not end are listened to elsewhere. */
export const isEndless = ({ reply }: Cell['route']) =>
  String((reply as { description?: string }).description).startsWith('text/event-stream');

/** What asking a cell as somebody brought to light. */
export interface Outcome {
  readonly answered: Answered;
  readonly expectation: Expectation;
  readonly leaks: readonly string[];
  readonly sideEffects: readonly string[];
  readonly fault: string | undefined;
}

/** Asks one cell as one principal, looks at all that came of it, and takes it back. */
export async function tried(stage: Stage, cell: Cell, principal: Principal): Promise<Outcome> {
  const { route, asking } = cell;
  const expectation = expectationOf(route, principal, cell.owners, asking.ids);
  const { method, url, payload } = asking;
  const headers = { ...asking.headers, ...principal.headers };
  const answered = await stage.ask({ method, url, headers, payload });
  const leaks = leaksIn(answered, principal, asking, stage.holdings);
  const isDenied = expectation !== 'allowed' && expectation !== 'open';
  const sideEffects =
    stage.rewound.touched.size === 0
      ? []
      : isDenied
        ? await changesAtAll(stage.rewound, stage.clean)
        : await changesOfOthers(stage.rewound, stage.clean, principal, stage.holdings);
  const keeps = keepsNobody(cell, answered, stage.rewound.touched);
  await stage.rewound.rewind();
  return {
    answered,
    expectation,
    leaks,
    sideEffects,
    fault: faultOf(route, principal, cell, answered) ?? keeps,
  };
}

/** What names a record that there is not is no search, where it writes something: it has to be refused. */
const keepsNobody = (
  { place, route }: Cell,
  { status }: Answered,
  touched: ReadonlySet<string>,
): string | undefined =>
  place === 'nobody' && route.method !== 'GET' && status < 300 && touched.size > 0
    ? `${status}, keeps an id that nobody has`
    : undefined;

export interface Tally {
  cells: number;
  leaks: number;
  sideEffects: number;
}

/**
 * Asks every cell as everybody; others' ids must get the answer that an id of nobody gets.
 * @param draw which routes are asked by whom no way in is open, and which of the requests that differ in one thing from
 * another are sent; left out, all of them
 */
export async function tryAll(
  stage: Stage,
  cells: readonly Cell[],
  principals: readonly Principal[],
  { fail }: Pick<Run, 'fail'>,
  draw?: Run['random'],
): Promise<Tally> {
  const tally = { cells: 0, leaks: 0, sideEffects: 0 };
  const turnsOf = draw ? drawnTurns(draw) : () => () => true;
  for (const principal of principals) {
    const isTurn = turnsOf();
    const isDrawn = draw ? drawnRoutes(draw) : () => true;
    const isPlaceDrawn = draw ? drawnPlaces(draw) : () => true;
    const isVariedDrawn = draw ? drawnVariations(draw) : () => true;
    const asked = cells.filter((cell) => {
      if (isShut(cell, principal)) return isBare(cell) && isDrawn(cell);
      if (mayReach(cell, principal)) return isBare(cell) ? isTurn(cell) : isVariedDrawn(cell);
      return isBare(cell) && isPlaceDrawn(cell);
    });
    for (const group of groupsOf(asked)) {
      const outcomes: { cell: Cell; outcome: Outcome }[] = [];
      for (const cell of group) {
        const outcome = await tried(stage, cell, principal);
        outcomes.push({ cell, outcome });
        tally.cells++;
        tally.leaks += outcome.leaks.length;
        tally.sideEffects += outcome.sideEffects.length;
        const who = `${cell.name} as ${principal.name}`;
        if (outcome.fault) fail(`${who}: ${outcome.fault}`);
        for (const leak of new Set(outcome.leaks)) fail(`${who}: tells of ${leak}`);
        for (const change of outcome.sideEffects) fail(`${who}: changes ${change}`);
      }
      for (const told of toldApart(stage, outcomes, principal)) {
        fail(`${told} as ${principal.name}: another answer than for an id of nobody`);
      }
    }
  }
  return tally;
}

/** The request itself at each place; the others differ from it in one thing. */
const isBare = ({ field, state, text }: Cell) => !field && !state && !text;

/** Whoever is refused at the gate is refused whatever else the request says. */
const mayReach = ({ route, owners, asking }: Cell, principal: Principal): boolean =>
  !['noLogin', 'noRight'].includes(expectationOf(route, principal, owners, asking.ids));

const isShut = ({ route, owners, asking }: Cell, principal: Principal): boolean =>
  expectationOf(route, principal, owners, asking.ids) === 'noLogin';

/**
 * There are thirty ways in that are shut, and one gate before all routes: every sixteenth route is drawn for each of
 * them, which is each route twice over, and others with the next commit.
 */
function drawnRoutes(random: Run['random']): (cell: Cell) => boolean {
  const drawn = new Map<string, boolean>();
  return ({ route: { id } }) => {
    const known = drawn.get(id) ?? random() < 1 / 16;
    drawn.set(id, known);
    return known;
  };
}

/** Fewer than so many who pass a gate are too few to draw from. */
const alwaysAsk = 3;

/**
 * Dozens of people pass at most gates: the first of them send the request itself whatever is drawn, of the others every
 * third, each at all of its places.
 * @returns what draws anew for one person after the other
 */
function drawnTurns(random: Run['random']): () => (cell: Cell) => boolean {
  const asked = new Map<string, number>();
  return () => {
    const drawn = new Map<string, boolean>();
    return ({ route: { id } }) => {
      const before = asked.get(id) ?? 0;
      const known = drawn.get(id) ?? (before < alwaysAsk || random() < 1 / 3);
      if (known && !drawn.has(id)) asked.set(id, before + 1);
      drawn.set(id, known);
      return known;
    };
  };
}

/**
 * Of the requests that differ from it in one thing, every eighth is drawn for each of those who pass, with all of its
 * places: several people pass at each gate, and the next commit draws others.
 */
function drawnVariations(random: Run['random']): (cell: Cell) => boolean {
  const drawn = new Map<string, boolean>();
  return (cell) => {
    const known = drawn.get(keyOf(cell)) ?? random() < 1 / 8;
    drawn.set(keyOf(cell), known);
    return known;
  };
}

/** Who lacks the right is refused before anybody looks whose the record is: of each route one place is drawn. */
function drawnPlaces(random: Run['random']): (cell: Cell) => boolean {
  const drawn = new Map<string, Place>();
  return ({ route: { id }, place }) => {
    const known = drawn.get(id) ?? places[Math.floor(random() * places.length)]!;
    drawn.set(id, known);
    return known === place;
  };
}

/** Cells that differ only in whose record stands at one place. */
function groupsOf(cells: readonly Cell[]): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  }
  return [...groups.values()];
}
const keyOf = ({ route, field, state }: Cell) => `${route.id} ${field ?? ''} ${state ?? ''}`;

function toldApart(
  { holdings }: Stage,
  outcomes: readonly { cell: Cell; outcome: Outcome }[],
  principal: Principal,
): string[] {
  const nobody = outcomes.find(({ cell }) => cell.place === 'nobody')?.outcome;
  if (!nobody || nobody.expectation === 'noLogin' || nobody.expectation === 'noRight') return [];
  // His own records of somebody else's customer are his to find.
  const knows = ({ asking }: Cell) =>
    principal.scopes.some((path) =>
      [...asking.ids].some((id) => holdings.isSpokenOf(id, { tenantId: principal.tenantId, path })),
    );
  const isOthers = (cell: Cell) =>
    cell.placed &&
    !isInScope(principal, cell.placed) &&
    !(cell.route.method === 'GET' && knows(cell));
  return outcomes
    .filter(({ cell }) => isOthers(cell))
    .filter(({ outcome }) => impersonal(outcome.answered) !== impersonal(nobody.answered))
    .map(({ cell }) => cell.name);
}
