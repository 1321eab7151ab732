import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { refuseWhenUsedUp } from '#modules/files/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Stored } from '#platform/files.ts';
import type { Call } from '#platform/http.ts';
import type { FormFrame } from '#platform/print/form.ts';
import { sendPaper as send } from '#platform/print/send.ts';
import { addressFor, nameFor, shownTo } from '#platform/privacy.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { QueryOf } from '#shared/route.ts';
import { labelsASheet, type letterRoutes, mostSheets } from '../contract.ts';
import { printLabels } from '../print/labels.ts';
import { printLetter, printLetters } from '../print/letter.ts';
import { printRegister } from '../print/register.ts';
import { numberOf, presentEntry } from './present.ts';
import {
  type LetterRow,
  letterById,
  lettersToPost,
  type PostFilters,
  registeredLetters,
  sheetsToPost,
} from './queries.ts';

async function frameOf(work: Work, unitId: string, path: string, call: Call): Promise<FormFrame> {
  const unit = await unitById(work, unitId);
  return {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${call.host.publicUrl}${path}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: call.language,
    timeZone: zoneOfTenant,
  };
}

/** Its code is for who gets it: nothing on a letter leads into the house. */
async function letterFrame(work: Work, row: LetterRow, call: Call): Promise<FormFrame> {
  const frame = await frameOf(work, row.orgUnitId, `/letters?open=${row.id}`, call);
  return row.replyUrl === '' ? frame : { ...frame, recordUrl: row.replyUrl };
}

const sheetOf = (row: LetterRow) => ({
  number: numberOf(row),
  kind: row.kind,
  recipient: row.recipient,
  subject: row.subject,
  body: row.body,
  on: row.sentOn ?? row.registeredOn ?? '',
  isDraft: row.position === null || row.state === 'withdrawn',
  hasCode: row.replyUrl !== '',
});

/** The letter on A4 as who asks may see it; the shop's language is the letter's. */
export async function sendPaper(work: Work, letterId: string, call: Call): Promise<FastifyReply> {
  const row = await letterById(work, letterId);
  if (!row) throw notFound();
  const frame = await letterFrame(work, row, call);
  const sheet = sheetOf(row);
  const { pdf } = await printLetter({ ...frame, locale: row.language }, shownSheet(work, row));
  return hand(call, pdf, sheet.number || '信函');
}

function shownSheet({ actor }: Work, row: LetterRow) {
  const sheet = sheetOf(row);
  return {
    ...sheet,
    recipient: nameFor(actor, sheet.recipient, row.orgPath),
    subject: shownTo(actor, 'words', sheet.subject, row.orgPath),
    body: shownTo(actor, 'words', sheet.body, row.orgPath),
  };
}

type Chosen = QueryOf<typeof letterRoutes.toPost>;
const filtersOf = ({ kind, fromOn, untilOn, isPrinted }: Chosen): PostFilters => {
  if (fromOn && untilOn && untilOn < fromOn) throw ruleBroken('?untilOn', 'letter_days_reversed');
  const days = { fromOn: fromOn ?? null, untilOn: untilOn ?? null };
  return { kind: kind ?? null, ...days, isPrinted: isPrinted ?? null };
};

/** Which letters would come on paper together, in the order of their sheets and labels. */
export async function waitingLetters(work: Work, chosen: Chosen) {
  const rows = await lettersToPost(work, filtersOf(chosen), mostSheets + 1);
  return {
    items: rows.slice(0, mostSheets).map((row) => ({
      ...{ id: row.id, number: numberOf(row), isPrinted: row.state === 'printed' },
      recipient: nameFor(work.actor, row.recipient, row.orgPath),
    })),
    isMore: rows.length > mostSheets,
  };
}

/** Many letters as one PDF, each on its own sheet (FUP-07). @throws Problem 409 `letter_no_sheets`, `letter_too_many` */
export async function sendSheets(work: Work, chosen: Chosen, call: Call): Promise<FastifyReply> {
  const rows = await sheetsToPost(work, filtersOf(chosen), mostSheets + 1);
  if (rows.length === 0) throw new Problem(409, 'letter_no_sheets');
  if (rows.length > mostSheets) throw new Problem(409, 'letter_too_many', { most: mostSheets });
  const letters = [];
  for (const row of rows) {
    const frame = await letterFrame(work, row, call);
    letters.push({ frame: { ...frame, locale: row.language }, sheet: shownSheet(work, row) });
  }
  const { pdf } = await printLetters(letters);
  return hand(call, pdf, '待寄信函');
}

/** The PDF that is kept: made before the transaction that needs it. */
export async function keptPaper(work: Work, row: LetterRow, call: Call): Promise<Stored> {
  await refuseWhenUsedUp(work);
  const frame = await letterFrame(work, row, call);
  const on = dateIn(zoneOfTenant, work.now);
  const { pdf } = await printLetter({ ...frame, locale: row.language }, { ...sheetOf(row), on });
  return call.host.files.put(work.actor.tenantId, Readable.from([pdf]));
}

const mostOnPaper = 1000;
/** As many sheets of labels as are ever laid into a printer at once. */
const mostLabels = labelsASheet * 10;

/** 追踪服务信函登记表 (FUP-13). */
export async function sendRegister(
  work: Work,
  { kind, ...days }: QueryOf<typeof letterRoutes.register>,
  call: Call,
): Promise<FastifyReply> {
  const today = dateIn(zoneOfTenant, work.now);
  const { fromOn = `${today.slice(0, 4)}-01-01`, untilOn = today } = days;
  if (untilOn < fromOn) throw ruleBroken('?untilOn', 'letter_days_reversed');
  const rows = await registeredLetters(work, {
    kind: kind ?? null,
    fromOn,
    untilOn,
    size: mostOnPaper,
  });
  const { actor } = work;
  const lines = rows.map((row) => ({
    ...presentEntry(row),
    recipient: nameFor(actor, row.recipient, row.orgPath),
    address: addressFor(actor, row.address, row.orgPath),
    subject: shownTo(actor, 'words', row.subject, row.orgPath),
  }));
  const frame = await frameOf(work, actor.unitId, '/letters', call);
  const { pdf } = await printRegister(frame, { fromOn, untilOn, lines });
  return hand(call, pdf, `信函登记表 ${fromOn} ${untilOn}`);
}

export async function sendLabels(
  work: Work,
  { first = 1, ...chosen }: QueryOf<typeof letterRoutes.labels>,
  call: Call,
): Promise<FastifyReply> {
  const rows = await lettersToPost(work, filtersOf(chosen), mostLabels);
  if (rows.length === 0) throw new Problem(409, 'letter_no_labels');
  const { pdf } = await printLabels(
    call.language,
    first - 1,
    rows.map(({ recipient, address, orgPath }) => ({
      recipient: nameFor(work.actor, recipient, orgPath),
      address: addressFor(work.actor, address, orgPath),
    })),
  );
  return hand(call, pdf, '地址标签');
}

const hand = (call: Call, pdf: Buffer, name: string): FastifyReply =>
  send(call.reply, { pdf }, name);
