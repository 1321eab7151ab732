import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { Handover, ListedLoan, ListedTrip, Loan, LoanCar, Trip } from '../contract.ts';
import { stepsFor } from './policy.ts';
import type { ShownHandover } from './queries-handovers.ts';
import { type ListedRow as LoanListed, type ShownCarRow, seenLoan } from './queries-loans.ts';
import { seenTrip, type ListedRow as TripListed } from './queries-trips.ts';

const utc = (text: string) => new Date(text).toISOString();
const handoversShown = (rows: readonly ShownHandover[]): Handover[] =>
  rows.map((row) => ({ ...row, at: utc(row.at) }));

export function presentTrip(row: TripListed): ListedTrip {
  const { id, kind, state, version, customerId, customerName, vehicleId, plate, model } = row;
  const { address, wish, driverId, driverName, endReason } = row;
  const { orderId, orderNumber, appointmentId } = row;
  const { arriveBy, setOutAt, arrivedAt, endedAt } = wire(row);
  return placed(
    {
      ...{ id, kind, state, version, customerId, customerName, vehicleId, plate, model },
      ...{ address, wish, driverId, driverName, endReason, orderId, orderNumber, appointmentId },
      ...{ arriveBy, setOutAt, arrivedAt, endedAt },
    },
    row.orgPath,
  );
}

/** The whole trip, with what this person may do next. */
export async function shownTrip(work: Work, tripId: string): Promise<Trip> {
  const row = await seenTrip(work, tripId);
  if (!row) throw notFound();
  const { contactName, contactPhone, orgPath } = row;
  return placed(
    {
      ...presentTrip(row),
      ...{ contactName, contactPhone },
      isMine: work.actor.kind === 'user' && work.actor.id === row.driverId,
      handovers: handoversShown(row.handovers),
      steps: stepsFor(work.actor, row),
    },
    orgPath,
  );
}

export function presentCar(row: ShownCarRow): LoanCar {
  const { id, version, plate, model, condition, conditionNote, mileageKm } = row;
  const { inspectionUntil, insuranceUntil, loan } = row;
  return placed(
    {
      ...{ id, version, plate, model, condition, conditionNote, mileageKm },
      ...{ inspectionUntil, insuranceUntil },
      loan: loan && { ...loan, dueAt: utc(loan.dueAt), lentAt: utc(loan.lentAt) },
    },
    row.orgPath,
  );
}

export function presentLoan(row: LoanListed): ListedLoan {
  const { id, version, state, loanCarId, carPlate, carModel, customerId, customerName } = row;
  const { borrowerName, orderId, orderNumber, ground, costFen } = row;
  const { lentAt, dueAt, returnedAt } = wire(row);
  return placed(
    {
      ...{ id, version, state, loanCarId, carPlate, carModel, customerId, customerName },
      ...{ borrowerName, orderId, orderNumber, ground, costFen, lentAt, dueAt, returnedAt },
    },
    row.orgPath,
  );
}

export async function shownLoan(work: Work, loanId: string): Promise<Loan> {
  const row = await seenLoan(work, loanId);
  if (!row) throw notFound();
  const { licenceClass, licenceUntil, checkedByName, costReason, orgPath } = row;
  return placed(
    {
      ...presentLoan(row),
      ...{ licenceClass, licenceUntil, checkedByName, costReason },
      handovers: handoversShown(row.handovers),
      mayStep: row.state === 'lent' && can(work.actor, 'serviceOrders.receive', orgPath),
    },
    orgPath,
  );
}
