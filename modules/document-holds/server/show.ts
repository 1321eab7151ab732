import { isWalled } from '#modules/complaints/server/index.ts';
import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import type { Work } from '#platform/work.ts';
import { maskName } from '#shared/names.ts';
import type { DocumentHold, DocumentHoldsOfOne, ListedDocumentHold } from '../contract.ts';
import type { HoldSubject } from '../lifecycle.ts';
import { refusalOf } from './holds.ts';
import type { ShownRow } from './queries.ts';

const supervising = 'complaints.supervise';

const subjectOf = ({ customerId, vehicleId, orderId }: ShownRow): HoldSubject =>
  customerId ? 'customer' : vehicleId ? 'vehicle' : orderId ? 'serviceOrder' : 'complaint';

function stepsOf(work: Work, row: ShownRow): DocumentHold['steps'] {
  if (row.state !== 'placed' || !can(work.actor, supervising, row.orgPath)) return [];
  const reason = refusalOf(work, row);
  return [{ step: 'lift', allowed: reason === undefined, ...(reason && { reason }) }];
}

/** Whether it came with a complaint of which the caller may know only that there is one (CMP-16, CMP-18). */
const isBehindWall = ({ actor }: Work, { wall }: ShownRow): boolean =>
  wall !== null && isWalled(actor, wall);

export const shownHold = (work: Work, row: ShownRow): DocumentHold => ({
  id: row.id,
  on: subjectOf(row),
  customerId: isBehindWall(work, row) ? null : row.ownerId,
  vehicleId: row.vehicleId,
  orderId: row.orderId,
  complaintId: isBehindWall(work, row) ? null : row.complaintId,
  orderNumber: row.orderNumber,
  complaintNumber: isBehindWall(work, row) ? '' : row.complaintNumber,
  origin: row.origin,
  reason: isBehindWall(work, row) ? '' : row.reason,
  isLegal: row.isLegal,
  authorityFile: row.authorityFile,
  ruleSource: row.ruleSource,
  untilAt: row.untilAt?.toISOString() ?? null,
  state: row.state,
  placedAt: row.placedAt.toISOString(),
  placedByName: row.placedByName,
  liftedAt: row.liftedAt?.toISOString() ?? null,
  liftedByName: row.liftedByName,
  liftReason: row.liftReason,
  waitingSince: row.waitingSince?.toISOString() ?? null,
  steps: stepsOf(work, row),
  version: row.version,
});

/** In the register; who complained is named there no more than in the register of complaints. */
export function listedHold(work: Work, row: ShownRow): ListedDocumentHold {
  const { customerName, plate, orgPath } = row;
  const name = isBehindWall(work, row) ? maskName(customerName) : customerName;
  return placed({ ...shownHold(work, row), customerName: name, plate }, orgPath);
}

export const shownOfOne = (
  work: Work,
  rows: readonly ShownRow[],
  orgPath?: string,
): DocumentHoldsOfOne => {
  const waits = rows.flatMap(({ waitingSince }) => waitingSince ?? []);
  return {
    items: rows.map((row) => shownHold(work, row)),
    mayPlace: can(work.actor, supervising, orgPath),
    waitingSince: waits[0]?.toISOString() ?? null,
  };
};
