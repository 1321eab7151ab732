import { handOver, keep } from '#modules/commitments/server/index.ts';
import {
  changeCustomer,
  customerById,
  recordConsent,
  restrictCustomer,
} from '#modules/customers/server/index.ts';
import { atOpenUnit, nextNumber } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { can } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { rightsRoutes } from '../contract-requests.ts';
import { rightsEvents } from '../events.ts';
import { type RightsKind, type RightsRequestState, rightsRequestLife } from '../lifecycle.ts';
import { erasureOf } from './queries.ts';
import {
  insertRequest,
  lockOpenRequests,
  lockRequest,
  lockUnfinishedRequests,
  type RightsRow,
  requestById,
  updateRequest,
} from './queries-requests.ts';
import { aboutRequest, answerRule, dueAfter, promiseAnswer, termOn } from './terms.ts';

const deciding = 'customers.export';

/** Puts a request on record and starts its clock from when it came in. */
export async function receiveRequest(
  work: Work,
  customerId: string,
  { receivedAt: typed, ...asked }: BodyOf<typeof rightsRoutes.add>,
): Promise<RightsRow> {
  const customer = await customerById(work, customerId);
  if (!customer) throw notFound();
  const erasure = await erasureOf(work, customer.id);
  // Of one whose erasure waits everything is still there: he may see and correct it, ask to erase it again he need not.
  const isThere = erasure?.heldSince && !erasure.doneAt && asked.kind !== 'deletion';
  if (erasure && !isThere) throw new Problem(409, 'already_erased');
  const receivedAt = typed ? new Date(typed) : work.now;
  if (receivedAt > work.now) throw ruleBroken('/receivedAt', 'received_in_future');
  const { orgUnitId, orgPath } = await atOpenUnit(work, customer);
  // Locks the counter of the place: of two at the same moment the second finds the first.
  const number = await nextNumber(work, orgUnitId, 'rightsRequest', 'GX');
  const open = await lockOpenRequests(work, customer.id, asked.kind);
  if (open.length > 0) throw new Problem(409, 'request_open_already', { number: open[0]!.number });
  const { workingDays, source } = await termOn(work, orgPath, receivedAt);
  const due = await dueAfter(work, orgPath, receivedAt, workingDays);
  const row = await insertRequest(work, {
    ...{ ...asked, number, customerId: customer.id, orgUnitId, orgPath, receivedAt },
    askedByName: asked.askedByName.trim(),
    wish: asked.wish.trim(),
    state: rightsRequestLife.initial,
    dueAt: due.dueAt,
    termDays: workingDays,
    termSource: source,
  });
  const ownerId = await responsibleAt(work, orgPath);
  await promiseAnswer(work, row, due, { ownerId, subject: `${number} ${customer.name}` });
  await tell(work, 'received', row);
  return row;
}

/** Who takes it down answers for it where he may decide; else the nearest who may. */
async function responsibleAt(work: Work, orgPath: string): Promise<string | null> {
  if (work.actor.kind === 'user' && can(work.actor, deciding, orgPath)) return work.actor.id;
  return (await employeesWith(work, deciding, orgPath))[0]?.id ?? null;
}

const tell = (work: Work, what: keyof typeof rightsEvents, row: RightsRow) => {
  const { id: rightsRequestId, customerId, kind } = row;
  return work.emit(rightsEvents[what], { rightsRequestId, customerId, kind }, aboutRequest(row));
};

async function permit(work: Work, requestId: string, kinds?: readonly RightsKind[]) {
  const row = await lockRequest(work, requestId);
  if (!row) throw notFound();
  // Nothing is done for a request that is closed already.
  rightsRequestLife.next('refuse', row.state as RightsRequestState);
  if (kinds && !kinds.includes(row.kind as RightsKind)) {
    throw new Problem(409, 'request_of_other_kind');
  }
  return row;
}

interface Decision {
  step: 'answer' | 'refuse' | 'hold';
  answer?: string;
  complainWay?: string;
  evidence?: { type: string; id: string };
  /** Who did it, where the background finishes it. */
  by?: string;
}

async function decide(work: Work, row: RightsRow, decision: Decision): Promise<void> {
  const { step, answer = '', complainWay = '', evidence, by = work.actor.id } = decision;
  const after = await updateRequest(work, row.id, {
    state: rightsRequestLife.next(step, row.state as RightsRequestState),
    answer: answer.trim(),
    complainWay: complainWay.trim(),
    evidenceType: evidence?.type ?? '',
    evidenceId: evidence?.id ?? null,
    decidedAt: work.now,
    decidedBy: by,
  });
  await keep(work, answerRule, { type: 'rightsRequest', id: row.id });
  await tell(work, told[step], after);
}
const told = { answer: 'answered', refuse: 'refused', hold: 'held' } as const;

/** @throws Problem 409 `request_to_be_done` for what is answered by doing it alone */
export async function answerRequest(work: Work, requestId: string, answer: string): Promise<void> {
  const row = await permit(work, requestId);
  if (row.kind !== 'access' && row.kind !== 'correction') {
    throw new Problem(409, 'request_to_be_done');
  }
  await decide(work, row, { step: 'answer', answer });
}

/** The existing edit of the file, asked for by the person himself: before and after stand in the audit. */
export async function correctAsAsked(
  work: Work,
  requestId: string,
  change: BodyOf<typeof rightsRoutes.correct>,
): Promise<void> {
  const row = await permit(work, requestId, ['correction']);
  if (Object.keys(change).length === 0) throw new Problem(422, 'nothing_corrected');
  const { id } = await changeCustomer(work, row.customerId, change, undefined);
  await decide(work, row, { step: 'answer', evidence: { type: 'customer', id } });
}

export async function restrictAsAsked(work: Work, requestId: string): Promise<void> {
  const row = await permit(work, requestId, ['restriction']);
  const { id } = await restrictCustomer(
    work,
    row.customerId,
    `${row.number} ${row.wish}`.slice(0, 300),
  );
  await decide(work, row, { step: 'answer', evidence: { type: 'processingRestriction', id } });
}

export async function withdrawAsAsked(
  work: Work,
  requestId: string,
  purposes: BodyOf<typeof rightsRoutes.withdraw>['purposes'],
): Promise<void> {
  const row = await permit(work, requestId, ['withdrawal']);
  const no = { channel: 'any', given: false, evidence: row.number } as const;
  let consentId = row.id;
  for (const purpose of purposes) {
    consentId = (await recordConsent(work, row.customerId, { purpose, ...no })).id;
  }
  await decide(work, row, { step: 'answer', evidence: { type: 'consent', id: consentId } });
}

/** What was done answers the open requests that asked for it: his copy was fetched, his data was erased. */
export async function fulfil(
  work: Work,
  customerId: string,
  kind: RightsKind,
  { evidence, by }: { evidence: { type: string; id: string }; by?: string },
): Promise<void> {
  for (const row of await lockUnfinishedRequests(work, customerId, kind)) {
    await decide(work, row, { step: 'answer', answer: row.answer, evidence, by });
  }
}

/** Answers the open requests for erasure by why it has to wait; done, they are answered once more (PIPL 47, 50). */
export async function holdDeletions(
  work: Work,
  customerId: string,
  { answer, by }: { answer: string; by: string },
): Promise<void> {
  for (const row of await lockOpenRequests(work, customerId, 'deletion')) {
    await decide(work, row, { step: 'hold', answer, by });
  }
}

/** @throws Problem 409 `extended_already`: once is what a customer has to put up with */
export async function extendRequest(work: Work, requestId: string, reason: string): Promise<void> {
  const row = await permit(work, requestId);
  if (row.extendedAt) throw new Problem(409, 'extended_already');
  const { orgPath, receivedAt } = row;
  const { extensionDays } = await termOn(work, orgPath, receivedAt);
  const termDays = row.termDays + extensionDays;
  const due = await dueAfter(work, orgPath, receivedAt, termDays);
  const after = await updateRequest(work, row.id, {
    dueAt: due.dueAt,
    termDays,
    extendedAt: work.now,
    extendReason: reason.trim(),
  });
  const customer = await customerById(work, row.customerId);
  const { ownerId = null } = (await requestById(work, row.id)) ?? {};
  const subject = `${row.number} ${customer?.name ?? ''}`;
  await promiseAnswer(work, after, due, { ownerId, subject });
  await tell(work, 'extended', after);
}

/** With the reason and where to complain: without them a refusal is none (PIPL art. 50). */
export async function refuseRequest(
  work: Work,
  requestId: string,
  { reason, complainWay }: BodyOf<typeof rightsRoutes.refuse>,
): Promise<void> {
  const row = await permit(work, requestId);
  await decide(work, row, { step: 'refuse', answer: reason, complainWay });
}

export async function assignRequest(
  work: Work,
  requestId: string,
  employeeId: string,
): Promise<void> {
  const row = await permit(work, requestId);
  const able = await employeesWith(work, deciding, row.orgPath);
  if (!able.some(({ id }) => id === employeeId))
    throw ruleBroken('/employeeId', 'responsible_unfit');
  await handOver(work, answerRule, { type: 'rightsRequest', id: row.id }, employeeId);
  await tell(work, 'assigned', row);
}
