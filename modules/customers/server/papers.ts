import { readyFileOf } from '#modules/files/server/index.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Paper, paperRoutes } from '../contract-papers.ts';
import { customerEvents } from '../events.ts';
import { insertPaper, lockPaper, type PaperRow, paperById, updatePaper } from './queries-papers.ts';
import { aboutCustomer, permit } from './service.ts';
import { refuseUnseenVehicle } from './vehicle-sight.ts';

/** Files what was uploaded: who, when and what it is stay with it (ARC-08). */
export async function filePaper(
  work: Work,
  customerId: string,
  { fileId, kind, title, note, vehicleId }: BodyOf<typeof paperRoutes.add>,
): Promise<PaperRow> {
  const customer = await permit(work, customerId);
  await refuseUnseenVehicle(work, vehicleId);
  const file = await readyFileOf(work, fileId);
  if (!file) throw notFound();
  const { id } = await insertPaper(work, {
    customerId,
    vehicleId: vehicleId ?? null,
    fileId,
    kind,
    title: title?.trim() || file.fileName.slice(0, 120),
    note: note ?? '',
    filedBy: work.actor.kind === 'user' ? work.actor.id : null,
    at: work.now,
  });
  await work.emit(
    customerEvents.paperFiled,
    { customerId, paperId: id, kind },
    aboutCustomer(customer),
  );
  return (await paperById(work, id))!;
}

/** Out of the bag, not out of the world: the reason and who gave it stay. */
export async function withdrawPaper(work: Work, paperId: string, reason: string): Promise<void> {
  const paper = await lockPaper(work, paperId);
  if (!paper) throw notFound();
  if (paper.withdrawnAt) throw new Problem(409, 'paper_withdrawn');
  const { customerId, orgPath } = paper;
  const withdrawnBy = work.actor.kind === 'user' ? work.actor.id : null;
  await updatePaper(work, paperId, {
    withdrawnAt: work.now,
    withdrawnBy,
    withdrawReason: reason,
  });
  await work.emit(
    customerEvents.paperWithdrawn,
    { customerId, paperId },
    aboutCustomer({ id: customerId, orgPath }),
  );
}

export const presentPaper = (row: PaperRow): Paper => {
  const { id, kind, title, note, vehicleId, fileId, fileName, contentType, filedByName, at } = row;
  const shown = { id, kind: kind as Paper['kind'], title, note, vehicleId, fileId, fileName };
  return { ...shown, contentType: contentType ?? '', filedByName, at: at.toISOString() };
};
