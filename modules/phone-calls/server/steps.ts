import { receiveComplaint } from '#modules/complaints/server/index.ts';
import { readyFileOf } from '#modules/files/server/index.ts';
import { recordTalk } from '#modules/follow-ups/server/index.ts';
import { can } from '#platform/actor.ts';
import { plainField } from '#platform/plain-field.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import type { BodyOf } from '#shared/route.ts';
import type { phoneCallRoutes } from '../contract.ts';
import { phoneCallEvents } from '../events.ts';
import { type PhoneResult, phoneCallLife, resultsOf } from '../lifecycle.ts';
import { phoneFileWords } from '../locales/words-file.ts';
import { aboutCall, calledBack, giveCallBack, owedNoMore } from './deadlines.ts';
import { numberHeard } from './numbers.ts';
import { type CallRow, insertCall, lockCall, owedToNumber, updateCall } from './queries.ts';
import { carInShop, isOnFile, whoCalls } from './queries-caller.ts';

/** Begins the record of a call, or of somebody who stands here. @throws Problem 422 `phone_who` for neither number nor customer */
export async function beginCall(
  work: Work,
  { direction, number: typed = '', customerId }: BodyOf<typeof phoneCallRoutes.add>,
): Promise<CallRow> {
  permit(work, work.actor.unitPath);
  const number = numberHeard(typed);
  if (number === '' && customerId === undefined) throw ruleBroken('/number', 'phone_who');
  if (customerId !== undefined && !(await isOnFile(work, customerId, null))) {
    throw ruleBroken('/customerId', 'reference_unknown');
  }
  const who = customerId ?? (await onlyMatch(work, number));
  const row = await insertCall(work, {
    direction,
    number,
    state: 'talking',
    ownerId: person(work),
    startedAt: work.now,
    answeredAt: work.now,
    ...(await identified(work, who)),
  });
  await tell(work, phoneCallEvents.begun, row);
  await settleOwed(work, row);
  return row;
}

/** Whose number it is, where it can be only one. */
export async function onlyMatch(work: Work, number: string): Promise<string | null> {
  const found = await whoCalls(work, number, false);
  return found.length === 1 ? found[0]!.customerId : null;
}

/** The customer with the car that he most likely calls about: the one that is in the shop. */
export async function identified(work: Work, customerId: string | null) {
  if (customerId === null) return { customerId, vehicleId: null };
  return { customerId, vehicleId: (await carInShop(work, customerId))?.id ?? null };
}

export async function identifyCaller(
  work: Work,
  phoneCallId: string,
  { customerId, vehicleId, callerName }: BodyOf<typeof phoneCallRoutes.identify>,
): Promise<CallRow> {
  const before = await taken(work, phoneCallId);
  if (before.state === 'recorded') throw new Problem(409, 'step_not_allowed');
  if (customerId !== null && !(await isOnFile(work, customerId, vehicleId ?? null))) {
    throw ruleBroken('/customerId', 'reference_unknown');
  }
  const who = await identified(work, customerId);
  const after = await updateCall(work, phoneCallId, {
    ...who,
    ...(customerId !== null && vehicleId !== undefined && { vehicleId }),
    callerName:
      callerName === undefined
        ? before.callerName
        : plainField(callerName, { pointer: '/callerName', most: 80, least: 0 }),
  });
  await tell(work, phoneCallEvents.identified, after);
  return after;
}

/**
 * Puts a call on record with what came of it (FUP-06). A talk with a customer stands in the register of talks with its
 * matters (FUP-04) and complaint; who is not on file can complain all the same (CMP-01).
 */
export async function recordPhoneCall(
  work: Work,
  phoneCallId: string,
  body: BodyOf<typeof phoneCallRoutes.record>,
  expectedVersion: number | undefined,
): Promise<CallRow> {
  const before = await taken(work, phoneCallId, expectedVersion);
  const state = phoneCallLife.next('record', before.state);
  refuseUnfit(before, body);
  const made = body.result === 'talked' ? await whatCameOfIt(work, before, body) : {};
  const after = await updateCall(work, phoneCallId, {
    ...made,
    state,
    result: body.result,
    note: body.note?.trim() ?? '',
    ownerId: before.ownerId ?? person(work),
    answeredAt: before.answeredAt ?? (body.result === 'talked' ? before.startedAt : null),
    endedAt: before.endedAt ?? work.now,
  });
  await tell(work, phoneCallEvents.recorded, after);
  if (after.result === 'talked') await settleOwed(work, after);
  else if (after.firstId !== null) await noteTry(work, after.firstId);
  return after;
}

function refuseUnfit({ direction }: CallRow, body: BodyOf<typeof phoneCallRoutes.record>): void {
  const fitting: readonly PhoneResult[] = resultsOf[direction];
  if (!fitting.includes(body.result)) throw ruleBroken('/result', 'phone_result');
  const hasMore = (body.matters?.length ?? 0) > 0 || body.complaint !== undefined;
  if (body.result !== 'talked' && hasMore) throw ruleBroken('/result', 'phone_no_talk');
  if (body.result === 'talked' && !body.note?.trim())
    throw ruleBroken('/note', 'phone_note_needed');
}

async function whatCameOfIt(
  work: Work,
  row: CallRow,
  { note = '', matters, complaint }: BodyOf<typeof phoneCallRoutes.record>,
) {
  const { customerId, vehicleId, direction } = row;
  if (customerId !== null) {
    const inShop = await carInShop(work, customerId);
    const talk = await recordTalk(work, customerId, {
      ...{ direction, result: 'connected', reason: 'talked', mainPoints: note, matters, complaint },
      vehicleId,
      orderId: inShop && inShop.id === vehicleId ? inShop.orderId : null,
    });
    return { callId: talk.id, complaintId: talk.complaintId };
  }
  if ((matters?.length ?? 0) > 0) throw ruleBroken('/matters', 'phone_no_customer');
  if (!complaint) return {};
  const { id } = await receiveComplaint(work, {
    ...complaint,
    channel: direction === 'visit' ? 'desk' : 'phone',
    complainantName: row.callerName || phoneFileWords['zh-CN'].noName,
    complainantPhone: row.number,
  });
  return { complaintId: id };
}

/** Whoever was reached is owed no call any more: he was called, or called again himself. */
export async function settleOwed(work: Work, answered: CallRow): Promise<void> {
  if (answered.number === '') return;
  for (const row of await owedToNumber(work, answered.number, answered.orgUnitId)) {
    if (row.id === answered.id) continue;
    const state = phoneCallLife.next('settle', row.state);
    const after = await updateCall(work, row.id, { state, result: 'talked' });
    await calledBack(work, after);
    await tell(work, phoneCallEvents.settled, after);
  }
}

/** Called back without reaching anybody: it stays owed. */
async function noteTry(work: Work, firstId: string): Promise<void> {
  const row = await lockCall(work, firstId);
  if (row) await updateCall(work, firstId, { tries: row.tries + 1 });
}

export async function takeMissed(
  work: Work,
  phoneCallId: string,
  expectedVersion: number | undefined,
): Promise<CallRow> {
  const before = await taken(work, phoneCallId, expectedVersion);
  const state = phoneCallLife.next('take', before.state);
  const after = await updateCall(work, phoneCallId, { state, ownerId: person(work) });
  await giveCallBack(work, after);
  await tell(work, phoneCallEvents.taken, after);
  return after;
}

export async function putBackMissed(
  work: Work,
  phoneCallId: string,
  expectedVersion: number | undefined,
): Promise<CallRow> {
  const before = await taken(work, phoneCallId, expectedVersion);
  const state = phoneCallLife.next('putBack', before.state);
  refuseOfAnother(work, before);
  const after = await updateCall(work, phoneCallId, { state, ownerId: null });
  await giveCallBack(work, after);
  await tell(work, phoneCallEvents.putBack, after);
  return after;
}

/** Nothing is to be done about it: an advertisement, a wrong number; the reason stays on record. */
export async function settleMissed(
  work: Work,
  phoneCallId: string,
  reason: string,
  expectedVersion: number | undefined,
): Promise<CallRow> {
  const before = await taken(work, phoneCallId, expectedVersion);
  const state = phoneCallLife.next('settle', before.state);
  refuseOfAnother(work, before);
  const after = await updateCall(work, phoneCallId, { state, note: reason.trim() });
  await owedNoMore(work, after);
  await tell(work, phoneCallEvents.settled, after);
  return after;
}

/** What was recorded, with whether the customer was told so at the beginning (PIPL art. 17). */
export async function keepRecording(
  work: Work,
  phoneCallId: string,
  { fileId, isAnnounced }: BodyOf<typeof phoneCallRoutes.keepRecording>,
): Promise<CallRow> {
  const before = await taken(work, phoneCallId);
  if (before.fileId !== null) throw new Problem(409, 'phone_recording_kept');
  const file = await readyFileOf(work, fileId);
  if (!file) throw ruleBroken('/fileId', 'reference_unknown');
  if (!/^(audio|video)\//.test(file.contentType ?? '')) {
    throw ruleBroken('/fileId', 'phone_recording_kind');
  }
  const after = await updateCall(work, phoneCallId, { fileId, isAnnounced });
  await tell(work, phoneCallEvents.recordingKept, after);
  return after;
}

/** The call, held for a step. @throws Problem 404 out of sight, 403 without the right, 412 when somebody was faster */
export async function taken(work: Work, phoneCallId: string, seen?: number): Promise<CallRow> {
  const row = await lockCall(work, phoneCallId);
  if (!row) throw notFound();
  permit(work, row.orgPath);
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  return row;
}

/** Who speaks with customers: the callers and the desk. */
export const mayHandle = ({ actor }: Work, orgPath: string): boolean =>
  can(actor, 'followUps.call', orgPath) || can(actor, 'serviceOrders.receive', orgPath);
export function permit(work: Work, orgPath: string): void {
  if (!mayHandle(work, orgPath)) throw forbidden();
}

/** What one has taken is another's only for the supervisor. */
export function refuseOfAnother({ actor }: Work, row: CallRow): void {
  const isOthers = row.state === 'taken' && row.ownerId !== actor.id;
  if (isOthers && !can(actor, 'followUps.supervise', row.orgPath)) {
    throw new Problem(409, 'phone_of_another');
  }
}

export const person = ({ actor }: Work): string | null => (actor.kind === 'user' ? actor.id : null);
export const tell = (
  work: Work,
  kind: EventKind<{ phoneCallId: string; customerId: string | null }>,
  row: CallRow,
) => work.emit(kind, { phoneCallId: row.id, customerId: row.customerId }, aboutCall(row));
