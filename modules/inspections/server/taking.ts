import { type Actor, can } from '#platform/actor.ts';
import { forbidden, notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { SheetKind } from '../contract.ts';
import { inspectionSheetEvents } from '../events.ts';
import { lockSheet, type SheetRow, updateSheet } from './queries.ts';

export interface AskedSheet {
  inspectionSheetId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

const desk = 'serviceOrders.receive';
const inspector = 'serviceOrders.inspect';
/** The desk may inspect what comes in; what leaves is for a full-time inspector (WSH-08). */
const rightsFor = { intake: [desk, inspector], final: [inspector] } as const;

export const aboutSheet = ({ id, orgPath }: Pick<SheetRow, 'id' | 'orgPath'>) => ({
  type: 'inspectionSheet',
  id,
  orgPath,
});

export function refuseUnlessMayInspect(actor: Actor, kind: SheetKind, orgPath: string): void {
  const rights = rightsFor[kind];
  if (!rights.some((right) => can(actor, right, orgPath))) throw forbidden(rights[0]);
}

export function refuseUnlessAtDesk(actor: Actor, orgPath: string): void {
  if (!can(actor, desk, orgPath)) throw forbidden(desk);
}

/** Locks it: it exists here (404), one may (403), it is as seen (412). */
export async function takeSheet(
  work: Work,
  asked: AskedSheet,
  refuse: (row: SheetRow) => void = (row) =>
    refuseUnlessMayInspect(work.actor, row.kind, row.orgPath),
): Promise<SheetRow> {
  const row = await lockSheet(work, asked.inspectionSheetId);
  if (!row) throw notFound();
  refuse(row);
  if (asked.expectedVersion !== undefined && row.version !== asked.expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

/** One that is not signed: what is signed changes no more (409). */
export async function takeOpenSheet(
  work: Work,
  asked: AskedSheet,
  refuse?: (row: SheetRow) => void,
): Promise<SheetRow> {
  const row = await takeSheet(work, asked, refuse);
  if (row.state !== 'open') throw new Problem(409, 'inspection_signed');
  return row;
}

export const itemsOf = ({ sections }: Pick<SheetRow, 'sections'>) =>
  sections.flatMap(({ items }) => items);
export const itemOf = (row: SheetRow, key: string) => itemsOf(row).find((one) => one.key === key);

/** The employee who acts; nobody when a program does. */
export const personOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);

/** A photo, a question, an answer raise the version like a field does, so that every open screen fetches it. */
export async function noteChange(work: Work, row: SheetRow, what: string): Promise<void> {
  await updateSheet(work, row.id, {});
  const told = { inspectionSheetId: row.id, orderId: row.orderId, what };
  await work.emit(inspectionSheetEvents.changed, told, aboutSheet(row));
}
