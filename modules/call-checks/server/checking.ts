import { handOver, keep, notify, promise } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import {
  type Criterion,
  type callCheckRoutes,
  type Mark,
  type ShownMark,
  scoreOf,
} from '../contract.ts';
import { callCheckEvents } from '../events.ts';
import { checkLife } from '../lifecycle.ts';
import { agreedRule, checkRule, decideRule } from './deadlines.ts';
import { formAt } from './forms.ts';
import { isOwn, person, refuseUnless, supervises } from './policy.ts';
import { type CheckRow, lockCheck, updateCheck } from './queries.ts';

const type = 'callCheck';
const about = ({ id, orgPath }: CheckRow) => ({ type, id, orgPath });
const told = ({ id, agentId }: CheckRow) => ({ callCheckId: id, agentId });
/** Until when on its day an agreement is looked at. */
const endOfDay = '18:00';
const farthestDays = 366;

async function taken(
  work: Work,
  checkId: string,
  may: (work: Work, row: CheckRow) => boolean,
): Promise<CheckRow> {
  const row = await lockCheck(work, checkId);
  refuseUnless(row !== undefined && may(work, row));
  return row!;
}

/** Judges a talk by the form that holds there; the score is reckoned here, and its caller is told (FUP-11). */
export async function check(
  work: Work,
  checkId: string,
  body: BodyOf<typeof callCheckRoutes.check>,
): Promise<void> {
  const row = await taken(work, checkId, supervises);
  const checkedBy = person(work);
  const state = checkLife.next('check', row.state);
  const form = await formAt(work, row.orgPath);
  if (form.edition !== body.formEdition) throw new Problem(409, 'check_form_changed');
  const marks = markedBy(form.criteria, body.marks);
  const { score, isFailed } = scoreOf(marks);
  const coaching = body.coaching.trim();
  const isWeak = score === null || isFailed || score < form.passPercent;
  if (isWeak && coaching === '') throw ruleBroken('/coaching', 'check_coaching_needed');
  const { agreed = '', agreedOn = null } = body;
  refuseBadDay(work, agreed.trim(), agreedOn);
  const after = await updateCheck(work, checkId, {
    ...{ state, marks, score, isFailed, coaching, checkedBy, checkedAt: work.now },
    ...{ formEdition: form.edition, passPercent: form.passPercent },
    ...{ agreed: agreed.trim(), agreedOn },
  });
  await keep(work, checkRule, { type, id: checkId });
  if (agreedOn) await promiseLook(work, after as CheckRow, checkedBy, agreedOn);
  await work.emit(callCheckEvents.checked, told(row), about(row));
  await tellAgent(work, row, 'callChecks.checked', { score: score ?? '—' });
}

const promiseLook = (work: Work, row: CheckRow, ownerId: string, agreedOn: string) =>
  promise(work, {
    rule: agreedRule,
    about: { type, id: row.id },
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId,
    dueAt: instantAt(zoneOfTenant, agreedOn, endOfDay),
    subject: row.agreed,
  });

/** Each criterion exactly once, and never more than it gives. @throws Problem 422 `check_marks` */
function markedBy(criteria: readonly Criterion[], marks: readonly Mark[]): ShownMark[] {
  const points = new Map(marks.map((one) => [one.key, one.points]));
  const isWhole = marks.length === criteria.length && points.size === criteria.length;
  const isSound = criteria.every(({ key, most }) => {
    const got = points.get(key);
    return got !== undefined && (got === null || got <= most);
  });
  if (!isWhole || !isSound) throw ruleBroken('/marks', 'check_marks');
  return criteria.map((one) => ({ ...one, points: points.get(one.key) ?? null }));
}

/** @throws Problem 422 `check_agreed_day`: words and day belong together, and the day is to come */
function refuseBadDay(work: Work, agreed: string, agreedOn: string | null): void {
  if (agreed === '' && agreedOn === null) return;
  const today = dateIn(zoneOfTenant, work.now);
  const isSound =
    agreed !== '' &&
    agreedOn !== null &&
    agreedOn > today &&
    agreedOn < addDays(today, farthestDays);
  if (!isSound) throw ruleBroken('/agreedOn', 'check_agreed_day');
}

const tellAgent = (work: Work, row: CheckRow, kind: string, facts: Record<string, unknown>) =>
  notify(work, [row.agentId], {
    kind,
    about: { type, id: row.id },
    facts,
    key: `${kind}.${row.id}`,
    isPrivate: true,
  });

/** The caller has read it. */
export async function agree(work: Work, checkId: string, words: string): Promise<void> {
  const row = await taken(work, checkId, isAnswerable);
  const state = checkLife.next('agree', row.state);
  await updateCheck(work, checkId, { state, answer: words.trim(), answeredAt: work.now });
  await work.emit(callCheckEvents.agreed, told(row), about(row));
}

/** The caller disagrees: it goes to who checked it once more, with a term. */
export async function disagree(work: Work, checkId: string, words: string): Promise<void> {
  const row = await taken(work, checkId, isAnswerable);
  const state = checkLife.next('disagree', row.state);
  await updateCheck(work, checkId, { state, answer: words.trim(), answeredAt: work.now });
  const { orgUnitId, orgPath, checkedBy: ownerId } = row;
  const subject = words.trim();
  const of = { type, id: checkId };
  await promise(work, { rule: decideRule, about: of, orgUnitId, orgPath, ownerId, subject });
  await work.emit(callCheckEvents.disagreed, told(row), about(row));
  await notify(work, [ownerId], {
    kind: 'callChecks.disagreed',
    about: of,
    facts: { words: subject },
    key: `callChecks.disagreed.${checkId}`,
    isPrivate: true,
  });
}

const isAnswerable = (work: Work, row: CheckRow) => isOwn(work, row) && row.state !== 'drawn';

/** Looks a second time; then it stands. What stood first stays on record. */
export async function decide(
  work: Work,
  checkId: string,
  { words, marks }: BodyOf<typeof callCheckRoutes.decide>,
): Promise<void> {
  const row = await taken(work, checkId, supervises);
  const decidedBy = person(work);
  const state = checkLife.next('decide', row.state);
  const changed = marks ? markedBy(row.marks, marks) : row.marks;
  await handOver(work, decideRule, { type, id: checkId }, decidedBy);
  await updateCheck(work, checkId, {
    ...{ state, decision: words.trim(), decidedBy, decidedAt: work.now },
    ...{ marks: changed, ...scoreOf(changed), firstScore: row.score },
  });
  await keep(work, decideRule, { type, id: checkId });
  await work.emit(callCheckEvents.decided, told(row), about(row));
  await tellAgent(work, row, 'callChecks.decided', { words: words.trim() });
}

/** Whether what was agreed on was kept: on its day, or with the next check of the same person. */
export async function look(
  work: Work,
  checkId: string,
  { wasKept, words }: BodyOf<typeof callCheckRoutes.look>,
): Promise<void> {
  const row = await taken(work, checkId, supervises);
  const lookedBy = person(work);
  if (row.agreed === '' || row.lookedAt !== null) throw new Problem(409, 'check_nothing_agreed');
  const lookedWords = words.trim();
  await updateCheck(work, checkId, { wasKept, lookedWords, lookedBy, lookedAt: work.now });
  await keep(work, agreedRule, { type, id: checkId });
  await work.emit(callCheckEvents.looked, told(row), about(row));
}
