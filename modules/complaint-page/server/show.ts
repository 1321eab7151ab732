import { needsMessage } from '#modules/links/server/index.ts';
import { can } from '#platform/actor.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { ComplaintPage, HeldComplaint, stages } from '../contract.ts';
import { type PageRow, pageRow } from './queries.ts';

const instant = (text: string) => new Date(text).toISOString();
const orNone = (at: Date | null) => at?.toISOString() ?? null;

export async function rowOr404(work: Work, complaintId: string): Promise<PageRow> {
  const row = await pageRow(work, complaintId);
  if (!row) throw notFound();
  return row;
}

const talksOf = ({ talks }: PageRow) => talks.map((one) => ({ ...one, at: instant(one.at) }));

/** The house's side. */
export async function pageOf(work: Work, complaintId: string): Promise<ComplaintPage> {
  const row = await rowOr404(work, complaintId);
  return {
    complaintId,
    talks: talksOf(row),
    openedAt: orNone(row.openedAt),
    lastUsedAt: orNone(row.lastUsedAt),
    isLinked: row.isLinked,
    mayReply: can(work.actor, 'complaints.handle', row.orgPath),
  };
}

/** The customer's side: before the code is shown, that it is there and how far it is. */
export async function heldOf(
  work: Work,
  complaintId: string,
  isProved = work.actor.holds!.isProved,
): Promise<HeldComplaint> {
  const row = await rowOr404(work, complaintId);
  const { id, number, kind, state, language, shopName, shopPhone, receivedAt } = row;
  const held = {
    ...{ id, number, kind, state, language, shopName, shopPhone, isProved },
    receivedAt: receivedAt.toISOString(),
  };
  if (!isProved) return { ...held, ...nothingWithin };
  const offer = offerOf(row);
  return {
    ...held,
    needsMessage: offer?.state === 'offered' && (await needsMessage(work)),
    answerDueAt: state === 'received' ? row.answerDueAt.toISOString() : null,
    dueAt: orNone(row.dueAt),
    handlerName: row.handlerName,
    content: row.content,
    reached: reachedOf(row),
    offer,
    talks: talksOf(row),
  };
}

const nothingWithin = {
  ...{ needsMessage: false, answerDueAt: null, dueAt: null, handlerName: '', content: '' },
  ...{ reached: [], offer: null, talks: [] },
};

function offerOf({ solution }: PageRow): HeldComplaint['offer'] {
  if (!solution) return null;
  const { solutionId, words, state, answeredAt, remedies } = solution;
  return {
    ...{ solutionId, words, state },
    remedies: remedies.map(({ kind, what, amountFen, dueAt, isDone }) => ({
      ...{ kind, what, amountFen, isDone, dueAt: instant(dueAt) },
    })),
    answeredAt: answeredAt === null ? null : instant(answeredAt),
  };
}

function reachedOf(row: PageRow): HeldComplaint['reached'] {
  const { receivedAt, acknowledgedAt, solution, toldAt, closedAt } = row;
  const at: Readonly<Record<(typeof stages)[number], Date | null>> = {
    received: receivedAt,
    acknowledged: acknowledgedAt,
    offered: solution ? new Date(solution.at) : null,
    told: toldAt,
    closed: closedAt,
  };
  return Object.entries(at).flatMap(([stage, time]) =>
    time === null ? [] : [{ stage: stage as (typeof stages)[number], at: time.toISOString() }],
  );
}
