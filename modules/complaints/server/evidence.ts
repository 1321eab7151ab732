import { readyFileOf } from '#modules/files/server/index.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { complaintRoutes } from '../contract.ts';
import { complaintEvents } from '../events.ts';
import { evidenceOf, insertEvidence } from './queries-work.ts';
import { aboutComplaint, concerned, noted, type Taken } from './taking.ts';
import { takenWith } from './working.ts';

const most = 100;

/** How many more files a complaint has room for. */
export const roomForEvidence = async (work: Work, complaintId: string): Promise<number> =>
  most - (await evidenceOf(work, complaintId, complaintId)).files;

/** Files something as evidence, with the hash of its bytes as they are now; filed twice it stands there once (CMP-05). */
export async function addEvidence(
  work: Work,
  which: Taken,
  { fileId, caption = '' }: BodyOf<typeof complaintRoutes.addEvidence>,
): Promise<void> {
  const { before, below: file } = await takenWith(work, which, () => readyFileOf(work, fileId));
  if (!file.sha256) throw notFound();
  const { files, isThere } = await evidenceOf(work, before.id, fileId);
  if (isThere) return;
  if (files >= most) throw new Problem(409, 'evidence_enough');
  await insertEvidence(work, {
    ...{ complaintId: before.id, fileId, contentHash: file.sha256, caption },
    ...{ filedBy: work.actor.kind === 'user' ? work.actor.id : null, at: work.now },
  });
  const after = await noted(work, before, 'addEvidence', {
    change: {},
    entry: { words: caption || file.fileName, facts: { contentHash: file.sha256 } },
  });
  const data = { ...concerned(after), fileId };
  await work.emit(complaintEvents.evidenceAdded, data, aboutComplaint(after));
}
