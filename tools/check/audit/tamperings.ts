import type pg from 'pg';
import { beginning, entryText, hashOf, type SealedEntry } from '#platform/audit/entry.ts';
import type { Random } from '../random.ts';

/** What a tampering did, and where the verifier has to point: at a number in this span, or at this entry. */
export interface Done {
  what: string;
  seq: number;
  untilSeq?: number;
}

interface Scene {
  client: pg.Client;
  tenantId: string;
  /** How many entries are sealed. */
  length: number;
  random: Random;
}

type Tampering = (scene: Scene) => Promise<Done>;

const columnsOfEntry =
  `at event actor_kind actor_id actor_name acting_for_id about_type about_id data request_id
  org_path via id`.split(/\s+/);
const columnsOfSeal = ['entry_id', 'sealed_at', 'prev_hash', 'hash', 'signature', 'seq'];

/** Another value of the column's own kind, a small step away. */
function flipped(column: string): string {
  if (column === 'at' || column === 'sealed_at') return `${column} + interval '1 microsecond'`;
  if (['prev_hash', 'hash', 'signature'].includes(column))
    return `set_byte(coalesce(${column}, '\\x00'), 0, (get_byte(coalesce(${column}, '\\x00'), 0) + 1) % 256)`;
  if (column === 'data') return `data || '{"note": 1.00000000000000000001}'`;
  if (column === 'actor_kind') return `case actor_kind when 'user' then 'system' else 'user' end`;
  if (column === 'seq') return 'seq + 1000000';
  if (['id', 'entry_id', 'about_id', 'acting_for_id'].includes(column)) return 'gen_random_uuid()';
  return `coalesce(${column}, '') || 'x'`;
}

const anySeq = ({ random, length }: Scene) => 1 + random.whole(length);
const ofSeal = `tenant_id = $1 and seq = $2`;
const ofEntry = `tenant_id = $1 and id = (select entry_id from audit_seals where ${ofSeal})`;

const flipEntry: Tampering = async (scene) => {
  const [seq, column] = [anySeq(scene), scene.random.of(columnsOfEntry)];
  const set = `${column} = ${flipped(column)}`;
  await scene.client.query(`update audit_entries set ${set} where ${ofEntry}`, [
    scene.tenantId,
    seq,
  ]);
  return { what: `flip audit_entries.${column}`, seq };
};
const flipSeal: Tampering = async (scene) => {
  const [seq, column] = [anySeq(scene), scene.random.of(columnsOfSeal)];
  const set = `${column} = ${flipped(column)}`;
  await scene.client.query(`update audit_seals set ${set} where ${ofSeal}`, [scene.tenantId, seq]);
  return { what: `flip audit_seals.${column}`, seq };
};
const deleteEntry: Tampering = async (scene) => {
  const seq = anySeq(scene);
  await scene.client.query(`delete from audit_entries where ${ofEntry}`, [scene.tenantId, seq]);
  return { what: 'delete an entry', seq };
};
const deleteBoth: Tampering = async (scene) => {
  const seq = anySeq(scene);
  await scene.client.query(`delete from audit_entries where ${ofEntry}`, [scene.tenantId, seq]);
  await scene.client.query(`delete from audit_seals where ${ofSeal}`, [scene.tenantId, seq]);
  return { what: 'delete an entry and its seal', seq };
};
const insertEntry: Tampering = async (scene) => {
  await scene.client.query(
    `insert into audit_entries select tenant_id, gen_random_uuid(), at, event, actor_kind, actor_id, actor_name,
       acting_for_id, about_type, about_id, data, request_id, org_path, via from audit_entries where ${ofEntry}`,
    [scene.tenantId, anySeq(scene)],
  );
  return { what: 'insert an entry', seq: scene.length + 1 };
};
const swapEntries: Tampering = async (scene) => {
  const first = 1 + scene.random.whole(scene.length - 1);
  const second = first + 1 + scene.random.whole(scene.length - first);
  await scene.client.query(
    `update audit_seals s set entry_id = o.entry_id from audit_seals o
      where s.tenant_id = $1 and o.tenant_id = $1 and (s.seq, o.seq) in (($2, $3), ($3, $2))`,
    [scene.tenantId, first, second],
  );
  return { what: 'swap two entries', seq: first };
};
const cutTail: Tampering = async (scene) => {
  const keep = scene.random.whole(scene.length);
  await cut(scene, keep);
  return { what: 'cut the tail', seq: keep + 1, untilSeq: scene.length };
};
const restoreOldCopy: Tampering = async (scene) => {
  const keep = scene.random.whole(scene.length - 1);
  await cut(scene, keep);
  await rewriteFrom(scene, keep + 1, true);
  return { what: 'put back an old copy and go on writing', seq: keep + 1, untilSeq: scene.length };
};
const rewrite: Tampering = async (scene) => {
  const seq = anySeq(scene);
  await scene.client.query(
    `update audit_entries set actor_name = '某人', data = '{}' where ${ofEntry}`,
    [scene.tenantId, seq],
  );
  await rewriteFrom(scene, seq, false);
  return { what: 'change an entry and compute every later hash anew', seq };
};
const dropSignatures: Tampering = async (scene) => {
  const seq = anySeq(scene);
  await scene.client.query(
    `update audit_seals set signature = null where tenant_id = $1 and seq >= $2`,
    [scene.tenantId, seq],
  );
  await rewriteFrom(scene, seq, false);
  return { what: 'take the signatures away and compute every later hash anew', seq };
};

/** Every way in which the chain is attacked; each as often as the next. */
export const tamperings: readonly Tampering[] = [
  flipEntry,
  flipSeal,
  deleteEntry,
  deleteBoth,
  insertEntry,
  swapEntries,
  cutTail,
  restoreOldCopy,
  rewrite,
  dropSignatures,
];

async function cut({ client, tenantId }: Scene, keep: number): Promise<void> {
  await client.query(
    `delete from audit_entries where tenant_id = $1 and id in
       (select entry_id from audit_seals where tenant_id = $1 and seq > $2)`,
    [tenantId, keep],
  );
  await client.query('delete from audit_seals where tenant_id = $1 and seq > $2', [tenantId, keep]);
}

/**
 * What one who knows the format but not the signing key can do: compute every hash from here on. With `another` an
 * entry that never was stands first.
 */
async function rewriteFrom(scene: Scene, seq: number, another: boolean): Promise<void> {
  const { client, tenantId } = scene;
  if (another) await client.query(forged, [tenantId, seq]);
  const { rows } = await client.query(sealedFrom, [tenantId, Math.max(seq - 1, 0)]);
  let hash: Buffer = seq === 1 ? beginning : rows.shift().hash;
  for (const row of rows as SealedEntry[]) {
    const seal = { ...row, seq: Number(row.seq), prevHash: hash };
    hash = hashOf(tenantId, seal, row.signature !== null);
    await client.query(`update audit_seals set prev_hash = $3, hash = $4 where ${ofSeal}`, [
      tenantId,
      row.seq,
      seal.prevHash,
      hash,
    ]);
  }
}

const forged = `with e as (
    insert into audit_entries (tenant_id, id, at, event, actor_kind, actor_id, actor_name, data)
    values ($1, gen_random_uuid(), now(), 'customer.changed', 'user', 'x', '某人', '{}') returning id)
  insert into audit_seals (tenant_id, seq, entry_id, sealed_at, prev_hash, hash, signature)
  select $1, $2, id, now(), '\\x00', '\\x00', '\\x00' from e`;
const sealedFrom = `select s.seq, s.entry_id as "entryId", extract(epoch from s.sealed_at)::text as "sealedAt",
         s.hash, s.signature, ${entryText} as entry
    from audit_seals s left join audit_entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
   where s.tenant_id = $1 and s.seq >= $2 order by s.seq`;
