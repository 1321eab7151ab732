import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type FileRow = RowOf<'files'>;

const readyFile = statement<FileRow, { fileId: string }>(
  'files.ready',
  `select * from files where tenant_id = :tenant and id = :fileId and state = 'ready' and org_path ^@ any(:scopes)`,
);
/** A file that the caller may see; others must be linked to a record that he may see. */
export const readyFileOf = (work: Work, fileId: string) => work.first(readyFile, { fileId });

export const insertFile = (work: Work, row: Fresh<'files'>) => work.insert('files', row);
