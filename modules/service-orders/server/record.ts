import type { CommitmentShown } from '#modules/commitments/contract.ts';
import { commitmentsAbout } from '#modules/commitments/server/index.ts';
import { phoneFor, placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { sumFen } from '#shared/money.ts';
import type { BoardCard, ListedOrder, ServiceOrder, WorkshopJob } from '../contract.ts';
import { stepsFor } from './policy.ts';
import type { CardRow, JobRow, ListedRow } from './queries-lists.ts';
import { type RecordRow, recordOf } from './queries-record.ts';

/** The whole order in two statements, with what this person may do next. */
export async function shownOrder(work: Work, orderId: string): Promise<ServiceOrder> {
  const row = await recordOf(work, orderId);
  if (!row) throw notFound();
  const commitments = await commitmentsAbout(work, 'serviceOrder', [orderId]);
  return placed(present(work, row, commitments.get(orderId) ?? []), row.orgPath);
}

/** Instants that come within JSON, as the contract has them. */
const instant = (text: string) => new Date(text).toISOString();
const instantOrNone = (text: string | null) => (text === null ? null : instant(text));

function progressOf(row: Pick<RecordRow, 'orgPath' | 'state' | 'technicianId' | 'lines'>) {
  const { orgPath, state, technicianId, lines } = row;
  const jobs = lines.filter(({ answer }) => answer === 'approved');
  const isOpenItem = ({ origin, answer }: RecordRow['lines'][number]) =>
    origin === 'additional' && answer === 'open';
  return {
    orgPath,
    state,
    technicianId,
    jobs: jobs.length,
    jobsDone: jobs.filter(({ doneAt }) => doneAt !== null).length,
    openItems: lines.filter(isOpenItem).length,
  };
}

/** What the customer would pay if he agreed to everything that is not refused. */
const estimatedFenOf = (lines: RecordRow['lines']) =>
  sumFen(
    lines
      .filter(({ answer, payer }) => answer !== 'refused' && payer === 'customer')
      .flatMap(({ labourFen, partsFen }) => [labourFen, partsFen]),
  );

function present(work: Work, row: RecordRow, commitments: CommitmentShown[]): ServiceOrder {
  const { readyAt, deliveredAt, acceptedBy, closingNote, deliveryMileageKm } = wire(row);
  return {
    ...headOf(row),
    orgUnitId: row.orgUnitId,
    vehicle: {
      id: row.vehicleId,
      vin: row.vin,
      vehicleType: row.vehicleType,
      mileageKm: row.lastMileageKm,
      mileageOn: row.lastMileageOn,
    },
    customer: {
      id: row.customerId,
      name: row.customerName,
      phone: phoneFor(work.actor, row.customerPhone, row.orgPath),
      wishes: row.customerWishes,
    },
    senderName: row.senderName,
    senderPhone: phoneFor(work.actor, row.senderPhone, row.orgPath),
    mileageKm: row.mileageKm,
    fuelEighths: row.fuelEighths,
    valuables: row.valuables,
    oldParts: row.oldParts,
    earlierOrder:
      row.earlierOrderId === null
        ? null
        : { id: row.earlierOrderId, number: row.earlierNumber ?? row.earlierOrderId },
    guarantee: row.guarantee,
    estimatedFen: estimatedFenOf(row.lines),
    approvedFen: row.approvedFen,
    settledFen: row.settledFen,
    ...{ deliveryMileageKm, acceptedBy, closingNote, readyAt, deliveredAt },
    ...partsOf(row),
    commitments,
    steps: stepsFor(work.actor, progressOf(row)),
  };
}

function partsOf({ lines, inspections, certificate, payments, papers, history }: RecordRow) {
  const timed = <T extends { at: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, at: instant(row.at) }));
  return {
    lines: lines.map((line) => ({
      ...line,
      answeredAt: instantOrNone(line.answeredAt),
      doneAt: instantOrNone(line.doneAt),
    })),
    inspections: timed(inspections),
    certificate: certificate && { ...certificate, issuedAt: instant(certificate.issuedAt) },
    payments: timed(payments),
    papers: timed(papers),
    history: timed(history),
  };
}

/** The fields that every view of an order shares. */
function headOf(row: ListedRow): ListedOrder {
  const { id, number, kind, state, waitingFor, customerWords, plate, plateColour, model } = row;
  const { customerName, advisorId, advisorName, technicianId, technicianName, bay, version } = row;
  const { promisedAt, stateSince, receivedAt } = wire(row);
  return {
    ...{ id, number, kind, state, waitingFor, customerWords, plate, plateColour, model },
    ...{ customerName, advisorId, advisorName, technicianId, technicianName, bay, version },
    ...{ promisedAt, stateSince, receivedAt },
  };
}

export { headOf as presentListed };

const countsOf = ({ jobs, jobsDone, openItems }: CardRow | JobRow) => ({
  jobs,
  jobsDone,
  openItems,
});

export const presentCard = (row: CardRow): BoardCard =>
  placed(
    {
      ...headOf(row),
      ...countsOf(row),
      column: row.column,
      isLate: row.isLate,
      openItemSince: row.openItemSince?.toISOString() ?? null,
    },
    row.orgPath,
  );

export const presentJob = (work: Work, row: JobRow): WorkshopJob =>
  placed(
    {
      ...headOf(row),
      ...countsOf(row),
      lines: row.lines.map((line) => ({ ...line, doneAt: instantOrNone(line.doneAt) })),
      steps: stepsFor(work.actor, row),
    },
    row.orgPath,
  );
