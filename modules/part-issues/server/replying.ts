import { lockOrder } from '#modules/service-orders/server/index.ts';
import { can } from '#platform/actor.ts';
import { forbidden, notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { ListedIssue } from '../contract.ts';
import { partIssueEvents } from '../events.ts';
import { aboutOrder, me } from './issuing.ts';
import { insertReply, issueById, type ListedRow, lastReplyTo } from './queries.ts';
import { presentListed } from './show.ts';

type Kind = 'confirmed' | 'asked' | 'answered';

/** The technician has it. @throws Problem 403 `part_not_yours`, 409 `part_confirmed` */
export const confirm = (work: Work, issueId: string) => say(work, issueId, 'confirmed', '');
/** He asks: another part, another number, broken. */
export const ask = (work: Work, issueId: string, words: string) =>
  say(work, issueId, 'asked', words.trim());
/** The counter answers; then he confirms, or asks again. @throws Problem 409 `part_not_asked` */
export const answer = (work: Work, issueId: string, words: string) =>
  say(work, issueId, 'answered', words.trim());

export async function shownIssue(work: Work, issueId: string): Promise<ListedIssue> {
  const row = await issueById(work, issueId);
  if (!row) throw notFound();
  return presentListed(work, row);
}

async function say(work: Work, issueId: string, kind: Kind, words: string): Promise<ListedIssue> {
  const row = await issueById(work, issueId);
  if (!row) throw notFound();
  refuseUnlessHis(work, row, kind);
  const order = (await lockOrder(work, row.orderId))!;
  const before = await lastReplyTo(work, issueId);
  if (before?.kind === 'confirmed') throw new Problem(409, 'part_confirmed');
  if (kind === 'answered' && before?.kind !== 'asked') throw new Problem(409, 'part_not_asked');
  const position = (before?.position ?? 0) + 1;
  await insertReply(work, { issueId, position, kind, words, saidBy: me(work), at: work.now });
  const told = { orderId: order.id, partIssueId: issueId };
  await work.emit(partIssueEvents[kind], told, aboutOrder(order));
  return shownIssue(work, issueId);
}

/** Only who had it says that he has it; only the counter answers. */
function refuseUnlessHis(work: Work, row: ListedRow, kind: Kind): void {
  if (kind === 'answered') {
    if (!can(work.actor, 'parts.issue', row.orgPath)) throw forbidden('parts.issue');
    return;
  }
  if (row.kind !== 'issued' || me(work) === null || row.technicianId !== me(work))
    throw new Problem(403, 'part_not_yours');
}
