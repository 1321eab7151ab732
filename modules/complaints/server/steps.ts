import { notify } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { complaintRoutes } from '../contract.ts';
import type { TermColumn } from '../contract-terms.ts';
import { complaintEvents, plainEvents } from '../events.ts';
import {
  answerDueAssessed,
  answerReference,
  dueIn,
  handClockOver,
  startClock,
} from './deadlines.ts';
import { judgedBy } from './points.ts';
import { gateOf, missingIn } from './policy.ts';
import { type ComplaintRow, handlesThere } from './queries.ts';
import { endReceiptClock, receiptAssessed, startReceiptClock, toldByAnswer } from './receipt.ts';
import { refuseCostAbove } from './remedy-limits.ts';
import { aboutComplaint, concerned, moved, noted, type Taken, taken } from './taking.ts';
import { refuseWhileAsked } from './tasks.ts';
import { termsOf } from './terms.ts';

type Body<Name extends keyof typeof complaintRoutes> = BodyOf<(typeof complaintRoutes)[Name]>;

/** Answers the customer and names the handler, the caller unless another: the 24-hour promise is kept (CMP-03). */
export async function acknowledge(work: Work, which: Taken, body: Body<'acknowledge'>) {
  const before = await taken(work, which, 'acknowledge');
  const handlerId = body.handlerId ?? work.actor.id;
  await refuseUnknownHandler(work, before.orgPath, handlerId);
  const after = await moved(work, before, 'acknowledge', {
    change: { handlerId, acknowledgedAt: work.now, ...toldByAnswer(work, before) },
    entry: { words: body.words, facts: { handlerId } },
  });
  await handClockOver(work, after);
  await endReceiptClock(work, after, true);
  await work.emit(
    complaintEvents.acknowledged,
    { ...concerned(after), handlerId },
    aboutComplaint(after),
  );
  await tellHandler(work, after);
}

async function refuseUnknownHandler(work: Work, orgPath: string, handlerId: string) {
  if (await handlesThere(work, handlerId, orgPath)) return;
  throw ruleBroken('/handlerId', 'handler_unknown');
}

/** Severity and urgency set the terms; a major one is told upwards at once (CMP-04). */
export async function assess(work: Work, which: Taken, body: Body<'assess'>) {
  const before = await taken(work, which, 'assess');
  const { severity, urgency = 'normal', reason } = body;
  const terms = await termsOf(work, before.orgPath);
  const judged = { ...before, severity, urgency };
  const answerDueAt =
    before.state === 'received' ? answerDueAssessed(terms, judged, work.now) : before.answerDueAt;
  const isSolving = before.state === 'acknowledged' || before.state === 'investigating';
  const dueAt =
    before.state === 'received'
      ? answerDueAt
      : isSolving
        ? dueIn(terms, judged, work.now)
        : before.dueAt;
  const receipt = await receiptAssessed(work, terms, judged);
  const sooner = receipt && { receiptDueAt: receipt.dueAt };
  const after = await noted(work, before, 'assess', {
    change: { severity, urgency, answerDueAt, dueAt, ...sooner },
    entry: { words: reason, facts: { severity, urgency } },
  });
  if (before.state === 'received') await startClock(work, after, after.receivedAt);
  if (isSolving) await startClock(work, after, work.now);
  if (receipt) await startReceiptClock(work, after, receipt.sum);
  await work.emit(
    complaintEvents.assessed,
    { ...concerned(after), severity },
    aboutComplaint(after),
  );
  if (severity === 'major') await tellAbove(work, after);
}

export async function assign(work: Work, which: Taken, body: Body<'assign'>) {
  const before = await taken(work, which, 'assign');
  const { handlerId, reason } = body;
  await refuseUnknownHandler(work, before.orgPath, handlerId);
  const after = await noted(work, before, 'assign', {
    change: { handlerId },
    entry: { words: reason, facts: { handlerId, from: before.handlerId } },
  });
  await handClockOver(work, after);
  await work.emit(
    complaintEvents.assigned,
    { ...concerned(after), handlerId },
    aboutComplaint(after),
  );
  await tellHandler(work, after);
}

/** Findings, and as far as known the outcome of each point, its cause and who answers for it (CMP-05, CMP-06). */
export async function investigate(work: Work, which: Taken, body: Body<'investigate'>) {
  const before = await taken(work, which, 'investigate');
  const { findings, points: _points, ...facts } = body;
  if (body.responsibility) await refuseWhileAsked(work, before);
  const change = await judgedBy(work, before, body);
  await plainly(work, 'investigate', () =>
    moved(work, before, 'investigate', { change, entry: { words: findings, facts } }),
  );
}

/** What the customer is offered, what is done, and his answer to it (CMP-07). */
export async function propose(work: Work, which: Taken, body: Body<'propose'>) {
  const before = await taken(work, which, 'propose');
  const { words = '', ...facts } = body;
  if (facts.costFen) await refuseCostAbove(work, before.orgPath, facts.costFen);
  await plainly(work, 'propose', () =>
    moved(work, before, 'propose', { change: facts, entry: { words, facts } }),
  );
}

export async function reportBack(work: Work, which: Taken, body: Body<'reportBack'>) {
  const before = await taken(work, which, 'reportBack');
  const toldAt = body.toldAt ? new Date(body.toldAt) : work.now;
  if (toldAt > work.now) throw ruleBroken('/toldAt', 'in_future');
  await answerReference(work, before, true);
  await plainly(work, 'reportBack', () =>
    moved(work, before, 'reportBack', {
      change: { toldAt, toldHow: body.how },
      entry: { words: body.words, facts: { how: body.how, toldAt: toldAt.toISOString() } },
    }),
  );
}

/** A customer who is not satisfied opens his complaint again (CMP-09). */
export async function askSatisfaction(work: Work, which: Taken, body: Body<'askSatisfaction'>) {
  const before = await taken(work, which, 'askSatisfaction');
  const { satisfaction, words = '' } = body;
  const after = await noted(work, before, 'askSatisfaction', {
    change: { satisfaction, askedAt: work.now },
    entry: { words, facts: { satisfaction } },
  });
  const data = { ...concerned(after), satisfaction };
  await work.emit(complaintEvents.satisfactionAsked, data, aboutComplaint(after));
  if (satisfaction === 'unsatisfied') await openAgain(work, after, words);
}

export async function noteLesson(work: Work, which: Taken, body: Body<'noteLesson'>) {
  const before = await taken(work, which, 'noteLesson');
  await plainly(work, 'noteLesson', () =>
    noted(work, before, 'noteLesson', {
      change: { lesson: body.lesson },
      entry: { words: body.lesson },
    }),
  );
}

/** The closed loop (CMP-11): refused with 409, naming each missing part. */
export async function close(work: Work, which: Taken, body: Body<'close'>) {
  const before = await taken(work, which, 'close');
  const missing = missingIn(gateOf(before));
  if (missing.length > 0) {
    const faults = missing.map((part) => ({ pointer: `/gate/${part}`, code: `needs_${part}` }));
    throw new Problem(409, 'gate_open', { missing }, faults);
  }
  const after = await moved(work, before, 'close', {
    change: { closedAt: work.now },
    entry: { words: body.words ?? '' },
  });
  const data = { ...concerned(after), byException: null };
  await work.emit(complaintEvents.closed, data, aboutComplaint(after));
}

/** Closes with a step missing, under the name of a supervisor (CMP-11). */
export async function closeByException(
  work: Work,
  which: Taken,
  { reason }: Body<'closeByException'>,
) {
  const before = await taken(work, which, 'closeByException');
  await answerReference(work, before, false);
  await endReceiptClock(work, before, false);
  const missing = missingIn(gateOf(before));
  const after = await moved(work, before, 'closeByException', {
    change: { closedAt: work.now, exceptionReason: reason, exceptionBy: work.actor.id },
    entry: { words: reason, facts: { missing } },
  });
  const data = { ...concerned(after), byException: reason };
  await work.emit(complaintEvents.closed, data, aboutComplaint(after));
}

/** After closing it is watched whether the fault comes back (CMP-10). */
export async function watch(work: Work, which: Taken, body: Body<'watch'>) {
  const before = await taken(work, which, 'watch');
  const terms = await termsOf(work, before.orgPath);
  const days = body.days ?? terms.watch[before.severity as TermColumn];
  const until = addDays(dateIn(zoneOfTenant, work.now), days);
  const after = await moved(work, before, 'watch', {
    change: { watchUntil: until },
    entry: { words: '', facts: { until } },
  });
  await work.emit(complaintEvents.watched, { ...concerned(after), until }, aboutComplaint(after));
}

export async function reopen(work: Work, which: Taken, { reason }: Body<'reopen'>) {
  await openAgain(work, await taken(work, which, 'reopen'), reason);
}

export async function note(work: Work, which: Taken, { words }: Body<'note'>) {
  const before = await taken(work, which, 'note');
  await plainly(work, 'note', () => noted(work, before, 'note', { change: {}, entry: { words } }));
}

/** What was told and asked no longer holds; cause, measure and lesson stay to be thought over. */
async function openAgain(work: Work, before: ComplaintRow, words: string): Promise<void> {
  const untold = { toldAt: null, toldHow: null, closedAt: null, watchUntil: null };
  const unsigned = { exceptionReason: '', exceptionBy: null };
  const stillAsked = before.satisfaction === 'unsatisfied' ? 'unsatisfied' : null;
  await plainly(work, 'reopen', () =>
    moved(work, before, 'reopen', {
      change: {
        ...untold,
        ...unsigned,
        satisfaction: stillAsked,
        timesReopened: before.timesReopened + 1,
      },
      entry: { words },
    }),
  );
}

async function plainly(
  work: Work,
  step: keyof typeof plainEvents,
  act: () => Promise<ComplaintRow>,
): Promise<void> {
  const after = await act();
  await work.emit(plainEvents[step], concerned(after), aboutComplaint(after));
}

async function tellHandler(work: Work, row: ComplaintRow): Promise<void> {
  if (row.handlerId === work.actor.id) return;
  await notify(work, [row.handlerId], {
    kind: 'complaints.assigned',
    about: { type: 'complaint', id: row.id },
    facts: { number: row.number, by: work.actor.name },
    key: `complaints.assigned.${row.id}.${row.version}`,
  });
}

async function tellAbove(work: Work, row: ComplaintRow): Promise<void> {
  const supervisors = await employeesWith(work, 'complaints.supervise', row.orgPath);
  const others = supervisors.map(({ id }) => id).filter((id) => id !== work.actor.id);
  await notify(work, others, {
    kind: 'complaints.major',
    about: { type: 'complaint', id: row.id },
    facts: { number: row.number, by: work.actor.name },
    key: `complaints.major.${row.id}`,
  });
}
