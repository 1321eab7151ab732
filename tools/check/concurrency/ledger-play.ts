import { randomUUID } from 'node:crypto';
import { openAccount, post } from '#platform/ledger.ts';
import type { TestEmployee } from '#test/tenant.ts';
import type { Arena } from './arena.ts';
import { ledgerRoutes as routes } from './ledger-contract.ts';
import type { Movement } from './ledger-judge.ts';
import type { Outcome } from './wire.ts';

/** Opens an account with so much in it. @param floor null: may go below zero */
export const accountWith = (
  { shop }: Arena,
  kind: string,
  amount: number,
  floor: number | null = 0,
) =>
  shop.write(async (work) => {
    const owner = { type: 'contest', id: randomUUID() };
    const account = await openAccount(work, { kind, owner, unit: '个', floor });
    const source = { type: 'opening', id: owner.id };
    if (amount !== 0) await post(work, { accountId: account.id, amount, source });
    return { id: account.id, floor };
  });

/** Clients of the ledger: what they ask for is remembered with what they were told. */
export class LedgerPlay {
  readonly asked: Movement[] = [];
  private readonly arena: Arena;
  private readonly who: TestEmployee;
  constructor(arena: Arena, who: TestEmployee) {
    this.arena = arena;
    this.who = who;
  }

  move(accountId: string, amount: number) {
    return this.noted(1, (sourceId, options) => {
      const body = { sourceId, amount };
      return this.arena.ask(this.who, routes.post, { params: { accountId }, body }, options);
    });
  }
  transfer(from: string, to: string, amount: number) {
    return this.noted(2, (sourceId, options) => {
      const body = { sourceId, from, to, amount };
      return this.arena.ask(this.who, routes.transfer, { body }, options);
    });
  }
  /** Takes a movement back; two clients may want that at once. */
  reverse(sourceId: string, legs = 1) {
    return this.noted(legs, (byId, options) => {
      const input = { params: { sourceId }, body: { byId } };
      return this.arena.ask(this.who, routes.reverse, input, options);
    });
  }

  /** Asked with a key; what was cut off is asked again with it, every other time. */
  private async noted(
    legs: number,
    ask: (sourceId: string, options: { idempotencyKey: string }) => Promise<Outcome>,
  ): Promise<{ sourceId: string; outcome: Outcome }> {
    const sourceId = randomUUID();
    const options = { idempotencyKey: sourceId };
    let outcome = await ask(sourceId, options);
    if (outcome.kind === 'unknown' && this.arena.random() < 0.5) {
      const again = await ask(sourceId, options);
      const isBusy =
        again.kind === 'failed' && (again.code === 'in_progress' || again.status === 503);
      outcome = isBusy ? outcome : again;
    }
    this.asked.push({ sourceId, outcome: outcome.kind, legs });
    return { sourceId, outcome };
  }
}
