import { createHash } from 'node:crypto';
import { Problem } from './problem.ts';
import type { Seal } from './seal.ts';
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
  `select route, body_hash, status, headers, body::json as body from idempotency_keys
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
  /** Where the submission or its answer holds a secret: kept so that nobody reads or guesses it from the database. */
  secrets?: Seal;
}

function markOf({ body, secrets }: Submission): Buffer {
  const text = JSON.stringify(body ?? null);
  return secrets?.mark(text) ?? createHash('sha256').update(text).digest();
}

/**
 * The first answer again for the same key and body (D-20). The key's row is written in the transaction of the
 * effect, so either both are there or neither; a second sender waits for the first and then gets its answer.
 */
export async function onlyOnce(
  work: Work,
  submission: Submission,
  act: () => Promise<Kept>,
): Promise<Kept & { replayed: boolean }> {
  const { key, route, secrets } = submission;
  const actor = work.actor.id;
  const bodyHash = markOf(submission);
  const isFirst = (await work.run(claim, { actor, key, route, bodyHash })) === 1;
  if (isFirst) {
    const answer = await act();
    await work.run(keep, { actor, key, ...wireOf(answer, secrets) });
    return { ...answer, replayed: false };
  }
  const before = await work.first(kept, { actor, key });
  if (!before || before.status === 0) throw new Problem(409, 'in_progress');
  if (before.route !== route || !before.bodyHash.equals(bodyHash)) {
    throw new Problem(422, 'idempotency_key_reused');
  }
  const { status, headers } = before;
  return { status, headers, body: openedBody(before.body, secrets), replayed: true };
}

/** A refusal that was decided (409, 422) is the answer too: kept in a transaction of its own, its effect rolled back. */
export async function keepRefusal(work: Work, submission: Submission, answer: Kept): Promise<void> {
  const { key, route, secrets } = submission;
  const actor = work.actor.id;
  const isFirst =
    (await work.run(claim, { actor, key, route, bodyHash: markOf(submission) })) === 1;
  if (isFirst) await work.run(keep, { actor, key, ...wireOf(answer, secrets) });
}

/** Kept for a week: a tablet may have been offline that long. */
export const pruneKeys = (work: Work) =>
  work.run(prune, { before: new Date(work.now.getTime() - 7 * 24 * 3_600_000) });

function wireOf({ status, headers, body }: Kept, secrets: Seal | undefined) {
  const text = body === undefined ? null : JSON.stringify(body);
  const kept = text === null || !secrets ? text : JSON.stringify({ sealed: secrets.seal(text) });
  return { status, headers: JSON.stringify(headers), body: kept };
}

function openedBody(body: unknown, secrets: Seal | undefined): unknown {
  const { sealed } = (body ?? {}) as { sealed?: string };
  return secrets && sealed !== undefined ? JSON.parse(secrets.unseal(sealed)) : body;
}
