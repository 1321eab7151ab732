import { approvedTemplates } from '#modules/message-templates/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { customersOfSegment, isSegmentInSight } from '#modules/segments/server/index.ts';
import { can } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { birthdayRules } from '#shared/birthdays.ts';
import { dateIn } from '#shared/dates.ts';
import type { StepState } from '#shared/fields.ts';
import type { BodyOf } from '#shared/route.ts';
import type { StandingCampaign, standingRoutes } from '../contract.ts';
import { standingEvents } from '../events.ts';
import { birthday, type OccasionName, occasions, turnsOf } from '../judge/occasions.ts';
import { needsConsent } from '../judge/rounds.ts';
import { type StandingStep, standingLife } from '../lifecycle.ts';
import {
  allStanding,
  insertStanding,
  isSharedSegment,
  lockStanding,
  madeBy,
  mostStanding,
  type Standing,
  type StandingRow,
  standingById,
  updateStanding,
} from './queries-standing.ts';
import { personOf } from './service.ts';
import { isAlone, stopCampaign } from './steps.ts';

type Drawn = BodyOf<typeof standingRoutes.write>;
export const today = (work: Work) => dateIn(zoneOfTenant, work.now);

export const aboutStanding = ({ id, orgPath }: Pick<Standing, 'id' | 'orgPath'>) => ({
  type: 'standingCampaign',
  id,
  orgPath,
});
export const toldOf = ({ id, name }: Standing) => ({ standingCampaignId: id, name });

/** Draws up a greeting for every year (CAR-03). @throws Problem 422 for what does not fit, 409 `standing_too_many` */
export async function writeStanding(work: Work, body: Drawn): Promise<string> {
  await fitting(work, body);
  if ((await allStanding(work)).length >= mostStanding) {
    throw new Problem(409, 'standing_too_many', { most: mostStanding });
  }
  const { unitId: orgUnitId, unitPath: orgPath } = work.actor;
  const row = await insertStanding(work, {
    ...columns(body),
    ...{ orgUnitId, orgPath, writtenBy: personOf(work) },
  });
  await work.emit(standingEvents.written, toldOf(row), aboutStanding(row));
  return row.id;
}

/** Drawn up anew: it rests until it is approved anew. */
export async function changeStanding(
  work: Work,
  standingCampaignId: string,
  body: Drawn,
  seen: number | undefined,
): Promise<void> {
  const before = await taken(work, standingCampaignId);
  if (seen !== undefined && seen !== before.version) throw new Problem(412, 'version_stale');
  const state = standingLife.next('change', before.state);
  await fitting(work, body);
  const undecided = { approvedBy: null, approvedAt: null, isOwnApproval: false };
  const change = { ...columns(body), ...undecided, state, writtenBy: personOf(work) };
  const after = await updateStanding(work, standingCampaignId, change);
  await work.emit(standingEvents.changed, toldOf(after), aboutStanding(after));
}

/** Approved once by another person, for every year to come; alone in the house, one's own, on record. */
export async function approveStanding(work: Work, standingCampaignId: string): Promise<void> {
  const before = await taken(work, standingCampaignId);
  const state = standingLife.next('approve', before.state);
  const { actor } = work;
  if (actor.kind !== 'user') throw new Problem(403, 'campaign_person');
  const isOwn = before.writtenBy === actor.id;
  if (isOwn && !(await isAlone(work, before))) throw new Problem(409, 'campaign_own');
  const decided = { approvedBy: actor.id, approvedAt: work.now, isOwnApproval: isOwn };
  const after = await updateStanding(work, standingCampaignId, { state, ...decided });
  await work.emit(standingEvents.approved, { ...toldOf(after), isOwn }, aboutStanding(after));
}

/** No further campaign comes of it; what it made and is not over is stopped with it. */
export async function stopStanding(work: Work, standingCampaignId: string): Promise<void> {
  const before = await taken(work, standingCampaignId);
  const state = standingLife.next('stop', before.state);
  const after = await updateStanding(work, standingCampaignId, { state });
  for (const { id, state: stands } of await madeBy(work, standingCampaignId)) {
    if (stands !== 'ended' && stands !== 'stopped') await stopCampaign(work, id, before.name);
  }
  await work.emit(standingEvents.stopped, toldOf(after), aboutStanding(after));
}

async function taken(work: Work, standingCampaignId: string): Promise<Standing> {
  const row = await lockStanding(work, standingCampaignId);
  if (!row) throw notFound();
  return row;
}

const columns = ({ occasion, seasonFrom, name, content, segmentId, templateId, way }: Drawn) => ({
  ...{ occasion, seasonFrom, segmentId, templateId, way },
  ...{ name: name.trim(), content: content.trim() },
});

async function fitting(work: Work, body: Drawn): Promise<void> {
  const { occasion, seasonFrom, segmentId, templateId, way } = body;
  if ((occasion === 'season') !== (seasonFrom !== '')) {
    throw ruleBroken('/seasonFrom', 'standing_season');
  }
  if (!(await isSegmentInSight(work, segmentId))) {
    throw ruleBroken('/segmentId', 'reference_unknown');
  }
  if (!(await isSharedSegment(work, segmentId))) {
    throw ruleBroken('/segmentId', 'standing_segment_own');
  }
  if (templateId === null) {
    if (way !== 'call') throw ruleBroken('/templateId', 'campaign_needs_words');
    return;
  }
  const approved = await approvedTemplates(work);
  const template = approved.find(({ id }) => id === templateId);
  if (!template) throw ruleBroken('/templateId', 'template_not_approved');
  if (needsConsent({ kind: 'greeting', occasion }) && template.purpose !== 'marketing') {
    throw ruleBroken('/templateId', 'campaign_words_not_commercial');
  }
}

export async function allShown(work: Work): Promise<{ items: StandingCampaign[] }> {
  const rows = await allStanding(work);
  const items: StandingCampaign[] = [];
  for (const row of rows) items.push(await present(work, row));
  return { items };
}

export async function shownStanding(work: Work, id: string): Promise<StandingCampaign> {
  const row = await standingById(work, id);
  if (!row) throw notFound();
  return present(work, row);
}

function sourceOf(occasion: StandingCampaign['occasion']): string {
  if (occasion === birthday) return birthdayRules.source;
  return occasion === 'season' ? '' : occasions[occasion as OccasionName].source;
}

const aYear = 400;

async function present(work: Work, row: StandingRow): Promise<StandingCampaign> {
  const { id, name, content, segmentId, templateId, segmentName, orgUnitName, state } = row;
  const { writtenByName, approvedByName, isOwnApproval, seasonFrom, version, way } = row;
  const occasion = row.occasion as StandingCampaign['occasion'];
  const [next] = turnsOf(row, today(work), aYear);
  const mayOwn = row.writtenBy !== work.actor.id || (await isAlone(work, row));
  return {
    ...{ id, name, content, segmentId, templateId, segmentName, orgUnitName, state, occasion },
    ...{ writtenByName, approvedByName, isOwnApproval, seasonFrom, version, way },
    templateName: row.templateName ?? '',
    approvedAt: row.approvedAt?.toISOString() ?? null,
    source: sourceOf(occasion),
    nextOn: next?.on ?? null,
    lastCampaignId: row.lastCampaignId,
    steps: stepsOf(work, row, mayOwn),
  };
}

const stepsOf = (work: Work, { state, orgPath }: StandingRow, mayOwn: boolean): StepState[] =>
  standingLife.allowed(state).map((step: StandingStep) => {
    const right = step === 'change' ? 'messages.send' : 'followUps.supervise';
    if (!can(work.actor, right, orgPath)) return { step, allowed: false, reason: 'no_right' };
    if (step === 'approve' && !mayOwn) return { step, allowed: false, reason: 'own_words' };
    return { step, allowed: true };
  });

/** The segment's customers of the place that greets: the house itself, which looks at night, sees every place. */
export const membersFor = async (work: Work, standing: Pick<Standing, 'segmentId' | 'orgPath'>) =>
  ofPlace(standing, await customersOfSegment(work, standing.segmentId));
export const ofPlace = <Customer extends { orgPath: string }>(
  { orgPath }: Pick<Standing, 'orgPath'>,
  customers: readonly Customer[],
): Customer[] => customers.filter((customer) => customer.orgPath.startsWith(orgPath));
