import type { FastifyReply } from 'fastify';
import type { Call } from '#platform/http.ts';
import { nameFor, plateFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { printReceipt } from '../print/receipt.ts';
import { frameOf, sent } from './printing.ts';
import { receiptSeen } from './queries-receipt.ts';

/** What was taken in advance or for a debt, on A4 or for the till's roll (收据, WSH-15). */
export async function sendReceipt(
  work: Work,
  receiptId: string,
  { paper = 'roll', call }: { paper?: 'a4' | 'roll'; call: Call },
): Promise<FastifyReply> {
  const row = await receiptSeen(work, receiptId);
  if (!row) throw notFound();
  const path = row.orderId ? `/r/o/${row.orderId}` : `/receivables/${row.customerId}`;
  const frame = await frameOf(work, row.orgUnitId, { call, path });
  const { orderId, customerName, plate, orgPath, ...told } = row;
  const { pdf } = await printReceipt(
    frame,
    {
      ...told,
      kind: orderId ? 'deposit' : 'collection',
      customerName: nameFor(work.actor, customerName, orgPath),
      plate: plateFor(work.actor, plate, orgPath),
    },
    paper,
  );
  return sent(call, pdf, `${row.number}-${paper}`);
}
