import {
  cancelPromise,
  defineRule,
  handOver,
  keep,
  promise,
} from '#modules/commitments/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { LoanRow } from './queries-loans.ts';
import type { TripRow } from './queries-trips.ts';

/** He is there when it was wished, at a rescue when it was promised (WSH-13). */
const arriveRule = defineRule({
  key: 'mobility.arrive',
  source: 'WSH-13',
  term: { kind: 'until' },
  warnBeforeMinutes: 15,
  ladder: [{ afterMinutes: 10, permission: 'organisation.manage' }],
});
/** A loan car is back when it was agreed. */
const backRule = defineRule({
  key: 'mobility.loanBack',
  source: 'WSH-13',
  term: { kind: 'until' },
  warnBeforeMinutes: 120,
  ladder: [{ afterMinutes: 240, permission: 'organisation.manage' }],
});

export const aboutTrip = ({ id, orgPath }: Pick<TripRow, 'id' | 'orgPath'>) => ({
  type: 'trip',
  id,
  orgPath,
});
export const aboutLoan = ({ id, orgPath }: Pick<LoanRow, 'id' | 'orgPath'>) => ({
  type: 'loan',
  id,
  orgPath,
});

/** Starts the clock of a trip, or moves it; its driver answers for it, until there is one who asked for it. */
export async function promiseArrival(work: Work, row: TripRow, plate: string): Promise<void> {
  const ownerId = row.driverId ?? row.createdBy;
  await promise(work, {
    rule: arriveRule,
    about: aboutTrip(row),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId,
    dueAt: row.arriveBy,
    subject: plate,
  });
  await handOver(work, arriveRule, aboutTrip(row), ownerId);
}
export const arrived = (work: Work, row: TripRow) => keep(work, arriveRule, aboutTrip(row));
export const arrivesNoMore = (work: Work, row: TripRow) =>
  cancelPromise(work, arriveRule, aboutTrip(row));

/** Who lent it answers for its coming back. */
export const promiseReturn = (work: Work, row: LoanRow, plate: string) =>
  promise(work, {
    rule: backRule,
    about: aboutLoan(row),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId: row.createdBy,
    dueAt: row.dueAt,
    subject: plate,
  });
export const isBack = (work: Work, row: LoanRow) => keep(work, backRule, aboutLoan(row));
