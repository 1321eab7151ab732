import type { FastifyReply } from 'fastify';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import type { Work } from '#platform/work.ts';
import { printReport } from '../print/report.ts';
import { shownReport } from './reports.ts';

/** A report upward on paper. @throws Problem 404 */
export async function sendReportPaper(
  work: Work,
  reportId: string,
  call: Call,
): Promise<FastifyReply> {
  const report = await shownReport(work, reportId);
  const unit = await unitById(work, report.orgUnitId);
  const frame = {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${call.host.publicUrl}/complaint-reports/${reportId}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: call.language,
    timeZone: zoneOfTenant,
  };
  const { pdf } = await printReport(frame, report);
  return sendPaper(call.reply, { pdf }, `${report.fromOn}-${report.edition}`);
}
