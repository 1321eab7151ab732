import { statement } from '../sql.ts';
import type { Work } from '../work.ts';
import type { Anchor } from './anchors.ts';
import { type DroppedMonth, droppedMonths, isSoundlyDropped } from './dropped-months.ts';
import { beginning, entryText, hashOf, type SealedEntry } from './entry.ts';
import type { Head } from './signing.ts';

/** What is wrong with a chain, and where. */
export type FaultKind =
  | 'seal_missing'
  | 'entry_missing'
  | 'entry_changed'
  | 'link_broken'
  | 'signature_wrong'
  | 'signature_missing'
  | 'anchor_differs'
  | 'tail_cut'
  | 'entry_inserted';

/** The first entry that cannot be trusted. Where only a signature tells, it lies between `seq` and `untilSeq`. */
export interface Fault {
  what: FaultKind;
  seq: number;
  untilSeq: number;
  entryId: string | null;
}

export interface Verdict {
  /** The last number that was reached. */
  seq: number;
  entries: number;
  /** Entries of months that were exported and dropped: their seals were checked, their words lie in the files. */
  exported: number;
  fault: Fault | undefined;
}

export interface Proof {
  /** Checks the installation's signature. */
  isSigned: (head: Head, signature: Buffer) => boolean;
  /** The heads that were kept outside the database, in any order. */
  anchors: readonly Anchor[];
  /** Begins after this number, which was found sound before. */
  after?: number;
  /** Called after each thousand entries, so that others get their turn. */
  pause?: () => Promise<unknown>;
}

const pageSize = 1000;
const page = statement<SealedEntry, { after: number; size: number }>(
  'audit.sealedPage',
  `select s.seq, s.entry_id, extract(epoch from s.sealed_at)::text as sealed_at, s.prev_hash, s.hash, s.signature,
          ${entryText} as entry
     from audit_seals s left join audit_entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
    where s.tenant_id = :tenant and s.seq > :after order by s.seq limit :size`,
);
const hashAt = statement<{ hash: Buffer }, { seq: number }>(
  'audit.hashAt',
  'select hash from audit_seals where tenant_id = :tenant and seq = :seq',
);
const inserted = statement<{ id: string }, object>(
  'audit.inserted',
  `select e.id from audit_entries e
    where e.tenant_id = :tenant
      and not exists (select 1 from audit_seals s where s.tenant_id = :tenant and s.entry_id = e.id)
      and e.id not in (select unnest(u.entry_ids) from audit_unsealed u where u.tenant_id = :tenant)
    order by e.at, e.id limit 1`,
);

/**
 * Recomputes a tenant's chain and names the first entry that is missing, changed, inserted or out of its place (G-41).
 * Only anchors tell a tail that was cut off, or a whole chain that was written anew by whoever has the signing key.
 */
export async function verifyChain(work: Work, proof: Proof): Promise<Verdict> {
  const dropped = (await droppedMonths(work)).filter((month) => isSoundlyDropped(month, proof));
  const walk = new Walk(work.actor.tenantId, proof, dropped);
  const lost = await walk.begin(work);
  if (lost) return walk.verdict(lost);
  for (;;) {
    const rows = await work.rows(page, { after: walk.seq, size: pageSize });
    for (const row of rows) {
      const fault = walk.step(row);
      if (fault) return walk.verdict(fault);
    }
    if (rows.length < pageSize) break;
    await proof.pause?.();
  }
  const fault = walk.end();
  if (fault || proof.after) return walk.verdict(fault);
  const stray = await work.first(inserted, {});
  return walk.verdict(
    stray && {
      what: 'entry_inserted',
      seq: walk.seq + 1,
      untilSeq: walk.seq + 1,
      entryId: stray.id,
    },
  );
}

class Walk {
  seq: number;
  private entries = 0;
  private exported = 0;
  private hash = beginning;
  /** Up to here a signature or an anchor agrees. */
  private sureTo: number;
  /** Up to here an anchor agrees: where one differs, the signatures since then prove nothing either. */
  private anchoredTo: number;
  private isLastSigned = true;
  private readonly tenantId: string;
  private readonly proof: Proof;
  private readonly anchors: Map<number, Anchor>;
  private readonly lastAnchored: number;
  private readonly dropped: readonly DroppedMonth[];

  constructor(tenantId: string, proof: Proof, dropped: readonly DroppedMonth[]) {
    this.tenantId = tenantId;
    this.proof = proof;
    this.dropped = dropped;
    this.seq = proof.after ?? 0;
    this.sureTo = this.seq;
    this.anchoredTo = this.seq;
    const ours = proof.anchors.filter((anchor) => anchor.tenantId === tenantId);
    this.anchors = new Map(ours.map((anchor) => [anchor.seq, anchor]));
    this.lastAnchored = Math.max(0, ...this.anchors.keys());
  }

  /** Stands on the seal where a former walk ended, if that is still the one it was. */
  async begin(work: Work): Promise<Fault | undefined> {
    const { seq } = this;
    if (seq === 0) return undefined;
    const hash = (await work.first(hashAt, { seq }))?.hash;
    if (!hash) return this.at(seq, 'tail_cut', null);
    const anchor = this.anchors.get(seq);
    if (anchor && !anchor.hash.equals(hash)) return this.at(seq, 'anchor_differs', null);
    this.hash = hash;
    return undefined;
  }

  step(row: SealedEntry): Fault | undefined {
    const seq = this.seq + 1;
    if (row.seq !== seq) return this.at(seq, 'seal_missing', null);
    const isExported = !row.entry && this.isOfDroppedMonth(row.entryId);
    if (!row.entry && !isExported) return this.at(seq, 'entry_missing', row.entryId);
    if (!row.prevHash.equals(this.hash)) return this.at(seq, 'link_broken', row.entryId);
    const isSigned = row.signature !== null;
    if (!isExported && !hashOf(this.tenantId, row, isSigned).equals(row.hash))
      return this.at(seq, 'entry_changed', row.entryId);
    if (row.signature) {
      const head = { tenantId: this.tenantId, seq, hash: row.hash };
      if (!this.proof.isSigned(head, row.signature)) return this.within(seq, 'signature_wrong');
    }
    const anchor = this.anchors.get(seq);
    if (anchor && !anchor.hash.equals(row.hash))
      return { what: 'anchor_differs', seq: this.anchoredTo + 1, untilSeq: seq, entryId: null };
    if (anchor) this.anchoredTo = seq;
    if (isSigned || anchor) this.sureTo = seq;
    this.isLastSigned = isSigned;
    this.seq = seq;
    this.hash = row.hash;
    if (isExported) this.exported++;
    else this.entries++;
    return undefined;
  }

  private isOfDroppedMonth(entryId: string): boolean {
    return this.dropped.some(({ fromId, untilId }) => fromId <= entryId && entryId < untilId);
  }

  end(): Fault | undefined {
    const seq = this.isLastSigned ? this.seq + 1 : this.sureTo + 1;
    if (this.lastAnchored > this.seq)
      return { what: 'tail_cut', seq, untilSeq: this.lastAnchored, entryId: null };
    if (!this.isLastSigned)
      return { what: 'signature_missing', seq, untilSeq: this.seq + 1, entryId: null };
    return undefined;
  }

  verdict(fault: Fault | undefined): Verdict {
    const { seq, entries, exported } = this;
    return { seq, entries, exported, fault };
  }

  private at(seq: number, what: FaultKind, entryId: string | null): Fault {
    return { what, seq, untilSeq: seq, entryId };
  }
  private within(untilSeq: number, what: FaultKind): Fault {
    return { what, seq: this.sureTo + 1, untilSeq, entryId: null };
  }
}
