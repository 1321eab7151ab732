import type { ChangeOf } from '#database/types.generated.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { appointmentEvents } from '../events.ts';
import {
  type AppointmentState,
  type AppointmentStep,
  appointmentLife,
  stayingSteps,
} from '../lifecycle.ts';
import { type AppointmentRow, insertEntry, lockAppointment, updateAppointment } from './queries.ts';

export interface Asked {
  appointmentId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

export const aboutAppointment = ({ id, orgPath }: Pick<AppointmentRow, 'id' | 'orgPath'>) => ({
  type: 'appointment',
  id,
  orgPath,
});
export const concernedBy = ({ id, customerId, vehicleId }: AppointmentRow) => ({
  appointmentId: id,
  customerId,
  vehicleId,
});

/** Locks it for a change: it exists here (404), it is as seen (412). */
export async function begin(work: Work, asked: Asked): Promise<AppointmentRow> {
  const row = await lockAppointment(work, asked.appointmentId);
  if (!row) throw notFound();
  if (asked.expectedVersion !== undefined && asked.expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

/** @throws Problem 409 where a step that leaves the state is not for this one */
export function refuseUnlessIn(row: AppointmentRow, step: keyof typeof stayingSteps): void {
  const from: readonly string[] = stayingSteps[step];
  if (!from.includes(row.state)) {
    throw new Problem(409, 'step_not_allowed', { step, state: row.state });
  }
}

/** What happened, on record in its order. */
export async function note(
  work: Work,
  after: AppointmentRow,
  step: string,
  {
    fromState = after.state,
    formerAt = null,
    words = '',
  }: {
    fromState?: string;
    formerAt?: Date | null;
    words?: string;
  } = {},
): Promise<void> {
  await insertEntry(work, {
    appointmentId: after.id,
    position: after.version,
    step,
    fromState,
    toState: after.state,
    formerAt,
    startsAt: after.startsAt,
    note: words,
    byId: work.actor.kind === 'user' ? work.actor.id : null,
    at: work.now,
  });
}

/** Takes the step: new state, on record, told to whom it concerns. */
export async function finish(
  work: Work,
  row: AppointmentRow,
  step: AppointmentStep,
  change: ChangeOf<'appointments'> = {},
  words = '',
): Promise<AppointmentRow> {
  const to = appointmentLife.next(step, row.state as AppointmentState);
  const after = (await updateAppointment(work, row.id, { ...change, state: to }))!;
  await note(work, after, step, { fromState: row.state, formerAt: movedFrom(row, after), words });
  const told = { ...concernedBy(after), to, step };
  await work.emit(appointmentEvents.stateChanged, told, aboutAppointment(after));
  return after;
}

const movedFrom = (before: AppointmentRow, after: AppointmentRow): Date | null =>
  before.startsAt.getTime() === after.startsAt.getTime() ? null : before.startsAt;
