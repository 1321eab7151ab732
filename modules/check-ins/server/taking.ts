import { type Actor, can } from '#platform/actor.ts';
import { forbidden, notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { type CheckInRow, lockCheckIn } from './queries.ts';

export interface Asked {
  checkInId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

export const aboutCheckIn = ({ id, orgPath }: Pick<CheckInRow, 'id' | 'orgPath'>) => ({
  type: 'checkIn',
  id,
  orgPath,
});

/** Locks it: it exists here (404), one may (403), it is as seen (412). */
export async function takeCheckIn(work: Work, asked: Asked): Promise<CheckInRow> {
  const row = await lockCheckIn(work, asked.checkInId);
  if (!row) throw notFound();
  if (!can(work.actor, 'serviceOrders.receive', row.orgPath)) {
    throw forbidden('serviceOrders.receive');
  }
  if (asked.expectedVersion !== undefined && row.version !== asked.expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

/** One that is not over: what is signed or abandoned changes no more (409). */
export async function takeOpenCheckIn(work: Work, asked: Asked): Promise<CheckInRow> {
  const row = await takeCheckIn(work, asked);
  if (row.state !== 'open') throw new Problem(409, 'check_in_closed', { state: row.state });
  return row;
}

/** The employee who acts. A program receives nobody's car. */
export function employeeWho(actor: Actor): string {
  if (actor.kind !== 'user') throw new Problem(403, 'advisor_needed');
  return actor.id;
}
