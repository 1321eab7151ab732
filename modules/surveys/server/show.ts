import { linksAbout } from '#modules/links/server/index.ts';
import { type Actor, can, holdsWholeHouse } from '#platform/actor.ts';
import { phoneFor, placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { HeldSurvey, Invitation, InvitationRecord } from '../contract.ts';
import { isOpen, whyNotRecorded } from './answering.ts';
import { editionOf, invitationById, shopById } from './queries.ts';
import { recordOf, type ShownRow } from './queries-lists.ts';

/** Headquarters sees an answer at once; a shop once the period is unsealed. */
export const seesSealed = (actor: Actor): boolean =>
  holdsWholeHouse(actor) && can(actor, 'followUps.supervise');

export function presentInvitation({ actor }: Pick<Work, 'actor'>, row: ShownRow): Invitation {
  const { sentAt } = row;
  return {
    id: row.id,
    occasion: row.occasion,
    state: row.state,
    way: row.way,
    customerId: row.customerId,
    customerName: row.customerName,
    customerPhone: phoneFor(actor, row.customerPhone, row.orgPath),
    plate: row.plate,
    orderId: row.orderId,
    orderNumber: row.orderNumber,
    complaintId: row.complaintId,
    shopName: row.shopName,
    advisorName: row.advisorName,
    technicianName: row.technicianName,
    anchoredAt: row.anchoredAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    callAt: row.callAt?.toISOString() ?? null,
    // Of one that is not sent yet it would tell the hour that was drawn.
    expiresAt: sentAt === null ? null : row.expiresAt.toISOString(),
    withheldReason: row.withheldReason as Invitation['withheldReason'],
    answeredAt: row.answeredAt?.toISOString() ?? null,
    overall: row.overall,
    overallOf: row.overallOf,
    recommend: row.recommend,
    isLow: row.isLow ?? false,
    sealedUntil: row.isOpened === false ? (row.opensAt?.toISOString() ?? null) : null,
  };
}

/** The whole invitation; its answers as far as they are unsealed for who looks. */
export async function shownInvitation(work: Work, invitationId: string): Promise<InvitationRecord> {
  const row = await recordOf(work, invitationId, seesSealed(work.actor));
  if (!row) throw notFound();
  const reason = row.state === 'answered' ? 'survey_answered' : (whyNotRecorded(work, row) ?? null);
  const shown: InvitationRecord = {
    ...presentInvitation(work, row),
    version: row.version,
    content: row.content,
    edition: row.edition,
    answers: row.answers,
    answeredBy: row.answeredBy,
    takenByName: row.takenByName,
    matterId: row.matterId,
    customerWishes: row.customerWishes,
    links: await linksAbout(work, 'surveyInvitation', row.id),
    mayRecord: { allowed: reason === null, reason },
  };
  return placed(shown, row.orgPath);
}

/** What the customer who holds the link sees: the questions, nothing of himself. */
export async function heldSurvey(work: Work, invitationId: string): Promise<HeldSurvey> {
  const row = await invitationById(work, invitationId);
  if (!row) throw notFound();
  const { content } = await editionOf(work, row.questionnaireId);
  const { name: shopName, phone: shopPhone } = await shopById(work, row.orgUnitId);
  const state = row.state === 'answered' ? 'answered' : isOpen(row, work.now) ? 'open' : 'over';
  return { id: row.id, occasion: row.occasion, shopName, shopPhone, state, content };
}
