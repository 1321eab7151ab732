import { calendarOf, cancelPromise, keep } from '#modules/commitments/server/index.ts';
import { receiveComplaint } from '#modules/complaints/server/index.ts';
import { atOpenUnit } from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import type { Call } from '#platform/http.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingMinutes } from '#shared/business-calendar.ts';
import type { BodyOf } from '#shared/route.ts';
import type { callRoutes, followUpRoutes, NewComplaint } from '../contract.ts';
import { callEvents, followUpEvents } from '../events.ts';
import { followUpLifecycle } from '../lifecycle.ts';
import { reasonsOf } from '../locales/vocabulary.ts';
import { callingHoursOf, hoursFor, refuseQuietHours } from './calling-hours.ts';
import { aboutFollowUp, contactRule } from './deadlines.ts';
import { openMatter } from './matters.ts';
import { planSecond } from './planning.ts';
import { holdsLock, isLockedByOther } from './policy.ts';
import {
  belongTogether,
  type CallPartner,
  type CallRow,
  type FollowUpRow,
  insertCall,
  lockFollowUp,
  partnerOf,
  standsInFor,
  updateFollowUp,
} from './queries.ts';
import { type FollowUpRule, lockMinutes } from './rules.ts';
import { ruleOf } from './rules-service.ts';

type Talk = BodyOf<typeof followUpRoutes.record>;
type Outcome = Parameters<typeof updateFollowUp>[2] & { state: FollowUpRow['state'] };

/** Keeps a follow-up for ten minutes while its caller dials. Taken again by the same person it is prolonged. */
export async function takeFollowUp(
  work: Work,
  followUpId: string,
  { askedByCustomer = false }: BodyOf<typeof followUpRoutes.lock>,
): Promise<FollowUpRow> {
  const row = await openFollowUp(work, followUpId);
  followUpLifecycle.next('lock', row.state);
  if (!askedByCustomer) await refuseQuietHours(work, row.orgPath, await partner(work, row));
  const lockedUntil = new Date(work.now.getTime() + lockMinutes * 60_000);
  const after = await updateFollowUp(work, row.id, { lockedBy: work.actor.id, lockedUntil });
  await work.emit(followUpEvents.locked, { followUpId }, aboutFollowUp(after));
  return after;
}

/**
 * Records a try or a talk (FUP-06) and what comes of it: done, tried again later, or given up; matters (FUP-04) and
 * a complaint, with car, order and call attached. A call begun in time may be recorded after the calling hours.
 */
export async function recordCall(work: Work, followUpId: string, talk: Talk, call: Call) {
  const row = await openFollowUp(work, followUpId);
  if (call.expectedVersion !== undefined && call.expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  const direction = talk.direction ?? 'out';
  followUpLifecycle.next(talk.result === 'connected' ? 'complete' : 'tryAgain', row.state);
  refuseBadTalk(talk);
  const customer = await partner(work, row);
  const isFree =
    direction !== 'out' || talk.askedByCustomer || holdsLock(work.actor, row, work.now);
  if (!isFree) await refuseQuietHours(work, row.orgPath, customer);
  const recorded = await putOnRecord(work, customer, {
    ...talk,
    direction,
    customerId: row.customerId,
    vehicleId: row.vehicleId,
    orderId: row.orderId,
    followUp: row,
  });
  const outcome = await outcomeOf(work, row, talk, customer);
  const after = await settle(work, row, outcome);
  return { ...recorded, followUpState: after.state, nextTryAt: after.nextTryAt };
}

/** A call-in or a visit in person (FUP-06, FUP-10). It settles the follow-up that it names. */
export async function recordCallFor(
  work: Work,
  customerId: string,
  input: BodyOf<typeof callRoutes.recordFor>,
  call: Call,
) {
  const customer = await partnerOf(work, customerId);
  if (!customer || !inScope(work.actor, customer.orgPath)) throw notFound();
  const { followUpId, vehicleId = null, orderId = null, ...talk } = input;
  if (followUpId !== undefined) {
    const row = await lockFollowUp(work, followUpId);
    if (row?.customerId !== customerId) throw ruleBroken('/followUpId', 'reference_unknown');
    return recordCall(work, followUpId, talk, call);
  }
  const recorded = await recordTalk(work, customerId, { ...talk, vehicleId, orderId });
  return { ...recorded, followUpState: null, nextTryAt: null };
}

/** A talk that was on nobody's list, by telephone or in person: a call-in, a visit, a call back (FUP-06, FUP-10). */
export async function recordTalk(
  work: Work,
  customerId: string,
  talk: Omit<Recorded, 'customerId' | 'followUp'>,
) {
  const customer = await partnerOf(work, customerId);
  if (!customer || !inScope(work.actor, customer.orgPath)) throw notFound();
  refuseBadTalk(talk);
  const { vehicleId, orderId } = talk;
  if (!(await belongTogether(work, { customerId, vehicleId, orderId }))) {
    throw ruleBroken('/vehicleId', 'reference_unknown');
  }
  return putOnRecord(work, customer, { ...talk, customerId });
}

async function openFollowUp(work: Work, followUpId: string): Promise<FollowUpRow> {
  const row = await lockFollowUp(work, followUpId);
  if (!row || !inScope(work.actor, row.orgPath)) throw notFound();
  if (isLockedByOther(work.actor, row, work.now)) throw new Problem(409, 'locked_by_colleague');
  return row;
}

async function partner(work: Work, row: FollowUpRow): Promise<CallPartner> {
  const found = await partnerOf(work, row.customerId);
  if (!found) throw notFound();
  return found;
}

function refuseBadTalk(talk: Omit<Talk, 'direction'>): void {
  const fitting: readonly string[] = reasonsOf[talk.result];
  if (!fitting.includes(talk.reason)) throw ruleBroken('/reason', 'reason_of_other_result');
  const hasTalked = talk.result === 'connected';
  if (!hasTalked && (talk.matters?.length || talk.complaint || talk.satisfaction)) {
    throw ruleBroken('/result', 'no_talk');
  }
  if (talk.reason === 'talked' && !talk.mainPoints?.trim()) {
    throw ruleBroken('/mainPoints', 'main_points_needed');
  }
}

interface Recorded extends Omit<Talk, 'direction'> {
  direction: CallRow['direction'];
  customerId: string;
  vehicleId: string | null;
  orderId: string | null;
  followUp?: FollowUpRow;
}

async function putOnRecord(work: Work, customer: CallPartner, talk: Recorded) {
  const { customerId, vehicleId, orderId, followUp } = talk;
  const { orgUnitId, orgPath } = await atOpenUnit(work, followUp ?? customer);
  const inSteadOf = await actsFor(work, followUp?.agentId ?? null);
  const row = await insertCall(work, {
    orgUnitId,
    orgPath,
    followUpId: followUp?.id ?? null,
    customerId,
    vehicleId,
    orderId,
    direction: talk.direction,
    result: talk.result,
    reason: talk.reason,
    topics: talk.topics ?? [],
    answers: talk.answers ?? {},
    mainPoints: talk.mainPoints?.trim() ?? '',
    satisfaction: talk.satisfaction ?? null,
    askedByCustomer: talk.askedByCustomer ?? false,
    byId: work.actor.id,
    actingForId: inSteadOf,
    at: work.now,
  });
  const about = {
    ...{ type: 'followUpCall', id: row.id, orgPath },
    ...(inSteadOf !== null && { inSteadOf }),
  };
  const told = { callId: row.id, customerId, followUpId: row.followUpId };
  await work.emit(callEvents.recorded, told, about);
  const matterIds: string[] = [];
  for (const matter of talk.matters ?? []) matterIds.push((await openMatter(work, row, matter)).id);
  const complaintId = talk.complaint
    ? await complaintFrom(work, row, customer, talk.complaint)
    : null;
  return { id: row.id, matterIds, complaintId };
}

/** For whom a stand-in did it; a colleague who merely helps acts for himself (ORG-06). */
async function actsFor(work: Work, agentId: string | null): Promise<string | null> {
  if (agentId === null || agentId === work.actor.id) return null;
  return (await standsInFor(work, agentId)) ? agentId : null;
}

const channelOf = { out: 'followUp', in: 'phone', visit: 'desk' } as const;

async function complaintFrom(
  work: Work,
  row: CallRow,
  { name, phone }: CallPartner,
  { kind, content, aboutWhom }: NewComplaint,
): Promise<string> {
  const { customerId, vehicleId, orderId } = row;
  const complaint = await receiveComplaint(work, {
    channel: channelOf[row.direction],
    complainantName: name,
    complainantPhone: phone,
    kind,
    content,
    customerId,
    ...(vehicleId && { vehicleId }),
    ...(orderId && { orderId }),
    ...(aboutWhom && { aboutWhom }),
    sourceType: 'followUpCall',
    sourceId: row.id,
  });
  return complaint.id;
}

const endedBy: Readonly<Record<string, 'giveUp' | 'cancel'>> = {
  wrongNumber: 'giveUp',
  notInUse: 'giveUp',
  soldCar: 'cancel',
  refusesCalls: 'cancel',
};

/** What becomes of the follow-up: a talk settles it, an invalid number ends it, else it is tried again as its rule says. */
async function outcomeOf(
  work: Work,
  row: FollowUpRow,
  { result, reason, nextTryAt }: Talk,
  customer: CallPartner,
): Promise<Outcome> {
  const next = (step: 'complete' | 'giveUp' | 'cancel' | 'tryAgain') =>
    followUpLifecycle.next(step, row.state);
  if (reason === 'talked') return { state: next('complete'), doneAt: work.now, nextTryAt: null };
  const end = endedBy[reason];
  if (end) return { state: next(end), endReason: reason, nextTryAt: null };
  const tries = row.tries + (result === 'notConnected' ? 1 : 0);
  const rule = await ruleOf(work, row);
  if (tries >= rule.mostTries) {
    const used = { endReason: reason, tries, nextTryAt: null };
    return rule.countsAsDone === 'triesUsedUp'
      ? { ...used, state: next('complete'), doneAt: work.now }
      : { ...used, state: next('giveUp') };
  }
  const wished = nextTryAt === undefined ? undefined : new Date(nextTryAt);
  if (wished && wished <= work.now) throw ruleBroken('/nextTryAt', 'next_try_past');
  return {
    state: next('tryAgain'),
    tries,
    nextTryAt: wished ?? (await laterToday(work, customer, rule)),
  };
}

/** As its rule spaces tries, half a working day as shipped, within the hours in which this customer may be called. */
async function laterToday(
  work: Work,
  customer: CallPartner,
  { spacingMinutes }: FollowUpRule,
): Promise<Date> {
  const business = await calendarOf(work, customer.orgPath);
  const hours = hoursFor(await callingHoursOf(work, customer.orgPath, business), customer);
  const due = addWorkingMinutes(hours, work.now, spacingMinutes);
  if (due.kind === 'paused') throw new Error('calling hours do not pause');
  return due.dueAt;
}

const eventOf = {
  planned: followUpEvents.tried,
  done: followUpEvents.done,
  unreachable: followUpEvents.unreachable,
  expired: followUpEvents.expired,
  cancelled: followUpEvents.cancelled,
} as const;

/** Ends or continues a follow-up, and with it what was promised about it; the second one's days begin. */
export async function settle(work: Work, row: FollowUpRow, outcome: Outcome): Promise<FollowUpRow> {
  const unlocked = { lockedBy: null, lockedUntil: null };
  const after = await updateFollowUp(work, row.id, { ...outcome, ...unlocked });
  const about = { type: 'followUp', id: row.id };
  if (after.state === 'done') await keep(work, contactRule, about);
  else if (after.state !== 'planned') await cancelPromise(work, contactRule, about);
  const told = { followUpId: row.id, customerId: row.customerId, rule: row.rule };
  await work.emit(eventOf[after.state], told, aboutFollowUp(after));
  if (after.state !== 'planned') await planSecond(work, after);
  return after;
}
