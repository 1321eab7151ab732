import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Seal } from '../seal.ts';
import { statement } from '../sql.ts';
import type { Work } from '../work.ts';

/** A person whom values speak of: customer, employee; or the thing itself where it belongs to nobody known. */
export interface Subject {
  type: string;
  id: string;
}

/** A value that only the key of its subject opens; what stands in an entry's `data` instead of it. */
export interface SealedValue {
  $sealed: [type: string, id: string, bytes: string];
}

interface KeyRow {
  subjectType: string;
  subjectId: string;
  sealedKey: string | null;
}

const keep = statement<KeyRow, { type: string; id: string; sealedKey: string }>(
  'audit.keepSubjectKey',
  `with made as (
     insert into subject_keys (tenant_id, subject_type, subject_id, sealed_key, made_at)
     values (:tenant, :type, :id, :sealedKey, :now) on conflict do nothing returning subject_type, subject_id, sealed_key)
   select subject_type, subject_id, sealed_key from made
   union all
   select subject_type, subject_id, sealed_key from subject_keys
    where tenant_id = :tenant and subject_type = :type and subject_id = :id limit 1`,
);
const keysOf = statement<KeyRow, { types: string[]; ids: string[] }>(
  'audit.subjectKeys',
  `select k.subject_type, k.subject_id, k.sealed_key
     from unnest(:types::text[], :ids::uuid[]) as wanted (type, id)
     join subject_keys k on k.tenant_id = :tenant and k.subject_type = wanted.type and k.subject_id = wanted.id`,
);
const forget = statement<never, { type: string; id: string }>(
  'audit.forgetSubject',
  `insert into subject_keys (tenant_id, subject_type, subject_id, sealed_key, made_at, forgotten_at)
   values (:tenant, :type, :id, null, :now, :now)
   on conflict (tenant_id, subject_type, subject_id)
   do update set sealed_key = null, forgotten_at = coalesce(subject_keys.forgotten_at, excluded.forgotten_at)`,
);

/**
 * Makes all that the audit holds of a person unreadable for good, and keeps it so: no new key is made. The chain stays
 * valid, because it seals what is stored (PIPL art. 47). A second time changes nothing.
 */
export async function forgetSubject(work: Work, subject: Subject): Promise<void> {
  await work.run(forget, { type: subject.type, id: subject.id });
}

/** The subject's key, made when it is first needed; `null` once the subject is forgotten. */
export async function keyFor(work: Work, secrets: Seal, subject: Subject): Promise<Buffer | null> {
  const { type, id } = subject;
  const fresh = secrets.seal(randomBytes(32).toString('base64url'));
  const asked = { type, id, sealedKey: fresh };
  // A key made by another transaction a moment ago is not in this statement's snapshot: the second look sees it.
  const row = (await work.first(keep, asked)) ?? (await work.first(keep, asked));
  return row?.sealedKey ? opened(secrets, row.sealedKey) : null;
}

/** The keys of several subjects at once; the forgotten are missing. */
export async function keysFor(
  work: Work,
  secrets: Seal,
  subjects: readonly Subject[],
): Promise<Map<string, Buffer>> {
  if (subjects.length === 0) return new Map();
  const types = subjects.map(({ type }) => type);
  const ids = subjects.map(({ id }) => id);
  const rows = await work.rows(keysOf, { types, ids });
  return new Map(
    rows.flatMap(({ subjectType, subjectId, sealedKey }) =>
      sealedKey ? [[`${subjectType}/${subjectId}`, opened(secrets, sealedKey)] as const] : [],
    ),
  );
}

const opened = (secrets: Seal, sealedKey: string) =>
  Buffer.from(secrets.unseal(sealedKey), 'base64url');

/** Closes a value under its subject's key, bound to the entry and field in which it stands (AES-256-GCM). */
export function sealValue(
  key: Buffer,
  subject: Subject,
  place: string,
  value: unknown,
): SealedValue {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([
    cipher.update(JSON.stringify(value ?? null), 'utf8'),
    cipher.final(),
  ]);
  const bytes = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  return { $sealed: [subject.type, subject.id, bytes] };
}

/** Whether a value of an entry's `data` is closed. */
export const isSealed = (value: unknown): value is SealedValue =>
  typeof value === 'object' && value !== null && '$sealed' in value;

/** Opens a value again. @throws when it was changed, or stood in another place */
export function openValue(key: Buffer, place: string, { $sealed }: SealedValue): unknown {
  const bytes = Buffer.from($sealed[2], 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(12, 28));
  const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
  return JSON.parse(text);
}
