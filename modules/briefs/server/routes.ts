import type { FastifyInstance } from 'fastify';
import { placeOf, refuseFarDay } from '#modules/complaint-reviews/server/index.ts';
import { seesSealed } from '#modules/surveys/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import {
  briefRoutes,
  campaignReportRoutes,
  type IndicatorRecord,
  indicatorRoutes,
} from '../contract.ts';
import {
  draftByHand,
  refreshBrief,
  shownBrief,
  shownInList,
  signBrief,
  writeBrief,
} from './briefs.ts';
import { openReport } from './campaign-reports.ts';
import { agentAsked, indicatorsOf } from './indicators.ts';
import { lookedAt } from './periods.ts';
import { sendBrief, sendReport } from './printing.ts';
import { pageOfBriefs } from './queries.ts';
import { type RecordRow, recordsBehind } from './queries-counted.ts';

/** Indicators, briefs and reports on the wire (FUP-11, FUP-12, ASM-01). */
export function briefsModule(app: FastifyInstance, host: Host): void {
  serveIndicators(app, host);
  serve(app, host, campaignReportRoutes, {
    open: (work, { params }, { language }) => openReport(work, params.campaignId, language),
  });
  serve(app, host, briefRoutes, {
    list: async (work, { query }) => {
      const list = 'briefs.list';
      const after = host.cursors.open(list, query.cursor);
      const rows = await pageOfBriefs(work, query.grain ?? null, after, sizeOf(query) + 1);
      return pageOf(host.cursors, list, query, rows, (row) => [row.fromOn, row.id], shownInList);
    },
    draft: (work, { body }, { language }) => draftByHand(work, body, language),
    one: (work, { params }) => shownBrief(work, params.briefId),
    write: (work, { params, body }, { expectedVersion }) =>
      writeBrief(work, params.briefId, body, expectedVersion),
    refresh: (work, { params }, { expectedVersion }) =>
      refreshBrief(work, params.briefId, expectedVersion),
    sign: (work, { params }, { expectedVersion }) =>
      signBrief(work, params.briefId, expectedVersion),
    print: (work, { params }, call) => sendBrief(work, params.briefId, call),
  });
}

function serveIndicators(app: FastifyInstance, host: Host): void {
  serve(app, host, indicatorRoutes, {
    show: (work, { query }) => indicatorsOf(work, query),
    listRecords: async (work, { query }) => {
      const list = 'indicators.records';
      const rows = await recordsAsked(work, query, host.cursors.open(list, query.cursor));
      const keyOf = (row: RecordRow) => [row.at.toISOString(), row.id];
      return pageOf(host.cursors, list, query, rows, keyOf, presentRecord);
    },
    report: (work, { params, query }, call) => sendReport(work, params.employeeId, query, call),
  });
}

async function recordsAsked(
  work: Work,
  query: QueryOf<typeof indicatorRoutes.listRecords>,
  after: unknown[] | null,
) {
  const { fromOn, untilOn, figure, rule = null, isHit = null } = query;
  refuseFarDay('?fromOn', fromOn);
  refuseFarDay('?untilOn', untilOn);
  if (untilOn < fromOn) throw ruleBroken('?untilOn', 'period_reversed');
  const place = await placeOf(work, query.orgUnitId);
  const asked = {
    ...{ place: place.path, agentId: agentAsked(work, place, query.agentId) },
    ...{ rule, isHit, seesAll: seesSealed(work.actor), size: sizeOf(query) + 1 },
  };
  return recordsBehind(work, figure, lookedAt({ fromOn, untilOn }), asked, after);
}

function presentRecord(row: RecordRow): IndicatorRecord {
  const { orgPath: _, ...shown } = wire(row);
  return shown as IndicatorRecord;
}
