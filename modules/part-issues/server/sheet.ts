import type { FastifyReply } from 'fastify';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { plateFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { printIssueList } from '../print/issue-list.ts';
import { issuesOf, orderOf, partsOf } from './queries.ts';

/** The issue list of an order on paper (领料单), as far as it is issued now. */
export async function sendIssueList(
  work: Work,
  orderId: string,
  { host, reply, language }: Call,
): Promise<FastifyReply> {
  const order = await orderOf(work, orderId);
  if (!order) throw notFound();
  const unit = await unitById(work, order.orgUnitId);
  const frame = {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${host.publicUrl}/r/o/${order.id}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: language,
    timeZone: zoneOfTenant,
  };
  const { pdf } = await printIssueList(frame, {
    number: order.number,
    plate: plateFor(work.actor, order.plate, order.orgPath),
    model: order.model,
    technician: order.technicianName,
    parts: await partsOf(work, orderId),
    issues: (await issuesOf(work, orderId)).reverse(),
  });
  return sendPaper(reply, { pdf }, `${order.number}-parts`);
}
