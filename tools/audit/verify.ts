import { systemActor } from '#platform/actor.ts';
import { type Anchor, readAnchors } from '#platform/audit/anchors.ts';
import { verifierOf } from '#platform/audit/signing.ts';
import { type Verdict, verifyChain } from '#platform/audit/verifying.ts';
import type { Database } from '#platform/database.ts';
import { globalStatement } from '#platform/sql.ts';
import { readingWork } from '#platform/work.ts';

export interface TenantVerdict extends Verdict {
  tenantId: string;
  name: string;
  /** How many heads from outside were compared. */
  anchors: number;
  /** Anchors that this installation did not sign: they prove nothing and are left out. */
  foreign: number;
}

const tenants = globalStatement<{ id: string; name: string }, { wanted: string | null }>(
  'audit.tenants',
  `select id, name from tenants where :wanted::text is null or id::text = :wanted or code = :wanted order by id`,
);

/** Recomputes the chain of each tenant (of the one whose id or code is given), against all anchors of a folder. */
export async function* verifyTenants(
  database: Database,
  now: Date,
  asked: { tenant?: string; anchorsDir: string; publicKey: string },
): AsyncGenerator<TenantVerdict> {
  const isSigned = verifierOf(asked.publicKey);
  const { rows } = await database.global(tenants, [asked.tenant ?? null]);
  for (const { id: tenantId, name } of rows as { id: string; name: string }[]) {
    const anchors: Anchor[] = [];
    let foreign = 0;
    for await (const anchor of readAnchors(asked.anchorsDir)) {
      if (anchor.tenantId !== tenantId) continue;
      if (isSigned(anchor, anchor.signature)) anchors.push(anchor);
      else foreign++;
    }
    const work = readingWork(database, { actor: systemActor(tenantId, 'audit'), now });
    const verdict = await verifyChain(work, { isSigned, anchors });
    yield { tenantId, name, anchors: anchors.length, foreign, ...verdict };
  }
}
