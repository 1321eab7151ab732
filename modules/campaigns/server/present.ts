import { type Actor, can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import type {
  Campaign,
  CampaignContact,
  CampaignEntry,
  CampaignReply,
  LeftOutReason,
} from '../contract.ts';
import { type CampaignStep, campaignLife } from '../lifecycle.ts';
import { type CampaignRow, campaignById, type RoundRow, roundsOf } from './queries.ts';
import { type ContactRow, type Tally, tallyOf } from './queries-contacts.ts';
import type { ReplyRow } from './queries-replies.ts';
import { isAlone } from './steps.ts';

export function presentEntry(row: CampaignRow): CampaignEntry {
  const { id, kind, name, state, segmentName, orgUnitName, nextOn } = row;
  const { happensAt, place, capacity, bring, answerBy, seatTemplateId } = row;
  const event =
    happensAt && capacity
      ? {
          ...{ happensAt: happensAt.toISOString(), place, capacity, bring, seatTemplateId },
          answerBy: answerBy?.toISOString() ?? null,
        }
      : null;
  return { id, kind, name, state, segmentName, orgUnitName, nextOn, event };
}

export async function shownCampaign(work: Work, campaignId: string): Promise<Campaign | undefined> {
  const row = await campaignById(work, campaignId);
  if (!row) return undefined;
  const tallies = await tallyOf(work, campaignId);
  const isExamined = row.examinedAt !== null && tallies.every(({ state }) => state !== 'drawn');
  const mayOwn = row.writtenBy !== work.actor.id || (await isAlone(work, row));
  const { content, segmentId, templateId, reason, customers, version } = row;
  const { writtenByName, approvedByName, isOwnApproval } = row;
  const { examinedAt, approvedAt, startedAt, endedAt } = wire(row);
  return {
    ...presentEntry(row),
    ...{ content, segmentId, templateId, reason, customers, version, isExamined },
    ...{ writtenByName, approvedByName, isOwnApproval },
    ...{ examinedAt, approvedAt, startedAt, endedAt },
    templateName: row.templateName ?? '',
    rounds: (await roundsOf(work, campaignId)).map((round) => presentRound(round, tallies)),
    steps: stepsOf(work.actor, row, { isExamined, mayOwn }),
  };
}

function presentRound({ id, way, fromOn, untilOn, state }: RoundRow, tallies: readonly Tally[]) {
  const his = tallies.filter(({ roundId }) => roundId === id);
  const of = (which: Tally['state']) =>
    his.filter((row) => row.state === which).reduce((sum, row) => sum + row.customers, 0);
  const reasons = his
    .filter((row) => row.state === 'leftOut')
    .map(({ reason, customers }) => ({ reason: reason as LeftOutReason, customers }));
  const tally = { drawn: of('drawn'), ready: of('ready'), leftOut: of('leftOut') };
  return { id, way, fromOn, untilOn, state, reasons, tally: { ...tally, sent: of('sent') } };
}

const drawing: readonly CampaignStep[] = ['change', 'examine'];

/** What this person may do with it next, and why not. */
function stepsOf(
  actor: Actor,
  { state, orgPath }: CampaignRow,
  { isExamined, mayOwn }: { isExamined: boolean; mayOwn: boolean },
): StepState[] {
  return campaignLife.allowed(state).map((step) => {
    const right = drawing.includes(step) ? 'messages.send' : 'followUps.supervise';
    if (!can(actor, right, orgPath)) return { step, allowed: false, reason: 'no_right' };
    if (step === 'approve' && !isExamined) return { step, allowed: false, reason: 'not_examined' };
    if (step === 'approve' && !mayOwn) return { step, allowed: false, reason: 'own_words' };
    return { step, allowed: true };
  });
}

export function presentContact(row: ContactRow): CampaignContact {
  const { id, customerId, customerName, way, state, reason } = row;
  return {
    ...{ id, customerId, customerName, way, state },
    reason: reason === '' ? null : (reason as LeftOutReason),
    sentAt: row.sentAt?.toISOString() ?? null,
    messageState: row.messageState ?? '',
    waitingFor: row.waitingFor ?? '',
    openedAt: row.openedAt?.toISOString() ?? null,
  };
}

function movedUpOf({ movedUpAt, toldWay, toldState }: ReplyRow): CampaignReply['movedUp'] {
  if (movedUpAt === null) return null;
  const told = toldWay === 'message' ? (toldState ?? '') : toldWay;
  return {
    at: movedUpAt.toISOString(),
    told: told as NonNullable<CampaignReply['movedUp']>['told'],
  };
}

export function presentReply(row: ReplyRow): CampaignReply {
  const { id, customerId, customerName, state, seats, note, place, cameSeats } = row;
  const { takenByName, byLink, version } = row;
  return placed(
    {
      ...{ id, customerId, customerName, state, seats, note, place, cameSeats },
      ...{ takenByName, byLink, version },
      movedUp: movedUpOf(row),
      cameAt: row.cameAt?.toISOString() ?? null,
      answeredAt: row.answeredAt.toISOString(),
    },
    row.orgPath,
  );
}
