import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';
import { judged, listOf, run, worked } from '../lists.ts';

let lists = 0;

/** Two people bring in the same old list at the same time, each pressing the button twice. */
export const contest: Contest = {
  name: 'import-twice',
  promise: 'the same list brought in twice at once makes every customer and every car once',
  share: 1,
  play: async (arena, operations) => {
    const goal = arena.counted.operations + operations;
    do {
      await playOnce(arena);
      await playOnce(arena);
    } while (arena.counted.operations < goal);
  },
};

async function playOnce(arena: Arena): Promise<void> {
  const [one, other] = [await arena.employee('owner'), await arena.employee('owner')];
  const cars = carsOfList(++lists);
  const list = listOf(cars);
  const ids = [await judged(arena, one, list), await judged(arena, other, list)];
  const [first, second] = ids as [string, string];
  await Promise.all([
    ...[first, second, first, second].map((id) => run(arena, one, id)),
    arena.settle(),
    arena.settle(),
  ]);
  const states = [await worked(arena, one, first), await worked(arena, other, second)];
  // Who came second may try again, and is judged against what is there by then.
  for (const [at, { state }] of states.entries()) {
    if (state !== 'judged') continue;
    await run(arena, one, ids[at]!);
    await worked(arena, one, ids[at]!);
  }
  await arena.quiet();
  if (!states.some(({ state }) => state === 'imported')) {
    arena.fail(`neither list came in: ${states.map(({ state, fault }) => `${state} ${fault}`)}`);
  }
  const [found] = await arena.look<{ customers: number; people: number; vehicles: number }>(
    `select count(*)::int as customers, count(distinct phone)::int as people,
            (select count(*)::int from vehicles where plate = any($2)) as vehicles
       from customers where phone = any($1)`,
    [cars.map(({ phone }) => phone), cars.flatMap(({ plate }) => plate || [])],
  );
  const { customers, people, vehicles } = found!;
  const plates = cars.filter(({ plate }) => plate !== '').length;
  if (people !== cars.length) arena.fail(`${people} of ${cars.length} people came in`);
  if (customers !== people) arena.fail(`${customers} customers were made of ${people} people`);
  if (vehicles !== plates) arena.fail(`${vehicles} cars were made of ${plates}`);
}

/** Every fifth is a customer without a car; in every other list nobody has one. */
const carsOfList = (list: number) =>
  Array.from({ length: 40 }, (_, at) => {
    const number = String(list * 100 + at);
    return {
      name: `老客户${number}`,
      phone: `136${number.padStart(8, '0')}`,
      plate: list % 2 === 0 || at % 5 === 0 ? '' : `皖A${number.padStart(5, '0')}`,
      visitedOn: '2026-03-02',
      mileageKm: 30_000 + at,
    };
  });
