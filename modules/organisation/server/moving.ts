import { inScope } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { tiers } from '../contract.ts';
import { organisationEvents } from '../events.ts';
import { lockUnit, type UnitRow, unitById, updateUnit } from './queries.ts';
import { countsAt } from './queries-counted.ts';
import {
  changePaths,
  childrenInOrder,
  giveStep,
  lockTree,
  putInOrder,
  sizeOfPlace,
  takeRecordsAlong,
} from './queries-tree.ts';

/** More are not moved within one answer, while everybody else waits for them. */
const mostRecords = 400_000;
/** Who was at work while a unit moved wrote where it stood before; what he wrote comes along soon after. */
const sweepsAfterMs = [15_000, 120_000];

/** What goes along, and whether it may go there at all. */
export async function previewMove(work: Work, unitId: string, parentId: string) {
  const { unit } = await judgeMove(work, unitId, parentId);
  const counts = await countsAt(work, unit.path);
  return { ...(await sizeOfPlace(work, unit.path)), counts };
}

/**
 * Puts a unit with all below it under another. Every record goes along in the same commit, rights and settings too; the
 * audit stays as it was written and is found by where the unit stood (ORG-01). Throws 409 `move_too_large`.
 */
export async function moveUnit(work: Work, unitId: string, parentId: string): Promise<UnitRow> {
  await lockTree(work);
  const { unit, parent, from } = await judgeMove(work, unitId, parentId);
  const { records, units } = await sizeOfPlace(work, unit.path);
  if (records > mostRecords) throw new Problem(409, 'move_too_large', { records, mostRecords });
  const { step, position } = await giveStep(work, parent.id);
  const path = `${parent.path}${step.toString(36)}.`;
  await changePaths(work, unit.path, path);
  const after = (await updateUnit(work, unitId, { parentId: parent.id, position }))!;
  const moved = await takeRecordsAlong(work, work.now);
  for (const ms of sweepsAfterMs) {
    const runAt = new Date(work.now.getTime() + ms);
    await work.later(sweep, { since: work.now.toISOString() }, runAt);
  }
  const told = {
    orgUnitId: unitId,
    ...{ fromId: from.id, toId: parent.id, fromName: from.name, toName: parent.name },
    ...{ units, records: moved },
  };
  // Told where it stood and where it stands: both sides see that it went.
  await work.emit(organisationEvents.unitLeft, told, {
    ...{ type: 'orgUnit', id: unitId, orgPath: from.path },
  });
  await work.emit(organisationEvents.unitMoved, told, {
    ...{ type: 'orgUnit', id: unitId, orgPath: path },
  });
  return after;
}

const sweep = defineTask<{ since: string }>('organisation.sweepMoved', async (work, { since }) => {
  await takeRecordsAlong(work, new Date(since));
});

async function judgeMove(work: Work, unitId: string, parentId: string) {
  const { unit, parent: from } = await unitToPlace(work, unitId);
  const parent = await unitById(work, parentId);
  if (!parent || !inScope(work.actor, parent.path)) throw notFound();
  if (parent.path.startsWith(unit.path)) throw ruleBroken('/parentId', 'move_below_itself');
  if (tiers.indexOf(parent.tier) >= tiers.indexOf(unit.tier))
    throw ruleBroken('/parentId', 'tier_order');
  if (parent.closedAt && !unit.closedAt) throw ruleBroken('/parentId', 'unit_closed');
  return { unit, parent, from };
}

/** A unit whose place may be changed: within the asker's part of the tree together with what it stands below. */
export async function unitToPlace(work: Work, unitId: string) {
  const unit = await lockedUnit(work, unitId);
  if (unit.parentId === null) throw new Problem(422, 'top_stays');
  const parent = (await unitById(work, unit.parentId))!;
  // Nobody gives away or closes what was given to him as a whole.
  if (!inScope(work.actor, parent.path)) throw new Problem(422, 'top_stays');
  return { unit, parent };
}

async function lockedUnit(work: Work, unitId: string): Promise<UnitRow> {
  const unit = work.actor.kind === 'link' ? undefined : await unitById(work, unitId);
  if (!unit || !inScope(work.actor, unit.path)) throw notFound();
  return unit;
}

/** Puts a unit at another place among its siblings; nothing else changes. */
export async function orderUnit(work: Work, unitId: string, position: number): Promise<UnitRow> {
  await lockTree(work);
  const { unit, parent } = await unitToPlace(work, unitId);
  const others = (await childrenInOrder(work, parent.id)).filter(({ id }) => id !== unitId);
  const ids = others.map(({ id }) => id);
  ids.splice(position - 1, 0, unitId);
  await putInOrder(work, ids);
  const about = { type: 'orgUnit', id: unitId, orgPath: unit.path };
  await work.emit(organisationEvents.unitOrdered, { orgUnitId: unitId }, about);
  return (await lockUnit(work, unitId))!;
}
