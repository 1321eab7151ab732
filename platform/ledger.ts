/**
 * The one mechanism for what is counted and must be neither lost nor overdrawn (D-11, D-12): parts in stock, prepaid
 * money in fen, points, package and coupon uses left, free places of a slot. An account has a balance that its floor
 * keeps up; every movement is an entry that stays for ever; a mistake is mended by an entry that takes it back.
 *
 * For the author of a module that counts: open an account with the thing's own row (`openAccount`, in the same
 * transaction), move it with `post`, or with `transfer` where what leaves one account enters another (money: always),
 * and take it back with `reverse`. The source is the row of your module that caused the movement (an order's line, a
 * payment): one source moves each leg once, so a task that runs twice moves nothing twice. Lock your own rows first:
 * ledger accounts come last but the document number (D-16).
 */
import type { RowOf } from '#database/types.generated.ts';
import { postingsInOrder } from './ledger-posting.ts';
import { Problem } from './problem.ts';
import { statement } from './sql.ts';
import type { Work } from './work.ts';

export type Account = RowOf<'ledgerAccounts'>;
export type Entry = RowOf<'ledgerEntries'>;

export interface AccountOf {
  /** `<module>.<what>`, such as `stock.part` or `members.prepaid`; stays, rows speak of it. */
  kind: string;
  /** Whose it is: a row of the module. One account of a kind each. */
  owner: { type: string; id: string };
}

export interface NewAccount extends AccountOf {
  /** Measure word for people: 件, 分, 次, 个. */
  unit: string;
  /** What the balance never goes below: 0 unless given; null for the other side of a double entry alone. */
  floor?: number | null;
  /** Where it lies in the tree: the actor's own unit unless given. */
  place?: { orgUnitId: string; orgPath: string };
}

export interface Source {
  type: string;
  id: string;
}

/** What is to be moved. */
export interface Posting {
  accountId: string;
  /** Whole units of the account (fen, thousandths of a part, uses): above 0 comes in, below 0 goes out. */
  amount: number;
  source: Source;
  /** Which of several movements of one source; `''` unless given. */
  leg?: string;
  /** Last day on which what comes in may be used. */
  expiresOn?: string;
  /** The field of the request that asks for it, for the refusal `ledger_short`. */
  pointer?: string;
}

const byOwner = statement<Account, { kind: string; ownerType: string; ownerId: string }>(
  'ledger.byOwner',
  `select * from ledger_accounts
    where tenant_id = :tenant and kind = :kind and owner_type = :ownerType and owner_id = :ownerId`,
);
const opened = statement<Account, { accountId: string }>(
  'ledger.byId',
  'select * from ledger_accounts where tenant_id = :tenant and id = :accountId',
);
const ofSource = statement<Entry, { sourceType: string; sourceId: string }>(
  'ledger.ofSource',
  `select * from ledger_entries where tenant_id = :tenant and source_type = :sourceType and source_id = :sourceId
    order by leg`,
);
const ofSources = statement<
  Entry,
  { sourceTypes: readonly string[]; sourceIds: readonly string[] }
>(
  'ledger.ofSources',
  `select e.* from unnest(:sourceTypes::text[], :sourceIds::uuid[]) as asked(source_type, source_id)
     join ledger_entries e on e.tenant_id = :tenant and e.source_type = asked.source_type
      and e.source_id = asked.source_id
    order by e.id`,
);
const statementPage = statement<Entry, { accountId: string; before: number | null; size: number }>(
  'ledger.statement',
  `select * from ledger_entries
    where tenant_id = :tenant and account_id = :accountId and (:before::int is null or place < :before)
    order by place desc limit :size`,
);

/** Opens the account of a thing, empty. Two at once: one of them gets 409 `duplicate`. */
export function openAccount(
  work: Work,
  { kind, owner, unit, floor = 0, place }: NewAccount,
): Promise<Account> {
  const at = { ownerType: owner.type, ownerId: owner.id };
  return work.insert('ledgerAccounts', { kind, ...at, unit, floor, ...place });
}

/** Opens many accounts at once, empty, under the ids given: for lists that bring many things in. */
export const openAccounts = (
  work: Work,
  accounts: readonly (NewAccount & { id: string })[],
): Promise<void> =>
  work.insertAll(
    'ledgerAccounts',
    accounts.map(({ id, kind, owner, unit, floor = 0, place }) => {
      const at = { ownerType: owner.type, ownerId: owner.id };
      return { id, kind, ...at, unit, floor, ...place };
    }),
  );

/** The account of a thing with its balance; `undefined` when none was opened. Reads, locks nothing. */
export const accountOf = (work: Work, { kind, owner }: AccountOf): Promise<Account | undefined> =>
  work.first(byOwner, { kind, ownerType: owner.type, ownerId: owner.id });

/** The account by its id. Reads, locks nothing. */
export const accountById = (work: Work, accountId: string): Promise<Account | undefined> =>
  work.first(opened, { accountId });

/**
 * Moves one account. The same source and leg again changes nothing and answers the first entry (409 `ledger_posted`
 * if it asks for another movement); a balance that would fall below its floor is refused with 422 `ledger_short`
 * and the facts `balance`, `needed`, `unit`. The account stays locked until the transaction ends.
 */
export async function post(work: Work, posting: Posting): Promise<Entry> {
  return (await postAll(work, [posting]))[0]!;
}

/** Several movements, all or none; accounts are locked in the order of their ids, whatever the order given (D-16). */
export const postAll = (work: Work, postings: readonly Posting[]): Promise<Entry[]> =>
  postingsInOrder(work, postings);

/**
 * Double entry: what leaves one account enters the other, and their sum stays. Legs are `from` and `to`, under the
 * given leg where a source makes several transfers. @param amount above 0
 */
export async function transfer(
  work: Work,
  { from, to, amount, leg, source, ...rest }: Omit<Posting, 'accountId'> & Transfer,
): Promise<{ from: Entry; to: Entry }> {
  if (amount < 1) throw new Error(`not an amount to transfer: ${amount}`);
  if (from === to) throw new Error('an account cannot pay itself');
  const under = leg === undefined ? '' : `${leg}.`;
  const [out, into] = await postAll(work, [
    { ...rest, source, accountId: from, amount: -amount, leg: `${under}from` },
    { ...rest, source, accountId: to, amount, leg: `${under}to` },
  ]);
  return { from: out!, to: into! };
}

interface Transfer {
  /** Account ids. */
  from: string;
  to: string;
}

/**
 * Takes back every movement of a source, each by an entry of its own under the source `by` (the cancellation, the
 * correction). Twice changes nothing. Refused with `ledger_short` where what came in is used up by now.
 */
export async function reverse(work: Work, source: Source, by: Source): Promise<Entry[]> {
  const entries = await entriesOf(work, source);
  if (entries.length === 0) throw new Problem(409, 'ledger_nothing');
  return postingsInOrder(
    work,
    entries.map(({ id, accountId, amount, leg }) => ({
      accountId,
      amount: -amount,
      source: by,
      leg,
      reversesId: id,
    })),
  );
}

/**
 * Takes back every movement of many sources, each by entries of its own under the source beside it. What such a source
 * never moved is left alone. @param pairs what is taken back, and by what
 */
export async function reverseAll(
  work: Work,
  pairs: readonly { source: Source; by: Source }[],
): Promise<Entry[]> {
  const taking = new Map(pairs.map(({ source, by }) => [`${source.type} ${source.id}`, by]));
  const entries = await work.rows(ofSources, {
    sourceTypes: pairs.map(({ source }) => source.type),
    sourceIds: pairs.map(({ source }) => source.id),
  });
  return postingsInOrder(
    work,
    entries.map(({ id, accountId, amount, leg, sourceType, sourceId }) => ({
      accountId,
      amount: -amount,
      source: taking.get(`${sourceType} ${sourceId}`)!,
      leg,
      reversesId: id,
    })),
  );
}

/** What a source moved so far, by leg. */
export const entriesOf = (work: Work, { type, id }: Source): Promise<Entry[]> =>
  work.rows(ofSource, { sourceType: type, sourceId: id });

/** An account's entries, the newest first; the next page begins before the `place` of the last one shown. */
export const statementOf = (
  work: Work,
  accountId: string,
  { before, size }: { before?: number; size: number },
): Promise<Entry[]> => work.rows(statementPage, { accountId, before: before ?? null, size });
