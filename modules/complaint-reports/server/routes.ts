import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { reportRoutes, reportRuleRoutes } from '../contract.ts';
import { overviewOf } from './overview.ts';
import { sendReportPaper } from './printing.ts';
import { pageOfReports } from './queries.ts';
import { correctReport, sendReport, shownInList, shownReport, writeReport } from './reports.ts';
import { ruleShown, setRule } from './rules.ts';

/** Reports of complaints to the tier above on the wire (CMP-14). */
export function complaintReportsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, reportRoutes, {
    list: async (work, { query }) => {
      const list = 'complaintReports.list';
      const after = host.cursors.open(list, query.cursor);
      const unitId = query.mine ? work.actor.unitId : null;
      const rows = await pageOfReports(work, unitId, after, sizeOf(query) + 1);
      const show = (row: (typeof rows)[number]) => shownInList(row, work.now);
      return pageOf(host.cursors, list, query, rows, (row) => [row.fromOn, row.id], show);
    },
    overview: (work, { query }) => overviewOf(work, query),
    one: (work, { params }) => shownReport(work, params.complaintReportId),
    write: (work, { params, body }, { expectedVersion }) =>
      writeReport(work, params.complaintReportId, body, expectedVersion),
    send: (work, { params }, { expectedVersion }) =>
      sendReport(work, params.complaintReportId, expectedVersion),
    correct: (work, { params, body }, { expectedVersion }) =>
      correctReport(work, params.complaintReportId, body.reason, expectedVersion),
    print: (work, { params }, call) => sendReportPaper(work, params.complaintReportId, call),
  });
  serve(app, host, reportRuleRoutes, {
    read: ruleShown,
    save: (work, { body }) => setRule(work, body),
  });
}
