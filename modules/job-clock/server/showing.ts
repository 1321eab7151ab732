import { placed } from '#platform/privacy.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { Conflicted, MyClock, Spell } from '../contract.ts';
import { dayStart } from './dispatching.ts';
import {
  type JobRow,
  myClocks,
  myJobs,
  openConflicts,
  type ShownSpellRow,
} from './queries-mine.ts';

const conflictDays = 14;
const instant = (text: string) => new Date(text).toISOString();

/** What a technician holds in the hand: his clocks, his jobs, what something stood against. */
export async function myClock(work: Work): Promise<MyClock> {
  const { jobSince, jobLineId, jobOrderId, ...clocks } = await myClocks(work, dayStart(work.now));
  const jobs = await myJobs(work);
  return {
    ...wire(clocks),
    now: work.now.toISOString(),
    running:
      jobSince !== null && jobLineId !== null && jobOrderId !== null
        ? { lineId: jobLineId, orderId: jobOrderId, startedAt: jobSince.toISOString() }
        : null,
    jobs: jobs.map(shownJob),
    conflicts: await conflictsShown(work, 'mine'),
  };
}

function shownJob({ orgPath, lines, ...row }: JobRow): MyClock['jobs'][number] {
  const shown = lines.map(({ doneAt, running, ...line }) => ({
    ...line,
    doneAt: doneAt === null ? null : instant(doneAt),
    running: running.map((one) => ({ ...one, startedAt: instant(one.startedAt) })),
  }));
  return placed({ ...wire(row), lines: shown }, orgPath);
}

/** Stamps of the last two weeks that nobody has settled, beside what stands. */
export async function conflictsShown(work: Work, whose: 'mine' | 'all'): Promise<Conflicted[]> {
  const since = new Date(work.now.getTime() - conflictDays * 24 * 3_600_000);
  const rows = await openConflicts(work, whose, since);
  return rows.map(({ orgPath, standing, ...row }) => {
    const stands = standing && {
      job: standing.job,
      startedAt: instant(standing.startedAt),
      endedAt: standing.endedAt === null ? null : instant(standing.endedAt),
    };
    return placed({ ...wire(row), standing: stands }, orgPath);
  });
}

export const shownSpell = ({ orgPath, ...row }: ShownSpellRow): Spell => placed(wire(row), orgPath);
