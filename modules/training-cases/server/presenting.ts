import { type Actor, can, inScope } from '#platform/actor.ts';
import type { PrintLocale } from '#platform/print/form.ts';
import { isShared } from '#platform/privacy.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import type { ListedTrainingCase, TrainingCase, TrainingCaseMark } from '../contract.ts';
import { marksIn } from '../judge/redaction.ts';
import { type CasePart, caseParts } from '../lifecycle.ts';
import { redactionWords } from '../locales/words-draft.ts';
import type { CaseRow, ListedRow } from './queries.ts';
import { knownOf } from './queries-known.ts';
import { countReaders } from './queries-readers.ts';

export const shownInList = (row: ListedRow): ListedTrainingCase => {
  const { id, unitName, title, kind, causeKind, state, authorName } = row;
  return {
    ...{ id, unitName, title, kind, causeKind, state, authorName },
    ...wire({ publishedAt: row.publishedAt, createdAt: row.createdAt, readAt: row.readAt }),
  };
};

type Texts = Pick<CaseRow, CasePart | 'complaintId' | 'orgPath'>;
const mostMarks = 100;

/** What in a case is somebody's or looks so: what is on file of those concerned, and what has the shape of it. */
export async function marksOf(
  work: Work,
  row: Texts,
  language: PrintLocale,
): Promise<TrainingCaseMark[]> {
  const { complaintId, orgPath } = row;
  const all = caseParts.map((part) => row[part]).join('\n');
  const known = complaintId === null ? [] : await knownOf(work, complaintId, orgPath, all);
  return caseParts
    .flatMap((part) =>
      marksIn(row[part], known, redactionWords[language]).map((mark) => ({ part, ...mark })),
    )
    .slice(0, mostMarks);
}

/** A case as it goes out to this caller. */
export async function shownCase(
  work: Work,
  row: CaseRow,
  language: PrintLocale,
): Promise<TrainingCase> {
  const { title, story, cause, actions, remedy, outcome, lesson, questions } = row;
  const { publishedByName, withdrawnWhy, complaintId, orgPath, version } = row;
  const { actor } = work;
  const isManaged = can(actor, 'complaints.supervise', orgPath) && inScope(actor, orgPath);
  const marks = row.state === 'draft' ? await marksOf(work, row, language) : [];
  const mayReadComplaint = can(actor, 'complaints.see', orgPath) && inScope(actor, orgPath);
  const isCounted = isManaged && row.state === 'published';
  return {
    ...shownInList(row),
    ...{ title, story, cause, actions, remedy, outcome, lesson, questions },
    ...{ publishedByName, withdrawnWhy, marks, version },
    complaintId: mayReadComplaint ? complaintId : null,
    readers: isCounted
      ? await countReaders(work, { caseId: row.id, orgPath, since: row.publishedAt })
      : null,
    steps: stepsFor(actor, row, isManaged, marks.length > 0),
  };
}

function stepsFor(actor: Actor, row: CaseRow, isManaged: boolean, hasMarks: boolean): StepState[] {
  const steps: StepState[] = [];
  if (row.state === 'published' && actor.kind === 'user')
    steps.push({
      step: 'tickRead',
      allowed: row.readAt === null,
      ...(row.readAt !== null && { reason: 'read_already' }),
    });
  if (!isManaged || (row.state !== 'published' && !isShared(actor, row.orgPath))) return steps;
  if (row.state === 'draft') {
    const reason = whyNotPublished(actor, row, hasMarks);
    steps.push(
      { step: 'publish', allowed: reason === undefined, ...(reason && { reason }) },
      { step: 'write', allowed: true },
    );
  }
  if (row.state !== 'withdrawn') steps.push({ step: 'withdraw', allowed: true });
  else steps.push({ step: 'revise', allowed: true });
  return steps;
}

function whyNotPublished(actor: Actor, row: CaseRow, hasMarks: boolean): string | undefined {
  if (actor.kind !== 'user') return 'people_only';
  if (row.writtenBy === actor.id) return 'own_case';
  if (hasMarks) return 'marks_stand';
  return row.story.trim() === '' || row.lesson.trim() === '' ? 'case_empty' : undefined;
}
