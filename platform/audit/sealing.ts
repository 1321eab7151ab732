import type { Clock } from '../clock.ts';
import type { Database, Session } from '../database.ts';
import { globalStatement, statement, valuesOf } from '../sql.ts';
import { beginning, entryText, hashOf, secondsText } from './entry.ts';
import type { Signer } from './signing.ts';

export interface SealingHost {
  database: Database;
  clock: Clock;
  signer: Signer;
}

/** What one look of the sealer did. */
export interface Sealed {
  entries: number;
  /** How long the oldest of them had waited. */
  lagMsMax: number;
}

const waiting = globalStatement<{ tenantId: string }, { busy: string[] }>(
  'audit.waiting',
  'select tenant_id from audit_unsealed where tenant_id <> all(:busy::uuid[]) order by id limit 1',
);
const lockChain = globalStatement<{ isMine: boolean }, { owner: string }>(
  'audit.lockChain',
  `select pg_try_advisory_xact_lock(741002, hashtext(:owner::text)) as is_mine`,
);
const headOfChain = statement<{ seq: number; hash: Buffer }, object>(
  'audit.headOfChain',
  'select seq, hash from audit_seals where tenant_id = :tenant order by seq desc limit 1',
);
const unsealed = statement<
  { ids: string[]; lagMs: number; entryId: string; entry: Record<string, string | null> | null },
  object
>(
  'audit.unsealed',
  `with batch as (
     select id, entry_ids, written_at from audit_unsealed where tenant_id = :tenant order by id limit 50)
   select (select array_agg(id::int8) from batch) as ids,
          (select extract(epoch from clock_timestamp() - min(written_at)) * 1000 from batch)::float8 as lag_ms,
          w.entry_id, ${entryText} as entry
     from (select distinct on (t.entry_id) t.entry_id, b.id, t.nr
             from batch b, unnest(b.entry_ids) with ordinality as t (entry_id, nr)
            order by t.entry_id, b.id, t.nr) as w
     left join audit_entries e on e.tenant_id = :tenant and e.id = w.entry_id
    where not exists (select 1 from audit_seals s where s.tenant_id = :tenant and s.entry_id = w.entry_id)
    order by w.id, w.nr`,
);
const drop = globalStatement<never, { owner: string; ids: string[] }>(
  'audit.dropUnsealed',
  'delete from audit_unsealed where tenant_id = :owner and id = any(:ids::int8[])',
);
/** Rows whose entries all carry a seal already: nothing is left to do for them. */
const dropDone = statement<never, object>(
  'audit.dropDone',
  `delete from audit_unsealed u where u.tenant_id = :tenant and not exists (
     select 1 from unnest(u.entry_ids) as e (id) where not exists (
       select 1 from audit_seals s where s.tenant_id = :tenant and s.entry_id = e.id))`,
);
const insertSeals = statement<never, object>(
  'audit.insertSeals',
  `insert into audit_seals (tenant_id, seq, entry_id, sealed_at, prev_hash, hash, signature)
   select :tenant::uuid, s.seq, s.entry_id, :now::timestamptz, decode(s.prev, 'hex'), decode(s.hash, 'hex'), decode(s.signature, 'hex')
     from unnest(:seqs::int8[], :entryIds::uuid[], :prevs::text[], :hashes::text[], :signatures::text[])
       as s (seq, entry_id, prev, hash, signature)`,
);
const noteHead = globalStatement<never, object>(
  'audit.noteHead',
  `insert into audit_heads (tenant_id, seq, hash, sealed_at) values (:owner, :seq, :hash, :now)
   on conflict (tenant_id) do update set seq = excluded.seq, hash = excluded.hash, sealed_at = excluded.sealed_at`,
);

/**
 * Seals what waits, tenant by tenant, in the order in which it is found: gap-free numbers, each hash over the one
 * before. One sealer a chain at a time, whatever the number of instances; a chain that another one holds is left to it.
 */
export async function sealWaiting(host: SealingHost): Promise<Sealed> {
  const done: Sealed = { entries: 0, lagMsMax: 0 };
  const busy: string[] = [];
  for (;;) {
    const { rows } = await host.database.global(waiting, [busy]);
    const tenantId = rows[0]?.tenantId as string | undefined;
    if (tenantId === undefined) return done;
    const sealed = await host.database.transaction(tenantId, (session) =>
      sealBatch(host, session, tenantId),
    );
    if (sealed === 'busy') {
      busy.push(tenantId);
    } else {
      done.entries += sealed.entries;
      done.lagMsMax = Math.max(done.lagMsMax, sealed.lagMsMax);
    }
  }
}

async function sealBatch(
  { clock, signer }: SealingHost,
  session: Session,
  tenant: string,
): Promise<Sealed | 'busy'> {
  const ask = async <Row>(asked: Parameters<Session['run']>[0], given: object) =>
    (await session.run(asked, valuesOf(asked, given))).rows as Row[];
  const owner = tenant;
  const [lock] = await ask<{ isMine: boolean }>(lockChain, { owner });
  if (!lock?.isMine) return 'busy';
  const rows = await ask<{ ids: string[]; lagMs: number; entryId: string; entry: never }>(
    unsealed,
    { tenant },
  );
  if (rows.length === 0) {
    await ask(dropDone, { tenant });
    return { entries: 0, lagMsMax: 0 };
  }
  const [head] = await ask<{ seq: number; hash: Buffer }>(headOfChain, { tenant });
  const now = clock.now(tenant);
  const sealedAt = secondsText(now);
  let seq = head?.seq ?? 0;
  let hash = head?.hash ?? beginning;
  const seals = rows.map(({ entryId, entry }, at) => {
    const prevHash = hash;
    seq++;
    const isSigned = at === rows.length - 1;
    hash = hashOf(tenant, { seq, entryId, sealedAt, prevHash, entry }, isSigned);
    return { seq, entryId, prev: prevHash.toString('hex'), hash: hash.toString('hex') };
  });
  const signature = signer.sign({ tenantId: tenant, seq, hash }).toString('hex');
  await ask(insertSeals, {
    tenant,
    now,
    seqs: seals.map((one) => one.seq),
    entryIds: seals.map((one) => one.entryId),
    prevs: seals.map((one) => one.prev),
    hashes: seals.map((one) => one.hash),
    signatures: seals.map((one) => (one.seq === seq ? signature : null)),
  });
  await ask(noteHead, { owner, seq, hash, now });
  await ask(drop, { owner, ids: rows[0]!.ids });
  return { entries: seals.length, lagMsMax: Math.round(rows[0]!.lagMs) };
}
