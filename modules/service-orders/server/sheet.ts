import type { FastifyReply } from 'fastify';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { addressFor, nameFor, phoneFor, plateFor, vinFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { lineFen, sumFen } from '#shared/money.ts';
import { type JobLine, type Part, packageHeads } from '../contract.ts';
import { type OrderWord, serviceOrderWords } from '../locales/words.ts';
import { printServiceOrder, type ServiceOrderSheet } from '../print/service-order.ts';
import { type RecordRow, recordOf } from './queries-record.ts';

/** The order as it stands, on paper (任务委托书, WSH-04). */
export async function sendSheet(
  work: Work,
  orderId: string,
  { host, reply, language }: Call,
  withPicture = false,
): Promise<FastifyReply> {
  const row = await recordOf(work, orderId);
  if (!row) throw notFound();
  const unit = await unitById(work, row.orgUnitId);
  const say = (key: OrderWord) => serviceOrderWords[language][key];
  const frame = {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${host.publicUrl}/r/o/${row.id}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: language,
    timeZone: zoneOfTenant,
    withPicture,
  };
  return sendPaper(reply, await printServiceOrder(frame, sheetOf(work, row, say)), row.number);
}

type Say = (key: OrderWord) => string;

function sheetOf(work: Work, row: RecordRow, say: Say): ServiceOrderSheet {
  const intake = row.inspections.findLast(({ gate }) => gate === 'intake');
  const final = row.inspections.findLast(({ gate, passed }) => gate === 'final' && passed);
  const methods = intake?.methods.map((method) => say(`method_${method}`)).join('、');
  return {
    orderNumber: row.number,
    ...timesOf(row),
    repairKind: intake?.grade ? say(`grade_${intake.grade}`) : say(`kind_${row.kind}`),
    advisor: row.advisorName,
    customer: {
      name: nameFor(work.actor, row.customerName, row.orgPath),
      phone: phoneFor(work.actor, row.customerPhone, row.orgPath),
      address: addressFor(work.actor, row.customerAddress, row.orgPath),
      sender: nameFor(work.actor, row.senderName, row.orgPath),
    },
    vehicle: {
      plate:
        row.plate === ''
          ? undefined
          : { plate: plateFor(work.actor, row.plate, row.orgPath), colour: row.plateColour },
      vin: vinFor(work.actor, row.vin, row.orgPath),
      model: row.model,
      mileageInKm: row.mileageKm,
      mileageOutKm: row.deliveryMileageKm ?? undefined,
      energy: { kind: isElectric(row) ? 'battery' : 'fuel', eighths: row.fuelEighths ?? undefined },
    },
    request: row.customerWords,
    findings: (intake?.findings ?? []).map(({ item, light, note }) => ({
      item,
      method: methods,
      finding: note || say(`light_${light}`),
    })),
    ...workOf(row, say),
    belongings: row.valuables,
    oldParts: oldPartsOf(row),
    qualityChecks: checksOf(row),
    ...moneyOf(row),
    precautions: final?.note,
  };
}

const timesOf = (row: RecordRow) => ({
  receivedAt: row.receivedAt,
  promisedAt: row.promisedAt ?? undefined,
  readyAt: row.readyAt ?? undefined,
  deliveredAt: row.deliveredAt ?? undefined,
});

/** Green plates are new-energy vehicles: the gauge shows a battery. */
const isElectric = ({ plateColour }: RecordRow) =>
  plateColour === 'green' || plateColour === 'yellowGreen';

const payerOnPaper = {
  customer: 'customer',
  warranty: 'warranty',
  insurance: 'insurer',
  internal: 'shop',
  campaign: 'shop',
} as const;
const answerOnPaper = { approved: 'approved', refused: 'declined', open: 'waiting' } as const;

const instantOf = (text: string | null) => (text === null ? undefined : new Date(text));

function workOf({ lines }: RecordRow, say: Say) {
  const heads = packageHeads(lines);
  const item = (line: JobLine) => ({
    package: heads.get(line),
    work: line.description,
    standardHoursThousandths: Math.round((line.standardMinutes * 1000) / 60) || undefined,
    labourFen: line.labourFen,
    partsFen: line.partsFen,
    payer: payerOnPaper[line.payer],
  });
  const answered = (line: JobLine) => ({
    by: line.answeredBy ?? undefined,
    at: instantOf(line.answeredAt),
    through: line.answerHow ? say(`how_${line.answerHow}`) : undefined,
  });
  const quoted = lines.filter(({ origin }) => origin === 'estimate');
  return {
    jobLines: quoted
      .filter(({ answer }) => answer !== 'refused')
      .map((line) => {
        const { by, at } = answered(line);
        return { ...item(line), approvedBy: by, approvedAt: at };
      }),
    additionalItems: lines
      .filter(({ origin, answer }) => origin === 'additional' || answer === 'refused')
      .map((line) => {
        const { by, at, through } = answered(line);
        const answer = answerOnPaper[line.answer];
        return { ...item(line), answer, answeredBy: by, answeredAt: at, answeredThrough: through };
      }),
    parts: lines
      .filter(({ answer }) => answer === 'approved')
      .flatMap((line) => line.parts.map(partOf)),
  };
}

const partOf = ({ name, number, origin, quantityThousandths, unit, unitFen }: Part) => ({
  ...{ name, number, origin, quantityThousandths, unit },
  unitPriceFen: unitFen,
  amountFen: lineFen(unitFen, quantityThousandths),
});

function oldPartsOf({ oldParts }: RecordRow): ServiceOrderSheet['oldParts'] {
  const onPaper = {
    return: 'returned',
    waive: 'waived',
    none: 'none',
    undecided: undefined,
  } as const;
  return onPaper[oldParts];
}

function checksOf({ inspections }: RecordRow): ServiceOrderSheet['qualityChecks'] {
  const stages = {
    selfCheck: 'selfCheck',
    teamCheck: 'teamCheck',
    final: 'finalInspection',
  } as const;
  return inspections.flatMap(({ gate, inspectorName, at, passed, note }) =>
    gate === 'intake'
      ? []
      : [{ stage: stages[gate], by: inspectorName, at: new Date(at), passed, remark: note }],
  );
}

/** What the customer pays, labour and parts apart (art. 26); warranty and house work is not charged. */
function moneyOf(row: RecordRow) {
  const paid = row.lines.filter(
    ({ answer, payer }) => answer === 'approved' && payer === 'customer',
  );
  const labourFen = sumFen(paid.map((line) => line.labourFen));
  const partsFen = sumFen(paid.map((line) => line.partsFen));
  const charges = row.lines.filter(({ payer }) => payer === 'customer');
  const { settledFen, certificate } = row;
  return {
    estimateFen: sumFen(charges.flatMap((line) => [line.labourFen, line.partsFen])),
    approvedFen: row.approvedFen,
    settlement:
      settledFen === null
        ? undefined
        : {
            labourFen,
            partsFen,
            otherFen: 0,
            discountFen: labourFen + partsFen - settledFen,
            totalFen: settledFen,
          },
    guarantee: certificate
      ? { mileageKm: certificate.guaranteeKm, days: certificate.guaranteeDays }
      : undefined,
  };
}
