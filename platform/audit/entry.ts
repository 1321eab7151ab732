import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A seal with the entry that it seals, every value as PostgreSQL prints it, so that no byte is lost on the way. */
export interface SealedEntry {
  seq: number;
  entryId: string;
  /** Seconds since 1970 with six decimals. */
  sealedAt: string;
  prevHash: Buffer;
  hash: Buffer;
  signature: Buffer | null;
  /** The entry's columns by name; `null` when it is no longer there. */
  entry: Record<string, string | null> | null;
}

/** What the first entry of a tenant's chain stands on. */
export const beginning: Buffer = Buffer.alloc(32);

/**
 * The columns of an entry as text, for `audit_entries e`. Instants as seconds with six decimals, `data` as the text of
 * its jsonb: what JavaScript would round is still told apart.
 */
export const entryText = `case when e.id is null then null else json_build_object(
    'id', e.id::text, 'at', extract(epoch from e.at)::text, 'event', e.event, 'actor_kind', e.actor_kind,
    'actor_id', e.actor_id, 'actor_name', e.actor_name, 'acting_for_id', e.acting_for_id::text,
    'about_type', e.about_type, 'about_id', e.about_id::text, 'data', e.data::text, 'request_id', e.request_id,
    'org_path', e.org_path, 'via', e.via) end`;

/**
 * SHA-256 over the hash before and the canonical JSON (RFC 8785) of seal and entry (D-73). Whether a seal is signed is
 * part of it: a signature cannot be taken away unseen.
 */
export function hashOf(
  tenantId: string,
  seal: Pick<SealedEntry, 'seq' | 'entryId' | 'sealedAt' | 'prevHash' | 'entry'>,
  isSigned: boolean,
): Buffer {
  const { seq, entryId, sealedAt, prevHash, entry } = seal;
  const text = canonicalize({ tenantId, seq: String(seq), entryId, sealedAt, isSigned, entry });
  return createHash('sha256').update(prevHash).update(text!).digest();
}

/** An instant as PostgreSQL prints its seconds. */
export function secondsText(instant: Date): string {
  const ms = instant.getTime();
  return `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}000`;
}
