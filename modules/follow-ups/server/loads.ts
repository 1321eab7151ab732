import type { FastifyInstance } from 'fastify';
import { handOverMany } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { type CallerLoad, loadRoutes } from '../contract-loads.ts';
import { followUpEvents } from '../events.ts';
import { contactRule } from './deadlines.ts';
import { loadsByAgent, shareOut } from './queries-loads.ts';
import { ownPlace } from './rules-service.ts';

/** Who has how many calls, and sharing them (FUP-11). */
export function serveLoads(app: FastifyInstance, host: Host): void {
  serve(app, host, loadRoutes, {
    list: async (work) => ({ items: await loadsShown(work) }),
    share: async (work, { body }) => ({
      moved: await shareCalls(work, body.fromId ?? null, body.toIds),
    }),
  });
}

const callersHere = (work: Work) => employeesWith(work, 'followUps.call', ownPlace(work));

/** Also those who may call and have nothing to do. */
async function loadsShown(work: Work): Promise<CallerLoad[]> {
  const rows = await loadsByAgent(work, dateIn(zoneOfTenant, work.now));
  const callers = await callersHere(work);
  const may = new Set(callers.map(({ id }) => id));
  const busy = rows.map((row) => ({
    ...row,
    name: row.name ?? '',
    mayCall: row.agentId !== null && may.has(row.agentId),
  }));
  const idle = callers
    .filter(({ id }) => !rows.some(({ agentId }) => agentId === id))
    .map(({ id, name }) => ({ agentId: id, name, open: 0, due: 0, overdue: 0, mayCall: true }));
  return [...busy, ...idle];
}

/** In one step; what was promised goes along. Who receives must be able to call wherever the asker supervises. */
async function shareCalls(
  work: Work,
  fromId: string | null,
  toIds: readonly string[],
): Promise<number> {
  const may = new Set((await callersHere(work)).map(({ id }) => id));
  if (toIds.some((id) => !may.has(id))) throw ruleBroken('/toIds', 'agent_cannot_call');
  const moved = await shareOut(work, fromId, toIds);
  if (moved.length === 0) throw new Problem(422, 'nothing_to_share');
  const gifts = moved.map(({ id, agentId }) => ({ aboutId: id, toId: agentId }));
  await handOverMany(work, contactRule, 'followUp', gifts);
  const { unitId, unitPath } = work.actor;
  const about = { type: 'orgUnit', id: unitId, orgPath: unitPath };
  await work.emit(followUpEvents.shared, { fromId, count: moved.length }, about);
  return moved.length;
}
