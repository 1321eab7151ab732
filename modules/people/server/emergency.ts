import type { FastifyInstance } from 'fastify';
import { inScope } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import { type EmergencyAccess, emergencyRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import {
  type EmergencyRow,
  emergenciesOfMine,
  emergencyPlace,
  endEmergencies,
  insertEmergency,
  lockMyself,
  pageOfEmergencies,
} from './queries-emergency.ts';

export function serveEmergencies(app: FastifyInstance, host: Host): void {
  serve(app, host, emergencyRoutes, {
    list: async (work, { query }) => {
      const after = host.cursors.open('emergencies', query.cursor)?.[0];
      const afterId = after === undefined ? null : String(after);
      const rows = await pageOfEmergencies(work, { afterId, size: sizeOf(query) + 1 });
      const present = (row: EmergencyRow) => shownEmergency(work, row);
      return pageOf(host.cursors, 'emergencies', query, rows, ({ id }) => [id], present);
    },
    open: (work, { body }) => openEmergency(work, body),
    end: async (work) => ({
      ended: await tellEnded(
        work,
        await endEmergencies(work, { sessionId: work.actor.sessionId }),
        true,
      ),
    }),
  });
}

/** So few letters say nothing to who reads it afterwards. */
const shortestReason = 8;
/** For so long a reason is not good for a second time. */
const reasonRestsMs = 90 * 24 * 3_600_000;

/**
 * Opens a place beyond the actor's own scope for this session; it ends by itself. Everybody who manages the house is
 * told in the same moment. Throws 409 `emergency_running`, 422 for a place that is no help or a reason that says nothing new.
 */
async function openEmergency(
  work: Work,
  { unitCode, reason, minutes }: BodyOf<typeof emergencyRoutes.open>,
) {
  const { actor } = work;
  if (actor.sessionId === undefined) throw new Problem(422, 'emergency_by_program');
  await lockMyself(work);
  await refuseAnother(work, reason);
  const unit = await emergencyPlace(work, unitCode);
  if (!unit) throw ruleBroken('/unitCode', 'emergency_place_unknown');
  if (inScope(actor, unit.path)) throw ruleBroken('/unitCode', 'emergency_needless');
  const row = await insertEmergency(work, {
    orgUnitId: unit.id,
    orgPath: unit.path,
    employeeId: actor.id,
    sessionId: actor.sessionId,
    reason: reason.trim(),
    untilAt: new Date(work.now.getTime() + minutes * 60_000),
  });
  const untilAt = row.untilAt.toISOString();
  const shown = { unitName: unit.name, reason: row.reason, untilAt };
  const told = { employeeId: actor.id, emergencyId: row.id, name: actor.name, orgPath: unit.path };
  const about = { type: 'employee', id: actor.id, orgPath: unit.path };
  await work.emit(peopleEvents.emergencyOpened, { ...told, ...shown }, about);
  await work.later(end, { emergencyId: row.id }, row.untilAt, row.id);
  return { id: row.id, ...shown };
}

/** One at a time, and each for a reason of its own. */
async function refuseAnother(work: Work, reason: string): Promise<void> {
  const mine = await emergenciesOfMine(work, new Date(work.now.getTime() - reasonRestsMs));
  const isRunning = mine.some(({ endedAt, untilAt }) => endedAt === null && untilAt > work.now);
  if (isRunning) throw new Problem(409, 'emergency_running');
  if (bare(reason).length < shortestReason) throw ruleBroken('/reason', 'emergency_reason_short');
  if (mine.some((earlier) => bare(earlier.reason) === bare(reason)))
    throw ruleBroken('/reason', 'emergency_same_reason');
}

/** What was written, without what only looks different. */
const bare = (reason: string) =>
  reason
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase();

/** Its time is over: on record, and on the screens that were open. */
const end = defineTask<{ emergencyId: string }>('people.endEmergency', async (work, told) => {
  await tellEnded(work, await endEmergencies(work, told), false);
});

async function tellEnded(
  work: Work,
  rows: readonly { id: string; employeeId: string; orgPath: string }[],
  early: boolean,
): Promise<number> {
  for (const { id: emergencyId, employeeId, orgPath } of rows) {
    const about = { type: 'employee', id: employeeId, orgPath };
    await work.emit(peopleEvents.emergencyEnded, { employeeId, emergencyId, early }, about);
  }
  return rows.length;
}

function shownEmergency(work: Work, row: EmergencyRow): EmergencyAccess {
  const { id, employeeId, employeeName, unitName, reason, reads, changes } = row;
  const isRunning = row.endedAt === null && row.untilAt > work.now;
  return {
    ...{ id, employeeId, employeeName, unitName, reason, reads, changes, isRunning },
    createdAt: row.createdAt.toISOString(),
    untilAt: row.untilAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    isOwn: isRunning && row.sessionId === work.actor.sessionId,
  };
}
