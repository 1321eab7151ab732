import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { StandIn, staffRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import { mayNameStandIn } from './policy.ts';
import { employeeById, lockEmployee } from './queries-staff.ts';
import {
  endOneStandIn,
  insertStandIn,
  type StandInRow,
  standInById,
  standInsOver,
} from './queries-stand-ins.ts';

/**
 * Names who acts for an absent colleague (ORG-06). Never two for one person at a time, and nobody who is
 * away himself. Throws 409 `stand_in_overlap` with who it is and until when.
 */
export async function nameStandIn(
  work: Work,
  absentId: string,
  input: BodyOf<typeof staffRoutes.nameStandIn>,
): Promise<StandInRow> {
  const absent = await lockEmployee(work, absentId);
  if (!absent) throw notFound();
  if (!mayNameStandIn(work.actor, absent.orgPath)) throw forbidden('followUps.supervise');
  const span = spanOf(work, input);
  await refuseUnfit(work, absentId, input.standInId);
  const over = await standInsOver(work, { absentId, standInId: input.standInId, ...span });
  refuseOverlap(over, absentId);
  const { id } = await insertStandIn(work, {
    absentId,
    standInId: input.standInId,
    ...span,
    namedBy: work.actor.id,
  });
  const { standInId, fromAt, untilAt } = input;
  const about = { type: 'standIn', id, orgPath: absent.orgPath };
  await work.emit(peopleEvents.standInNamed, { absentId, standInId, fromAt, untilAt }, about);
  return (await standInById(work, id))!;
}

function spanOf(work: Work, input: BodyOf<typeof staffRoutes.nameStandIn>) {
  const [fromAt, untilAt] = [new Date(input.fromAt), new Date(input.untilAt)];
  if (untilAt <= fromAt) throw ruleBroken('/untilAt', 'span_backwards');
  if (untilAt <= work.now) throw ruleBroken('/untilAt', 'date_past');
  return { fromAt, untilAt };
}

async function refuseUnfit(work: Work, absentId: string, standInId: string): Promise<void> {
  if (standInId === absentId) throw ruleBroken('/standInId', 'stand_in_self');
  const person = await employeeById(work, standInId);
  if (!person) throw ruleBroken('/standInId', 'stand_in_unknown');
  if (person.state !== 'active') {
    throw ruleBroken('/standInId', 'stand_in_absent', { name: person.name });
  }
}

function refuseOverlap(over: readonly StandInRow[], absentId: string): void {
  const already = over.find((row) => row.absentId === absentId);
  if (already) {
    const { standInName: name, untilAt } = already;
    const until = `${dateIn(zoneOfTenant, untilAt)} ${timeIn(zoneOfTenant, untilAt).slice(0, 5)}`;
    throw new Problem(409, 'stand_in_overlap', { name, until });
  }
  if (over[0]) throw ruleBroken('/standInId', 'stand_in_absent', { name: over[0].absentName });
}

/** The absent one is back before the day that was named. */
export async function endStandIn(work: Work, standInId: string): Promise<StandInRow> {
  const row = await standInById(work, standInId);
  if (!row) throw notFound();
  if (!mayNameStandIn(work.actor, row.absentPath)) throw forbidden('followUps.supervise');
  if (row.endedAt !== null || row.untilAt <= work.now) throw new Problem(409, 'stand_in_over');
  await endOneStandIn(work, standInId);
  const about = { type: 'standIn', id: standInId, orgPath: row.absentPath };
  const told = { absentId: row.absentId, standInId: row.standInId };
  await work.emit(peopleEvents.standInEnded, told, about);
  return (await standInById(work, standInId))!;
}

export function shownStandIn(work: Work, row: StandInRow): StandIn {
  const { id, absentId, absentName, standInId, standInName, namedByName } = row;
  const isRunning = row.endedAt === null && row.fromAt <= work.now && row.untilAt > work.now;
  return {
    id,
    absentId,
    absentName,
    standInId,
    standInName,
    namedByName,
    fromAt: row.fromAt.toISOString(),
    untilAt: row.untilAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    isRunning,
  };
}
