import type { FastifyReply } from 'fastify';
import { readyFileOf } from '#modules/files/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { nameFor, phoneFor, plateFor, vinFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { withoutBlanks } from '../contract.ts';
import { type CheckInWord, checkInWords } from '../locales/words.ts';
import { type CheckInSheet, printCheckIn } from '../print/check-in.ts';
import { type RecordRow, recordOf } from './queries.ts';
import { contentOf } from './show.ts';

/** Two rows of six on the paper; all of them lie with the order. */
const photosOnPaper = 12;

/** The repair request form with the list of accessories (WSH-04), as signed or as far as it is written. */
export async function sendSheet(
  work: Work,
  checkInId: string,
  { host, reply, language }: Call,
  withPicture = false,
): Promise<FastifyReply> {
  const row = await recordOf(work, checkInId);
  if (!row) throw notFound();
  const unit = await unitById(work, row.orgUnitId);
  const frame = {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${host.publicUrl}/r/j/${row.id}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: language,
    timeZone: zoneOfTenant,
    withPicture,
  };
  const say = (key: CheckInWord) => checkInWords[language][key];
  const sheet = { ...sheetOf(work, row, say), ...(await picturesOf(work, row, host)) };
  return sendPaper(reply, await printCheckIn(frame, sheet), row.orderNumber ?? row.id.slice(-8));
}

type Pictures = Pick<CheckInSheet, 'photos' | 'photosMore' | 'signature' | 'accessorySignature'>;

function sheetOf(
  work: Work,
  row: RecordRow,
  say: (key: CheckInWord) => string,
): Omit<CheckInSheet, keyof Pictures> {
  const content = withoutBlanks(contentOf(row));
  const { actor } = work;
  return {
    number: row.orderNumber ?? undefined,
    receivedAt: row.createdAt,
    promisedAt: content.promisedAt === null ? undefined : new Date(content.promisedAt),
    signedAt: row.signed ? new Date(row.signed.at) : undefined,
    advisor: row.signed?.takenByName ?? row.beganByName,
    customer: nameFor(actor, row.customerName, row.orgPath),
    phone: phoneFor(actor, row.customerPhone, row.orgPath),
    sender: nameFor(actor, content.senderName || (row.signed?.signedBy ?? ''), row.orgPath),
    arrival: `${say(`arrival_${content.arrival}`)} · ${say(`asked_${content.asked}`)}`,
    plate: { plate: plateFor(actor, row.plate, row.orgPath), colour: row.plateColour },
    model: row.model,
    vin: vinFor(actor, row.vin, row.orgPath),
    mileageKm: content.mileageKm ?? undefined,
    fuelEighths: content.fuelEighths ?? undefined,
    request: content.customerWords,
    services: content.services,
    marks: content.marks.map((mark) => ({ ...mark, damage: say(`damage_${mark.kind}`) })),
    lamps: content.lamps.map((lamp) => say(`lamp_${lamp}`)),
    valuables: content.valuables,
    accessories: content.accessories.map((one) => ({ ...one, state: say(`state_${one.state}`) })),
    corrections: row.corrections.map(({ words, reason }) => `${words}（${reason}）`),
  };
}

async function picturesOf(work: Work, row: RecordRow, host: Host): Promise<Pictures> {
  const open = async (fileId: string | null | undefined) => {
    const file = fileId ? await readyFileOf(work, fileId) : undefined;
    if (!file?.sha256 || file.contentType !== 'image/jpeg') return undefined;
    const parts: Buffer[] = [];
    for await (const part of host.files.read(work.actor.tenantId, file.sha256)) parts.push(part);
    return { bytes: Buffer.concat(parts), width: file.width ?? 1, height: file.height ?? 1 };
  };
  const onPaper = row.photos.slice(0, photosOnPaper);
  const opened = await Promise.all(
    onPaper.map(async ({ fileId, markNumber, caption }) => ({
      picture: await open(fileId),
      caption: [markNumber, caption].filter(Boolean).join(' '),
    })),
  );
  return {
    photos: opened.flatMap(({ picture, caption }) => (picture ? [{ picture, caption }] : [])),
    photosMore: row.photos.length - onPaper.length,
    signature: await open(row.signed?.fileId),
    accessorySignature: await open(row.signed?.accessoryFileId),
  };
}
