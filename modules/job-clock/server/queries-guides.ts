import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type GuideRow = RowOf<'jobGuides'>;
const all = statement<GuideRow, object>(
  'jobClock.guides',
  'select * from job_guides where tenant_id = :tenant order by job_words, id limit 200',
);
export const guidesOf = (work: Work) => work.rows(all, {});
const byId = statement<GuideRow, { jobGuideId: string }>(
  'jobClock.lockGuide',
  'select * from job_guides where tenant_id = :tenant and id = :jobGuideId for update',
);
export const lockGuide = (work: Work, jobGuideId: string) => work.first(byId, { jobGuideId });
export const insertGuide = (work: Work, row: Fresh<'jobGuides'>) => work.insert('jobGuides', row);
export const updateGuide = async (work: Work, id: string, change: ChangeOf<'jobGuides'>) =>
  (await work.update('jobGuides', { id }, change))!;
