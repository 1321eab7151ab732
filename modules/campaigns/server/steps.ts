import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, instantAt } from '#shared/dates.ts';
import { campaignEvents } from '../events.ts';
import { campaignLife } from '../lifecycle.ts';
import { type Campaign, roundsOf, updateCampaign } from './queries.ts';
import { tallyOf } from './queries-contacts.ts';
import { callOff } from './sending.ts';
import { aboutCampaign, taken, tell } from './service.ts';
import { roundTask } from './tasks.ts';

/**
 * Approved by another person than who drew it up, after everyone was judged. Where nobody else has the right, one's own
 * approval holds and says that it is one.
 */
export async function approveCampaign(work: Work, campaignId: string): Promise<Campaign> {
  const before = await taken(work, campaignId);
  const state = campaignLife.next('approve', before.state);
  const { actor } = work;
  if (actor.kind !== 'user') throw new Problem(403, 'campaign_person');
  if (!(await isExamined(work, before))) throw new Problem(409, 'campaign_not_examined');
  const isOwn = before.writtenBy === actor.id;
  if (isOwn && !(await isAlone(work, before))) throw new Problem(409, 'campaign_own');
  const decided = { approvedBy: actor.id, approvedAt: work.now, isOwnApproval: isOwn };
  const after = await updateCampaign(work, campaignId, { state, ...decided });
  const told = { campaignId, name: after.name, isOwn };
  await work.emit(campaignEvents.approved, told, aboutCampaign(after));
  return after;
}

export async function isExamined(work: Work, { id, examinedAt }: Campaign): Promise<boolean> {
  const rows = examinedAt === null ? [] : await tallyOf(work, id);
  return examinedAt !== null && rows.every(({ state }) => state !== 'drawn');
}

/** Whether nobody but who drew it up could approve it. */
export async function isAlone(
  work: Work,
  { orgPath, writtenBy }: Pick<Campaign, 'orgPath' | 'writtenBy'>,
): Promise<boolean> {
  const others = await employeesWith(work, 'followUps.supervise', orgPath);
  return others.every(({ id }) => id === writtenBy);
}

export async function reopenCampaign(work: Work, campaignId: string): Promise<Campaign> {
  const before = await taken(work, campaignId);
  const state = campaignLife.next('reopen', before.state);
  const undecided = { approvedBy: null, approvedAt: null, isOwnApproval: false };
  const after = await updateCampaign(work, campaignId, { state, ...undecided });
  await tell(work, campaignEvents.reopened, after);
  return after;
}

/** From now on each round goes out on its day, in the morning. @throws Problem 409 `campaign_past` */
export async function startCampaign(work: Work, campaignId: string): Promise<Campaign> {
  const before = await taken(work, campaignId);
  const state = campaignLife.next('start', before.state);
  if (before.happensAt && before.happensAt <= work.now) throw new Problem(409, 'campaign_past');
  const after = await updateCampaign(work, campaignId, { state, startedAt: work.now });
  await planRounds(work, campaignId);
  await tell(work, campaignEvents.started, after);
  return after;
}

/** Each round is due on the morning of its day, at once where that has come. */
export async function planRounds(work: Work, campaignId: string): Promise<void> {
  const today = dateIn(zoneOfTenant, work.now);
  for (const { id: roundId, fromOn, state } of await roundsOf(work, campaignId)) {
    if (state === 'done') continue;
    const at = fromOn <= today ? work.now : instantAt(zoneOfTenant, fromOn, roundsBegin);
    await work.later(roundTask, { roundId }, at, roundId);
  }
}
/** When calls may begin (FUP-09); messages keep to each customer's hours besides. */
const roundsBegin = '09:00';

export async function finishCampaign(work: Work, campaignId: string): Promise<Campaign> {
  const before = await taken(work, campaignId);
  const state = campaignLife.next('finish', before.state);
  const after = await updateCampaign(work, campaignId, { state, endedAt: work.now });
  await callOff(work, campaignId);
  await tell(work, campaignEvents.ended, after);
  return after;
}

/** At once: what waits in the outbox stays there, what is due is not done, calls that nobody made are withdrawn. */
export async function stopCampaign(work: Work, campaignId: string, why: string): Promise<Campaign> {
  const before = await taken(work, campaignId);
  const state = campaignLife.next('stop', before.state);
  const reason = why.trim();
  const after = await updateCampaign(work, campaignId, { state, reason, endedAt: work.now });
  await callOff(work, campaignId);
  const told = { campaignId, name: after.name, reason };
  await work.emit(campaignEvents.stopped, told, aboutCampaign(after));
  return after;
}
