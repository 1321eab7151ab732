import type { CommitmentShown } from '#modules/commitments/contract.ts';
import { commitmentsAbout } from '#modules/commitments/server/index.ts';
import { phoneFor, placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { sumFen } from '#shared/money.ts';
import {
  type BoardCard,
  type ListedOrder,
  payers,
  type ServiceOrder,
  type WorkshopJob,
} from '../contract.ts';
import { limitsFrom, mostOf } from './discount-limits.ts';
import { discountIn, grantedOf } from './discounts.ts';
import { obstacleToLeaving } from './leaving.ts';
import { stepsFor } from './policy.ts';
import type { CardRow, JobRow, ListedRow } from './queries-lists.ts';
import { type RecordRow, recordOf } from './queries-record.ts';

/** The whole order in two statements, one more when it waits to leave, with what this person may do next. */
export async function shownOrder(work: Work, orderId: string): Promise<ServiceOrder> {
  const row = await recordOf(work, orderId);
  if (!row) throw notFound();
  const commitments = await commitmentsAbout(work, 'serviceOrder', [orderId]);
  const keptBy = row.state === 'settled' ? await obstacleToLeaving(work, row) : undefined;
  const shown = present(work, row, { commitments: commitments.get(orderId) ?? [], keptBy });
  return placed(shown, row.orgPath);
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
    linesOutside: lines.filter(({ outside }) => outside !== '').length,
  };
}

const sumOf = (lines: RecordRow['lines']) =>
  sumFen(lines.flatMap(({ labourFen, partsFen }) => [labourFen, partsFen]));

/** Each payer's part of what is not refused, and of what was agreed to: the customer is asked for his own alone. */
const sharesOf = (lines: RecordRow['lines']): ServiceOrder['shares'] =>
  payers.flatMap((payer) => {
    const asked = lines.filter((line) => line.payer === payer && line.answer !== 'refused');
    if (asked.length === 0) return [];
    const approved = asked.filter(({ answer }) => answer === 'approved');
    return [{ payer, quotedFen: sumOf(asked), approvedFen: sumOf(approved) }];
  });

interface Beside {
  commitments: CommitmentShown[];
  keptBy: string | undefined;
}
function present(work: Work, row: RecordRow, { commitments, keptBy }: Beside): ServiceOrder {
  const shares = sharesOf(row.lines);
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
    /** What the customer would pay if he agreed to everything that is not refused. */
    estimatedFen: shares.find(({ payer }) => payer === 'customer')?.quotedFen ?? 0,
    approvedFen: row.approvedFen,
    settledFen: row.settledFen,
    shares,
    ...discountsIn(work, row, shares),
    refusedBefore: row.refusedBefore,
    ...{ deliveryMileageKm, acceptedBy, closingNote, readyAt, deliveredAt },
    ...partsOf(row),
    commitments,
    steps: stepsFor(work.actor, { ...progressOf(row), keptBy }),
  };
}

/** What the customer is let off, and what who reads this may let off or decide. */
function discountsIn(work: Work, row: RecordRow, shares: ServiceOrder['shares']) {
  const limits = limitsFrom(row.discountLimits);
  const baseFen = shares.find(({ payer }) => payer === 'customer')?.quotedFen ?? 0;
  const discountFen = discountIn(grantedOf(row.discounts), row.approvedFen);
  return {
    discounts: row.discounts.slice(0, 50).map(({ askedBy, ...one }) => ({
      ...one,
      askedAt: instant(one.askedAt),
      decidedAt: instantOrNone(one.decidedAt),
      mayDecide:
        one.state === 'asked' &&
        askedBy !== work.actor.id &&
        mostOf(limits, row.myRoleKeys, one.baseFen) >= one.amountFen,
    })),
    discountFen,
    dueFen: row.approvedFen - discountFen,
    mayLetOffFen: mostOf(limits, row.myRoleKeys, baseFen),
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
  const { promisedAt, stateSince, receivedAt } = row;
  return {
    ...{ id, number, kind, state, waitingFor, customerWords, plate, plateColour, model },
    ...{ customerName, advisorId, advisorName, technicianId, technicianName, bay, version },
    ...wire({ promisedAt, stateSince, receivedAt }),
  };
}

export { headOf as presentListed };

const countsOf = ({ jobs, jobsDone, openItems, linesOutside }: CardRow | JobRow) => ({
  jobs,
  jobsDone,
  openItems,
  linesOutside,
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
