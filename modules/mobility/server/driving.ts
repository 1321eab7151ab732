import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { HandoverBody } from '../contract.ts';
import { tripEvents } from '../events.ts';
import { type Asking, openTripStates, type TripStep, tripLife, tripPaths } from '../lifecycle.ts';
import { aboutTrip, arrived, arrivesNoMore } from './deadlines.ts';
import { handOver } from './handing-over.ts';
import { refuseUnlessHis } from './policy.ts';
import { orderFactsOf, type TripRow, updateTrip, whereToOf } from './queries-trips.ts';
import { type AskedTrip, concernedBy, takeTrip } from './trips.ts';

/** A repaired car leaves the shop only when its inspector has passed it (WSH-08). */
const mayLeave = ['ready', 'settled', 'delivered', 'leftUnrepaired'];

export async function setOut(work: Work, asked: AskedTrip): Promise<void> {
  const row = await begin(work, asked);
  tripLife.next('setOut', row.state);
  const order = row.orderId ? await orderFactsOf(work, row.orderId) : undefined;
  if (row.kind === 'sendBack' && order && !mayLeave.includes(order.state)) {
    throw new Problem(409, 'trip_order_not_ready');
  }
  await take(work, row, 'setOut', { setOutAt: work.now });
}

export async function arrive(work: Work, asked: AskedTrip): Promise<void> {
  const row = await begin(work, asked);
  await take(work, row, 'arrive', { arrivedAt: work.now });
  await arrived(work, row);
}

export async function takeOver(work: Work, asked: AskedTrip, body: HandoverBody): Promise<void> {
  const row = await begin(work, asked);
  tripLife.next('takeOver', row.state);
  const asking = askingOr409(row, 'takeOver', tripPaths[row.kind].takeOver);
  await handOver(work, { tripId: row.id, loanId: null }, 'takenOver', body, asking);
  await take(work, row, 'takeOver');
}

export async function finish(work: Work, asked: AskedTrip, body: HandoverBody): Promise<void> {
  const row = await begin(work, asked);
  tripLife.next('finish', row.state);
  const asking = askingOr409(row, 'finish', tripPaths[row.kind].finish[row.state]);
  await handOver(work, { tripId: row.id, loanId: null }, 'handedOver', body, asking);
  await take(work, row, 'finish', { endedAt: work.now });
}

/** Nobody was there, or nothing could be done: the desk gives it out once more, or calls it off. */
export async function fail(work: Work, asked: AskedTrip, { reason }: { reason: string }) {
  const row = await begin(work, asked);
  await take(work, row, 'fail', { endedAt: work.now, endReason: reason.trim() });
  await arrivesNoMore(work, row);
}

export async function cancel(work: Work, asked: AskedTrip, { reason }: { reason: string }) {
  const row = await takeTrip(work, asked);
  await take(work, row, 'cancel', { endedAt: work.now, endReason: reason.trim() });
  await arrivesNoMore(work, row);
}

/** Address and telephone whole, to who goes there, as long as he does: his work needs them (PIPL 51). */
export async function whereTo(work: Work, tripId: string) {
  const row = await whereToOf(work, tripId);
  if (!row) throw notFound();
  if (work.actor.kind !== 'user' || work.actor.id !== row.driverId) {
    throw new Problem(403, 'trip_not_yours');
  }
  const isOpen = openTripStates.some((state) => state === row.state);
  if (!isOpen) throw new Problem(409, 'trip_over');
  const { address, contactName, phone } = row;
  return { address, contactName, phone };
}

async function begin(work: Work, asked: AskedTrip): Promise<TripRow> {
  const row = await takeTrip(work, asked);
  refuseUnlessHis(work.actor, row);
  return row;
}

/** A step that this kind of trip does not have. */
function askingOr409(row: TripRow, step: TripStep, asking: Asking | undefined): Asking {
  if (!asking) throw new Problem(409, 'step_not_allowed', { step, state: row.state });
  return asking;
}

async function take(
  work: Work,
  row: TripRow,
  step: TripStep,
  more: Parameters<typeof updateTrip>[2] = {},
): Promise<void> {
  const to = tripLife.next(step, row.state);
  const after = (await updateTrip(work, row.id, { ...more, state: to }))!;
  await work.emit(tripEvents.stateChanged, { ...concernedBy(after), to, step }, aboutTrip(after));
}
