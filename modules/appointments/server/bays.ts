import { saveSetting, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Bay, bayRoutes, ShopCapacity, teamHoursRoutes } from '../contract.ts';
import { bayEvents, teamHoursEvents } from '../events.ts';
import { teams } from '../lifecycle.ts';
import { shownBay } from './capacity.ts';
import { graceAt, graceKey } from './deadlines.ts';
import {
  type BayRow,
  endOutages,
  forgetDay,
  forgetWeek,
  insertBay,
  insertHours,
  insertOutage,
  isBayNameTaken,
  lockBay,
  settingsRow,
  updateBay,
} from './queries-capacity.ts';

type Body<Name extends keyof typeof bayRoutes> = BodyOf<(typeof bayRoutes)[Name]>;
type HoursBody<Name extends keyof typeof teamHoursRoutes> = BodyOf<(typeof teamHoursRoutes)[Name]>;

const placeOf = ({ actor }: Work) => ({ orgUnitId: actor.unitId, orgPath: actor.unitPath });
const todayOf = (work: Work) => dateIn(zoneOfTenant, work.now);

/** Bays, hours and grace of one's own shop, in two statements. */
export async function shopCapacityOf(work: Work): Promise<ShopCapacity> {
  const { orgUnitId: unitId, orgPath: unitPath } = placeOf(work);
  const row = await settingsRow(work, { unitId, unitPath, fromOn: todayOf(work) });
  const { graceMinutes } = await graceAt(work, unitPath);
  const weekOf = (team: string) =>
    Array.from({ length: 7 }, (_, at) => {
      const own = row.hours.find((each) => each.team === team && each.weekday === at + 1);
      return own?.minutes ?? null;
    });
  const days = row.hours.flatMap(({ team, on, minutes, reason }) =>
    on === null ? [] : [{ team, on, minutes, reason }],
  );
  return {
    bays: row.bays.map(shownBay),
    weeks: teams.map((team) => ({ team, week: weekOf(team) })),
    days: days.slice(0, 200),
    graceMinutes,
    technicians: row.technicians,
  };
}

async function oneBay(work: Work, row: BayRow): Promise<Bay> {
  const place = { unitId: row.orgUnitId, unitPath: row.orgPath, fromOn: '0001-01-01' };
  const { bays } = await settingsRow(work, place);
  const found = bays.find(({ id }) => id === row.id);
  if (!found) throw notFound();
  return shownBay(found);
}

const aboutBay = ({ id, orgPath }: BayRow) => ({ type: 'bay', id, orgPath });

export async function addBay(work: Work, body: Body<'add'>): Promise<Bay> {
  const place = placeOf(work);
  const { name, kind, position = 0, usedFrom = todayOf(work) } = body;
  await refuseTakenName(work, place.orgUnitId, name.trim(), null);
  const row = await insertBay(work, { ...place, name: name.trim(), kind, position, usedFrom });
  await work.emit(bayEvents.added, { bayId: row.id }, aboutBay(row));
  return oneBay(work, row);
}

async function refuseTakenName(work: Work, unitId: string, name: string, besides: string | null) {
  if (await isBayNameTaken(work, { unitId, name, besides })) {
    throw ruleBroken('/name', 'bay_name_taken');
  }
}

async function bayForChange(work: Work, bayId: string, expectedVersion?: number): Promise<BayRow> {
  const row = await lockBay(work, bayId);
  if (!row) throw notFound();
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

export async function changeBay(
  work: Work,
  { bayId, expectedVersion }: { bayId: string; expectedVersion?: number },
  body: Body<'change'>,
): Promise<Bay> {
  const row = await bayForChange(work, bayId, expectedVersion);
  const name = body.name?.trim();
  if (name !== undefined) await refuseTakenName(work, row.orgUnitId, name, row.id);
  if (body.usedUntil && body.usedUntil < row.usedFrom) {
    throw ruleBroken('/usedUntil', 'bay_ends_before');
  }
  const { kind, position, usedUntil } = body;
  const after = (await updateBay(work, row.id, { name, kind, position, usedUntil }))!;
  await work.emit(bayEvents.changed, { bayId }, aboutBay(after));
  return oneBay(work, after);
}

/** What is booked into it already stays, and shows that it cannot be kept there. */
export async function closeBay(work: Work, bayId: string, body: Body<'close'>): Promise<Bay> {
  const row = await bayForChange(work, bayId);
  const fromAt = body.fromAt === undefined ? work.now : new Date(body.fromAt);
  const untilAt = body.untilAt === undefined ? null : new Date(body.untilAt);
  if (untilAt && untilAt <= fromAt) throw ruleBroken('/untilAt', 'outage_ends_before');
  const { orgUnitId, orgPath } = row;
  const reason = body.reason.trim();
  const made = await insertOutage(work, {
    orgUnitId,
    orgPath,
    bayId: row.id,
    fromAt,
    untilAt,
    reason,
  });
  await work.emit(bayEvents.closed, { bayId: row.id, outageId: made.id, reason }, aboutBay(row));
  return oneBay(work, row);
}

export async function reopenBay(work: Work, bayId: string): Promise<Bay> {
  const row = await bayForChange(work, bayId);
  for (const { id } of await endOutages(work, row.id)) {
    await work.emit(bayEvents.reopened, { bayId: row.id, outageId: id }, aboutBay(row));
  }
  return oneBay(work, row);
}

const aboutUnit = ({ actor }: Work) => ({
  type: 'orgUnit',
  id: actor.unitId,
  orgPath: actor.unitPath,
});

export async function saveWeek(
  work: Work,
  { team, week }: HoursBody<'saveWeek'>,
): Promise<ShopCapacity> {
  const place = placeOf(work);
  await forgetWeek(work, place.orgUnitId, team);
  const rows = week.flatMap((minutes, at) =>
    minutes === null ? [] : [{ ...place, team, weekday: at + 1, minutes }],
  );
  if (rows.length > 0) await insertHours(work, rows);
  await work.emit(teamHoursEvents.saved, { team }, aboutUnit(work));
  return shopCapacityOf(work);
}

export async function saveDay(work: Work, body: HoursBody<'saveDay'>): Promise<ShopCapacity> {
  const place = placeOf(work);
  const { team, on, minutes, reason = '' } = body;
  await forgetDay(work, place.orgUnitId, team, on);
  if (minutes !== undefined)
    await insertHours(work, [{ ...place, team, onDate: on, minutes, reason }]);
  await work.emit(teamHoursEvents.dayChanged, { team, on }, aboutUnit(work));
  return shopCapacityOf(work);
}

export async function saveGrace(work: Work, body: HoursBody<'saveGrace'>): Promise<ShopCapacity> {
  await saveSetting(work, graceKey, work.actor.unitPath, body);
  const told = { graceMinutes: String(body.graceMinutes) };
  await work.emit(teamHoursEvents.graceSaved, told, aboutUnit(work));
  return shopCapacityOf(work);
}
