import type { FastifyReply } from 'fastify';
import { readyFileOf } from '#modules/files/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { nameFor, phoneFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { Handover } from '../contract.ts';
import { groundSources } from '../lifecycle.ts';
import { type LoanSheet, printLoan } from '../print/loan.ts';
import { seenLoan } from './queries-loans.ts';

/** The loan agreement (代步车借用协议) in two copies, as it was signed; how the car came back stands on it, too. */
export async function sendSheet(
  work: Work,
  loanId: string,
  { host, reply, language }: Call,
): Promise<FastifyReply> {
  const row = await seenLoan(work, loanId);
  if (!row) throw notFound();
  const unit = await unitById(work, row.orgUnitId);
  const lent = row.handovers.find(({ stage }) => stage === 'lent');
  const returned = row.handovers.find(({ stage }) => stage === 'returned');
  const sheet: LoanSheet = {
    carPlate: row.carPlate,
    carModel: row.carModel,
    customer: nameFor(work.actor, row.customerName, row.orgPath),
    phone: phoneFor(work.actor, row.customerPhone, row.orgPath),
    borrower: nameFor(work.actor, row.borrowerName, row.orgPath),
    licenceClass: row.licenceClass,
    licenceUntil: row.licenceUntil,
    lender: row.checkedByName,
    orderNumber: row.orderNumber,
    ground: row.ground,
    groundSource: groundSources[row.ground],
    lentAt: row.lentAt,
    dueAt: row.dueAt,
    returnedAt: row.returnedAt ?? undefined,
    out: stateOf(lent),
    back: returned && stateOf(returned),
    costFen: row.costFen,
    costReason: row.costReason,
    signature: await pictureOf(work, host, lent?.signatureFileId),
  };
  const { pdf } = await printLoan(
    {
      shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
      recordUrl: `${host.publicUrl}/loans/${row.id}`,
      printedAt: work.now,
      printedBy: work.actor.name,
      locale: language,
      timeZone: zoneOfTenant,
    },
    sheet,
  );
  return sendPaper(reply, { pdf }, `loan-${row.id.slice(-8)}`);
}

const stateOf = (handover: Handover | undefined) => ({
  mileageKm: handover?.mileageKm ?? undefined,
  fuelEighths: handover?.fuelEighths ?? undefined,
  note: handover?.note ?? '',
});

async function pictureOf(work: Work, host: Host, fileId: string | null | undefined) {
  const file = fileId ? await readyFileOf(work, fileId) : undefined;
  if (!file?.sha256 || file.contentType !== 'image/jpeg') return undefined;
  const parts: Buffer[] = [];
  for await (const part of host.files.read(work.actor.tenantId, file.sha256)) parts.push(part);
  return { bytes: Buffer.concat(parts), width: file.width ?? 1, height: file.height ?? 1 };
}
