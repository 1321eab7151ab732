import { defineRule, keep, promise } from '#modules/commitments/server/index.ts';
import { settingOf } from '#modules/organisation/server/index.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { appointmentEvents } from '../events.ts';
import { giveSlotBack } from './capacity.ts';
import { type AppointmentRow, lockAppointment } from './queries.ts';
import { aboutAppointment, concernedBy, finish } from './taking.ts';

export const graceKey = 'appointments.grace';
/** Practice, no law: after half an hour the bay is somebody else's. */
const usualGrace = { graceMinutes: 30 };
export const graceAt = (work: Work, orgPath: string): Promise<typeof usualGrace> =>
  settingOf(work, graceKey, orgPath, usualGrace);

/** Who did not come is called within two working hours, so that he comes another day (WSH-02 预约回访). */
export const callMissedRule = defineRule({
  key: 'appointments.callMissed',
  source: 'WSH-02',
  term: { kind: 'workingMinutes', minutes: 120 },
  warnBeforeMinutes: 30,
  ladder: [{ afterMinutes: 60, permission: 'organisation.manage' }],
});

/** Looks, when the grace is over, whether he came. It may run late or twice: the state says whether anything is to do. */
const missed = defineTask<{ appointmentId: string }>(
  'appointments.missed',
  async (work, { appointmentId }) => {
    const row = await lockAppointment(work, appointmentId);
    if (!row || !['asked', 'booked', 'confirmed'].includes(row.state)) return;
    const { graceMinutes } = await graceAt(work, row.orgPath);
    if (work.now < graceOver(row.startsAt, graceMinutes)) return;
    await giveSlotBack(work, row);
    const after = await finish(work, row, 'miss', { loads: '[]' });
    await work.emit(appointmentEvents.missed, concernedBy(after), aboutAppointment(after));
    await promise(work, {
      rule: callMissedRule,
      about: aboutAppointment(after),
      orgUnitId: after.orgUnitId,
      orgPath: after.orgPath,
      ownerId: after.advisorId ?? after.createdBy,
      subject: after.plate || after.name,
    });
  },
);

const graceOver = (startsAt: Date, graceMinutes: number) =>
  new Date(startsAt.getTime() + graceMinutes * 60_000);

/** Sets the clock of an appointment; setting it again moves it. */
export async function watch(work: Work, row: AppointmentRow): Promise<void> {
  const { graceMinutes } = await graceAt(work, row.orgPath);
  const runAt = graceOver(row.startsAt, graceMinutes);
  await work.later(missed, { appointmentId: row.id }, runAt, row.id);
}

/** He is there, or comes no more: nobody waits for him. */
export const stopWatching = (work: Work, row: AppointmentRow): Promise<void> =>
  work.cancelLater(missed, row.id);

/** The call that was owed is made, or needed no more. */
export const callMade = (work: Work, row: AppointmentRow) =>
  keep(work, callMissedRule, aboutAppointment(row));
