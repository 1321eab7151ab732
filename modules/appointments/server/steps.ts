import { withoutMasked } from '#platform/privacy.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { appointmentRoutes } from '../contract.ts';
import { appointmentEvents } from '../events.ts';
import { type AppointmentState, appointmentLife, type Team } from '../lifecycle.ts';
import { knownOf, preparedOf, refuseStrangeAdvisor } from './booking.ts';
import { giveSlotBack, takeSlot } from './capacity.ts';
import { callMade, stopWatching, watch } from './deadlines.ts';
import { type AppointmentRow, lockAppointment, updateAppointment } from './queries.ts';
import {
  type Asked,
  aboutAppointment,
  begin,
  concernedBy,
  finish,
  note,
  refuseUnlessIn,
} from './taking.ts';

type Body<Name extends keyof typeof appointmentRoutes> = BodyOf<(typeof appointmentRoutes)[Name]>;

/** Another time or bay: the old hours are free before the new ones are taken, in one transaction. */
export async function move(work: Work, asked: Asked, body: Body<'move'>): Promise<void> {
  const row = await begin(work, asked);
  await moveTo(work, row, 'move', {
    startsAt: new Date(body.startsAt),
    minutes: body.plannedMinutes ?? row.plannedMinutes,
    bayId: body.bayId === undefined ? row.bayId : body.bayId,
    reason: body.reason ?? '',
  });
}

/** The move itself, whoever asks for it and whatever state it leads to. */
export async function moveTo(
  work: Work,
  row: AppointmentRow,
  step: 'move' | 'askAgain' | 'moveSelf',
  to: { startsAt: Date; minutes: number; bayId: string | null; reason: string },
): Promise<void> {
  appointmentLife.next(step, row.state as AppointmentState);
  const { startsAt, minutes, bayId } = to;
  await giveSlotBack(work, row);
  const team = row.team as Team;
  const slot = await takeSlot(work, row, { team, startsAt, minutes, bayId, besides: row.id });
  const change = {
    ...{ startsAt: slot.startsAt, endsAt: slot.endsAt, bayId: slot.bayId },
    loads: JSON.stringify(slot.loads),
    plannedMinutes: minutes,
    timesMoved: row.timesMoved + 1,
    calledAt: null,
  };
  const after = await finish(work, row, step, change, to.reason);
  const told = { from: row.startsAt.toISOString(), to: after.startsAt.toISOString() };
  await work.emit(
    appointmentEvents.moved,
    { ...concernedBy(after), ...told },
    aboutAppointment(after),
  );
  if (row.state === 'noShow') await callMade(work, row);
  await watch(work, after);
}

export async function confirm(work: Work, asked: Asked): Promise<void> {
  await finish(work, await begin(work, asked), 'confirm');
}

/** He is there. Who comes late, after he was given up, waits for what is free: his bay may be somebody else's. */
export async function arrive(work: Work, asked: Asked): Promise<void> {
  const row = await begin(work, asked);
  const late = row.state === 'noShow' ? { bayId: null } : {};
  await finish(work, row, 'arrive', { ...late, arrivedAt: work.now });
  await stopWatching(work, row);
  if (row.state === 'noShow') await callMade(work, row);
}

/** Somebody goes to a waiting customer; a second one is told that he is taken. */
export async function take(work: Work, asked: Asked): Promise<void> {
  const row = await begin(work, asked);
  refuseUnlessIn(row, 'take');
  if (work.actor.kind !== 'user') throw new Problem(403, 'receiver_person');
  if (row.takenBy === work.actor.id) return;
  const after = (await updateAppointment(work, row.id, { takenBy: work.actor.id }))!;
  await note(work, after, 'take');
  const told = { ...concernedBy(after), byId: work.actor.id };
  await work.emit(appointmentEvents.taken, told, aboutAppointment(after));
}

/** He was called after he had not come: what he said is on record, and nobody owes him the call any more. */
export async function call(work: Work, asked: Asked, body: Body<'call'>): Promise<void> {
  const row = await begin(work, asked);
  refuseUnlessIn(row, 'call');
  const after = (await updateAppointment(work, row.id, { calledAt: work.now }))!;
  await note(work, after, 'call', { words: body.note });
  await work.emit(appointmentEvents.called, concernedBy(after), aboutAppointment(after));
  await callMade(work, row);
}

/** Called off, by the desk or by the customer himself: what he says of it stays. */
export async function cancel(work: Work, asked: Asked, { reason }: Body<'cancel'>): Promise<void> {
  const row = await begin(work, asked);
  await giveSlotBack(work, row);
  await finish(work, row, 'cancel', { cancelReason: reason, loads: '[]' }, reason);
  await stopWatching(work, row);
  if (row.state === 'noShow') await callMade(work, row);
}

/** What he wishes, which parts, whom he wants; an unknown one may be put on file meanwhile. */
export async function change(work: Work, asked: Asked, body: Body<'change'>): Promise<void> {
  const row = await begin(work, asked);
  if (row.state === 'received' || row.state === 'cancelled') {
    throw new Problem(409, 'step_not_allowed', { step: 'change', state: row.state });
  }
  await refuseStrangeAdvisor(work, body.advisorId, row.orgPath);
  const { customerId, vehicleId } = await knownOf(work, body);
  const { wish, advisorId } = body;
  // What was shown masked and came back is no change.
  const said = withoutMasked(work.actor, { ...preparedOf(body), wish }, row, {
    place: 'address',
    partsNote: 'words',
    wish: 'words',
  });
  const after = (await updateAppointment(work, row.id, {
    ...said,
    advisorId,
    ...(customerId && { customerId }),
    ...(vehicleId && { vehicleId }),
  }))!;
  await note(work, after, 'change');
  await work.emit(appointmentEvents.changed, concernedBy(after), aboutAppointment(after));
}

/**
 * The car of an appointment was received: it is that order from now on. Refuses an appointment that the caller does not
 * see, that is over, or that is another car's.
 */
export async function appointmentBecame(
  work: Work,
  appointmentId: string,
  order: { orderId: string; vehicleId: string; plate: string; customerId: string },
): Promise<void> {
  const row = await lockAppointment(work, appointmentId);
  if (!row) throw ruleBroken('/appointmentId', 'appointment_unknown');
  const isOfCar =
    row.vehicleId === null
      ? row.plate === '' || row.plate === order.plate
      : row.vehicleId === order.vehicleId;
  if (!isOfCar) throw ruleBroken('/appointmentId', 'appointment_of_other_car');
  const { orderId, vehicleId, customerId } = order;
  const known = { vehicleId, customerId: row.customerId ?? customerId };
  const late = row.state === 'noShow' ? { bayId: null } : {};
  await finish(work, row, 'receive', {
    ...{ ...known, ...late, orderId },
    arrivedAt: row.arrivedAt ?? work.now,
    takenBy: row.takenBy ?? (work.actor.kind === 'user' ? work.actor.id : null),
  });
  await stopWatching(work, row);
  if (row.state === 'noShow') await callMade(work, row);
}
