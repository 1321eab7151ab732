import { proveLedgers } from '#platform/ledger-proof.ts';
import type { Arena } from './arena.ts';
import type { Outcome } from './wire.ts';

/** One movement that a client asked for, and what he was told. */
export interface Movement {
  sourceId: string;
  outcome: Outcome['kind'];
  /** How many entries it makes when it is granted: two for a transfer. */
  legs: number;
}

interface EntrySeen {
  account: string;
  place: number;
  amount: string;
  after: string;
  source: string;
  type: string;
}

/**
 * Holds what clients were told against the entries: granted is there wholly and once, refused not at all, unknown
 * wholly or not at all; every balance is its running sum and never below the floor.
 */
export async function judgeLedger(
  arena: Arena,
  accounts: readonly { id: string; floor: number | null; most?: number }[],
  asked: readonly Movement[],
): Promise<EntrySeen[]> {
  await arena.quiet();
  const entries = await arena.look<EntrySeen>(
    `select account_id as account, place, amount, balance_after as after, source_id as source, source_type as type
       from ledger_entries where account_id = any($1) order by account_id, place`,
    [accounts.map(({ id }) => id)],
  );
  for (const account of accounts) {
    const own = entries.filter(({ account: id }) => id === account.id);
    judgeRunning(arena, account, own);
  }
  judgeTold(arena, entries, asked);
  for (const { kind, balance, entriesSum } of await arena.shop.write(proveLedgers)) {
    arena.fail(`${kind}: balance ${balance}, entries ${entriesSum}`);
  }
  return entries;
}

function judgeRunning(
  arena: Arena,
  {
    id,
    floor,
    most = Number.POSITIVE_INFINITY,
  }: { id: string; floor: number | null; most?: number },
  entries: readonly EntrySeen[],
): void {
  let sum = 0;
  for (const [at, { place, amount, after }] of entries.entries()) {
    sum += Number(amount);
    if (place !== at + 1) arena.fail(`${id}: entry ${at + 1} stands at place ${place}`);
    if (Number(after) !== sum) arena.fail(`${id}: ${after} at place ${place}, not ${sum}`);
    if (floor !== null && sum < floor) arena.fail(`${id}: overdrawn to ${sum}`);
    if (sum > most) arena.fail(`${id}: ${sum} are free of ${most}`);
  }
}

function judgeTold(arena: Arena, entries: readonly EntrySeen[], asked: readonly Movement[]): void {
  const found = new Map<string, number>();
  for (const { source, type } of entries) {
    if (type === 'contest') found.set(source, (found.get(source) ?? 0) + 1);
  }
  for (const { sourceId, outcome, legs } of asked) {
    const made = found.get(sourceId) ?? 0;
    const isRight =
      made === 0 ? outcome !== 'ok' : made === legs && (outcome === 'ok' || outcome === 'unknown');
    if (!isRight) arena.fail(`${sourceId}: told ${outcome}, ${made} entries of ${legs}`);
    found.delete(sourceId);
  }
  for (const sourceId of found.keys()) arena.fail(`${sourceId}: nobody asked for it`);
}
