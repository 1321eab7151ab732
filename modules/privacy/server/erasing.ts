import { removeBytes } from '#modules/files/server/index.ts';
import { forgetSubject } from '#platform/audit/subject-keys.ts';
import { eraseRows, subjectOf } from '#platform/personal/of-one.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { defineTask, type Task } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { privacyEvents } from '../events.ts';
import {
  auditSubjectsOf,
  type ErasureRow,
  erasureOf,
  insertErasure,
  standingOf,
  updateErasure,
} from './queries.ts';
import { lockOpenRequests } from './queries-requests.ts';
import { fulfil } from './requests.ts';

/**
 * Empties everything marked as his; when the term of the repair record has passed, that too. One transaction: a crash
 * leaves him whole and the task to be run again, a second run changes nothing.
 */
const erase: Task<{ customerId: string }> = defineTask(
  'privacy.erase',
  async (work, { customerId }) => {
    const asked = await erasureOf(work, customerId);
    const standing = await standingOf(work, customerId);
    if (!asked || !standing || asked.overAt) return;
    const isOver = asked.keptUntil === null || asked.keptUntil <= work.now;
    const subject = await subjectOf(work, customerId, { isErasing: true, isOver });
    // Before his words go: what asked for it is answered by it.
    const evidence = { type: 'erasure', id: customerId };
    await fulfil(work, customerId, 'deletion', { evidence, by: asked.askedBy });
    await removeBytes(work, await eraseRows(work, subject));
    await forgetSubject(work, { type: 'customer', id: customerId });
    for (const known of await auditSubjectsOf(work, subject.ids)) await forgetSubject(work, known);
    const doneAt = asked.doneAt ?? work.now;
    await updateErasure(work, customerId, { doneAt, overAt: isOver ? work.now : null });
    const about = { type: 'customer', id: customerId, orgPath: standing.orgPath };
    await work.emit(privacyEvents.erased, { customerId, isOver }, about);
    if (!isOver) await work.later(erase, { customerId }, asked.keptUntil!, customerId);
  },
);

/**
 * Begins the erasure of a customer. @throws Problem 409 `still_in_house` while a car of his is being worked on,
 * `already_erased`, `requests_open` while something else that he asked for has no answer
 */
export async function askErasure(
  work: Work,
  customerId: string,
  reason: string,
): Promise<ErasureRow> {
  const standing = await standingOf(work, customerId);
  if (!standing) throw notFound();
  if (standing.isInHouse) throw new Problem(409, 'still_in_house');
  if (await erasureOf(work, customerId)) throw new Problem(409, 'already_erased');
  const open = await lockOpenRequests(work, customerId);
  if (open.some(({ kind }) => kind !== 'deletion')) throw new Problem(409, 'requests_open');
  const { keptUntil, orgPath } = standing;
  const isKept = keptUntil !== null && keptUntil > work.now;
  const askedBy = work.actor.id;
  const row = await insertErasure(work, {
    customerId,
    reason,
    askedBy,
    keptUntil: isKept ? keptUntil : null,
  });
  const about = { type: 'customer', id: customerId, orgPath };
  await work.emit(privacyEvents.erasureAsked, { customerId }, about);
  await work.later(erase, { customerId }, work.now, customerId);
  return row;
}
