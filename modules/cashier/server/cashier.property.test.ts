import { expect } from 'vitest';
import type { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { type TestShop, test } from '#test/shop.ts';
import { type Random, seeded } from '#tools/check/random.ts';
import { cashierRoutes as routes } from '../contract.ts';
import { moneyMethods } from '../contract-vocabulary.ts';
import { Desk, piecesOf, type Ways } from './desk.fixture.ts';

const limitFen = 3_000_00;

/** What must hold, kept beside the program: what is owed, what lies in the till, what was closed. */
class Model {
  readonly ready: Visit[] = [];
  readonly depositOf = new Map<string, number>();
  owedFen = 0;
  openFen = 0;
  takenFen = 0;
  closedFen = 0;

  take(fen: number) {
    this.openFen += fen;
    this.takenFen += fen;
  }
}

type Step = (desk: Desk, model: Model, random: Random, customerId: string) => Promise<void>;

const steps: Record<'arrive' | 'deposit' | 'settle' | 'receive' | 'close' | 'correct', Step> = {
  arrive: async (desk, model, _, customerId) => {
    const visit = await desk.readyVisit();
    const id = visit.order.id;
    await desk.shop.write((work) => work.update('serviceOrders', { id }, { customerId }));
    model.ready.push(visit);
  },
  deposit: async (desk, model, random) => {
    const visit = model.ready.at(-1);
    if (!visit) return;
    const fen = 10 * (1 + random.whole(3_000));
    const before = model.depositOf.get(visit.order.id) ?? 0;
    const { depositFen } = await desk.deposit(visit, fen, random.of(moneyMethods));
    expect(depositFen).toBe(before + fen);
    model.depositOf.set(visit.order.id, before + fen);
    model.take(fen);
  },
  settle: async (desk, model, random) => {
    const visit = model.ready[0];
    if (!visit) return;
    const laterFen = 10 * random.whole(21_701);
    const ways = [
      ['onAccount', laterFen],
      [random.of(moneyMethods), 217_000 - laterFen],
    ] as const satisfies Ways;
    const paying = desk.settle(
      visit,
      ways.filter(([, fen]) => fen > 0),
    );
    const depositFen = model.depositOf.get(visit.order.id) ?? 0;
    const creditFen = Math.max(laterFen - depositFen, 0);
    if (creditFen > 0 && model.owedFen + creditFen > limitFen) {
      await expect(paying).rejects.toMatchObject({ code: 'credit_exceeded' });
      return;
    }
    await paying;
    model.ready.shift();
    model.owedFen += creditFen;
    model.take(217_000 - laterFen);
  },
  receive: async (desk, model, random, customerId) => {
    const fen = 1 + random.whole(120_000);
    const paying = desk.receive(customerId, fen, { method: random.of(moneyMethods.slice(1)) });
    if (fen > model.owedFen) {
      await expect(paying).rejects.toMatchObject({ code: 'receipt_above_owed' });
      return;
    }
    await paying;
    model.owedFen -= fen;
    model.take(fen);
  },
  close: async (desk, model) => {
    if (model.openFen === 0) {
      await expect(desk.close()).rejects.toMatchObject({ code: 'till_empty' });
      return;
    }
    const { totalFen } = await desk.close();
    expect(totalFen).toBe(model.openFen);
    model.closedFen += model.openFen;
    model.openFen = 0;
  },
  correct: async (desk) => {
    const { items } = await desk.owner.call(routes.listCloses, {});
    const close = items.find(({ correctedByNumber }) => correctedByNumber === null);
    if (!close) return;
    const counted = piecesOf(Math.floor(close.countedFen / 10) * 10 + 10);
    const body = { floatFen: close.floatFen, counted, reason: '又找到一角' };
    const corrected = await desk.owner.call(routes.correct, {
      params: { tillCloseId: close.id },
      body,
    });
    expect(corrected.totalFen).toBe(close.totalFen);
  },
};

/** Every sum, asked for anew, against the model. */
async function prove(desk: Desk, model: Model, customerId: string): Promise<void> {
  const { till, owed } = await desk.look();
  expect(till.totalFen).toBe(model.openFen);
  expect(owed.owedFen).toBe(model.owedFen);
  const account = await desk.account(customerId);
  expect(account.owedFen).toBe(model.owedFen);
  for (const { onAccountFen, paidFen, owedFen } of account.orders) {
    expect(owedFen).toBe(onAccountFen - paidFen);
  }
  for (const { allocatedFen, amountFen } of account.receipts) {
    expect(allocatedFen).toBeLessThanOrEqual(amountFen);
  }
  const { items } = await desk.owner.call(routes.listCloses, { query: { limit: 200 } });
  const firsts = items.filter(({ correctsNumber }) => correctsNumber === null);
  const closedFen = firsts.reduce((sum, { totalFen }) => sum + totalFen, 0);
  expect(closedFen).toBe(model.closedFen);
  expect(closedFen + till.totalFen).toBe(model.takenFen);
}

async function play(shop: TestShop, seed: number): Promise<void> {
  const random = seeded(seed);
  const desk = await Desk.open(shop);
  const model = new Model();
  const first = await desk.readyVisit();
  const { customerId } = first;
  model.ready.push(first);
  await desk.grant(customerId, limitFen);
  const names = Object.keys(steps) as (keyof typeof steps)[];
  for (let step = 0; step < 24; step++) {
    // Cars come more often than anything else ends them.
    const name = model.ready.length === 0 ? 'arrive' : random.of(names);
    await steps[name](desk, model, random, customerId);
    await prove(desk, model, customerId);
    if (step % 6 === 5) await shop.forward(3);
  }
}

for (const seed of [1, 2026]) {
  test(`WSH-15 any sequence of payments, deposits, receipts, closes and corrections leaves every sum right (seed ${seed})`, async ({
    shop,
  }) => {
    await play(shop, seed);
  }, 120_000);
}
