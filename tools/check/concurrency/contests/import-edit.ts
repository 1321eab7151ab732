import { customerRoutes } from '#modules/customers/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import type { TestEmployee } from '#test/tenant.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';
import { broughtIn, judged, listOf, run, worked } from '../lists.ts';

const perRound = 70;
let rounds = 0;

/** What was typed, by record, with the version that it made. */
type Typed = Map<string, { token: string; version: number }>;

/** A list with newer visits of cars on file is brought in, while their records are being edited. */
export const contest: Contest = {
  name: 'import-edit',
  promise:
    'what was typed while a list came in still stands there, and the list came in as a whole or not at all',
  share: 2,
  play: async (arena, operations) => {
    const goal = arena.counted.operations + operations;
    do await playRound(arena);
    while (arena.counted.operations < goal);
  },
};

async function playRound(arena: Arena): Promise<void> {
  const owner = await arena.employee('owner');
  const cars = carsOf(++rounds);
  await broughtIn(arena, owner, await judged(arena, owner, listOf(cars)));
  const records = await recordsOf(arena, cars);
  const newer = cars.map((car) => ({
    ...car,
    visitedOn: '2026-06-09',
    mileageKm: car.mileageKm + 900,
  }));
  const importId = await judged(arena, owner, listOf(newer));
  const typed = { customers: new Map() as Typed, vehicles: new Map() as Typed };
  const coming = (async () => {
    await run(arena, owner, importId);
    return worked(arena, owner, importId);
  })();
  const edit = () => type(arena, owner, arena.random.of(records), typed);
  const [batch] = await Promise.all([coming, arena.crowd(perRound, edit, 12)]);
  await arena.quiet();
  await judgeTyped(arena, 'customers', 'wishes', typed.customers);
  await judgeTyped(arena, 'vehicles', 'remark', typed.vehicles);
  await judgeWhole(arena, cars, batch.state === 'imported');
}

const carsOf = (round: number) =>
  Array.from({ length: 10 }, (_, at) => {
    const number = String(50_000 + round * 10 + at);
    return {
      name: `常客${number}`,
      phone: `135${number.padStart(8, '0')}`,
      plate: `赣A${number}`,
      visitedOn: '2026-02-03',
      mileageKm: 20_000,
    };
  });

interface Recorded {
  customerId: string;
  vehicleId: string;
}
const recordsOf = (arena: Arena, cars: readonly { plate: string }[]) =>
  arena.look<Recorded>(
    `select owner_id as "customerId", id as "vehicleId" from vehicles where plate = any($1)`,
    [cars.map(({ plate }) => plate)],
  );

async function type(
  arena: Arena,
  who: TestEmployee,
  { customerId, vehicleId }: Recorded,
  typed: { customers: Typed; vehicles: Typed },
): Promise<void> {
  const token = `手写${arena.counted.operations}`;
  const note = (into: Typed, id: string, version: number) => {
    if (version > (into.get(id)?.version ?? 0)) into.set(id, { token, version });
  };
  if (arena.random() < 0.5) {
    const params = { customerId };
    const seen = await arena.ask(who, customerRoutes.read, { params });
    if (seen.kind !== 'ok') return;
    const input = { params, body: { wishes: token } };
    const options = { version: seen.body.version, whole: true };
    const outcome = await arena.ask(who, customerRoutes.change, input, options);
    if (outcome.kind === 'ok') note(typed.customers, customerId, outcome.body.version);
    return;
  }
  const params = { vehicleId };
  const seen = await arena.ask(who, vehicleRoutes.read, { params });
  if (seen.kind !== 'ok') return;
  const input = { params, body: { remark: token } };
  const options = { version: seen.body.version, whole: true };
  const outcome = await arena.ask(who, vehicleRoutes.change, input, options);
  if (outcome.kind === 'ok') note(typed.vehicles, vehicleId, outcome.body.version);
}

async function judgeTyped(
  arena: Arena,
  table: 'customers' | 'vehicles',
  column: string,
  typed: Typed,
): Promise<void> {
  const rows = await arena.look<{ id: string; stands: string }>(
    `select id, ${column} as stands from ${table} where id = any($1)`,
    [[...typed.keys()]],
  );
  for (const { id, stands } of rows) {
    const { token } = typed.get(id)!;
    if (stands !== token) arena.fail(`${table}: ${token} was granted, ${stands} stands there`);
  }
}

async function judgeWhole(
  arena: Arena,
  cars: readonly { plate: string }[],
  isIn: boolean,
): Promise<void> {
  const [found] = await arena.look<{ newer: number }>(
    `select count(*)::int as newer from vehicles where plate = any($1) and mileage_km = 20900`,
    [cars.map(({ plate }) => plate)],
  );
  const expected = isIn ? cars.length : 0;
  if (found!.newer !== expected) arena.fail(`${found!.newer} of ${expected} cars were brought up`);
}
