import { createHash } from 'node:crypto';
import { Problem } from './problem.ts';
import { statement } from './sql.ts';
import type { Work } from './work.ts';

export interface Kept {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

interface KeptRow extends Kept {
  route: string;
  bodyHash: Buffer;
}

const claim = statement<never, { actor: string; key: string; route: string; bodyHash: Buffer }>(
  'idempotency.claim',
  `insert into idempotency_keys (tenant_id, actor_id, key, route, body_hash, status, headers, created_at)
   values (:tenant, :actor, :key, :route, :bodyHash, 0, '{}', :now) on conflict do nothing`,
);
const kept = statement<KeptRow, { actor: string; key: string }>(
  'idempotency.kept',
  `select route, body_hash, status, headers, body from idempotency_keys
    where tenant_id = :tenant and actor_id = :actor and key = :key`,
);
const keep = statement<
  never,
  { actor: string; key: string; status: number; headers: string; body: string | null }
>(
  'idempotency.keep',
  `update idempotency_keys set status = :status, headers = :headers, body = :body
    where tenant_id = :tenant and actor_id = :actor and key = :key`,
);
const prune = statement<never, { before: Date }>(
  'idempotency.prune',
  'delete from idempotency_keys where tenant_id = :tenant and created_at < :before',
);

export interface Submission {
  key: string;
  route: string;
  body: unknown;
}

const hashOf = (body: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest();

/**
 * The first answer again for the same key and body (D-20). The key's row is written in the transaction of the
 * effect, so either both are there or neither; a second sender waits for the first and then gets its answer.
 */
export async function onlyOnce(
  work: Work,
  { key, route, body }: Submission,
  act: () => Promise<Kept>,
): Promise<Kept & { replayed: boolean }> {
  const actor = work.actor.id;
  const bodyHash = hashOf(body);
  const isFirst = (await work.run(claim, { actor, key, route, bodyHash })) === 1;
  if (isFirst) {
    const answer = await act();
    await work.run(keep, { actor, key, ...wireOf(answer) });
    return { ...answer, replayed: false };
  }
  const before = await work.first(kept, { actor, key });
  if (!before || before.status === 0) throw new Problem(409, 'in_progress');
  if (before.route !== route || !before.bodyHash.equals(bodyHash)) {
    throw new Problem(422, 'idempotency_key_reused');
  }
  return { status: before.status, headers: before.headers, body: before.body, replayed: true };
}

/** A refusal that was decided (409, 422) is the answer too: kept in a transaction of its own, its effect rolled back. */
export async function keepRefusal(
  work: Work,
  { key, route, body }: Submission,
  answer: Kept,
): Promise<void> {
  const actor = work.actor.id;
  const isFirst = (await work.run(claim, { actor, key, route, bodyHash: hashOf(body) })) === 1;
  if (isFirst) await work.run(keep, { actor, key, ...wireOf(answer) });
}

/** Kept for a week: a tablet may have been offline that long. */
export const pruneKeys = (work: Work) =>
  work.run(prune, { before: new Date(work.now.getTime() - 7 * 24 * 3_600_000) });

const wireOf = ({ status, headers, body }: Kept) => ({
  status,
  headers: JSON.stringify(headers),
  body: body === undefined ? null : JSON.stringify(body),
});
