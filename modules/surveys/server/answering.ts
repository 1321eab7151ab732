import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { FastifyRequest } from 'fastify';
import { newId } from '#platform/ids.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { GivenAnswer } from '../contract.ts';
import { invitationEvents } from '../events.ts';
import { invitationLife } from '../lifecycle.ts';
import { judged, refuseWrongAnswers } from './judge.ts';
import { answerLow } from './low.ts';
import { aboutInvitation } from './planning.ts';
import {
  answerOf,
  editionOf,
  type InvitationRow,
  insertAnswer,
  lockInvitation,
  updateInvitation,
} from './queries.ts';
import { settingsAt, unsealingOf } from './rules.ts';

/** How an answer reached the house. */
type Came = { way: 'link'; deviceMark: string } | { way: 'call'; takenBy: string };

/**
 * By the link, once. A telephone that lost its connection sends the same again and is answered as the first time.
 * @throws Problem 409 `survey_answered`, `survey_over`
 */
export async function answerByLink(
  work: Work,
  invitationId: string,
  answers: readonly GivenAnswer[],
  request: FastifyRequest,
): Promise<void> {
  const row = await lockInvitation(work, invitationId);
  if (!row) throw notFound();
  const before = await answerOf(work, row.id);
  if (before && before.way === 'link' && isDeepStrictEqual(before.answers, answers)) return;
  const deviceMark = deviceOf(work.actor.tenantId, request);
  await take(work, row, answers, { way: 'link', deviceMark });
}

/** On the telephone; the version seen is asked after the record was found. */
export async function answerByCall(
  work: Work,
  given: { invitationId: string; expectedVersion: number | undefined },
  answers: readonly GivenAnswer[],
): Promise<void> {
  const row = await lockInvitation(work, given.invitationId);
  if (!row) throw notFound();
  if (given.expectedVersion !== undefined && given.expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  const { actor } = work;
  const reason = whyNotRecorded(work, row);
  if (reason) throw new Problem(reason === 'survey_over' ? 409 : 403, reason);
  await take(work, row, answers, { way: 'call', takenBy: actor.id });
}

/** Why the caller may not take the answers of this customer; `undefined` when he may. */
export function whyNotRecorded(
  { actor, now }: Pick<Work, 'actor' | 'now'>,
  row: Pick<InvitationRow, 'advisorId' | 'state' | 'expiresAt'>,
): 'people_only' | 'advisor_served' | 'survey_over' | undefined {
  if (actor.kind !== 'user') return 'people_only';
  if (row.advisorId === actor.id) return 'advisor_served';
  return row.state === 'answered' || isOpen(row, now) ? undefined : 'survey_over';
}

export const isOpen = (row: Pick<InvitationRow, 'state' | 'expiresAt'>, now: Date): boolean =>
  row.state === 'sent' && now < row.expiresAt;

async function take(
  work: Work,
  row: InvitationRow,
  answers: readonly GivenAnswer[],
  came: Came,
): Promise<void> {
  if (row.state === 'answered') throw new Problem(409, 'survey_answered');
  if (!isOpen(row, work.now)) throw new Problem(409, 'survey_over');
  const { content } = await editionOf(work, row.questionnaireId);
  refuseWrongAnswers(content, answers);
  const { low, ...figures } = judged(content, answers);
  const matterId =
    low.length > 0 ? await answerLow(work, row, { low, answers, overall: figures.overall }) : null;
  const { orgUnitId, orgPath } = row;
  await insertAnswer(work, {
    id: newId(work.now),
    orgUnitId,
    orgPath,
    surveyInvitationId: row.id,
    answers: JSON.stringify(answers),
    ...figures,
    isLow: low.length > 0,
    ...came,
    matterId,
    opensAt: unsealingOf(await settingsAt(work, orgPath), work.now),
    at: work.now,
  });
  const state = invitationLife.next('answer', row.state);
  await updateInvitation(work, row.id, { state });
  const { id: surveyInvitationId, customerId, occasion } = row;
  const told = { surveyInvitationId, customerId, occasion, matterId };
  await work.emit(invitationEvents.answered, told, aboutInvitation(row));
}

/** One browser at one address, told apart from others and no more. */
const deviceOf = (tenantId: string, request: FastifyRequest): string =>
  createHash('sha256')
    .update(`${tenantId} ${request.ip} ${request.headers['user-agent'] ?? ''}`)
    .digest('hex')
    .slice(0, 16);
