import { restrictCustomer } from '#modules/customers/server/index.ts';
import { removeBytes } from '#modules/files/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { forgetSubject } from '#platform/audit/subject-keys.ts';
import { heldOn } from '#platform/personal/holds.ts';
import { eraseRows, subjectOf } from '#platform/personal/of-one.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { defineTask, type Task } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
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
import { fulfil, holdDeletions } from './requests.ts';

const dayInMs = 24 * 3_600_000;

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
    if (await isHeldBack(work, asked)) return;
    const subject = await subjectOf(work, customerId, { isErasing: true, isOver });
    // Before his words go: what asked for it is answered by it.
    const evidence = { type: 'erasure', id: customerId };
    await fulfil(work, customerId, 'deletion', { evidence, by: asked.askedBy });
    await removeBytes(work, await eraseRows(work, subject));
    await forgetSubject(work, { type: 'customer', id: customerId });
    for (const known of await auditSubjectsOf(work, subject.ids)) await forgetSubject(work, known);
    const doneAt = asked.doneAt ?? work.now;
    const overAt = isOver ? work.now : null;
    await updateErasure(work, customerId, { doneAt, overAt, heldSince: null });
    const about = { type: 'customer', id: customerId, orgPath: standing.orgPath };
    await work.emit(privacyEvents.erased, { customerId, isOver }, about);
    if (!isOver) await work.later(erase, { customerId }, asked.keptUntil!, customerId);
  },
);

/**
 * While evidence is held nothing is destroyed: he is restricted to being stored and protected, told so, and looked at
 * again each night and as soon as a hold is lifted (PIPL 47, CMP-18). @returns whether it has to wait
 */
async function isHeldBack(work: Work, asked: ErasureRow): Promise<boolean> {
  const { customerId } = asked;
  const held = await heldOn(work, 'customer', customerId);
  if (!held) return false;
  await updateErasure(work, customerId, { heldSince: asked.heldSince ?? work.now });
  if (!asked.doneAt) {
    await restrictCustomer(work, customerId, waitingWords.restriction);
    const answer = waitingAnswer(held.until);
    await holdDeletions(work, customerId, { answer, by: asked.askedBy });
  }
  if (!asked.heldSince) {
    const standing = await standingOf(work, customerId);
    const about = { type: 'customer', id: customerId, orgPath: standing?.orgPath ?? '' };
    await work.emit(privacyEvents.erasureHeld, { customerId }, about);
  }
  await work.later(erase, { customerId }, new Date(work.now.getTime() + dayInMs), customerId);
  return true;
}

const waitingWords = { restriction: '已申请删除，证据保全期间只存储、不使用' };
/** What he is told, as it stays on record. */
const waitingAnswer = (until: Date | null): string =>
  `与您有关的投诉或争议正在依法保全证据，暂不能删除。自即日起除存储和采取必要的安全保护措施外停止处理（个人信息保护法第四十七条）；${
    until ? `保全预计到 ${dateIn(zoneOfTenant, until)}，` : ''
  }保全解除后由系统自动删除，无需再次申请。`;

/** Goes on with what waited, as soon as a hold is lifted; what another one still holds waits on. */
export async function resumeErasures(work: Work, customerIds: readonly string[]): Promise<void> {
  for (const customerId of customerIds)
    await work.later(erase, { customerId }, work.now, customerId);
}

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
  if (await isHeldBack(work, row)) return (await erasureOf(work, customerId))!;
  await work.later(erase, { customerId }, work.now, customerId);
  return row;
}
