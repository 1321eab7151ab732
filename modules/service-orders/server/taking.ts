import type { ChangeOf } from '#database/types.generated.ts';
import { type Actor, can } from '#platform/actor.ts';
import { forbidden, notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { serviceOrderEvents } from '../events.ts';
import { isOpen, type OrderStep, orderLifecycle } from '../lifecycle.ts';
import { mayTake, permissionsFor } from './policy.ts';
import { insertStep, lockOrder, type OrderRow, updateOrder } from './queries.ts';
import { uncountVisit } from './queries-visit-counts.ts';

export interface Asked {
  orderId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

export const aboutOrder = ({ id, orgPath }: Pick<OrderRow, 'id' | 'orgPath'>) => ({
  type: 'serviceOrder',
  id,
  orgPath,
});

export const refuseStale = (order: OrderRow, { expectedVersion }: Asked) => {
  if (expectedVersion !== undefined && order.version !== expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
};

/** Locks the order for a step: it exists here (404), one may (403), its state allows it (409), it is as seen (412). */
export async function begin(work: Work, asked: Asked, step: OrderStep): Promise<OrderRow> {
  const order = await lockOrder(work, asked.orderId);
  if (!order) throw notFound();
  if (!mayTake(work.actor, step, order.orgPath) && !saysSoHimself(work.actor, step, order.id))
    throw forbidden(permissionsFor[step][0]);
  orderLifecycle.next(step, order.state);
  refuseStale(order, asked);
  return order;
}

/** The customer answers for his own order by his link, once he has shown the code that he knows (D-40). */
const saysSoHimself = ({ holds }: Actor, step: OrderStep, orderId: string): boolean =>
  holds?.type === 'serviceOrder' &&
  holds.id === orderId &&
  holds.isProved &&
  (step === 'approve' || step === 'answer');

/** Locks an order that is still in the shop, for what is no step of its life. @param oneOf rights, if one of them is needed */
export async function beginChange(work: Work, asked: Asked, ...oneOf: string[]): Promise<OrderRow> {
  const order = await lockOrder(work, asked.orderId);
  if (!order) throw notFound();
  refuseUnless(work, order, ...oneOf);
  if (!isOpen(order.state)) throw new Problem(409, 'order_closed', { state: order.state });
  refuseStale(order, asked);
  return order;
}

/** Takes the step: new state, who and when on record, told to whom it concerns. */
export async function finish(
  work: Work,
  order: OrderRow,
  step: OrderStep,
  change: ChangeOf<'serviceOrders'> = {},
  note = '',
): Promise<OrderRow> {
  const to = orderLifecycle.next(step, order.state);
  const moved = to !== order.state;
  const after = await updateOrder(work, order.id, {
    ...change,
    ...(moved && { state: to, stateSince: work.now, waitingFor: '' }),
  });
  await record(work, after!, order.state, step, note);
  if (to === 'cancelled') await uncountVisit(work, order);
  if (moved) {
    const told = { orderId: order.id, from: order.state, to, step };
    await work.emit(serviceOrderEvents.stateChanged, told, aboutOrder(order));
  } else {
    await work.emit(
      serviceOrderEvents.changed,
      { orderId: order.id, what: step },
      aboutOrder(order),
    );
  }
  return after!;
}

/** A change that leaves the state: on record, and told. */
export async function finishChange(
  work: Work,
  order: OrderRow,
  what: string,
  change: ChangeOf<'serviceOrders'>,
  note = '',
): Promise<void> {
  const after = await updateOrder(work, order.id, change);
  await record(work, after!, order.state, what, note);
  await work.emit(serviceOrderEvents.changed, { orderId: order.id, what }, aboutOrder(order));
}

const record = (work: Work, after: OrderRow, fromState: string, step: string, note: string) =>
  insertStep(work, {
    orderId: after.id,
    orderVersion: after.version,
    step,
    fromState,
    toState: after.state,
    note,
    takenBy: personOf(work.actor),
    at: work.now,
  });

/** The employee who acts; nobody when the house itself or a program does. */
export const personOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);

export function refuseUnless(
  work: Work,
  { orgPath }: Pick<OrderRow, 'orgPath'>,
  ...permissions: string[]
): void {
  if (permissions.length === 0) return;
  if (!permissions.some((permission) => can(work.actor, permission, orgPath)))
    throw forbidden(permissions[0]);
}
