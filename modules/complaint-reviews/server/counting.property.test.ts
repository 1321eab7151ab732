import { expect } from 'vitest';
import { received, take, usual } from '#modules/complaints/server/complaints.fixture.ts';
import { mergeVehicles, undo } from '#modules/duplicates/server/duplicates.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { allStatements, type Statement, statement } from '#platform/sql.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { endedVisit, type VisitMade } from '#test/visit.ts';
import { type Random, seeded } from '#tools/check/random.ts';
import { analysisRoutes, type Figure } from '../contract.ts';
import type { CountRow } from './queries-counts.ts';

const standing = statement<{ marks: number; counts: number }, object>(
  'test.complaintCounts',
  `select (select count(*) from complaint_count_marks where tenant_id = :tenant) as marks,
          (select count(*) from complaint_counts where tenant_id = :tenant) as counts`,
);
const standingOf = async (shop: TestShop) => (await shop.reading.first(standing, {}))!;

const query = { grain: 'year', on: '2026-11-21' } as const;
const year = {
  since: new Date('2025-12-31T16:00:00Z'),
  until: new Date('2026-12-31T16:00:00Z'),
  place: '1.',
  isOwn: false,
};
const counted = (shop: TestShop, name: string) =>
  shop.reading.rows(
    allStatements().find((each) => each.name === name) as Statement<CountRow, typeof year>,
    year,
  );
const told = (rows: readonly CountRow[]) =>
  rows
    .filter(({ amount }) => amount !== 0)
    .map(({ dimension, place, key, label, amount, total }) =>
      [dimension, place, key, label, amount, total].join(' '),
    );

/** The figures whose records are what they count; of terms it is those that were not kept. */
const countedOf: Partial<Record<Figure['key'], (figure: Figure) => number>> = {
  received: ({ value }) => value,
  receiptInTime: ({ value, of }) => of - value,
  answeredInTime: ({ value, of }) => of - value,
  solvedInTime: ({ value, of }) => of - value,
  toldInTime: ({ value, of }) => of - value,
  closedInTime: ({ value, of }) => of - value,
  resolved: ({ value }) => value,
  reopened: ({ value }) => value,
  recurred: ({ value }) => value,
  satisfied: ({ value }) => value,
  cost: ({ of }) => of,
};

/** What is kept beside the records comes to what they come to, and each figure opens as many as it counts. */
async function proved(shop: TestShop, owner: TestEmployee, when: string): Promise<void> {
  const kept = told(await counted(shop, 'complaintReviews.countsOfMonths'));
  expect(kept, when).toEqual(told(await counted(shop, 'complaintReviews.countsOfSpan')));
  const { figures } = await owner.call(analysisRoutes.show, { query });
  for (const figure of figures) {
    const records = Object.fromEntries(new URLSearchParams(figure.records));
    const { items } = await owner.call(analysisRoutes.listRecords, {
      query: { ...records, limit: 200 } as never,
    });
    expect(items.length, `${when}: ${figure.key}`).toBe(
      countedOf[figure.key]?.(figure) ?? items.length,
    );
  }
}

class Drawn {
  readonly complaints: { id: string; steps: string[] }[] = [];
  readonly visits: VisitMade[] = [];
  mergeId: string | undefined;
  readonly shop: TestShop;
  readonly owner: TestEmployee;
  readonly random: Random;
  constructor(shop: TestShop, owner: TestEmployee, random: Random) {
    this.shop = shop;
    this.owner = owner;
    this.random = random;
  }

  async begin(): Promise<void> {
    const advisors = [this.owner, await this.shop.employee('advisor')];
    for (const advisor of advisors) this.visits.push(await endedVisit(this.shop, advisor));
  }

  readonly does = {
    receive: async () => {
      const kind = this.random.of(['price', 'parts', 'repairTechnique'] as const);
      const visit = this.random.of([undefined, this.visits[0], ...this.visits]);
      const { id } = await received(this.owner, { kind, ...(visit && { orderId: visit.orderId }) });
      this.complaints.push({ id, steps: Object.keys(usual) });
    },
    goOn: async () => {
      const one = this.random.of(this.complaints.filter(({ steps }) => steps.length > 0));
      const step = one?.steps.shift();
      if (step) await take(this.owner, step, one!.id, usual[step as keyof typeof usual]);
    },
    doAll: async () => {
      const one = this.random.of(this.complaints.filter(({ steps }) => steps.length > 0));
      for (const step of one?.steps.splice(0) ?? [])
        await take(this.owner, step, one!.id, usual[step as keyof typeof usual]);
    },
    openAgain: async () => {
      const one = this.random.of(this.complaints.filter(({ steps }) => steps.length === 0));
      if (!one) return;
      await take(this.owner, 'reopen', one.id, { reason: '又响了' });
      one.steps.push(...Object.keys(usual).slice(1));
    },
    closeByException: async () => {
      const one = this.random.of(this.complaints.filter(({ steps }) => steps.length > 0));
      if (one?.steps.splice(0))
        await take(this.owner, 'closeByException', one.id, { reason: '客户撤回' });
    },
    passTime: () => this.shop.forward(this.random.of([1, 7, 30])),
    renameModel: async () => {
      const { vehicleId } = this.visits[0]!;
      const { version } = await this.owner.call(vehicleRoutes.read, { params: { vehicleId } });
      const model = `汉EV ${version}`;
      await this.owner.call(
        vehicleRoutes.change,
        { params: { vehicleId }, body: { model } },
        { version },
      );
    },
    merge: async () => {
      if (this.mergeId) await undo(this.owner, this.mergeId);
      const [kept, gone] = this.visits as [VisitMade, VisitMade];
      this.mergeId = this.mergeId
        ? undefined
        : (await mergeVehicles(this.owner, kept.vehicleId, gone.vehicleId)).id;
    },
  };
}

for (const seed of [7, 20_261_121]) {
  test(`CMP-17 whatever becomes of complaints (${seed}), their figures are what their records come to, counted before or not`, async ({
    shop,
  }) => {
    const random = seeded(seed);
    const drawn = new Drawn(shop, await shop.employee('owner'), random);
    await drawn.begin();
    const names = Object.keys(drawn.does) as (keyof Drawn['does'])[];
    const order = [
      'receive',
      'receive',
      ...random.shuffled([...names, ...names, 'goOn'] as const),
    ] as const;
    for (const [at, name] of order.entries()) {
      // Half of the steps change what was counted before, the others what still has a mark.
      if (random.whole(2) === 0) await shop.forward(1);
      await drawn.does[name]();
      await proved(shop, drawn.owner, `${at} ${name}`);
    }
    await shop.forward(1);
    const { marks, counts } = await standingOf(shop);
    expect(marks).toBe(0);
    expect(counts).toBeGreaterThan(10);
    await proved(shop, drawn.owner, 'all counted');
  });
}

const spoiled = statement<never, object>(
  'test.spoilComplaintCounts',
  `update complaint_counts set amount = amount + 1 where tenant_id = :tenant and dimension = 'kind'`,
);
test('CMP-17 a sum that is not what its records come to is told at night and counted anew', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  await received(owner, {});
  await shop.forward(1);
  await shop.write((work) => work.run(spoiled, {}));
  const kinds = async () => {
    const { paretos } = await owner.call(analysisRoutes.show, { query });
    return paretos.find(({ by }) => by === 'kind')!.total;
  };
  expect(await kinds()).toBe(2);
  await shop.forward(24);
  expect(await kinds()).toBe(1);
  const { items } = (await owner.raw('GET', '/audit-entries?limit=100')).json() as {
    items: { event: string }[];
  };
  expect(items.map(({ event }) => event)).toContain('complaintReview.unproved');
});
