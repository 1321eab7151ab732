import { newId } from '#platform/ids.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { defineTask, type Task } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { duplicateEvents } from '../events.ts';
import {
  countRecords,
  forgetOldPairs,
  insertRun,
  isSearching,
  lockRun,
  type RunRow,
  searchPart,
  updateRun,
} from './queries-search.ts';

/** Records compared in one transaction: some hundred milliseconds at a million customers. */
const recordsAPart = 5000;
const first = '00000000-0000-0000-0000-000000000000';
const aboutRun = ({ id, orgPath }: RunRow) => ({ type: 'duplicateRun', id, orgPath });

/** Begins to look through the whole house. @throws Problem 409 `already_searching` */
export async function beginSearch(work: Work): Promise<RunRow> {
  if (await isSearching(work)) throw new Problem(409, 'already_searching');
  const run = await insertRun(work, { totalRows: await countRecords(work) });
  await work.emit(duplicateEvents.searched, { runId: run.id }, aboutRun(run));
  await work.later(searchOn, { runId: run.id }, work.now);
  return run;
}

/** Stops a search; what was found stays, and a finished one stays finished. */
export async function cancelSearch(work: Work, runId: string): Promise<RunRow> {
  const run = await lockRun(work, runId);
  if (!run) throw notFound();
  if (run.state !== 'running') return run;
  await work.emit(duplicateEvents.cancelled, { runId }, aboutRun(run));
  return (await updateRun(work, runId, { state: 'cancelled', endedAt: work.now }))!;
}

/** The next records, one transaction: a crash goes on behind the last part that was written. */
const searchOn: Task<{ runId: string }> = defineTask(
  'duplicates.search',
  async (work, { runId }) => {
    const run = await lockRun(work, runId);
    if (run?.state !== 'running') return;
    const { lastId, seen, found } = await searchPart(work, run.step, {
      afterId: run.lastId ?? first,
      size: recordsAPart,
      // The first three groups of a fresh id and a number behind it: as many ids as a part may need.
      newIds: newId(work.now).slice(0, 24),
    });
    const progress = { lastId, doneRows: run.doneRows + seen, found: run.found + found };
    if (seen === recordsAPart) await updateRun(work, runId, progress);
    else if (run.step === 'customer') {
      await updateRun(work, runId, { ...progress, step: 'vehicle', lastId: null });
    } else return finish(work, run, progress);
    await work.later(searchOn, { runId }, work.now);
  },
);

async function finish(work: Work, run: RunRow, progress: { doneRows: number; found: number }) {
  await forgetOldPairs(work, run.createdAt);
  await updateRun(work, run.id, { ...progress, state: 'done', endedAt: work.now });
  const told = { runId: run.id, pairs: progress.found };
  await work.emit(duplicateEvents.found, told, aboutRun(run));
}
