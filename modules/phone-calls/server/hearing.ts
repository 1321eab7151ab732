import { type Static, Type } from 'typebox';
import { newId } from '#platform/ids.ts';
import { defineInbound } from '#platform/inbound.ts';
import type { Work } from '#platform/work.ts';
import { id, instant, line, oneOf, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { phoneCallEvents } from '../events.ts';
import { exchangeEvents, type PhoneCallState, phoneCallLife } from '../lifecycle.ts';
import { callBackTerm, owedNoMore, promiseCallBack } from './deadlines.ts';
import { numberHeard } from './numbers.ts';
import { beginOutside, type CallRow, lockCall, lockOutside, updateCall } from './queries.ts';
import { type ExtensionRow, extensionNamed } from './queries-extensions.ts';
import { fetchRecording } from './recordings.ts';
import { identified, onlyMatch, settleOwed, tell } from './steps.ts';

/** One event as a telephone system tells it (docs/telephony.md). */
const said = shape({
  type: oneOf(exchangeEvents),
  callId: line(100, 'what the telephone system calls the call, the same in all its events'),
  at: instant,
  direction: Type.Optional(oneOf(['in', 'out'])),
  number: Type.Optional(text(40, 'of the other side; empty: withheld')),
  extension: Type.Optional(text(20, 'whose telephone rings, or was answered')),
  dialId: Type.Optional(id),
  recordingUrl: Type.Optional(text(500)),
  isAnnounced: Type.Optional(Type.Boolean()),
});
type Said = Static<typeof said>;

defineInbound({
  name: 'phoneCalls',
  body: said,
  requestsAMinute: 1200,
  receive: async (work, event) => {
    const row = await hear(work, { ...event, at: believable(work.now, event.at) });
    return { type: 'phoneCall', id: row.id };
  },
});

const dayInMs = 24 * 3_600_000;

/** A system whose clock stands elsewhere, or that was cut off for long, starts no clock in another year. */
function believable(now: Date, at: string): string {
  const [least, most] = [now.getTime() - 7 * dayInMs, now.getTime() + dayInMs];
  return new Date(Math.min(Math.max(Date.parse(at), least), most)).toISOString();
}

/**
 * Takes in what a telephone system tells: each event adds a fact, and the state follows from the facts, so that events
 * may come twice and in any order. A call that ended without an answer is missed until an answer is told after all.
 */
async function hear(work: Work, event: Said): Promise<CallRow> {
  const extension = event.extension ? await extensionNamed(work, event.extension) : undefined;
  const before = await callOf(work, event, extension);
  const facts = factsWith(before, event, extension);
  const state = stateBy({ ...before, ...facts });
  const missed = state === 'missed' && before.state === 'ringing';
  const term =
    missed && facts.number !== '' ? await callBackTerm(work, before.orgPath, facts.endedAt!) : null;
  const isOwedNoMore = state === 'ended' && (before.state === 'missed' || before.state === 'taken');
  const after = await updateCall(work, before.id, {
    ...facts,
    state,
    ...(term && { callBackBy: term.dueAt }),
    ...(isOwedNoMore && { callBackBy: null }),
  });
  if (term) await promiseCallBack(work, after, term);
  if (isOwedNoMore) await owedNoMore(work, after);
  if (state !== before.state && state in eventOf) {
    await tell(work, eventOf[state as keyof typeof eventOf], after);
  }
  if (before.answeredAt === null && after.answeredAt !== null) await settleOwed(work, after);
  if (event.type === 'recording' && after.fileId === null && after.recordingUrl !== '') {
    await work.later(fetchRecording, { phoneCallId: after.id, attempts: 0 }, work.now, after.id);
  }
  return after;
}

const eventOf = {
  talking: phoneCallEvents.answered,
  ended: phoneCallEvents.ended,
  missed: phoneCallEvents.missed,
} as const;

/** The row that the event speaks of, begun where it is the first to come. */
async function callOf(
  work: Work,
  { callId, dialId, direction = 'in', number = '', at }: Said,
  extension: ExtensionRow | undefined,
): Promise<CallRow> {
  // Two systems of one house may count alike: the unit whose system it is stands in front.
  const outsideId = `${work.actor.unitId}/${callId}`;
  const dialled = dialId ? await lockCall(work, dialId) : undefined;
  if (dialled?.direction === 'out' && dialled.outsideId === null)
    return updateCall(work, dialled.id, { outsideId });
  const place = extension ?? { orgUnitId: work.actor.unitId, orgPath: work.actor.unitPath };
  const isNew = await beginOutside(work, {
    id: newId(work.now),
    orgUnitId: place.orgUnitId,
    orgPath: place.orgPath,
    direction,
    outsideId,
    number: numberHeard(number),
    at: new Date(at),
  });
  const row = (await lockOutside(work, outsideId))!;
  if (!isNew) return row;
  const who = await onlyMatch(work, row.number);
  const known = await updateCall(work, row.id, await identified(work, who));
  await tell(work, phoneCallEvents.begun, known);
  return known;
}

function factsWith(row: CallRow, event: Said, extension: ExtensionRow | undefined) {
  const at = new Date(event.at);
  const { type, number = '', recordingUrl, isAnnounced } = event;
  const rung = event.extension && type !== 'recording' ? [event.extension] : [];
  const isOver = type === 'ended' || type === 'missed';
  return {
    number: row.number || numberHeard(number),
    startedAt: earlier(row.startedAt, type === 'recording' ? row.startedAt : at),
    answeredAt: type === 'answered' ? earlier(row.answeredAt ?? at, at) : row.answeredAt,
    endedAt: isOver ? earlier(row.endedAt ?? at, at) : row.endedAt,
    extensions: [...new Set([...row.extensions, ...rung])].slice(0, 50),
    ownerId: type === 'answered' && extension ? extension.employeeId : row.ownerId,
    ...(recordingUrl !== undefined && { recordingUrl }),
    ...(isAnnounced !== undefined && { isAnnounced }),
  };
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);

/** What the facts come to. What a person has put on record or settled stays so. */
function stateBy(
  row: Pick<CallRow, 'state' | 'direction' | 'answeredAt' | 'endedAt'>,
): PhoneCallState {
  const state: PhoneCallState = row.state;
  if (state === 'recorded' || state === 'settled' || state === 'ended') return state;
  if (row.endedAt === null) {
    return row.answeredAt !== null && state === 'ringing'
      ? phoneCallLife.next('answer', state)
      : state;
  }
  if (row.answeredAt !== null || row.direction === 'out') return phoneCallLife.next('end', state);
  return state === 'ringing' ? phoneCallLife.next('miss', state) : state;
}
