import {
  type Place,
  periodOf,
  placeOf,
  refuseFarDay,
  today,
} from '#modules/complaint-reviews/server/index.ts';
import { can } from '#platform/actor.ts';
import type { PrintLocale } from '#platform/print/form.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Brief, briefRoutes, ListedBrief } from '../contract.ts';
import { briefEvents } from '../events.ts';
import { briefLife, type PeriodGrain } from '../lifecycle.ts';
import { draftOf } from './drafting.ts';
import { factsOfCampaign, freshFacts, shownFacts } from './facts.ts';
import {
  type BriefRow,
  briefById,
  briefOf,
  insertBrief,
  type ListedBriefRow,
  lockBrief,
  updateBrief,
} from './queries.ts';

export const aboutBrief = ({ id, orgPath }: Pick<BriefRow, 'id' | 'orgPath'>) => ({
  type: 'brief',
  id,
  orgPath,
});

/**
 * Draws up the brief of the period that a day lies in (FUP-12).
 * @throws Problem 422 `brief_ahead`, `day_too_far`; 409 `brief_exists` with its id
 */
export async function draftByHand(
  work: Work,
  { grain, on, orgUnitId }: BodyOf<typeof briefRoutes.draft>,
  language: PrintLocale,
): Promise<Brief> {
  refuseFarDay('/on', on);
  const place = await placeOf(work, orgUnitId);
  if (!can(work.actor, 'followUps.supervise', place.path)) throw notFound();
  const { fromOn } = periodOf(grain, on);
  if (fromOn > today(work)) throw ruleBroken('/on', 'brief_ahead');
  const taken = await briefOf(work, { orgUnitId: place.id, grain, fromOn });
  if (taken) throw new Problem(409, 'brief_exists', { briefId: taken.id });
  const row = await draftBrief(work, place, grain, fromOn, language);
  return shownBrief(work, row.id);
}

/** Counts a period and lays it down with the first words to it. */
export async function draftBrief(
  work: Work,
  place: Place,
  grain: PeriodGrain,
  fromOn: string,
  language: PrintLocale,
) {
  const period = periodOf(grain, fromOn);
  const facts = await freshFacts(work, place, grain, period);
  const row = await insertBrief(work, {
    ...period,
    grain,
    facts,
    figuresAt: work.now,
    ...draftOf(facts, language),
    orgUnitId: place.id,
    orgPath: place.path,
  });
  await work.emit(briefEvents.drafted, { briefId: row.id, grain, fromOn }, aboutBrief(row));
  return row;
}

/** Writes what changed; two who write at once find out by the version. @throws Problem 409 once it is signed, 412 */
export async function writeBrief(
  work: Work,
  briefId: string,
  body: BodyOf<typeof briefRoutes.write>,
  seen: number | undefined,
): Promise<Brief> {
  const before = await drafted(work, briefId, seen, 'write');
  if (Object.keys(body).length > 0) {
    await updateBrief(work, briefId, body);
    await work.emit(briefEvents.written, { briefId }, aboutBrief(before));
  }
  return shownBrief(work, briefId);
}

/** Counts the figures anew; what was written stays. */
export async function refreshBrief(
  work: Work,
  briefId: string,
  seen: number | undefined,
): Promise<Brief> {
  const before = await drafted(work, briefId, seen, 'refresh');
  const place = { id: before.orgUnitId, name: before.unitName, path: before.orgPath };
  const { grain, fromOn } = before;
  const facts =
    grain === 'campaign'
      ? await factsOfCampaign(work, before.campaignId!)
      : await freshFacts(work, place, grain, periodOf(grain, fromOn));
  await updateBrief(work, briefId, { facts, figuresAt: work.now });
  await work.emit(briefEvents.refreshed, { briefId }, aboutBrief(before));
  return shownBrief(work, briefId);
}

/** Signs it off: from now on it stands as it is. @throws Problem 409 `brief_empty` */
export async function signBrief(
  work: Work,
  briefId: string,
  seen: number | undefined,
): Promise<Brief> {
  const before = await drafted(work, briefId, seen, 'sign');
  if (before.summary.trim() === '') throw new Problem(409, 'brief_empty');
  const state = briefLife.next('sign', before.state);
  await updateBrief(work, briefId, { state, signedAt: work.now, signedBy: work.actor.id });
  await work.emit(briefEvents.signed, { briefId }, aboutBrief(before));
  return shownBrief(work, briefId);
}

export const shownInList = (row: ListedBriefRow): ListedBrief => {
  const { id, orgUnitId, unitName, grain, fromOn, untilOn, state, signedByName } = row;
  const { campaignName } = row;
  return {
    ...{ id, orgUnitId, unitName, grain, fromOn, untilOn, state, signedByName, campaignName },
    ...wire({ figuresAt: row.figuresAt, signedAt: row.signedAt }),
  };
};

/** A brief as it goes out. */
export async function shownBrief(work: Work, briefId: string): Promise<Brief> {
  const row = await briefById(work, briefId);
  if (!row) throw notFound();
  const { summary, problems, plan, version } = row;
  return {
    ...shownInList(row),
    ...(await shownFacts(work, row)),
    ...{ summary, problems, plan, version },
    steps: stepsFor(work, row),
  };
}

/** 404 outside the caller’s scope, 412 when someone was faster, 409 once it is signed. */
async function drafted(
  work: Work,
  briefId: string,
  seen: number | undefined,
  step: string,
): Promise<BriefRow> {
  const row = await lockBrief(work, briefId);
  if (!row || !can(work.actor, 'followUps.supervise', row.orgPath)) throw notFound();
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  if (row.state !== 'drafted') {
    throw new StepNotAllowed(step, row.state, briefLife.allowed(row.state));
  }
  return row;
}

const steps = ['write', 'sign', 'refresh'] as const;

function stepsFor(work: Work, row: BriefRow): StepState[] {
  if (!can(work.actor, 'followUps.supervise', row.orgPath)) return [];
  return steps.map((step) => {
    if (row.state === 'signed') return { step, allowed: false, reason: 'brief_signed' };
    if (step === 'sign' && row.summary.trim() === '')
      return { step, allowed: false, reason: 'brief_empty' };
    return { step, allowed: true };
  });
}
