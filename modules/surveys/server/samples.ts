import { randomUUID } from 'node:crypto';
import { drawnBy } from '#platform/drawn.ts';
import { newId } from '#platform/ids.ts';
import { phoneFor, placed } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { SurveySample, sampleRoutes } from '../contract.ts';
import { sampleEvents } from '../events.ts';
import { spanOf } from './figures.ts';
import {
  answersToDraw,
  type EntryRow,
  entriesOf,
  insertChecks,
  insertSample,
  type ListedSample,
  noteCheck,
  sampleById,
} from './queries-samples.ts';

/** Draws answers by a seed that stays on record: whoever has it draws the same. @throws Problem 409 `nothing_to_draw` */
export async function drawSample(
  work: Work,
  { from, to, size }: BodyOf<typeof sampleRoutes.draw>,
): Promise<string> {
  const ids = (await answersToDraw(work, spanOf({ from, to }))).map(({ id }) => id);
  if (ids.length === 0) throw new Problem(409, 'nothing_to_draw');
  const seed = randomUUID();
  const row = await insertSample(work, { seed, fromOn: from, untilOn: to, size });
  const drawn = drawnBy(seed, ids, size);
  await insertChecks(
    work,
    drawn.map((surveyAnswerId, position) => ({
      id: newId(work.now),
      surveySampleId: row.id,
      surveyAnswerId,
      position,
    })),
  );
  const { id: surveySampleId, orgPath } = row;
  const about = { type: 'surveySample', id: row.id, orgPath };
  await work.emit(sampleEvents.drawn, { surveySampleId, count: drawn.length }, about);
  return row.id;
}

/** What the customer said when headquarters called again. */
export async function checkAnswer(
  work: Work,
  sampleId: string,
  { surveyAnswerId, outcome, words }: BodyOf<typeof sampleRoutes.check>,
): Promise<void> {
  const sample = await sampleById(work, sampleId);
  if (!sample) throw notFound();
  if (work.actor.kind !== 'user') throw new Problem(403, 'people_only');
  const given = { sampleId, answerId: surveyAnswerId, outcome, words };
  if (!(await noteCheck(work, given))) throw notFound();
  const told = { surveySampleId: sampleId, surveyAnswerId, outcome };
  const about = { type: 'surveySample', id: sampleId, orgPath: sample.orgPath };
  await work.emit(sampleEvents.checked, told, about);
}

export const presentSample = (row: ListedSample) => ({
  id: row.id,
  from: row.fromOn,
  to: row.untilOn,
  size: row.size,
  drawn: row.drawn,
  checked: row.checked,
  seed: row.seed,
  createdAt: row.createdAt.toISOString(),
  createdByName: row.createdByName,
});

/** A sample with whom to call. */
export async function shownSample(work: Work, sampleId: string): Promise<SurveySample> {
  const row = await sampleById(work, sampleId);
  if (!row) throw notFound();
  const entries = (await entriesOf(work, sampleId)).map((entry) => present(work, entry));
  return placed({ ...presentSample(row), entries }, row.orgPath);
}

const present = (
  { actor }: Work,
  { orgPath, checkedAt, ...entry }: EntryRow,
): SurveySample['entries'][number] =>
  placed(
    {
      ...entry,
      customerPhone: phoneFor(actor, entry.customerPhone, orgPath),
      checkedAt: checkedAt?.toISOString() ?? null,
    },
    orgPath,
  );
