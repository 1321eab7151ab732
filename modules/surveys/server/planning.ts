import { calendarOf } from '#modules/commitments/server/index.ts';
import { mayNotBeContacted } from '#modules/customers/server/index.ts';
import { callingHoursOf, hoursFor } from '#modules/follow-ups/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, daysBetween } from '#shared/dates.ts';
import type { EventKind } from '#shared/events.ts';
import type { SurveySettings } from '../contract.ts';
import { invitationEvents } from '../events.ts';
import { invitationLife, type Occasion, type withheldReasons } from '../lifecycle.ts';
import { drawnTime } from './drawing.ts';
import { editionToAsk } from './editions.ts';
import {
  complaintOf,
  type InvitationRow,
  insertInvitation,
  type Occurred,
  openInvitationsOf,
  updateInvitation,
  visitOf,
} from './queries.ts';
import { settingsAt, surveyWindows, yearInDays } from './rules.ts';
import { expireTask, sendTask } from './tasks.ts';

const dayInMs = 24 * 3_600_000;
type Reason = (typeof withheldReasons)[number];

/** After a delivery: the survey of the visit, or once a year the one of the year. Told twice, it plans nothing more. */
export async function planAfterDelivery(work: Work, orderId: string): Promise<void> {
  const visit = await visitOf(work, orderId);
  if (!visit || visit.isPlanned) return;
  await plan(work, isYearlyDue(visit, work.now) ? 'yearly' : 'delivery', visit);
}

/** After a complaint was closed: whether the customer is satisfied with what came of it (CMP-09). */
export async function planAfterComplaint(work: Work, complaintId: string): Promise<void> {
  const complaint = await complaintOf(work, complaintId);
  if (!complaint || complaint.isPlanned) return;
  await plan(work, 'complaintClosed', complaint);
}

function isYearlyDue({ firstSeenOn, lastYearlyAt }: Occurred, now: Date): boolean {
  const today = dateIn(zoneOfTenant, now);
  const isOld = firstSeenOn !== null && daysBetween(firstSeenOn, today) >= yearInDays;
  const since =
    lastYearlyAt === null ? yearInDays : (now.getTime() - lastYearlyAt.getTime()) / dayInMs;
  return isOld && since >= yearInDays;
}

async function plan(work: Work, occasion: Occasion, given: Occurred): Promise<void> {
  const settings = await settingsAt(work, given.orgPath);
  const edition = await editionToAsk(work, occasion);
  const business = await calendarOf(work, given.orgPath);
  const hours = hoursFor(await callingHoursOf(work, given.orgPath, business), given);
  const { earliestDays, latestDays } = surveyWindows[occasion];
  const { anchoredAt } = given;
  const drawnAt = drawnTime({ anchoredAt, earliestDays, latestDays, hours });
  const reason = await whyNotAsked(work, occasion, given, settings);
  const row = await insertInvitation(work, {
    orgUnitId: given.orgUnitId,
    orgPath: given.orgPath,
    questionnaireId: edition.id,
    occasion,
    customerId: given.customerId,
    vehicleId: given.vehicleId,
    orderId: given.orderId,
    complaintId: given.complaintId,
    advisorId: given.advisorId,
    technicianId: given.technicianId,
    anchoredAt,
    state: reason
      ? invitationLife.next('withhold', invitationLife.initial)
      : invitationLife.initial,
    withheldReason: reason ?? '',
    drawnAt,
    way: settings.way,
    expiresAt: new Date(drawnAt.getTime() + settings.validDays * dayInMs),
    phoneBefore: reason ? '' : given.phone,
  });
  await tellOf(work, reason ? invitationEvents.withheld : invitationEvents.planned, row);
  if (reason) return;
  await work.later(sendTask, { invitationId: row.id }, row.drawnAt, row.id);
  await work.later(expireTask, { invitationId: row.id }, row.expiresAt, row.id);
}

/** Who is not asked, and why; it stays on record, so that nobody is left out unseen. */
async function whyNotAsked(
  work: Work,
  occasion: Occasion,
  { customerId, preferredChannel, lastAskedAt }: Occurred,
  { restDays }: SurveySettings,
): Promise<Reason | undefined> {
  if (await mayNotBeContacted(work, customerId)) return 'restricted';
  if (preferredChannel === 'none') return 'wishes_none';
  const rests = lastAskedAt && work.now.getTime() - lastAskedAt.getTime() < restDays * dayInMs;
  return rests && occasion !== 'complaintClosed' ? 'asked_recently' : undefined;
}

/** Nothing more is asked of a customer: what was planned or is under way is withheld with its reason. */
export async function withholdAllOf(work: Work, customerId: string, reason: Reason): Promise<void> {
  for (const row of await openInvitationsOf(work, customerId)) await withhold(work, row, reason);
}

export async function withhold(work: Work, row: InvitationRow, reason: Reason): Promise<void> {
  const state = invitationLife.next('withhold', row.state as InvitationState);
  await updateInvitation(work, row.id, { state, withheldReason: reason, phoneBefore: '' });
  await tellOf(work, invitationEvents.withheld, row);
}
type InvitationState = (typeof invitationLife.states)[number];

export const aboutInvitation = ({ id, orgPath }: Pick<InvitationRow, 'id' | 'orgPath'>) => ({
  type: 'surveyInvitation',
  id,
  orgPath,
});

export const tellOf = (
  work: Work,
  kind: EventKind<{ surveyInvitationId: string; customerId: string; occasion: string }>,
  row: InvitationRow,
) => {
  const { id: surveyInvitationId, customerId, occasion } = row;
  return work.emit(kind, { surveyInvitationId, customerId, occasion }, aboutInvitation(row));
};
