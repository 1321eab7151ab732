import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ImportCounts } from '../contract.ts';
import { kinds } from '../judge/kinds.ts';
import type { BatchRow } from './queries.ts';
import { countSubjects, sumsOfRows } from './queries-kept.ts';

type Counted = Omit<ImportCounts, 'sums' | 'subjects'>;
const counted = statement<{ counts: Counted }, { batchId: string }>(
  'imports.counts',
  `with rows as (
     select status, codes, verdict like 'warn:%' and status in ('ready', 'imported') as warned from import_rows
      where tenant_id = :tenant and batch_id = :batchId)
   select jsonb_build_object(
     'rows', count(*) filter (where status <> 'aside'),
     'ready', count(*) filter (where status = 'ready'), 'warned', count(*) filter (where warned),
     'held', count(*) filter (where status = 'held'),
     'question', count(*) filter (where status = 'question'),
     'skipped', count(*) filter (where status = 'skipped'),
     'imported', count(*) filter (where status = 'imported'),
     'aside', count(*) filter (where status = 'aside'),
     'byCode', coalesce((select jsonb_agg(jsonb_build_object('code', code, 'status', status, 'count', n)
                                  order by n desc, code)
                 from (select code, status, count(*) as n from rows, unnest(codes) as code
                        group by code, status) each), '[]')) as counts
     from rows`,
);
export async function countRows(
  work: Work,
  { id: batchId, kind }: Pick<BatchRow, 'id' | 'kind'>,
): Promise<ImportCounts> {
  const { counts } = (await work.first(counted, { batchId }))!;
  const { kept } = kinds[kind];
  if (!kept || kept.sums.length === 0) return { ...counts, ...noSums };
  const sums = (await sumsOfRows(work, batchId, kept.sums)) as ImportCounts['sums'];
  return { ...counts, sums, subjects: await countSubjects(work, batchId) };
}
const noSums = { sums: [], subjects: { all: 0, accepted: 0 } };
