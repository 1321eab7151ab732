import type { Stored } from '#platform/files.ts';
import type { Work } from '#platform/work.ts';
import { fileEvents } from '../events.ts';
import { type FileRow, insertFile } from './queries.ts';
import { countUpload } from './quota.ts';

/** The row that speaks of bytes which the store has taken in and looked into. */
export async function storeFile(work: Work, stored: Stored, fileName: string): Promise<FileRow> {
  const file = await insertFile(work, { ...stored, fileName, state: 'ready' });
  const { id, orgPath, sha256 } = file;
  await countUpload(work, file.sizeBytes!);
  await work.emit(fileEvents.added, { fileId: id, sha256: sha256! }, { type: 'file', id, orgPath });
  return file;
}
