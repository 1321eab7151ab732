import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { organisationEvents } from '../events.ts';
import { unitToPlace } from './moving.ts';
import { type UnitRow, updateUnit } from './queries.ts';
import { countsAt } from './queries-counted.ts';
import { lockTree, openUnitsAbove, openUnitsBelow } from './queries-tree.ts';

/** What has to be ended before a unit can be closed: units, people, programs, work, money owed to customers. */
export async function previewClosing(work: Work, unitId: string) {
  const { unit } = await unitToPlace(work, unitId);
  return openAt(work, unit.path);
}

async function openAt(work: Work, orgPath: string) {
  const unitsOpen = await openUnitsBelow(work, orgPath);
  return { unitsOpen, counts: await countsAt(work, orgPath, { isOpen: true }) };
}

/** Closes a unit in which nothing is open: it takes nothing new, and all that happened there stays to be read. */
export async function closeUnit(work: Work, unitId: string, reason: string): Promise<UnitRow> {
  await lockTree(work);
  const { unit } = await unitToPlace(work, unitId);
  if (unit.closedAt) throw new Problem(409, 'unit_closed');
  const { unitsOpen, counts } = await openAt(work, unit.path);
  const open = unitsOpen + counts.reduce((sum, { count }) => sum + count, 0);
  if (open > 0) throw new Problem(409, 'unit_in_use', { count: open });
  const after = (await updateUnit(work, unitId, { closedAt: work.now }))!;
  const told = { orgUnitId: unitId, name: unit.name, reason };
  await work.emit(organisationEvents.unitClosed, told, about(after));
  return after;
}

export async function reopenUnit(work: Work, unitId: string): Promise<UnitRow> {
  await lockTree(work);
  const { unit, parent } = await unitToPlace(work, unitId);
  if (!unit.closedAt) throw new Problem(409, 'unit_open');
  if (parent.closedAt) throw new Problem(409, 'unit_closed');
  const after = (await updateUnit(work, unitId, { closedAt: null }))!;
  const told = { orgUnitId: unitId, name: unit.name };
  await work.emit(organisationEvents.unitReopened, told, about(after));
  return after;
}

const about = ({ id, path }: UnitRow) => ({ type: 'orgUnit', id, orgPath: path });

/** Nobody begins to work in a unit that is closed, and nothing new is put there. @throws Problem 422 `unit_closed` */
export function refuseClosed(unit: Pick<UnitRow, 'closedAt'>, pointer: string): void {
  if (unit.closedAt) throw ruleBroken(pointer, 'unit_closed');
}

interface Place {
  orgUnitId: string;
  orgPath: string;
}

/**
 * What comes up about a customer or a car of a closed unit is made in the nearest unit above it that is open: there are
 * people who attend to it (ORG-01). Everything else stays where it is.
 */
export async function atOpenUnits<Made extends Place>(
  work: Work,
  records: readonly Made[],
): Promise<Made[]> {
  const ids = [...new Set(records.map(({ orgUnitId }) => orgUnitId))];
  const above = new Map((await openUnitsAbove(work, ids)).map((row) => [row.unitId, row]));
  return records.map((record) => {
    const found = above.get(record.orgUnitId);
    return found ? { ...record, orgUnitId: found.orgUnitId, orgPath: found.orgPath } : record;
  });
}

/** The same for one record. */
export async function atOpenUnit<Made extends Place>(work: Work, record: Made): Promise<Made> {
  return (await atOpenUnits(work, [record]))[0]!;
}
