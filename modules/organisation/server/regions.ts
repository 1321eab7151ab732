import type { Call } from '#platform/http.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { Region } from '../contract.ts';
import { organisationEvents } from '../events.ts';
import {
  deleteRegion,
  insertRegion,
  insertRegions,
  isRegionInUse,
  lockRegion,
  type RegionRow,
  regionNamed,
  regionsOfHouse,
  renameAtUnits,
  updateRegion,
} from './queries-regions.ts';

/** The regions that the maker's manual names (ORG-03): every house begins with them and changes them as it likes. */
const namedByTheManual = [
  '西北',
  '东北',
  '川渝',
  '河南安徽',
  '湖北湖南',
  '江西福建',
  '浙江苏南',
  '广东广西海南',
  '山东河北',
];
const mostRegions = 200;

export const beginWithRegions = (work: Work) =>
  insertRegions(
    work,
    namedByTheManual.map((name) => ({ name })),
  );

export const shownRegion = ({ id, name, units, version }: RegionRow): Region => ({
  ...{ id, name, units, version },
});

/** @throws Problem 422 `region_taken`, `regions_full` */
export async function addRegion(work: Work, typed: string): Promise<Region> {
  const name = typed.trim();
  await refuseTaken(work, name);
  if ((await regionsOfHouse(work)).length >= mostRegions) throw new Problem(422, 'regions_full');
  const row = await insertRegion(work, name);
  await work.emit(organisationEvents.regionAdded, { regionId: row.id, name }, about(work));
  return shownRegion({ ...row, units: 0 });
}

/** The name changes at every unit with it. */
export async function renameRegion(
  work: Work,
  regionId: string,
  typed: string,
  { expectedVersion }: Call,
): Promise<Region> {
  const name = typed.trim();
  const before = await lockRegion(work, regionId);
  if (!before) throw notFound();
  if (before.version !== expectedVersion) throw new Problem(412, 'version_stale');
  if (name !== before.name) await refuseTaken(work, name);
  const after = (await updateRegion(work, regionId, name))!;
  const units = await renameAtUnits(work, before.name, name);
  const told = { regionId, from: before.name, to: name, units };
  await work.emit(organisationEvents.regionRenamed, told, about(work));
  return shownRegion({ ...after, units });
}

export async function removeRegion(
  work: Work,
  regionId: string,
  { expectedVersion }: Call,
): Promise<void> {
  const before = await lockRegion(work, regionId);
  if (!before) throw notFound();
  if (before.version !== expectedVersion) throw new Problem(412, 'version_stale');
  if (await isRegionInUse(work, before.name)) throw new Problem(409, 'region_in_use');
  await deleteRegion(work, regionId);
  const told = { regionId, name: before.name };
  await work.emit(organisationEvents.regionRemoved, told, about(work));
}

async function refuseTaken(work: Work, name: string): Promise<void> {
  if (await regionNamed(work, name)) throw ruleBroken('/name', 'region_taken');
}

/** A unit belongs to a region of the house or to none. @throws Problem 422 `region_unknown` */
export async function refuseUnknownRegion(work: Work, name: string): Promise<void> {
  if (!(await regionNamed(work, name))) throw ruleBroken('/region', 'region_unknown');
}

const about = (work: Work) => ({ type: 'tenant', id: work.actor.tenantId, orgPath: '1.' });
