import { dialable } from '#modules/customers/server/index.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { normalisePlate } from '#shared/plates.ts';
import { teamFor, type WorkKind } from '../lifecycle.ts';
import { told } from './booking.ts';
import { type Place, takeSlot, timesFreeAt } from './capacity.ts';
import { watch } from './deadlines.ts';
import { insertAppointment, lockAppointment } from './queries.ts';
import { moveTo } from './steps.ts';
import { begin } from './taking.ts';

/** What who has no login asks for on the page of a shop (WSH-02, WSH-13). */
export interface AskedByWeb {
  kind: WorkKind;
  minutes: number;
  startsAt: Date;
  name: string;
  phone: string;
  plate: string;
  wish: string;
  fetching: 'sendIn' | 'pickUp';
  /** Where he is fetched. */
  address: string;
  /** The shop has said that a free time is his who takes it; else the desk confirms it. */
  isConfirmed: boolean;
}

/**
 * Books one of the free times that were offered, with the bay that was free then. His file is not looked for: that he
 * typed a plate does not make the car his.
 * @throws Problem 409 `time_taken` with the next free times, 422 `not_dialable`, `who_comes_needed`
 */
export async function bookByWeb(work: Work, place: Place, asked: AskedByWeb): Promise<string> {
  const { kind, minutes, startsAt, wish, fetching, address } = asked;
  const phone = dialable(asked.phone, '/phone') ?? '';
  const name = asked.name.trim();
  if (name === '') throw ruleBroken('/name', 'who_comes_needed');
  const bayId = await bayFreeAt(work, place, { kind, minutes, startsAt });
  const team = teamFor[kind];
  const slot = await takeSlot(work, place, { team, startsAt, minutes, bayId });
  const row = await insertAppointment(work, {
    ...{ orgUnitId: place.orgUnitId, orgPath: place.orgPath },
    ...{ customerId: null, vehicleId: null, name, phone },
    plate: normalisePlate(asked.plate).slice(0, 20),
    ...{ kind, team, plannedMinutes: minutes, way: 'web', wish: wish.trim(), fetching },
    place: fetching === 'pickUp' ? address.trim() : '',
    ...{ startsAt: slot.startsAt, endsAt: slot.endsAt, bayId: slot.bayId },
    loads: JSON.stringify(slot.loads),
    state: asked.isConfirmed ? 'confirmed' : 'asked',
  });
  await watch(work, row);
  return told(work, row, 'ask');
}

/** The customer chooses another of the free times. @throws Problem 404, 409 `time_taken`, `step_not_allowed` */
export async function moveByCustomer(
  work: Work,
  appointmentId: string,
  { startsAt, isConfirmed }: { startsAt: Date; isConfirmed: boolean },
): Promise<void> {
  const row = await begin(work, { appointmentId });
  const minutes = row.plannedMinutes;
  const asked = { kind: row.kind as WorkKind, minutes, startsAt, besides: row.id };
  const bayId = await bayFreeAt(work, row, asked);
  const step = isConfirmed ? 'moveSelf' : 'askAgain';
  await moveTo(work, row, step, { startsAt, minutes, bayId, reason: '' });
}

/** The row of an appointment in the caller's sight, locked; nothing where there is none. */
export const appointmentToChange = lockAppointment;

/** A free time as it was offered: on the half hour, with the bay that is free then. */
async function bayFreeAt(
  work: Work,
  place: Place,
  asked: { kind: WorkKind; minutes: number; startsAt: Date; besides?: string },
): Promise<string | null> {
  const { startsAt } = asked;
  const found = await timesFreeAt(work, place, { ...asked, notBefore: startsAt }, 4);
  const [first] = found;
  if (first?.startsAt.getTime() === startsAt.getTime()) return first.bay?.id ?? null;
  const next = found.map((one) => ({ startsAt: one.startsAt.toISOString() }));
  throw new Problem(409, 'time_taken', { next });
}
