import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { resumeErasures } from '#modules/privacy/server/index.ts';
import { can } from '#platform/actor.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, instantAt } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { holdRoutes } from '../contract.ts';
import { holdEvents } from '../events.ts';
import { holdLife } from '../lifecycle.ts';
import {
  type HoldRow,
  holdById,
  insertHold,
  lockHold,
  type ShownRow,
  subjectAt,
  updateHold,
  waitingBehind,
} from './queries.ts';

/** Lifting what the law department or a complaint holds is for who answers for the house. */
export const answering = 'organisation.manage';

export async function tellOfHold(work: Work, what: keyof typeof holdEvents, row: HoldRow) {
  const customerId = (await holdById(work, row.id))?.ownerId ?? null;
  const about = { type: 'documentHold', id: row.id, orgPath: row.orgPath };
  await work.emit(holdEvents[what], { documentHoldId: row.id, customerId }, about);
}

/** Lifts a hold on the day that it was placed until; looked at once more, since that day may have moved. */
const end = defineTask<{ holdId: string }>('documentHolds.end', async (work, { holdId }) => {
  const row = await lockHold(work, holdId);
  if (row?.state !== 'placed' || !row.untilAt || row.untilAt > work.now) return;
  await endHold(work, row, { liftedBy: null, liftReason: '' });
});
export const endAt = (work: Work, holdId: string, at: Date) =>
  work.later(end, { holdId }, at, holdId);

/**
 * Holds what the caller points at, with all that belongs to it (CMP-18).
 * @throws Problem 422 `hold_on_one`, `hold_unseen`, `hold_until_past`, `hold_file_not_legal`
 */
export async function placeHold(
  work: Work,
  body: BodyOf<typeof holdRoutes.place>,
): Promise<ShownRow> {
  const { customerId = null, vehicleId = null, orderId = null, complaintId = null } = body;
  const on = { customerId, vehicleId, orderId, complaintId };
  const named = Object.values(on).filter((given) => given !== null);
  if (named.length !== 1) throw ruleBroken('', 'hold_on_one');
  const { reason, isLegal = false, authorityFile = '', untilOn } = body;
  if (authorityFile && !isLegal) throw ruleBroken('/authorityFile', 'hold_file_not_legal');
  if (untilOn !== undefined && untilOn < dateIn(zoneOfTenant, work.now)) {
    throw ruleBroken('/untilOn', 'hold_until_past');
  }
  const place = await subjectAt(work, on);
  if (!place) throw ruleBroken('', 'hold_unseen');
  const { orgUnitId, orgPath } = place;
  const untilAt = untilOn === undefined ? null : instantAt(zoneOfTenant, untilOn, '23:59');
  const row = await insertHold(work, {
    ...{ ...on, orgUnitId, orgPath, isLegal, untilAt, origin: 'person', state: holdLife.initial },
    reason: reason.trim(),
    authorityFile: authorityFile.trim(),
    placedAt: work.now,
    placedBy: work.actor.kind === 'user' ? work.actor.id : null,
  });
  await tellOfHold(work, 'placed', row);
  if (untilAt) await endAt(work, row.id, untilAt);
  return (await holdById(work, row.id))!;
}

/** Why the caller cannot lift a hold that stands; undefined where he can. */
export function refusalOf(work: Work, row: ShownRow): string | undefined {
  const isOwned = can(work.actor, answering, row.orgPath);
  if (row.origin === 'complaint') {
    const isOpen = row.complaintState !== 'closed' && row.complaintState !== 'monitoring';
    if (isOpen) return 'hold_complaint_open';
    return isOwned ? undefined : 'not_yours';
  }
  if (!row.isLegal) return undefined;
  if (!isOwned) return 'not_yours';
  return row.placedBy === work.actor.id ? 'hold_second_person' : undefined;
}

/**
 * Lifts a hold for a reason; what waited behind it goes on by itself.
 * @throws Problem 404, 403, 409 `hold_complaint_open`, `hold_second_person`; 412 when someone was faster
 */
export async function liftHold(
  work: Work,
  holdId: string,
  reason: string,
  seen: number | undefined,
): Promise<ShownRow> {
  const row = await lockHold(work, holdId);
  const shown = row && (await holdById(work, holdId));
  if (!row || !shown) throw notFound();
  holdLife.next('lift', row.state);
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  const refusal = refusalOf(work, shown);
  if (refusal === 'not_yours') throw forbidden(answering);
  if (refusal) throw new Problem(409, refusal);
  const liftedBy = work.actor.kind === 'user' ? work.actor.id : null;
  await endHold(work, row, { liftedBy, liftReason: reason.trim() });
  return (await holdById(work, holdId))!;
}

async function endHold(
  work: Work,
  row: HoldRow,
  how: { liftedBy: string | null; liftReason: string },
): Promise<void> {
  const waited = await waitingBehind(work, row.id);
  const after = await updateHold(work, row.id, {
    ...how,
    state: holdLife.next('lift', row.state),
    liftedAt: work.now,
  });
  await tellOfHold(work, 'lifted', after);
  await resumeErasures(work, waited);
}
