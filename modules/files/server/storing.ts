import type { Stored } from '#platform/files.ts';
import type { Work } from '#platform/work.ts';
import { fileEvents } from '../events.ts';
import { type FileRow, insertFile } from './queries.ts';
import { countUpload } from './quota.ts';

/**
 * The row that speaks of bytes which the store has taken in and looked into; `place` where the house itself stores what
 * belongs to a shop.
 */
export async function storeFile(
  work: Work,
  stored: Stored,
  fileName: string,
  place: { orgUnitId: string; orgPath: string } = {
    orgUnitId: work.actor.unitId,
    orgPath: work.actor.unitPath,
  },
): Promise<FileRow> {
  const { orgUnitId, orgPath } = place;
  const file = await insertFile(work, { ...stored, orgPath, fileName, state: 'ready' });
  const { id, sha256 } = file;
  await countUpload(work, file.sizeBytes!, orgUnitId);
  await work.emit(fileEvents.added, { fileId: id, sha256: sha256! }, { type: 'file', id, orgPath });
  return file;
}
