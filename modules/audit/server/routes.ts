import type { FastifyInstance } from 'fastify';
import { anchorLine } from '#platform/audit/anchors.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import { auditRoutes } from '../contract.ts';
import {
  type EntryFilter,
  entriesAbout,
  entryById,
  latestEntries,
  sealedHeadOf,
  stateOfChain,
} from './queries.ts';
import { shownDetail, shownEntry } from './shown.ts';

const monthMs = 31 * 24 * 3_600_000;

export function auditModule(app: FastifyInstance, host: Host): void {
  serve(app, host, auditRoutes, {
    list: async (work, { query }) => {
      const filter = filterOf(work, query, host.cursors.open('audit', query.cursor));
      const rows = query.aboutId
        ? await entriesAbout(work, query.aboutId, filter)
        : await latestEntries(work, filter);
      return pageOf(
        host.cursors,
        'audit',
        query,
        rows,
        ({ at, id }) => [at, id],
        (row) => shownEntry(work, row),
      );
    },
    one: async (work, { params }) => {
      const row = await entryById(work, params.entryId);
      if (!row) throw notFound();
      return shownDetail(work, host.secrets, row);
    },
    state: async (work) => {
      const head = await stateOfChain(work);
      const at = (instant: Date | null | undefined) => instant?.toISOString() ?? null;
      const { what, seq, untilSeq } = head?.fault ?? {};
      return {
        sealedSeq: head?.seq ?? 0,
        sealedAt: at(head?.sealedAt),
        anchoredSeq: head?.anchoredSeq ?? 0,
        anchoredAt: at(head?.anchoredAt),
        verifiedSeq: head?.verifiedSeq ?? 0,
        verifiedAt: at(head?.verifiedAt),
        fault: what && seq && untilSeq ? { what, seq, untilSeq } : null,
        publicKey: host.signer.publicKey,
      };
    },
    anchor: async (work) => {
      const head = await sealedHeadOf(work);
      if (!head) throw new Problem(409, 'nothing_sealed');
      return anchorLine(host.signer, { tenantId: work.actor.tenantId, ...head }, work.now);
    },
  });
}

/** A month back, unless a span is asked for or one record's whole history. */
function filterOf(
  work: Work,
  query: QueryOf<typeof auditRoutes.list>,
  after: unknown[] | null,
): EntryFilter {
  const { event = null, actorId = null, aboutId } = query;
  const before = new Date(query['at.lt'] ?? work.now.getTime() + 1);
  const since = aboutId ? 0 : before.getTime() - monthMs;
  return {
    event,
    actorId,
    from: new Date(query['at.gte'] ?? since),
    before,
    afterAt: after ? new Date(after[0] as string) : null,
    afterId: after ? (after[1] as string) : null,
    size: sizeOf(query) + 1,
  };
}
