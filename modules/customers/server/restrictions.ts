import { erasureWaits } from '#platform/personal/holds.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { customerEvents } from '../events.ts';
import { endRestrictions, insertRestriction, restrictionsOn } from './queries-restrictions.ts';
import { aboutCustomer, permit } from './service.ts';

/** Restricts the processing of a customer (PIPL art. 44); a second time it says what holds already. */
export async function restrictCustomer(
  work: Work,
  customerId: string,
  reason: string,
): Promise<{ id: string }> {
  const customer = await permit(work, customerId);
  const [holds] = await restrictionsOn(work, customerId);
  if (holds) return holds;
  const { orgUnitId, orgPath } = customer;
  const row = await insertRestriction(work, {
    ...{ orgUnitId, orgPath, customerId },
    reason: reason.trim(),
  });
  await work.emit(customerEvents.restricted, { customerId }, aboutCustomer(customer));
  return row;
}

/** Lifts all that restricts a customer, for a reason. @throws Problem 409 `not_restricted`, `erasure_waits` */
export async function liftRestriction(
  work: Work,
  customerId: string,
  reason: string,
): Promise<void> {
  const customer = await permit(work, customerId);
  const rows = await restrictionsOn(work, customerId);
  if (rows.length === 0) throw new Problem(409, 'not_restricted');
  if (await erasureWaits(work, customerId)) throw new Problem(409, 'erasure_waits');
  await endRestrictions(work, customerId, reason.trim());
  await work.emit(customerEvents.restrictionLifted, { customerId }, aboutCustomer(customer));
}
