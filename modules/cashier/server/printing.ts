import type { FastifyReply } from 'fastify';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import type { FormFrame } from '#platform/print/form.ts';
import { sendPaper } from '#platform/print/send.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { printClose } from '../print/close-sheet.ts';
import { closeSeen } from './queries-till.ts';
import { shownClose } from './reading.ts';

/** A closed day on paper. */
export async function sendCloseSheet(
  work: Work,
  tillCloseId: string,
  call: Call,
): Promise<FastifyReply> {
  const row = await closeSeen(work, tillCloseId);
  if (!row) throw notFound();
  const frame = await frameOf(work, row.orgUnitId, { call, path: '/till-closes' });
  const { pdf } = await printClose(frame, shownClose(row));
  return sent(call, pdf, row.number);
}

/** What stands around a paper of the desk. */
export async function frameOf(
  work: Work,
  orgUnitId: string,
  { call, path }: { call: Call; path: string },
): Promise<FormFrame> {
  const unit = await unitById(work, orgUnitId);
  return {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${call.host.publicUrl}${path}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: call.language,
    timeZone: zoneOfTenant,
  };
}

export const sent = ({ reply }: Call, pdf: Buffer, name: string): FastifyReply =>
  sendPaper(reply, { pdf }, name);
