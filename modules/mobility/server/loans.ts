import { customerById } from '#modules/customers/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { loanRoutes } from '../contract.ts';
import { loanEvents } from '../events.ts';
import { loanLife } from '../lifecycle.ts';
import { aboutLoan, isBack, promiseReturn } from './deadlines.ts';
import { handOver } from './handing-over.ts';
import {
  insertLoan,
  isLent,
  type LoanCarRow,
  type LoanRow,
  lockLoan,
  lockLoanCar,
  updateLoan,
  updateLoanCar,
} from './queries-loans.ts';
import { orderFactsOf } from './queries-trips.ts';

type Body<Name extends 'lend' | 'extend' | 'giveBack'> = BodyOf<(typeof loanRoutes)[Name]>;

export interface AskedLoan {
  loanId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

const both = { reading: true, signature: true } as const;
const readingAlone = { reading: true, signature: false } as const;

/**
 * What must hold until the day on which it is due back (道路交通安全法, 2021: 第十三条 inspection, 第十七条 compulsory
 * insurance, 第十九条 driving licence).
 */
const mustHold = [
  { code: 'loan_car_inspection_over', until: ({ car }: Papers) => car.inspectionUntil },
  { code: 'loan_car_insurance_over', until: ({ car }: Papers) => car.insuranceUntil },
  { code: 'licence_over', until: ({ licenceUntil }: Papers) => licenceUntil },
] as const;
interface Papers {
  car: LoanCarRow;
  licenceUntil: string;
}

/** Lends a car: the car is locked first, so that of two who lend it at once the second is told that it is lent. */
export async function lend(work: Work, body: Body<'lend'>): Promise<string> {
  if (work.actor.kind !== 'user') throw new Problem(403, 'lender_person');
  const car = await lockLoanCar(work, body.loanCarId);
  if (!car) throw notFound();
  if (await isLent(work, car.id)) throw new Problem(409, 'loan_car_lent');
  if (car.condition !== 'ready') throw new Problem(409, 'loan_car_not_ready');
  if (!body.isLicenceSeen) throw ruleBroken('/isLicenceSeen', 'licence_not_seen');
  if (body.mileageKm < car.mileageKm) {
    throw ruleBroken('/mileageKm', 'handover_mileage_lower', { last: car.mileageKm });
  }
  const dueAt = dueOr422(work, body.dueAt, { car, licenceUntil: body.licenceUntil });
  const row = await insertLoan(work, {
    orgUnitId: car.orgUnitId,
    orgPath: car.orgPath,
    loanCarId: car.id,
    customerId: await borrowerOf(work, body),
    orderId: body.orderId ?? null,
    ground: body.ground,
    borrowerName: body.borrowerName.trim(),
    licenceClass: body.licenceClass,
    licenceUntil: body.licenceUntil,
    checkedBy: work.actor.id,
    lentAt: work.now,
    dueAt,
  });
  await handOver(work, { tripId: null, loanId: row.id }, 'lent', body, both);
  await updateLoanCar(work, car.id, { mileageKm: body.mileageKm });
  await work.emit(loanEvents.lent, { ...concernedBy(row), dueAt: iso(dueAt) }, aboutLoan(row));
  await promiseReturn(work, row, car.plate);
  return row.id;
}

async function borrowerOf(work: Work, { customerId, orderId }: Body<'lend'>): Promise<string> {
  const order = orderId ? await orderFactsOf(work, orderId) : undefined;
  if (orderId && !order) throw notFound();
  const meant = customerId ?? order?.customerId;
  if (!meant) throw ruleBroken('/customerId', 'loan_customer_needed');
  if (!(await customerById(work, meant))) throw ruleBroken('/customerId', 'customer_unknown');
  return meant;
}

/** Another time: its papers and his licence must hold until then, too. */
export async function extend(work: Work, asked: AskedLoan, body: Body<'extend'>): Promise<void> {
  const row = await takeLoan(work, asked);
  loanLife.next('extend', row.state);
  const car = await carOf(work, row);
  const dueAt = dueOr422(work, body.dueAt, { car, licenceUntil: row.licenceUntil });
  const after = (await updateLoan(work, row.id, { dueAt }))!;
  const told = { ...concernedBy(after), dueAt: iso(dueAt) };
  await work.emit(loanEvents.extended, told, aboutLoan(after));
  await promiseReturn(work, after, car.plate);
}

/** It is back: what is to be seen on it, and what that costs him, with the reason beside it. */
export async function giveBack(work: Work, asked: AskedLoan, body: Body<'giveBack'>) {
  const row = await takeLoan(work, asked);
  const state = loanLife.next('giveBack', row.state);
  const { costFen = 0, costReason = '', isOutOfOrder = false } = body;
  if (costFen > 0 && costReason.trim() === '') {
    throw ruleBroken('/costReason', 'loan_cost_reason_needed');
  }
  const car = await carOf(work, row);
  await handOver(work, { tripId: null, loanId: row.id }, 'returned', body, readingAlone);
  const after = (await updateLoan(work, row.id, {
    ...{ state, costFen, costReason: costReason.trim(), returnedAt: work.now },
  }))!;
  await updateLoanCar(work, car.id, {
    mileageKm: body.mileageKm,
    ...(isOutOfOrder && {
      condition: 'outOfOrder',
      conditionNote: (body.note ?? '').slice(0, 300),
    }),
  });
  await work.emit(loanEvents.returned, concernedBy(after), aboutLoan(after));
  await isBack(work, after);
}

async function takeLoan(work: Work, asked: AskedLoan): Promise<LoanRow> {
  const row = await lockLoan(work, asked.loanId);
  if (!row) throw notFound();
  if (asked.expectedVersion !== undefined && row.version !== asked.expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

async function carOf(work: Work, row: LoanRow): Promise<LoanCarRow> {
  const car = await lockLoanCar(work, row.loanCarId);
  if (!car) throw notFound();
  return car;
}

function dueOr422(work: Work, instant: string, papers: Papers): Date {
  const dueAt = new Date(instant);
  if (dueAt <= work.now) throw ruleBroken('/dueAt', 'loan_due_past');
  const lastDay = dateIn(zoneOfTenant, dueAt);
  for (const { code, until } of mustHold) {
    const holdsUntil = until(papers);
    if (holdsUntil < lastDay) throw ruleBroken('/dueAt', code, { until: holdsUntil });
  }
  return dueAt;
}

const iso = (at: Date) => at.toISOString();
const concernedBy = ({ id, loanCarId, customerId }: LoanRow) => ({
  loanId: id,
  loanCarId,
  customerId,
});
