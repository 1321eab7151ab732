import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, id, line } from '#shared/fields.ts';
import { type Route, shape } from '#shared/route.ts';
import type { Host } from '../host.ts';
import { type Meter, type Setting, type Work, writingWork } from '../work.ts';

/** Personal data left the system in full, on paper or as a file: who took it is the entry's actor. */
export const readingEvents = events(
  'data',
  {
    read: shape({ route: line(80), records: Type.Optional(count) }),
    /** Somebody reads list after list, page after page (G-43). */
    unusual: shape({ employeeId: id, rows: count }),
  },
  { subject: null },
);

/** Puts on record that the caller reads on further than a desk does; who is to be told reacts. */
export function tellOfReading(work: Work, rows: number): Promise<void> {
  const { id: employeeId } = work.actor;
  const about = { type: 'employee', id: employeeId };
  return work.emit(readingEvents.unusual, { employeeId, rows }, about);
}

/** A reading that is decided but not yet sent. */
interface Reading {
  host: Host;
  route: Route;
  setting: Setting & { meter: Meter };
  params: Record<string, string>;
}

const decided = new WeakMap<FastifyRequest, Reading>();
/** Notes that this request reads what has to be on record once its answer is decided. */
export function noteReading(request: FastifyRequest, reading: Reading): void {
  decided.set(request, reading);
}

const sameReadingMs = 60_000;
const lately = new Map<string, number>();

/**
 * A hook before the answer leaves: puts the reading on record in a transaction of its own, so that nothing sensitive
 * goes out unrecorded, and lists are not slowed. The same record by the same person within a minute is one reading.
 */
export async function recordReading<Payload>(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: Payload,
): Promise<Payload> {
  const reading = decided.get(request);
  if (!reading || reply.statusCode >= 400) return payload;
  decided.delete(request);
  const { host, route, setting, params } = reading;
  const [name, id] = Object.entries(params)[0] ?? ['tenantId', setting.actor.tenantId];
  const sameAs = `${setting.actor.tenantId}/${setting.actor.id}/${route.id}/${id}`;
  const at = setting.now.getTime();
  if (setting.meter.entries > 0 || at - (lately.get(sameAs) ?? 0) < sameReadingMs) return payload;
  const about = { type: route.about ?? name.replace(/Id$/, ''), id, ...placeOf(setting) };
  await writingWork(
    host.database,
    setting,
    (work) => work.emit(readingEvents.read, { route: route.id }, about),
    host.live.tell,
  );
  if (lately.size > 5000) lately.clear();
  lately.set(sameAs, at);
  return payload;
}

/** Where it was read: beyond one's own scope, in the place that was opened, so that its managers see it. */
const placeOf = ({ actor }: Setting) =>
  actor.emergency ? { orgPath: actor.emergency.orgPath } : {};

/**
 * While the glass is broken, every reading that speaks of records is on record with how many they were: not only what
 * leaves in full. Before the answer leaves; the same address within a minute is one reading.
 */
export async function recordEmergencyReading(reading: Reading, url: string, answered: unknown) {
  const { host, route, setting, params } = reading;
  const speaksOfRecords = route.personal || route.about !== null || route.access !== 'signedIn';
  if (!speaksOfRecords || route.audit === 'read') return;
  const sameAs = `${setting.actor.sessionId}/${setting.actor.emergency?.id}/${url}`;
  const at = setting.now.getTime();
  if (at - (lately.get(sameAs) ?? 0) < sameReadingMs) return;
  const items = (answered as { items?: unknown } | null)?.items;
  const records = Array.isArray(items) ? items.length : 1;
  const id = Object.values(params)[0] ?? setting.actor.tenantId;
  const about = { type: route.about ?? 'list', id, ...placeOf(setting) };
  await writingWork(
    host.database,
    setting,
    (work) => work.emit(readingEvents.read, { route: route.id, records }, about),
    host.live.tell,
  );
  if (lately.size > 5000) lately.clear();
  lately.set(sameAs, at);
}

/**
 * Whatever changes something leaves an entry, or its contract says why not (G-41). A bug, found by the tests. What is
 * so already, and therefore changes nothing, needs none. @param changesBefore what was counted before the handler
 */
export function mustBeOnRecord(route: Route, meter: Meter, changesBefore = 0): void {
  if (route.audit === 'write' && meter.entries === 0 && meter.changes > changesBefore)
    throw new Error(`${route.id} changed something and left no audit entry`);
}
