import { setImmediate } from 'node:timers/promises';
import { systemActor } from '../actor.ts';
import { globalStatement, statement, valuesOf } from '../sql.ts';
import { readingWork } from '../work.ts';
import { type Anchor, anchorLine, appendAnchors, latestAnchors } from './anchors.ts';
import type { SealingHost } from './sealing.ts';
import { verifierOf } from './signing.ts';
import { type Fault, verifyChain } from './verifying.ts';

interface HeadRow {
  tenantId: string;
  verifiedSeq: number;
}

const heads = globalStatement<HeadRow, { after: string; all: boolean }>(
  'audit.headsToAnchor',
  `select tenant_id, verified_seq from audit_heads
    where tenant_id > :after and (anchored_seq < seq or :all) order by tenant_id limit 200`,
);
const head = statement<{ seq: number; hash: Buffer }, object>(
  'audit.head',
  'select seq, hash from audit_seals where tenant_id = :tenant order by seq desc limit 1',
);
const noteAnchor = globalStatement<never, object>(
  'audit.noteAnchor',
  `update audit_heads set anchored_seq = :seq, anchored_at = :now, verified_at = :now, fault = :fault,
          verified_seq = case when :fault::jsonb is null then :verifiedSeq else verified_seq end
    where tenant_id = :owner`,
);

const nobody = '00000000-0000-0000-0000-000000000000';

/** Verifies each chain and keeps its head outside the database, hour by hour. */
export class Anchoring {
  private readonly host: SealingHost;
  private readonly folder: string;
  private readonly alarm: (tenantId: string, fault: Fault) => void;
  private latest: Map<string, Anchor> | undefined;

  constructor(host: SealingHost, folder: string, alarm: (tenantId: string, fault: Fault) => void) {
    this.host = host;
    this.folder = folder;
    this.alarm = alarm;
  }

  /**
   * Anchors every chain that has grown, after verifying what is new in it; with `all` every chain from its beginning.
   * @returns how many heads were written down
   */
  async anchor({ all }: { all: boolean }): Promise<number> {
    this.latest ??= await latestAnchors(this.folder);
    let count = 0;
    for (let after = nobody; ; ) {
      const { rows } = await this.host.database.global(heads, valuesOf(heads, { after, all }));
      for (const { tenantId, verifiedSeq } of rows as unknown as HeadRow[]) {
        count += await this.anchorOne(tenantId, all ? 0 : verifiedSeq);
        after = tenantId;
      }
      if (rows.length === 0) return count;
    }
  }

  private async anchorOne(tenantId: string, verifiedSeq: number): Promise<number> {
    const { database, clock, signer } = this.host;
    const now = clock.now(tenantId);
    const work = readingWork(database, { actor: systemActor(tenantId, 'audit'), now });
    const known = this.latest!.get(tenantId);
    const verdict = await verifyChain(work, {
      isSigned: verifierOf(signer.publicKey),
      anchors: known ? [known] : [],
      after: verifiedSeq,
      pause: setImmediate,
    });
    if (verdict.fault) this.alarm(tenantId, verdict.fault);
    const found = await work.first(head, {});
    const isNew = found !== undefined && found.seq > (known?.seq ?? 0);
    if (isNew) {
      const line = anchorLine(signer, { tenantId, ...found }, now);
      await appendAnchors(this.folder, now, [line]);
      const signature = Buffer.from(line.signature, 'base64url');
      this.latest!.set(tenantId, { ...line, hash: found.hash, signature });
    }
    const fault = verdict.fault ? JSON.stringify(verdict.fault) : null;
    const note = { owner: tenantId, now, seq: found?.seq ?? 0, verifiedSeq: verdict.seq, fault };
    await database.global(noteAnchor, valuesOf(noteAnchor, note));
    return isNew ? 1 : 0;
  }
}
