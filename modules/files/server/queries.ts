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

const claimed = statement<{ sha256: string }, { hashes: readonly string[] }>(
  'files.claimed',
  `select distinct sha256 from files
    where tenant_id = :tenant and sha256 = any(:hashes) and state <> 'gone'`,
);
/** Which of these hashes a row speaks of. */
export const claimedOf = async (work: Work, hashes: readonly string[]): Promise<Set<string>> =>
  new Set((await work.rows(claimed, { hashes })).map(({ sha256 }) => sha256));

const readyAfter = statement<
  { id: string; sha256: string; fileName: string; orgPath: string },
  { afterId: string | null; size: number }
>(
  'files.readyAfter',
  `select id, sha256, file_name, org_path from files
    where tenant_id = :tenant and state = 'ready' and (:afterId::uuid is null or id > :afterId)
    order by id limit :size`,
);
export const readyFilesAfter = (work: Work, afterId: string | null, size: number) =>
  work.rows(readyAfter, { afterId, size });
