import { notFound, Problem } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { guideRoutes, JobGuide } from '../contract.ts';
import { jobGuideEvents } from '../events.ts';
import { type GuideRow, guidesOf, insertGuide, lockGuide, updateGuide } from './queries-guides.ts';

const mostGuides = 200;

export const shownGuide = ({
  id,
  jobWords,
  operation,
  safety,
  certificate,
  version,
}: GuideRow): JobGuide => wire({ id, jobWords, operation, safety, certificate, version });

/** What a kind of job asks for, for every shop of the house. */
export async function addGuide(
  work: Work,
  body: BodyOf<typeof guideRoutes.addGuide>,
): Promise<GuideRow> {
  const known = await guidesOf(work);
  const jobWords = body.jobWords.trim();
  if (known.some((one) => one.jobWords === jobWords)) throw new Problem(409, 'job_guide_taken');
  if (known.length >= mostGuides) throw new Problem(409, 'job_guides_full');
  const row = await insertGuide(work, { ...body, jobWords });
  await work.emit(jobGuideEvents.added, { jobGuideId: row.id }, { type: 'jobGuide', id: row.id });
  return row;
}

export async function changeGuide(
  work: Work,
  asked: { jobGuideId: string; expectedVersion?: number },
  change: BodyOf<typeof guideRoutes.changeGuide>,
): Promise<GuideRow> {
  const known = await lockGuide(work, asked.jobGuideId);
  if (!known) throw notFound();
  if (asked.expectedVersion !== undefined && known.version !== asked.expectedVersion)
    throw new Problem(412, 'version_stale');
  const row = await updateGuide(work, known.id, change);
  await work.emit(jobGuideEvents.changed, { jobGuideId: row.id }, { type: 'jobGuide', id: row.id });
  return row;
}
