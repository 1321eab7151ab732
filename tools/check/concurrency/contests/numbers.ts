import { complaintRoutes } from '#modules/complaints/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { newId } from '#platform/ids.ts';
import { knownCustomers, newPlate } from '../archive.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';

/** Orders, complaints and certificates numbered side by side, with refusals and cut connections in between. */
export const contest: Contest = {
  name: 'numbers',
  promise: 'document numbers are unique and without a gap, whatever was refused or cut off',
  share: 3,
  play: async (arena, operations) => {
    const advisor = await arena.employee('advisor');
    const supervisor = await arena.employee('supervisor');
    const cars = await knownCustomers(arena.shop, Math.ceil(operations * 0.5));
    const inspections = await readyForInspection(arena, Math.min(8, Math.ceil(operations / 60)));
    await arena.crowd(operations, async (at) => {
      const chance = arena.random();
      if (at % 12 === 0 && inspections.length > 0) await inspections.pop()!();
      else if (chance < 0.55) {
        // The same car now and then: it is here already, and its order takes no number.
        const vehicleId = cars[arena.random.whole(cars.length)]!.vehicleId;
        const isKnown = arena.random() < 0.9;
        const body = {
          vehicleId: isKnown ? vehicleId : newId(arena.shop.now),
          customerWords: '刹车有异响',
          mileageKm: arena.random() < 0.9 ? 41_000 : 12,
        };
        await arena.ask(advisor, serviceOrderRoutes.receive, { body });
      } else {
        const words = { channel: 'phone', kind: 'price', content: '和报价不一样。' } as const;
        const vehicleId = arena.random() < 0.85 ? undefined : newId(arena.shop.now);
        const body = {
          ...words,
          complainantName: '来客',
          complainantPhone: '13800138000',
          vehicleId,
        };
        await arena.ask(supervisor, complaintRoutes.receive, { body });
      }
    });
    await arena.quiet();
    for (const table of ['service_orders', 'complaints', 'release_certificates']) {
      await judgeNumbers(arena, table);
    }
  },
};

/** Orders at the last gate: each is passed by two inspectors at once, and refused once before. */
async function readyForInspection(arena: Arena, count: number) {
  const acts: (() => Promise<unknown>)[] = [];
  for (let at = 0; at < count; at++) {
    const visit = await Visit.begin(arena.shop, newPlate());
    await visit.toWork();
    await visit.doJobs();
    await visit.check();
    const pass = { passed: true, methods: ['roadTest' as const], findings: [] };
    const inspect = (body: typeof pass & { guaranteeDays?: number }) =>
      arena.ask(visit.inspector, serviceOrderRoutes.finalInspect, { params: visit.params, body });
    acts.push(() =>
      Promise.all([inspect({ ...pass, guaranteeDays: 1 }), inspect(pass), inspect(pass)]),
    );
  }
  return acts;
}

interface Counted {
  kind: string;
  made: number;
  different: number;
  first: number;
  last: number;
}

async function judgeNumbers(arena: Arena, table: string): Promise<void> {
  const rows = await arena.look<Counted>(
    `select split_part(number, '-', 1) as kind, count(*)::int as made, count(distinct number)::int as different,
            min(split_part(number, '-', 2)::int) as first, max(split_part(number, '-', 2)::int) as last
       from ${table} group by 1`,
  );
  if (rows.length === 0) arena.fail(`${table}: nothing was numbered`);
  for (const { kind, made, different, first, last } of rows) {
    if (different !== made) arena.fail(`${kind}: ${made} documents, ${different} numbers`);
    if (first !== 1 || last !== made)
      arena.fail(`${kind}: ${made} documents from ${first} to ${last}`);
  }
}
