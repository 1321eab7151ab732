import { inScope } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { SharingBasis, sharingRoutes, UnitSharing } from '../contract-sharing.ts';
import { organisationEvents } from '../events.ts';
import { lockUnit, type UnitRow, unitById, updateUnit } from './queries.ts';
import {
  type BasisShown,
  insertBasis,
  insertWithdrawal,
  sharingBasesOf,
  sharingBasis,
  unitsAbove,
} from './queries-sharing.ts';

/** As many as one unit ever needs; withdrawn ones stay among them. */
const mostBases = 200;

/** Whether a unit decides on its customers' data itself, and by what others above see them. */
export async function sharingOf(work: Work, unitId: string): Promise<UnitSharing> {
  const unit = await unitById(work, unitId);
  if (!unit || !inScope(work.actor, unit.path)) throw notFound();
  return {
    isOwnController: unit.isOwnController,
    above: await unitsAbove(work, unit.path),
    items: (await sharingBasesOf(work, unitId)).map(present),
  };
}

/** The unit is another legal person than those above it, or is not any more (PIPL 73). */
export async function markController(
  work: Work,
  unitId: string,
  isOwnController: boolean,
): Promise<UnitRow> {
  const unit = await unitToShare(work, unitId);
  if (unit.isOwnController === isOwnController) return unit;
  const after = (await updateUnit(work, unitId, { isOwnController }))!;
  await work.emit(
    organisationEvents.controllerMarked,
    { orgUnitId: unitId, isOwnController },
    about(after),
  );
  return after;
}

/** @throws Problem 409 `not_own_controller`, 422 `not_above`, `sharing_period`, `sharing_full` */
export async function recordBasis(
  work: Work,
  unitId: string,
  input: BodyOf<typeof sharingRoutes.record>,
): Promise<UnitSharing> {
  const unit = await unitToShare(work, unitId);
  if (!unit.isOwnController) throw new Problem(409, 'not_own_controller');
  const { toUnitId, kind, purpose, document, validFrom, validUntil = null } = input;
  const above = await unitsAbove(work, unit.path);
  if (!above.some(({ id }) => id === toUnitId)) throw ruleBroken('/toUnitId', 'not_above');
  if (validUntil !== null && validUntil < validFrom)
    throw ruleBroken('/validUntil', 'sharing_period');
  if ((await sharingBasesOf(work, unitId)).length >= mostBases)
    throw new Problem(422, 'sharing_full');
  const place = { orgUnitId: unit.id, orgPath: unit.path };
  const told = { toUnitId, kind, purpose, document, validFrom, validUntil };
  const row = await insertBasis(work, { ...place, ...told });
  await work.emit(
    organisationEvents.sharingRecorded,
    { orgUnitId: unitId, sharingBasisId: row.id, toUnitId, kind },
    about(unit),
  );
  return sharingOf(work, unitId);
}

/** From now on it holds no more; what was recorded stays. @throws Problem 409 `sharing_withdrawn` */
export async function withdrawBasis(work: Work, basisId: string, reason: string): Promise<void> {
  const known = await sharingBasis(work, basisId);
  if (!known) throw notFound();
  await lockUnit(work, known.orgUnitId);
  const basis = (await sharingBasis(work, basisId))!;
  if (basis.isWithdrawn) throw new Problem(409, 'sharing_withdrawn');
  await insertWithdrawal(work, { basisId, reason });
  const { orgUnitId, orgPath } = basis;
  await work.emit(
    organisationEvents.sharingWithdrawn,
    { orgUnitId, sharingBasisId: basisId, reason },
    about({ id: orgUnitId, path: orgPath }),
  );
}

async function unitToShare(work: Work, unitId: string): Promise<UnitRow> {
  const unit = await lockUnit(work, unitId);
  if (!unit || !inScope(work.actor, unit.path)) throw notFound();
  return unit;
}

const about = ({ id, path }: Pick<UnitRow, 'id' | 'path'>) => ({
  type: 'orgUnit',
  id,
  orgPath: path,
});

function present(row: BasisShown): SharingBasis {
  const { id, toUnitId, toUnitName, kind, purpose, document, validFrom, validUntil, holds } = row;
  const { createdAt, withdrawnAt } = wire(row);
  return {
    ...{ id, toUnitId, toUnitName, kind, purpose, document, validFrom, validUntil, holds },
    ...{ createdAt, withdrawnAt },
    recordedByName: row.recordedByName ?? '',
    withdrawnByName: row.withdrawnByName ?? '',
    withdrawnReason: row.withdrawnReason ?? '',
  };
}
