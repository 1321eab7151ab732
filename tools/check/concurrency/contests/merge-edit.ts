import { customerRoutes } from '#modules/customers/contract.ts';
import { duplicateRoutes } from '#modules/duplicates/contract.ts';
import { memberRoutes } from '#modules/members/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { knownCustomers, newPlate } from '../archive.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';
import type { Outcome } from '../wire.ts';

/** What was told of one thing: its id, or nothing where the connection was cut. */
interface Told {
  cars: (string | undefined)[];
  orders: (string | undefined)[];
  points: { points: number; isKnown: boolean }[];
  merges: { id: string; keptId: string; goneId: string }[];
  edits: { customerId: string; version: number; made: number; token: string }[];
}
type Step = (
  arena: Arena,
  players: Players,
  told: Told,
  at: number,
) => Promise<Outcome | undefined>;
interface Players {
  owner: TestEmployee;
  ids: readonly string[];
}
/** Late references are taken along one and ten minutes after a merge. */
const untilTakenAlongMs = 11 * 60_000;

/** Few files are made one and taken apart while others correct them and hang cars, orders and points on them. */
export const contest: Contest = {
  name: 'merge-edit',
  promise:
    'while files are merged and taken apart nothing is lost: each car, order and point hangs on a living file, every correction stood on the one before',
  share: 2,
  play: async (arena, operations) => {
    const players = await begin(arena);
    const told: Told = { cars: [], orders: [], points: [], merges: [], edits: [] };
    await arena.crowd(
      operations,
      async (at) => {
        const outcome = await arena.random.of(steps)(arena, players, told, at);
        if (outcome?.kind === 'failed' && ![404, 409, 412, 422, 503].includes(outcome.status))
          arena.fail(`refused with ${outcome.status} ${outcome.code}`);
      },
      12,
    );
    await arena.quiet();
    await arena.settle(untilTakenAlongMs);
    await judge(arena, players, told);
  },
};

async function begin(arena: Arena): Promise<Players> {
  const owner = await arena.employee('owner', 'advisor');
  const customers = await knownCustomers(arena.shop, 6);
  for (const { customerId } of customers.slice(0, 4)) {
    const body = { customerId };
    arena.granted(await arena.ask(owner, memberRoutes.join, { body }, { whole: true }));
  }
  return { owner, ids: customers.map(({ customerId }) => customerId) };
}

const merge: Step = async (arena, { owner, ids }, told) => {
  const [keptId, goneId] = arena.random.shuffled(ids) as [string, string];
  const [kept, gone] = await Promise.all(
    [keptId, goneId].map((customerId) =>
      arena.ask(owner, customerRoutes.read, { params: { customerId } }),
    ),
  );
  if (kept?.kind !== 'ok' || gone?.kind !== 'ok') return undefined;
  const body = {
    otherCustomerId: goneId,
    version: kept.body.version,
    otherVersion: gone.body.version,
    take: [{ field: 'wishes', take: 'kept' as const }],
  };
  const outcome = await arena.ask(owner, duplicateRoutes.mergeCustomers, {
    params: { customerId: keptId },
    body,
  });
  if (outcome.kind === 'ok') told.merges.push({ id: outcome.body.id, keptId, goneId });
  return outcome;
};

const undo: Step = async (arena, { owner }, told) => {
  if (told.merges.length === 0) return undefined;
  const { id: mergeId } = arena.random.of(told.merges);
  return arena.ask(owner, duplicateRoutes.undo, { params: { mergeId } });
};

const edit: Step = async (arena, { owner, ids }, told, at) => {
  const customerId = arena.random.of(ids);
  const seen = await arena.ask(owner, customerRoutes.read, { params: { customerId } });
  if (seen.kind !== 'ok' || seen.body.mergedIntoId !== null) return undefined;
  const { version } = seen.body;
  const token = `第${at}次`;
  const input = { params: { customerId }, body: { wishes: token } };
  const outcome = await arena.ask(owner, customerRoutes.change, input, { version });
  if (outcome.kind === 'ok')
    told.edits.push({ customerId, version, made: outcome.body.version, token });
  return outcome;
};

const addCar: Step = async (arena, { owner, ids }, told) => {
  const body = { plate: newPlate(), ownerId: arena.random.of(ids) };
  const outcome = await arena.ask(owner, vehicleRoutes.add, { body });
  if (outcome.kind !== 'failed')
    told.cars.push(outcome.kind === 'ok' ? outcome.body.id : undefined);
  return outcome;
};

const openOrder: Step = async (arena, { owner }, told) => {
  const vehicleId = arena.random.of(told.cars.filter((id) => id !== undefined)) as
    | string
    | undefined;
  if (!vehicleId) return undefined;
  const body = { vehicleId, mileageKm: 50_000, customerWords: '异响' };
  const outcome = await arena.ask(owner, serviceOrderRoutes.receive, { body });
  if (outcome.kind !== 'failed')
    told.orders.push(outcome.kind === 'ok' ? outcome.body.id : undefined);
  return outcome;
};

const givePoints: Step = async (arena, { owner, ids }, told) => {
  const params = { customerId: arena.random.of(ids) };
  const card = await arena.ask(owner, memberRoutes.ofCustomer, { params });
  if (card.kind !== 'ok' || !card.body.membership) return undefined;
  const points = 1 + arena.random.whole(50);
  const outcome = await arena.ask(owner, memberRoutes.correctPoints, {
    params: { membershipId: card.body.membership.id },
    body: { points, reason: '活动' },
  });
  if (outcome.kind !== 'failed') told.points.push({ points, isKnown: outcome.kind === 'ok' });
  return outcome;
};

const steps: readonly Step[] = [
  merge,
  merge,
  undo,
  edit,
  edit,
  addCar,
  addCar,
  openOrder,
  givePoints,
];

async function judge(arena: Arena, { ids }: Players, told: Told): Promise<void> {
  const shells = await arena.look<{ id: string; into: string; living: boolean }>(
    `select s.id, s.merged_into_id as into, c.merged_into_id is null as living
       from customers s join customers c on c.tenant_id = s.tenant_id and c.id = s.merged_into_id
      where s.id = any($1)`,
    [ids],
  );
  for (const { id, living } of shells) if (!living) arena.fail(`${id} leads to an empty file`);
  const hanging = await arena.look<{ id: string; table_name: string }>(
    `select * from references_to('customer', $1::uuid[])`,
    [shells.map(({ id }) => id)],
  );
  for (const { id, table_name } of hanging)
    arena.fail(`${table_name} hangs on ${id}, an empty file`);
  await judgeThere(arena, 'vehicles', 'owner_id', told.cars);
  await judgeThere(arena, 'service_orders', 'customer_id', told.orders);
  await judgePoints(arena, ids, told);
  const made = told.edits.map(({ customerId, made: version }) => `${customerId} ${version}`);
  if (new Set(made).size !== made.length) arena.fail('one version of a file was made twice');
  for (const { customerId, version, made: next } of told.edits)
    if (next !== version + 1) arena.fail(`${customerId}: a change of ${version} made ${next}`);
}

/** Everything that was promised to be there is there, and hangs on one of the living. */
async function judgeThere(
  arena: Arena,
  table: 'vehicles' | 'service_orders',
  column: string,
  told: readonly (string | undefined)[],
): Promise<void> {
  const known = told.filter((id) => id !== undefined);
  const rows = await arena.look<{ id: string }>(
    `select t.id from ${table} t join customers c on c.tenant_id = t.tenant_id and c.id = t.${column}
      where t.id = any($1) and c.merged_into_id is null`,
    [known],
  );
  const there = new Set(rows.map(({ id }) => id));
  for (const id of known) if (!there.has(id)) arena.fail(`${table} ${id} is lost`);
}

async function judgePoints(arena: Arena, ids: readonly string[], told: Told): Promise<void> {
  const [row] = await arena.look<{
    balance: number;
    entries: number;
    several: number;
    torn: number;
  }>(
    `select coalesce(sum(a.balance), 0)::int as balance,
            coalesce(sum((select sum(e.amount) from ledger_entries e
              where e.tenant_id = a.tenant_id and e.account_id = a.id)), 0)::int as entries,
            count(*) filter (where a.balance > 0 and m.merged_into_id is not null)::int as several,
            count(*) filter (where i.customer_id <> m.customer_id)::int as torn
       from memberships m
       left join memberships i on i.tenant_id = m.tenant_id and i.id = m.merged_into_id
       join ledger_accounts a on a.tenant_id = m.tenant_id and a.kind = 'members.points' and a.owner_id = m.id
      where m.customer_id = any($1)`,
    [ids],
  );
  const sum = (rows: Told['points']) => rows.reduce((total, { points }) => total + points, 0);
  const [least, most] = [sum(told.points.filter(({ isKnown }) => isKnown)), sum(told.points)];
  const { balance, entries, several, torn } = row!;
  if (balance < least || balance > most)
    arena.fail(`${balance} points are there, between ${least} and ${most} were given`);
  if (balance !== entries)
    arena.fail(`${balance} points stand there, their entries are ${entries}`);
  if (torn > 0) arena.fail('a membership went into one of another customer');
  if (several > 0) arena.fail('a membership that went into another still has points');
}
