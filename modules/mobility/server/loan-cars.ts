import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { normalisePlate } from '#shared/plates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { LoanCar, loanCarRoutes } from '../contract.ts';
import { loanCarEvents } from '../events.ts';
import {
  insertLoanCar,
  isLent,
  isPlateTaken,
  type LoanCarRow,
  lockLoanCar,
  seenLoanCar,
  updateLoanCar,
} from './queries-loans.ts';
import { presentCar } from './show.ts';

type Body<Name extends 'add' | 'change'> = BodyOf<(typeof loanCarRoutes)[Name]>;

const aboutCar = ({ id, orgPath }: LoanCarRow) => ({ type: 'loanCar', id, orgPath });

/** A car that the shop lends. One plate is one car, until that one is retired. */
export async function addLoanCar(work: Work, body: Body<'add'>): Promise<LoanCar> {
  const plate = normalisePlate(body.plate).slice(0, 20);
  if (await isPlateTaken(work, plate)) throw ruleBroken('/plate', 'loan_car_twice');
  const { model, mileageKm, inspectionUntil, insuranceUntil } = body;
  const row = await insertLoanCar(work, {
    orgUnitId: work.actor.unitId,
    orgPath: work.actor.unitPath,
    ...{ plate, model, mileageKm, inspectionUntil, insuranceUntil },
  });
  await work.emit(loanCarEvents.added, { loanCarId: row.id }, aboutCar(row));
  return oneCar(work, row.id);
}

/** Its papers and its condition. What is with a customer is retired only when it is back. */
export async function changeLoanCar(
  work: Work,
  { loanCarId, expectedVersion }: { loanCarId: string; expectedVersion?: number },
  body: Body<'change'>,
): Promise<LoanCar> {
  const row = await lockLoanCar(work, loanCarId);
  if (!row) throw notFound();
  if (expectedVersion !== undefined && row.version !== expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  if (body.condition === 'retired' && (await isLent(work, row.id))) {
    throw new Problem(409, 'loan_car_lent');
  }
  const isUsedAgain = row.condition === 'retired' && (body.condition ?? 'retired') !== 'retired';
  if (isUsedAgain && (await isPlateTaken(work, row.plate, row.id))) {
    throw ruleBroken('/condition', 'loan_car_twice');
  }
  const after = (await updateLoanCar(work, row.id, body))!;
  await work.emit(loanCarEvents.changed, { loanCarId: row.id }, aboutCar(after));
  return oneCar(work, row.id);
}

async function oneCar(work: Work, loanCarId: string): Promise<LoanCar> {
  const row = await seenLoanCar(work, loanCarId);
  if (!row) throw notFound();
  return presentCar(row);
}
