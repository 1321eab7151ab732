import { inScope } from '#platform/actor.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import type { Call } from '#platform/http.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { type OrgUnit, type organisationRoutes, tiers } from '../contract.ts';
import { organisationEvents } from '../events.ts';
import { refuseClosed } from './closing.ts';
import {
  changeSettingRow,
  insertUnit,
  lockUnit,
  nextCounter,
  saveSettingRow,
  settingRow,
  tiersAroundUnit,
  updateUnit,
} from './queries.ts';
import { giveStep, lockTree } from './queries-tree.ts';
import { refuseUnknownRegion } from './regions.ts';

type Tier = OrgUnit['tier'];

/** Adds a node below another; the path is the parent's with one step more (ORG-01). */
export async function addUnit(work: Work, input: BodyOf<typeof organisationRoutes.addUnit>) {
  await lockTree(work);
  const parent = await lockUnit(work, input.parentId);
  if (!parent || !inScope(work.actor, parent.path)) throw notFound();
  if (tiers.indexOf(input.tier) <= tiers.indexOf(parent.tier)) {
    throw new Problem(422, 'tier_order', {}, [{ pointer: '/tier', code: 'tier_order' }]);
  }
  refuseClosed(parent, '/parentId');
  const { step, position } = await giveStep(work, parent.id);
  const path = `${parent.path}${step.toString(36)}.`;
  const row = await insertUnit(work, { ...input, path, position });
  await work.emit(
    organisationEvents.unitAdded,
    { orgUnitId: row.id, name: row.name },
    aboutUnit(row),
  );
  return row;
}

export async function changeUnit(
  work: Work,
  unitId: string,
  change: BodyOf<typeof organisationRoutes.changeUnit>,
  call: Call,
) {
  // A tier is judged by the units around it: none of them moves meanwhile.
  if (change.tier) await lockTree(work);
  const before = await lockUnit(work, unitId);
  if (!before || !inScope(work.actor, before.path)) throw notFound();
  if (before.version !== call.expectedVersion) throw new Problem(412, 'version_stale');
  if (change.region) await refuseUnknownRegion(work, change.region);
  if (change.tier) await refuseTierOutOfOrder(work, unitId, change.tier);
  const after = (await updateUnit(work, unitId, change))!;
  const changes = changesBetween(before, after, Object.keys(change));
  await work.emit(organisationEvents.unitChanged, { orgUnitId: unitId }, aboutUnit(after), changes);
  return after;
}

/** A shop becomes a headquarters before it gets shops below it; never may a unit stand beside or above its parent. */
async function refuseTierOutOfOrder(work: Work, unitId: string, tier: Tier): Promise<void> {
  const rank = (one: Tier) => tiers.indexOf(one);
  const isOut = (await tiersAroundUnit(work, unitId)).some((other) =>
    other.isParent ? rank(other.tier) >= rank(tier) : rank(other.tier) <= rank(tier),
  );
  if (isOut) throw new Problem(422, 'tier_order', {}, [{ pointer: '/tier', code: 'tier_order' }]);
}

const aboutUnit = (row: { id: string; path: string }) => ({
  type: 'orgUnit',
  id: row.id,
  orgPath: row.path,
});

/**
 * The next human number of a kind in a unit, such as `GD261121-007`: prefix, day, running number of that day.
 * Locks the counter until the transaction ends: ask for it last (D-14).
 */
export async function nextNumber(
  work: Work,
  unitId: string,
  kind: string,
  prefix: string,
): Promise<string> {
  const period = dateIn(zoneOfTenant, work.now).slice(2).replaceAll('-', '');
  const value = await nextCounter(work, unitId, kind, period);
  return `${prefix}${period}-${String(value).padStart(3, '0')}`;
}

/** As many of them at once: for a list that brings many records in. */
export async function nextNumbers(
  work: Work,
  unitId: string,
  { kind, prefix, count }: { kind: string; prefix: string; count: number },
): Promise<string[]> {
  const period = dateIn(zoneOfTenant, work.now).slice(2).replaceAll('-', '');
  const last = await nextCounter(work, unitId, kind, period, count);
  return Array.from({ length: count }, (_, at) => {
    const value = last - count + 1 + at;
    return `${prefix}${period}-${String(value).padStart(3, '0')}`;
  });
}

/**
 * The next running number of a kind in a unit's year, from 1 and without gaps: whoever takes one and fails gives it back
 * with his transaction. Locks the counter until that ends: ask for it last.
 */
export async function nextInYear(
  work: Work,
  unitId: string,
  kind: string,
): Promise<{ year: number; position: number }> {
  const period = dateIn(zoneOfTenant, work.now).slice(0, 4);
  const position = await nextCounter(work, unitId, kind, period);
  return { year: Number(period), position };
}

/** China has one zone; a tenant elsewhere gets its own with the settings screen. */
export const zoneOfTenant = 'Asia/Shanghai';

/** A setting as the nearest unit up the tree has it, else the source's value. */
export async function settingOf<Value>(
  work: Work,
  key: string,
  orgPath: string,
  fromSource: Value,
): Promise<Value> {
  const row = await settingRow(work, key, orgPath);
  return row === undefined ? fromSource : (row.value as Value);
}

/** A setting of exactly this place with its version; 0 while nobody has set it. */
export async function versionedSetting<Value>(
  work: Work,
  key: string,
  orgPath: string,
  fromSource: Value,
): Promise<{ value: Value; version: number }> {
  const row = await settingRow(work, key, orgPath);
  if (row?.orgPath !== orgPath) return { value: fromSource, version: 0 };
  return { value: row.value as Value, version: row.version };
}

/** Sets it for who has seen how it stands. @returns its new version. @throws Problem 412 `version_stale` */
export async function changeSetting(
  work: Work,
  given: { key: string; orgPath: string; value: unknown; seen: number },
): Promise<number> {
  const changed = await changeSettingRow(work, given);
  if (!changed) throw new Problem(412, 'version_stale');
  return changed.version;
}

export const saveSetting = (work: Work, key: string, orgPath: string, value: unknown) =>
  saveSettingRow(work, key, orgPath, value);
