import { readyFileOf } from '#modules/files/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { memberEvents } from '../events.ts';
import { aboutMember, lockMember, whoIs } from './membership.ts';
import { lotOf, updateTopUp } from './queries.ts';

/** The contract of that time, found later: put beside what was taken over. What was signed here has its paper already. */
export async function addPaper(
  work: Work,
  { membershipId, topUpId }: { membershipId: string; topUpId: string },
  fileId: string,
): Promise<void> {
  const member = await lockMember(work, membershipId);
  const lot = await lotOf(work, member.id, topUpId);
  if (!lot || lot.withdrawnAt) throw notFound();
  if (lot.method !== 'opening' || lot.fileId !== null) throw new Problem(409, 'paper_there');
  if (!(await readyFileOf(work, fileId))) throw ruleBroken('/fileId', 'file_unknown');
  await updateTopUp(work, lot.id, { fileId });
  const told = { ...whoIs(member), topUpId, fileId };
  await work.emit(memberEvents.paperAdded, told, aboutMember(member));
}
