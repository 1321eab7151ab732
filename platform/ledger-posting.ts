import type { RowOf } from '#database/types.generated.ts';
import { newId } from './ids.ts';
import type { Posting } from './ledger.ts';
import { notFound, Problem, ruleBroken } from './problem.ts';
import { statement } from './sql.ts';
import type { Work } from './work.ts';

type Account = RowOf<'ledgerAccounts'>;
type Entry = RowOf<'ledgerEntries'>;

/** A movement, or one that takes an earlier entry back. */
type Movement = Posting & { reversesId?: string };

const locked = statement<Account, { accountIds: readonly string[] }>(
  'ledger.lock',
  `select * from ledger_accounts where tenant_id = :tenant and id = any(:accountIds) order by id for update`,
);
const earlier = statement<
  Entry,
  { sourceTypes: readonly string[]; sourceIds: readonly string[]; legs: readonly string[] }
>(
  'ledger.earlier',
  `select e.* from ledger_entries e
     join unnest(:sourceTypes::text[], :sourceIds::uuid[], :legs::text[]) as asked(source_type, source_id, leg)
       on e.source_type = asked.source_type and e.source_id = asked.source_id and e.leg = asked.leg
    where e.tenant_id = :tenant`,
);
/** The balance and its entry in one statement: neither can be there without the other. */
const moved = statement<
  Entry,
  Omit<RowOf<'ledgerEntries'>, 'tenantId' | 'place' | 'balanceAfter' | 'createdAt'>
>(
  'ledger.move',
  `with moved as (
     update ledger_accounts set balance = balance + :amount, version = version + 1, updated_at = :now
      where tenant_id = :tenant and id = :accountId and (floor is null or :amount > 0 or balance + :amount >= floor)
      returning id, balance, version)
   insert into ledger_entries (tenant_id, id, account_id, place, amount, balance_after, source_type, source_id, leg,
                               reverses_id, expires_on, actor_kind, actor_id, created_at)
   select :tenant, :id::uuid, moved.id, moved.version - 1, :amount, moved.balance, :sourceType, :sourceId::uuid,
          :leg, :reversesId::uuid, :expiresOn::date, :actorKind, :actorId, :now
     from moved returning *`,
);

const legOf = ({ leg }: Movement) => leg ?? '';
const keyOf = (type: string, id: string, leg: string) => `${type}\n${id}\n${leg}`;

/** Locks every account in the order of ids, then moves one after the other; see `post` for what is refused. */
export async function postingsInOrder(
  work: Work,
  movements: readonly Movement[],
): Promise<Entry[]> {
  for (const { amount } of movements) {
    if (!Number.isSafeInteger(amount) || amount === 0) throw new Error(`not a movement: ${amount}`);
  }
  const accountIds = [...new Set(movements.map(({ accountId }) => accountId))];
  const accounts = await work.rows(locked, { accountIds });
  if (accounts.length < accountIds.length) throw notFound();
  const before = await entriesBefore(work, movements);
  const entries: Entry[] = [];
  for (const movement of movements) {
    const { source, accountId, amount } = movement;
    const known = before.get(keyOf(source.type, source.id, legOf(movement)));
    if (known && (known.accountId !== accountId || known.amount !== amount)) {
      throw new Problem(409, 'ledger_posted', { sourceType: source.type, sourceId: source.id });
    }
    entries.push(known ?? (await move(work, movement)));
  }
  return entries;
}

/** Looked for after the locks are held: whoever sent the same a moment ago has committed by then. */
async function entriesBefore(
  work: Work,
  movements: readonly Movement[],
): Promise<Map<string, Entry>> {
  const rows = await work.rows(earlier, {
    sourceTypes: movements.map(({ source }) => source.type),
    sourceIds: movements.map(({ source }) => source.id),
    legs: movements.map(legOf),
  });
  return new Map(rows.map((row) => [keyOf(row.sourceType, row.sourceId, row.leg), row]));
}

async function move(work: Work, movement: Movement): Promise<Entry> {
  const { accountId, amount, source, expiresOn, reversesId } = movement;
  const entry = await work.first(moved, {
    id: newId(work.now),
    accountId,
    amount,
    sourceType: source.type,
    sourceId: source.id,
    leg: legOf(movement),
    expiresOn: expiresOn ?? null,
    reversesId: reversesId ?? null,
    actorKind: work.actor.kind,
    actorId: work.actor.id,
  });
  return entry ?? short(work, movement);
}

async function short(work: Work, { accountId, amount, pointer }: Movement): Promise<never> {
  const [account] = await work.rows(locked, { accountIds: [accountId] });
  const { balance, floor, unit } = account!;
  const available = balance - (floor ?? 0);
  throw ruleBroken(pointer ?? '/amount', 'ledger_short', {
    balance: available,
    needed: -amount,
    unit,
  });
}
