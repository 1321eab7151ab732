import { notify } from '#modules/commitments/server/index.ts';
import { spanOf } from '#modules/complaint-reviews/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { looksPersonal } from '#modules/training-cases/server/index.ts';
import { can } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Facts, ListedReport, Report, reportRoutes } from '../contract.ts';
import { reportEvents } from '../events.ts';
import { reportLife, reportSteps } from '../lifecycle.ts';
import { freshFacts, type Place } from './facts.ts';
import { dueDaysAt } from './periods.ts';
import {
  insertReport,
  type ListedReportRow,
  lockReport,
  type ReportRow,
  reportById,
  updateReport,
} from './queries.ts';
import { type UnitAt, unitAt } from './queries-units.ts';
import { ruleOf } from './rules.ts';
import { changesIn } from './sums.ts';

/** How many of those above hear of a report: the nearest. */
const mostTold = 5;

export const aboutReport = ({ id, orgPath }: Pick<ReportRow, 'id' | 'orgPath'>) => ({
  type: 'complaintReport',
  id,
  orgPath,
});

/** A unit and period with what its report is counted from. */
export async function placeToCount(
  work: Work,
  unit: UnitAt,
  of: Pick<ReportRow, 'grain' | 'fromOn' | 'untilOn'>,
): Promise<Place> {
  const period = { fromOn: of.fromOn, untilOn: of.untilOn };
  const dueOf = await dueDaysAt(work, unit.path, await ruleOf(work), period);
  return { unit, grain: of.grain, period, dueOf };
}

/** The unit of a report as it stands in the tree now. @throws Problem 404 */
async function unitOf(work: Work, row: ReportRow): Promise<UnitAt> {
  const unit = await unitAt(work, { ...spanOf(row), unitId: row.orgUnitId });
  if (!unit) throw notFound();
  return unit;
}

/** Counts a report anew while it has not gone: one of those it is made of has come, or has been corrected. */
export async function recount(work: Work, row: ReportRow): Promise<void> {
  const facts = await freshFacts(work, await placeToCount(work, await unitOf(work, row), row));
  await updateReport(work, row.id, { facts, figuresAt: work.now });
}

/**
 * Writes what changed; two who write at once find out by the version.
 * @throws Problem 404, 403 `report_not_yours`, 409 once it has gone, 412, 422 `report_names_person`
 */
export async function writeReport(
  work: Work,
  reportId: string,
  body: BodyOf<typeof reportRoutes.write>,
  seen: number | undefined,
): Promise<Report> {
  const before = await taken(work, reportId, seen);
  if (before.state !== 'drafted') throw refused('write', before);
  const named = Object.entries(body).find(([, words]) => looksPersonal(words));
  if (named) throw ruleBroken(`/${named[0]}`, 'report_names_person');
  if (Object.keys(body).length > 0) {
    await updateReport(work, reportId, body);
    await work.emit(reportEvents.written, { complaintReportId: reportId }, aboutReport(before));
  }
  return shownReport(work, reportId);
}

/** Sends it before the time for words is over. @throws Problem 404, 403 `report_not_yours`, 409, 412 */
export async function sendReport(
  work: Work,
  reportId: string,
  seen: number | undefined,
): Promise<Report> {
  const before = await taken(work, reportId, seen);
  await sendOff(work, before, work.actor.kind === 'user' ? work.actor.id : null);
  return shownReport(work, reportId);
}

/** It goes to the unit that stands above now, and stands from then on. @param sentBy empty: the house itself */
export async function sendOff(work: Work, row: ReportRow, sentBy: string | null): Promise<void> {
  const state = reportLife.next('send', row.state);
  const unit = await unitOf(work, row);
  const toUnitId = unit.parentId ?? row.toUnitId;
  await updateReport(work, row.id, { state, toUnitId, sentAt: work.now, sentBy });
  await tellSent(work, { ...row, toUnitId });
}

async function tellSent(work: Work, row: ReportRow): Promise<void> {
  const { orgUnitId, grain, fromOn, untilOn, edition } = row;
  await work.emit(
    reportEvents.sent,
    { complaintReportId: row.id, orgUnitId, grain, fromOn, edition },
    aboutReport(row),
  );
  const above = await unitAt(work, { ...spanOf(row), unitId: row.toUnitId });
  if (!above) return;
  const readers = await employeesWith(work, 'complaints.supervise', above.path);
  await notify(
    work,
    readers.slice(0, mostTold).map(({ id }) => id),
    {
      kind: edition === 1 ? 'complaintReports.sent' : 'complaintReports.corrected',
      about: aboutReport(row),
      facts: { unitName: row.unitName, from: fromOn, until: untilOn, why: row.correctedWhy },
      key: `complaintReports.sent.${row.id}`,
    },
  );
}

/**
 * Counts a sent report again: a new edition goes up with what changed and why, the one before stays.
 * @throws Problem 404, 403 `report_not_yours`, 409 `report_unchanged`, 412, 422 `report_names_person`
 */
export async function correctReport(
  work: Work,
  reportId: string,
  reason: string,
  seen: number | undefined,
): Promise<Report> {
  const before = await taken(work, reportId, seen);
  if (before.state !== 'sent' || isSuperseded(before)) throw refused('correct', before);
  if (looksPersonal(reason)) throw ruleBroken('/reason', 'report_names_person');
  const unit = await unitOf(work, before);
  const facts = await freshFacts(work, await placeToCount(work, unit, before));
  const changes = changesIn((before.facts as Facts).total, facts.total);
  if (changes.length === 0) throw new Problem(409, 'report_unchanged');
  const { orgUnitId, orgPath, grain, fromOn, untilOn, dueAt, wordsUntil } = before;
  const { summary, overdueWords, plan } = before;
  const made = await insertReport(work, {
    ...{ orgUnitId, orgPath, grain, fromOn, untilOn, dueAt, wordsUntil },
    ...{ summary, overdueWords, plan },
    toUnitId: unit.parentId ?? before.toUnitId,
    edition: before.edition + 1,
    facts: { ...facts, changes },
    figuresAt: work.now,
    state: 'sent',
    sentAt: work.now,
    sentBy: work.actor.id,
    correctedWhy: reason,
  });
  await tellSent(work, { ...before, ...made });
  return shownReport(work, made.id);
}

const lateBy = (sentAt: Date | null, dueAt: Date, now: Date) => (sentAt ?? now) > dueAt;

export const shownInList = (row: ListedReportRow, now: Date): ListedReport => {
  const { id, orgUnitId, unitName, toUnitName, grain, fromOn, untilOn, edition, state } = row;
  const { figures, closed, overdue } = row;
  return {
    ...{ id, orgUnitId, unitName, toUnitName, grain, fromOn, untilOn, edition, state },
    ...wire({ wordsUntil: row.wordsUntil, dueAt: row.dueAt, sentAt: row.sentAt }),
    isLate: lateBy(row.firstSentAt, row.dueAt, now),
    ...{ figures, closed, overdue },
  };
};

/** A report as it goes out. @throws Problem 404 outside the scope, and from above until it has gone */
export async function shownReport(work: Work, reportId: string): Promise<Report> {
  const row = await reportById(work, reportId);
  if (!row) throw notFound();
  const facts = row.facts as Facts;
  const firstSent = row.editions[0]?.sentAt;
  const { figures, closed, overdue } = facts.total;
  const { summary, overdueWords, plan, correctedWhy, sentByName, version } = row;
  const firstSentAt = firstSent ? new Date(firstSent) : null;
  return {
    ...shownInList({ ...row, firstSentAt, figures, closed, overdue }, work.now),
    ...{ summary, overdueWords, plan, correctedWhy, sentByName, version, facts },
    ...wire({ figuresAt: row.figuresAt }),
    editions: row.editions.map(({ id, edition, sentAt }) => ({
      ...{ id, edition },
      sentAt: sentAt === null ? null : new Date(sentAt).toISOString(),
    })),
    steps: stepsFor(work, row),
  };
}

const isSuperseded = (row: ReportRow) => row.editions.some(({ edition }) => edition > row.edition);
/** Words and corrections are those of the unit itself: who looks on from above asks it for them. */
const isOwn = (work: Work, { orgPath }: ReportRow) =>
  work.actor.unitPath.startsWith(orgPath) && can(work.actor, 'complaints.supervise', orgPath);

const refused = (step: string, row: ReportRow) =>
  new StepNotAllowed(step, row.state, reportLife.allowed(row.state));

/** 404 where the caller may not read it, 403 where it is not his unit's, 412 when someone was faster. */
async function taken(work: Work, reportId: string, seen: number | undefined): Promise<ReportRow> {
  const row = await lockReport(work, reportId);
  if (!row) throw notFound();
  if (!isOwn(work, row)) throw new Problem(403, 'report_not_yours');
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  return row;
}

function stepsFor(work: Work, row: ReportRow): StepState[] {
  if (!isOwn(work, row)) return [];
  const isDrafted = row.state === 'drafted';
  const may = (step: string, allowed: boolean, reason: string): StepState =>
    allowed ? { step, allowed } : { step, allowed, reason };
  return [
    may('write', isDrafted, 'report_sent'),
    ...reportSteps.map((step) =>
      step === 'send'
        ? may(step, isDrafted, 'report_sent')
        : may(
            step,
            !isDrafted && !isSuperseded(row),
            isDrafted ? 'report_drafted' : 'report_superseded',
          ),
    ),
  ];
}
