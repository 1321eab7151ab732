import type { FastifyReply } from 'fastify';
import { readyFileOf } from '#modules/files/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { nameFor, plateFor, vinFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { type PackItem, unanswered, withoutBlanks } from '../contract.ts';
import { type Say, sayersOf } from '../locales/saying.ts';
import { deliveryWords } from '../locales/words.ts';
import { type PrintedDelivery, printDelivery } from '../print/delivery.ts';
import { type RecordRow, recordOf } from './queries.ts';
import { nextServiceOf } from './show.ts';

/** The delivery sheet on paper (交车单), as signed or as far as it is written. */
export async function sendSheet(
  work: Work,
  deliveryPackId: string,
  { host, reply, language }: Call,
  withPicture = false,
): Promise<FastifyReply> {
  const row = await recordOf(work, deliveryPackId);
  if (!row) throw notFound();
  const unit = await unitById(work, row.orgUnitId);
  const frame = {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${host.publicUrl}/r/d/${row.id}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: language,
    timeZone: zoneOfTenant,
    withPicture,
  };
  const words = deliveryWords[language];
  const say: Say = (key, facts = {}) =>
    Object.entries(facts).reduce(
      (said, [name, value]) => said.replace(`{${name}}`, String(value)),
      words[key] as string,
    );
  const signature = await signatureOf(work, row, host);
  const printed = await printDelivery(frame, { ...printedOf(work, row, say), signature });
  return sendPaper(reply, printed, `${row.number}-delivery`);
}

function printedOf(work: Work, row: RecordRow, say: Say): Omit<PrintedDelivery, 'signature'> {
  const { actor } = work;
  const { nameOf, notedOf, withinOf, nextOf } = sayersOf(say);
  const rowOf = (item: PackItem) => {
    const { result, note } = row.answers[item.key] ?? unanswered;
    const by = row.answers[item.key]?.by;
    const group = item.kind === 'walk' ? 'walk' : 'result';
    return {
      item: nameOf(item),
      noted: notedOf(item),
      result: result === 'open' ? '' : say(`${group}_${result}`),
      isDifferent: result === 'different',
      note,
      by: by ? (row.names[by] ?? '') : '',
    };
  };
  const { certificate, oldParts } = row;
  return {
    number: row.number,
    customer: nameFor(actor, row.customerName, row.orgPath),
    plate: { plate: plateFor(actor, row.plate, row.orgPath), colour: row.plateColour },
    model: row.model,
    vin: vinFor(actor, row.vin, row.orgPath),
    mileageInKm: row.arrivedKm,
    mileageOutKm: row.mileageKm ?? (row.state === 'signed' ? row.arrivedKm : undefined),
    jobs: row.jobs,
    certificate: certificate
      ? {
          number: certificate.number,
          days: certificate.guaranteeDays,
          km: certificate.guaranteeKm,
        }
      : undefined,
    checks: row.items.filter(({ kind }) => kind !== 'walk').map(rowOf),
    walk: row.items.filter(({ kind }) => kind === 'walk').map(rowOf),
    precautions: withoutBlanks(row.precautions).map((one) => ({ ...one, within: withinOf(one) })),
    nextService: nextOf(nextServiceOf(row, work.now)),
    oldParts: oldParts === null ? '' : say(`oldParts_${oldParts}`),
    note: row.note,
    photos: row.photos.length,
    deliveredBy: row.takenByName,
    signedAt: row.signedAt ?? undefined,
  };
}

async function signatureOf(work: Work, { signatureFileId }: RecordRow, host: Call['host']) {
  const file = signatureFileId ? await readyFileOf(work, signatureFileId) : undefined;
  if (!file?.sha256 || file.contentType !== 'image/jpeg') return undefined;
  const parts: Buffer[] = [];
  for await (const part of host.files.read(work.actor.tenantId, file.sha256)) parts.push(part);
  return { bytes: Buffer.concat(parts), width: file.width ?? 1, height: file.height ?? 1 };
}
