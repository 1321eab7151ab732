import type { FastifyReply } from 'fastify';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { nameFor, plateFor, vinFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { unanswered } from '../contract.ts';
import { type VocabularyWord, vocabulary } from '../locales/vocabulary.ts';
import { type PrintedInspection, printInspection } from '../print/inspection.ts';
import { limitsOf } from './findings.ts';
import { type RecordRow, recordOf } from './queries.ts';

interface Copy {
  /** Also as a picture, for a browser that shows no PDF. */
  withPicture?: boolean;
  /** The customer's copy: what the workshop asked the desk is the house's own. */
  isForCustomer?: boolean;
}

/** The sheet on paper, as signed or as far as it is written (WSH-03, WSH-08). */
export async function sendSheet(
  work: Work,
  inspectionSheetId: string,
  { host, reply, language }: Call,
  { withPicture = false, isForCustomer = false }: Copy = {},
): Promise<FastifyReply> {
  const row = await recordOf(work, inspectionSheetId);
  if (!row) throw notFound();
  const unit = await unitById(work, row.orgUnitId);
  const frame = {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${host.publicUrl}/r/i/${row.id}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: language,
    timeZone: zoneOfTenant,
    withPicture,
  };
  const say = (key: VocabularyWord) => vocabulary[language][key];
  const sheet = printedOf(work, row, say);
  const shown = isForCustomer ? { ...sheet, questions: [] } : sheet;
  return sendPaper(reply, await printInspection(frame, shown), `${row.number}-${row.kind}`);
}

function printedOf(
  { actor }: Work,
  row: RecordRow,
  say: (key: VocabularyWord) => string,
): PrintedInspection {
  return {
    kind: row.kind,
    number: row.number,
    customer: nameFor(actor, row.customerName, row.orgPath),
    plate: { plate: plateFor(actor, row.plate, row.orgPath), colour: row.plateColour },
    model: row.model,
    vin: vinFor(actor, row.vin, row.orgPath),
    mileageKm: row.mileageKm,
    grade: row.grade === null ? '' : say(`grade_${row.grade}`),
    template: row.templateName,
    edition: row.templateEdition,
    source: row.templateSource,
    request: row.customerWords,
    sections: row.sections.map(({ title, items }) => ({
      title,
      items: items.map((item) => {
        const { light, reading, note } = row.answers[item.key] ?? unanswered;
        return {
          name: item.name,
          method: say(`method_${item.method}`),
          light,
          said: light === 'open' ? '' : say(`light_${light}`),
          reading: reading === null ? '' : `${reading} ${item.unit}`.trim(),
          limits: limitsOf(item),
          note,
        };
      }),
    })),
    questions: row.questions.map(({ question, answer }) => ({ question, answer: answer || '—' })),
    photos: row.photos.length,
    note: row.note,
    inspector: row.inspectorName || row.beganByName,
    passed: row.passed,
    signedAt: row.signedAt ?? undefined,
  };
}
