import { defineRule, promise } from '#modules/commitments/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { OrderRow } from './queries.ts';
import { aboutOrder } from './taking.ts';

/** When the vehicle was promised to be ready (WSH-11): lateness is told before it happens. */
export const promisedRule = defineRule({
  key: 'serviceOrders.promised',
  source: 'WSH-11',
  term: { kind: 'until' },
  warnBeforeMinutes: 30,
  ladder: [{ afterMinutes: 30, permission: 'organisation.manage' }],
});

/** Promised again, the clock moves; a promise that was broken stays so, and the new time is a new one. */
export const promiseOrder = (
  work: Work,
  order: Pick<OrderRow, 'id' | 'orgUnitId' | 'orgPath' | 'advisorId'>,
  dueAt: Date,
  subject: string,
) =>
  promise(work, {
    rule: promisedRule,
    about: aboutOrder(order),
    orgUnitId: order.orgUnitId,
    orgPath: order.orgPath,
    ownerId: order.advisorId,
    dueAt,
    subject,
  });
