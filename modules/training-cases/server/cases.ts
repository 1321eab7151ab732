import { notify } from '#modules/commitments/server/index.ts';
import { openStates } from '#modules/complaints/lifecycle.ts';
import { oneComplaint } from '#modules/complaints/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { type Actor, actingBy, can } from '#platform/actor.ts';
import type { PrintLocale } from '#platform/print/form.ts';
import { isShared, refuseNotShared } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import type { BodyOf } from '#shared/route.ts';
import type { TrainingCase, trainingCaseRoutes } from '../contract.ts';
import { trainingCaseEvents } from '../events.ts';
import { type Known, redacted } from '../judge/redaction.ts';
import { caseParts, type TrainingCaseState, trainingCaseLife } from '../lifecycle.ts';
import { redactionWords } from '../locales/words-draft.ts';
import { composed } from './composing.ts';
import { marksOf, shownCase, shownInList } from './presenting.ts';
import {
  caseById,
  casesOf,
  complaintAt,
  insertCase,
  liveCaseOf,
  lockCase,
  updateCase,
} from './queries.ts';
import { knownOf } from './queries-known.ts';
import { noteRead } from './queries-readers.ts';

type Row = NonNullable<Awaited<ReturnType<typeof lockCase>>>;
const right = 'complaints.supervise';

/** The places where somebody supervises, and so works on training cases. */
export const managedBy = (actor: Actor): readonly string[] =>
  can(actor, right) || actor.grants?.some(({ permissions }) => permissions.includes(right))
    ? actingBy(actor, { access: right }).scopes
    : [];

const about = ({ id, orgPath }: Pick<Row, 'id' | 'orgPath'>) => ({
  type: 'trainingCase',
  id,
  orgPath,
});
const personOf = ({ kind, id }: Actor) => (kind === 'user' ? id : null);

/** A case as it goes out. @throws Problem 404 where the caller may not read it */
export async function caseShown(
  work: Work,
  caseId: string,
  language: PrintLocale,
): Promise<TrainingCase> {
  const row = await caseById(work, caseId, managedBy(work.actor));
  if (!row) throw notFound();
  return shownCase(work, row, language);
}

const isClosed = (state: string) => !(openStates as readonly string[]).includes(state);

/** What was made of a complaint, and whether a case can be made of it now. @throws Problem 404 */
export async function casesOfComplaint(work: Work, complaintId: string) {
  const complaint = await complaintAt(work, complaintId);
  if (!complaint) throw notFound();
  const rows = await casesOf(work, complaintId, managedBy(work.actor));
  const mayMake =
    can(work.actor, right, complaint.orgPath) && isShared(work.actor, complaint.orgPath);
  const reason = !isClosed(complaint.state)
    ? 'complaint_open'
    : (await liveCaseOf(work, complaintId))
      ? 'case_exists'
      : undefined;
  return {
    items: rows.map(shownInList),
    make: mayMake
      ? { step: 'make', allowed: reason === undefined, ...(reason && { reason }) }
      : null,
  };
}

/**
 * Makes a training case of a closed complaint in one step: its facts, with everything that the house knows of those
 * concerned taken out; what only looks personal is marked for the person.
 * @throws Problem 404, 403 `not_shared`, 409 `complaint_open`, `case_exists`
 */
export async function makeCase(
  work: Work,
  complaintId: string,
  language: PrintLocale,
): Promise<TrainingCase> {
  const at = await complaintAt(work, complaintId);
  if (!at) throw notFound();
  refuseNotShared(work.actor, at.orgPath);
  if (!isClosed(at.state)) throw new Problem(409, 'complaint_open');
  if (await liveCaseOf(work, complaintId)) throw new Problem(409, 'case_exists');
  const complaint = await oneComplaint(work, complaintId);
  const parts = composed(complaint, language);
  const all = caseParts.map((part) => parts[part]).join('\n');
  const known: readonly Known[] = await knownOf(work, complaintId, at.orgPath, all);
  const receivedOn = dateIn(zoneOfTenant, new Date(complaint.receivedAt));
  const without = caseParts.map(
    (part) => [part, redacted(parts[part], known, receivedOn, redactionWords[language])] as const,
  );
  const first = complaint.points.find(({ causeKind }) => causeKind);
  const row = await insertCase(work, {
    ...Object.fromEntries(without),
    complaintId,
    kind: complaint.kind,
    causeKind: first?.causeKind ?? complaint.causeKind,
    writtenBy: personOf(work.actor),
    orgUnitId: at.orgUnitId,
    orgPath: at.orgPath,
  });
  await work.emit(trainingCaseEvents.made, { trainingCaseId: row.id }, about(row));
  await tellOthers(work, row);
  return caseShown(work, row.id, language);
}

/** Writes to a draft. @throws Problem 404, 409 once it is published, 412 when someone was faster */
export async function writeCase(
  work: Work,
  caseId: string,
  body: BodyOf<typeof trainingCaseRoutes.write>,
  seen: number | undefined,
  language: PrintLocale,
): Promise<TrainingCase> {
  const before = await locked(work, caseId, seen);
  if (before.state !== 'draft') refuseStep('write', before);
  if (Object.keys(body).length > 0) {
    await updateCase(work, caseId, body);
    await work.emit(trainingCaseEvents.written, { trainingCaseId: caseId }, about(before));
  }
  return caseShown(work, caseId, language);
}

/**
 * Publishes what another wrote: two pairs of eyes have seen that nobody is to be recognised.
 * @throws Problem 409 `own_case`, `marks_stand`, `case_empty`, `people_only`
 */
export async function publishCase(
  work: Work,
  caseId: string,
  seen: number | undefined,
  language: PrintLocale,
): Promise<TrainingCase> {
  const before = await locked(work, caseId, seen);
  const state = trainingCaseLife.next('publish', before.state as TrainingCaseState);
  if (work.actor.kind !== 'user') throw new Problem(409, 'people_only');
  if (before.writtenBy === work.actor.id) throw new Problem(409, 'own_case');
  if (before.story.trim() === '' || before.lesson.trim() === '')
    throw new Problem(409, 'case_empty');
  const marks = await marksOf(work, before, language);
  if (marks.length > 0) throw new Problem(409, 'marks_stand', { marks: marks.length });
  const publishedBy = work.actor.id;
  await updateCase(work, caseId, { state, publishedBy, publishedAt: work.now, withdrawnWhy: '' });
  await work.emit(trainingCaseEvents.published, { trainingCaseId: caseId }, about(before));
  return caseShown(work, caseId, language);
}

export async function withdrawCase(
  work: Work,
  caseId: string,
  reason: string,
  seen: number | undefined,
  language: PrintLocale,
): Promise<TrainingCase> {
  const before = await locked(work, caseId, seen);
  const state = trainingCaseLife.next('withdraw', before.state as TrainingCaseState);
  await updateCase(work, caseId, { state, withdrawnWhy: reason });
  await work.emit(trainingCaseEvents.withdrawn, { trainingCaseId: caseId }, about(before));
  return caseShown(work, caseId, language);
}

/** Back to a draft; who takes it up again is its author, and another publishes it. */
export async function reviseCase(
  work: Work,
  caseId: string,
  seen: number | undefined,
  language: PrintLocale,
): Promise<TrainingCase> {
  const before = await locked(work, caseId, seen);
  const state = trainingCaseLife.next('revise', before.state as TrainingCaseState);
  await updateCase(work, caseId, {
    state,
    writtenBy: personOf(work.actor),
    publishedBy: null,
    publishedAt: null,
  });
  await work.emit(trainingCaseEvents.revised, { trainingCaseId: caseId }, about(before));
  await tellOthers(work, before);
  return caseShown(work, caseId, language);
}

/** The caller has read it. @throws Problem 404, 409 `people_only`, while it is not published */
export async function tickRead(
  work: Work,
  caseId: string,
  language: PrintLocale,
): Promise<TrainingCase> {
  const row = await caseById(work, caseId, managedBy(work.actor));
  if (!row) throw notFound();
  if (row.state !== 'published') refuseStep('tickRead', row);
  if (work.actor.kind !== 'user') throw new Problem(409, 'people_only');
  await noteRead(work, caseId);
  await work.emit(trainingCaseEvents.read, { trainingCaseId: caseId }, about(row));
  return caseShown(work, caseId, language);
}

/** How many hear of a draft: the nearest, of whom one is enough. */
const mostTold = 5;

/** Only another can publish it: those who may find it at their bell. */
async function tellOthers(work: Work, row: Row): Promise<void> {
  const others = (await employeesWith(work, right, row.orgPath)).filter(
    ({ id }) => id !== work.actor.id,
  );
  const unit = await unitById(work, row.orgUnitId);
  await notify(
    work,
    others.slice(0, mostTold).map(({ id }) => id),
    {
      kind: 'trainingCases.drafted',
      about: { type: 'trainingCase', id: row.id },
      facts: { unitName: unit?.name ?? '', by: work.actor.name },
      key: `trainingCases.drafted.${row.id}.${row.version}`,
    },
  );
}

function refuseStep(step: string, { state }: Pick<Row, 'state'>): never {
  throw new StepNotAllowed(step, state, trainingCaseLife.allowed(state as TrainingCaseState));
}

async function locked(work: Work, caseId: string, seen: number | undefined): Promise<Row> {
  const row = await lockCase(work, caseId);
  if (!row || !can(work.actor, right, row.orgPath)) throw notFound();
  if (row.state !== 'published') refuseNotShared(work.actor, row.orgPath);
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  return row;
}
