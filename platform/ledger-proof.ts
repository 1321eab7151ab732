import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { statement } from './sql.ts';
import type { Work } from './work.ts';

const whole = Type.Integer({
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
});

/** An account whose balance is not what its entries say: never expected, so always an alarm. */
export const ledgerEvents = events('ledger', {
  unproved: shape({ accountId: id, kind: line(80), balance: whole, entriesSum: whole }),
});

export interface Unproved {
  accountId: string;
  kind: string;
  orgPath: string;
  balance: number;
  entriesSum: number;
}
interface Proved extends Unproved {
  holds: boolean;
}

const proofOf = statement<Proved, { after: string | null; size: number }>(
  'ledger.proof',
  `select a.id as account_id, a.kind, a.org_path, a.balance, e.entries_sum,
          e.entries_sum = a.balance and e.entries = a.version - 1 and e.last_place = a.version - 1
            and e.running_right as holds
     from (select * from ledger_accounts where tenant_id = :tenant and (:after::uuid is null or id > :after)
            order by id limit :size) a
    cross join lateral (
      select coalesce(sum(amount), 0) as entries_sum, count(*) as entries, coalesce(max(place), 0) as last_place,
             coalesce(bool_and(balance_after = running), true) as running_right
        from (select amount, place, balance_after, sum(amount) over (order by place) as running
                from ledger_entries where tenant_id = :tenant and account_id = a.id) summed) e
    order by a.id`,
);

const accountsAtOnce = 200;

/**
 * Proves a tenant's ledgers (D-11): the entries of every account add up to its balance, step by step and without a
 * gap. What does not is put on record as `ledger.unproved`. @returns the accounts that do not hold
 */
export async function proveLedgers(work: Work): Promise<Unproved[]> {
  const wrong: Unproved[] = [];
  for (let after: string | null = null; ; ) {
    const rows: Proved[] = await work.rows(proofOf, { after, size: accountsAtOnce });
    wrong.push(...rows.filter(({ holds }) => !holds));
    if (rows.length < accountsAtOnce) break;
    after = rows.at(-1)!.accountId;
  }
  for (const { accountId, kind, balance, entriesSum, orgPath } of wrong) {
    const about = { type: 'ledgerAccount', id: accountId, orgPath };
    await work.emit(ledgerEvents.unproved, { accountId, kind, balance, entriesSum }, about);
  }
  return wrong;
}
