import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import { levelRoutes } from '../contract.ts';
import { handDown, passUp, takeOver } from './passing.ts';
import { pageOfLevels } from './queries-list.ts';
import { reveal } from './revealing.ts';
import { shownInList, shownLevel } from './show.ts';
import { setTerms, shownTerms } from './terms.ts';

async function list(work: Work, query: QueryOf<typeof levelRoutes.list>, { cursors }: Host) {
  const { show = 'here', state = null } = query;
  const { id, unitId } = work.actor;
  const asked = {
    hereId: show === 'here' ? unitId : null,
    handlerId: show === 'mine' ? id : null,
    isAbove: show === 'above',
    ...{ state, size: sizeOf(query) + 1 },
  };
  const name = `complaintLevels.${show}`;
  const rows = await pageOfLevels(work, asked, cursors.open(name, query.cursor));
  return pageOf(
    cursors,
    name,
    query,
    rows,
    (row) => [row.dueAt.toISOString(), row.id],
    shownInList,
  );
}

/** One complaint through shop, agent and maker, on the wire (CMP-16). */
export function complaintLevelsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, levelRoutes, {
    list: (work, { query }) => list(work, query, host),
    one: (work, { params }) => shownLevel(work, params.complaintId),
    passUp: async (work, { params, body }, { expectedVersion }) => {
      await passUp(work, { ...params, expectedVersion }, body);
      return shownLevel(work, params.complaintId);
    },
    takeOver: async (work, { params, body }, { expectedVersion }) => {
      await takeOver(work, { ...params, expectedVersion }, body);
      return shownLevel(work, params.complaintId);
    },
    handDown: async (work, { params, body }, { expectedVersion }) => {
      await handDown(work, { ...params, expectedVersion }, body);
      return shownLevel(work, params.complaintId);
    },
    reveal: (work, { params, body }) => reveal(work, params.complaintId, body),
    terms: (work) => shownTerms(work),
    setTerms: (work, { body }) => setTerms(work, body.own),
  });
}
