import type { FastifyReply } from 'fastify';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { printCase } from '../print/training-case.ts';
import { managedBy } from './cases.ts';
import { caseById } from './queries.ts';

/** A case on paper for the training room; a draft too, for who may see it, and says so. */
export async function sendCase(work: Work, caseId: string, call: Call): Promise<FastifyReply> {
  const row = await caseById(work, caseId, managedBy(work.actor));
  if (!row) throw notFound();
  const unit = await unitById(work, row.orgUnitId);
  const { pdf } = await printCase(
    {
      shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
      recordUrl: `${call.host.publicUrl}/training-cases/${caseId}`,
      printedAt: work.now,
      printedBy: work.actor.name,
      locale: call.language,
      timeZone: zoneOfTenant,
    },
    row,
  );
  return sendPaper(call.reply, { pdf }, row.title);
}
