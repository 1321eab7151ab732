import { calendarOf } from '#modules/commitments/server/index.ts';
import { oneListAtATime, planCalls } from '#modules/follow-ups/server/index.ts';
import {
  refuseClosed,
  saveSetting,
  unitById,
  zoneOfTenant,
} from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { openingsOn } from '#shared/business-calendar.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { offerRoutes, ReminderSettings } from '../contract.ts';
import { offerEvents, proposalEvents, reminderEvents } from '../events.ts';
import {
  customersToAttendTo,
  insertOffer,
  lockOffer,
  lockProposal,
  type OfferRow,
  unitWithProposals,
  updateOffer,
  updateProposal,
} from './queries.ts';
import { overdueDays, settingKey, settingsOf } from './rules.ts';
import { sweepFrom } from './sweeping.ts';
import { extractTask } from './tasks.ts';

/** Reminds of this one no more; said again it changes nothing. */
export async function dismissProposal(work: Work, proposalId: string, reason: string) {
  const row = await lockProposal(work, proposalId);
  if (!row) throw notFound();
  if (row.dismissedAt) return row;
  const { customerId, kind, dueOn, orgPath } = row;
  const after = await updateProposal(work, row.id, {
    dismissedAt: work.now,
    dismissedBy: work.actor.id,
    dismissReason: reason.trim(),
  });
  const about = { type: 'serviceProposal', id: row.id, orgPath };
  await work.emit(proposalEvents.dismissed, { proposalId, customerId, kind, dueOn }, about);
  return after;
}

/** For one's own unit and what lies below it; how early things are shown changes with the next sweep, begun at once. */
export async function saveSettings(work: Work, settings: ReminderSettings): Promise<void> {
  const { unitId, unitPath } = work.actor;
  await saveSetting(work, settingKey, unitPath, settings);
  const { quietDays, perDay } = settings;
  const about = { type: 'orgUnit', id: unitId, orgPath: unitPath };
  await work.emit(reminderEvents.settingsSaved, { quietDays, perDay }, about);
  await sweepFrom(work);
}

/** Draws the customers of today for one unit and plans their calls (ARC-04). A second time it finds who is left. */
export async function extractToday(work: Work, unit: { id: string; path: string }) {
  const today = dateIn(zoneOfTenant, work.now);
  const { quietDays, perDay } = await settingsOf(work, unit.path);
  await oneListAtATime(work);
  const found = await customersToAttendTo(work, {
    unitId: unit.id,
    today,
    overdueDays,
    quietDays,
    size: perDay,
  });
  const place = { orgUnitId: unit.id, orgPath: unit.path };
  const calls = found.map((one) => ({ ...one, ...place }));
  const planned = await planCalls(work, { rule: 'reminder', unit, calls });
  const about = { type: 'orgUnit', id: unit.id, orgPath: unit.path };
  await work.emit(reminderEvents.extracted, { orgUnitId: unit.id, on: today, planned }, about);
  return { planned, on: today };
}

/** The morning of one unit, then of the next: a transaction each, and none where nobody works today. What is left of an earlier day is not made up for. */
export async function extractNext(work: Work, told: { afterPath: string; on: string }) {
  const today = dateIn(zoneOfTenant, work.now);
  const unit = told.on === today ? await unitWithProposals(work, told.afterPath) : undefined;
  if (!unit) return;
  const calendar = await calendarOf(work, unit.path);
  if (openingsOn(calendar, told.on).length > 0) await extractToday(work, unit);
  const next = { afterPath: unit.path, on: told.on };
  await work.later(extractTask, next, work.now, `extract.${told.on}.${unit.path}`);
}

/** Today's extraction asked for by hand: for one's own unit, or one below. */
export async function extractFor(work: Work, orgUnitId: string | undefined) {
  const unit = await unitById(work, orgUnitId ?? work.actor.unitId);
  if (!unit || !inScope(work.actor, unit.path)) {
    throw ruleBroken('/orgUnitId', 'reference_unknown');
  }
  refuseClosed(unit, '/orgUnitId');
  return extractToday(work, unit);
}

export async function announceOffer(
  work: Work,
  input: BodyOf<typeof offerRoutes.add>,
): Promise<OfferRow> {
  if (input.untilOn < input.fromOn) throw ruleBroken('/untilOn', 'offer_ends_before');
  const { conditions = {}, content = '', place = '', ...rest } = input;
  const row = await insertOffer(work, { ...rest, conditions, content, place });
  await tell(work, 'announced', row);
  await sweepFrom(work);
  return row;
}

export async function withdrawOffer(work: Work, offerId: string): Promise<OfferRow> {
  const row = await lockOffer(work, offerId);
  if (!row) throw notFound();
  if (row.withdrawnAt) throw new Problem(409, 'step_not_allowed', { state: 'withdrawn' });
  const after = await updateOffer(work, row.id, { withdrawnAt: work.now });
  await tell(work, 'withdrawn', after);
  await sweepFrom(work);
  return after;
}

const tell = (work: Work, what: 'announced' | 'withdrawn', { id, name, orgPath }: OfferRow) =>
  work.emit(offerEvents[what], { offerId: id, name }, { type: 'serviceOffer', id, orgPath });
